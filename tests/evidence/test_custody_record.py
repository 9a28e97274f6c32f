"""The custody record: chained, signed, and its end cannot be cut off unnoticed."""

import json
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sealed_sample import KEY, OTHER_KEY

from longarm.evidence.canonical import canonical
from longarm.evidence.custody import CustodyRecord, Event, next_line, utc
from longarm.evidence.custody_check import Checked, check, lines_of

EVENT = Event(at="2026-01-01T00:00:00Z", clock="ntp", actor="user:7f3", action="viewed", object="E0001", tool="longarm")
KEYS = {KEY.fingerprint: KEY.public, OTHER_KEY.fingerprint: OTHER_KEY.public}
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda part: st.lists(part, max_size=4) | st.dictionaries(TEXT, part, max_size=4),
    max_leaves=12,
)


def checked(file: bytes) -> Checked:
    return check(lines_of(BytesIO(file)), KEYS)


@pytest.fixture
def record() -> CustodyRecord:
    record = CustodyRecord()
    for _ in range(5):
        record.append(EVENT, KEY)
    return record


def test_a_record_grows_line_by_line_and_holds(record: CustodyRecord) -> None:
    result = checked(record.file())
    assert (result.length, result.head, result.chain, result.signatures) == (5, record.head, [], [])


def test_a_node_that_keeps_its_lines_elsewhere_needs_only_the_last(record: CustodyRecord) -> None:
    line = next_line(record.lines[-1], EVENT, KEY)
    assert record.append(EVENT, KEY) == line


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_no_changed_byte_passes(data: st.DataObject) -> None:
    record = CustodyRecord()
    for _ in range(3):
        record.append(EVENT, KEY)
    file = bytearray(record.file())
    place = data.draw(st.integers(0, len(file) - 1))
    file[place] ^= data.draw(st.integers(1, 255))
    result = checked(bytes(file))
    assert result.chain or result.signatures


@pytest.mark.parametrize("change", [lambda lines: lines[1:], lambda lines: lines[:2] + lines[3:], lambda lines: lines[::-1]])
def test_a_line_gone_or_moved_shows(change, record: CustodyRecord) -> None:  # type: ignore[no-untyped-def]
    assert checked(b"".join(line + b"\n" for line in change(record.lines))).chain


def test_the_same_line_spelled_otherwise_is_another_line(record: CustodyRecord) -> None:
    """Only one spelling is signed: a repeated key or a blank could hide another reading."""
    line = record.lines[0]
    for other in (line.replace(b'"v":1', b'"v": 1'), line.replace(b'"v":1', b'"v":1,"v":1'), line + b" "):
        assert checked(other + b"\n").signatures


def test_a_record_without_its_last_line_end_is_cut(record: CustodyRecord) -> None:
    assert checked(record.file()[:-1]).chain


def test_a_line_as_long_as_a_disk_is_not_read_into_memory() -> None:
    assert checked(b"{" * (1 << 20)).chain[0].message == "verify-fault-custody-line"


def test_a_key_signs_only_after_it_was_introduced_and_until_it_is_revoked(record: CustodyRecord) -> None:
    import msgspec

    record.append(EVENT, OTHER_KEY)
    assert [found.facts["line"] for found in checked(record.file()).signatures] == [6]
    fresh = CustodyRecord()
    fresh.append(EVENT, KEY)
    fresh.append(msgspec.structs.replace(EVENT, action="key-added", object=OTHER_KEY.fingerprint), KEY)
    fresh.append(EVENT, OTHER_KEY)
    fresh.append(msgspec.structs.replace(EVENT, action="key-revoked", object=KEY.fingerprint), OTHER_KEY)
    assert not checked(fresh.file()).signatures
    fresh.append(EVENT, KEY)
    assert [found.facts["line"] for found in checked(fresh.file()).signatures] == [5]


def test_a_checkpoint_states_length_and_head(record: CustodyRecord) -> None:
    point = json.loads(record.checkpoint(datetime(2026, 1, 1, tzinfo=UTC), KEY))
    assert (point["length"], point["head"], point["at"]) == (5, record.head, "2026-01-01T00:00:00Z")


def test_a_moment_without_a_zone_is_not_written() -> None:
    with pytest.raises(ValueError, match="zone"):
        utc(datetime(2026, 1, 1))  # noqa: DTZ001


@given(JSON)
def test_canonical_json_reads_back_and_has_one_spelling(value) -> None:  # type: ignore[no-untyped-def]
    spelled = canonical(value)
    assert json.loads(spelled) == value
    assert canonical(json.loads(spelled)) == spelled


def test_canonical_json_is_rfc_8785_s_own_example() -> None:
    """Section 3.2.3: keys by UTF-16 code units; section 3.2.2.2: escapes."""
    keys = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    assert list(json.loads(canonical(keys)).values()) == [2, 4, 6, 7, 1, 5, 3]
    assert canonical('\u20ac$\u000f\nA\'B"\\"/') == '"€$\\u000f\\nA\'B\\"\\\\\\"/"'.encode()


@pytest.mark.parametrize("value", [2**53, -(2**53), 1.5, "\ud800"])
def test_what_has_no_portable_spelling_is_not_signed(value) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError):  # noqa: PT011 - UnicodeEncodeError among them
        canonical(value)
