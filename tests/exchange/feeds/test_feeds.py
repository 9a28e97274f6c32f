"""What one organisation tells the others of somebody's way, read by the tools that others use, and by us."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec
import pytest
import stix2
from hypothesis import given, settings
from hypothesis import strategies as st
from pymisp import MISPEvent

from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.hash_list import read_list, write_list
from longarm.exchange.feeds.misp import event, read_misp
from longarm.exchange.feeds.pattern import read_pattern, write_pattern
from longarm.exchange.feeds.read_stix import read_stix
from longarm.exchange.feeds.sign import Sign, sign
from longarm.exchange.feeds.stix import MARKINGS, bundle, objects_of

DAY = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
SIGNS = (
    Sign("phone", "+218910000017"),
    Sign("account", "facebook:100000000000017"),
    Sign("account", "telegram:office_of_help"),
    Sign("email", "office@example.org"),
    Sign("wallet", "bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
    Sign("url", "https://office.example.org/pay"),
    Sign("ip", "192.0.2.7"),
    Sign("ip", "2001:db8::7"),
    Sign("picture", "0f" * 32),
)
ADVISORY = Advisory(
    id=uuid4(), by="a" * 64, organisation="مكتب طرابلس", title="ينتحل صفة موظف", words="يطلب المال عبر مكتب صرافة.",
    language="ar", signs=SIGNS, states=("LY", "EG"), reach="green", confidence=80, made_at=DAY, changed_at=DAY,
)  # fmt: skip


def test_every_sign_here_is_in_its_normal_form() -> None:
    assert all(sign(*one) == one for one in SIGNS)


def test_stix2_reads_the_bundle_and_we_read_it_back() -> None:
    data = bundle([ADVISORY])
    parsed = stix2.parse(data.decode(), allow_custom=False, version="2.1")
    kinds = sorted({one.type for one in parsed.objects})
    assert kinds == ["attack-pattern", "identity", "indicator", "relationship", "report"]
    assert {one.pattern for one in parsed.objects if one.type == "indicator"} == {write_pattern(one) for one in SIGNS}
    assert parsed.objects[-1].object_marking_refs == [MARKINGS["green"]]
    assert [stix2.TLP_WHITE.id, stix2.TLP_GREEN.id, stix2.TLP_AMBER.id] == [MARKINGS[r] for r in ("clear", "green", "amber")]
    read = read_stix(data)
    assert read.advisories == (msgspec.structs.replace(ADVISORY, by=parsed.objects[0].id.partition("--")[2]),)
    assert read.passed_over == {}


def test_pymisp_reads_the_event_and_we_read_it_back() -> None:
    data = event(ADVISORY)
    parsed = MISPEvent()
    parsed.load(json.loads(data))
    assert {one.value for one in parsed.attributes if one.type != "text"} >= {"+218910000017", "192.0.2.7", "office@example.org"}
    assert sorted(one.name for one in parsed.objects) == ["coin-address", "user-account", "user-account"]
    (read,) = read_misp(data).advisories
    assert set(read.signs) == set(SIGNS)
    assert (read.title, read.words, read.reach, set(read.states)) == (ADVISORY.title, ADVISORY.words, "green", {"LY", "EG"})


def test_a_revoked_one_is_revoked_under_the_same_names() -> None:
    later = msgspec.structs.replace(ADVISORY, revoked=True, changed_at=datetime(2026, 12, 1, tzinfo=UTC))
    assert [one["id"] for one in objects_of(later)] == [one["id"] for one in objects_of(ADVISORY)]
    (read,) = read_stix(bundle([later])).advisories
    assert read.revoked


def test_the_list_of_hashes_is_the_one_that_threatexchange_takes() -> None:
    data = write_list([*SIGNS, Sign("picture", "ab" * 32)])
    assert data == b"pdq " + b"0f" * 32 + b"\npdq " + b"ab" * 32 + b"\n"
    assert read_list(data + b"md5 0123\n" + b"CD" * 32 + b"\n") == (
        (Sign("picture", "0f" * 32), Sign("picture", "ab" * 32), Sign("picture", "cd" * 32)), 1
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("[email-addr:value = 'a@example.org' OR email-addr:value = 'b@example.org']", 2),
        ("[ipv4-addr:value = '192.0.2.1']", 1),
        ("[domain-name:value = 'office.example.org']", 1),
        ("[email-addr:value = 'a@example.org' AND url:value = 'https://example.org/']", 0),
        ("[file:hashes.MD5 = 'd41d8cd98f00b204e9800998ecf8427e']", 0),
        ("[email-addr:value LIKE '%@example.org']", 0),
        ("[email-addr:value = 'a@example.org'] FOLLOWEDBY [url:value = 'https://example.org/']", 0),
        ("[(email-addr:value = 'a@example.org')]", 0),
        ("[user-account:account_type = 'telegram']", 0),
        ("[]", 0),
        ("", 0),
        ("[phone-number:value = '0910000017']", 0),  # a national number of an unknown plan
    ],
)
def test_patterns_of_others(pattern: str, signs: int) -> None:
    assert len(read_pattern(pattern)) == signs


def test_a_quote_in_a_value_does_not_end_it() -> None:
    one = sign("url", "https://example.org/it's'OR'x")
    assert one is not None
    assert "'" in one.value
    assert read_pattern(write_pattern(one)) == (one,)
    stix2.Indicator(pattern=write_pattern(one), pattern_type="stix", valid_from=DAY)


def other(**changed: Any) -> bytes:
    one = {
        "type": "indicator", "spec_version": "2.1", "id": f"indicator--{uuid4()}", "created": "2026-01-01T00:00:00.000Z",
        "modified": "2026-01-01T00:00:00.000Z", "pattern": "[ipv4-addr:value = '192.0.2.1']", "pattern_type": "stix",
    }  # fmt: skip
    return json.dumps({"type": "bundle", "id": "b", "objects": [one | changed, {"type": "malware", "id": "malware--1"}]}).encode()


def test_a_foreign_indicator_stands_alone_and_the_rest_is_counted() -> None:
    read = read_stix(other(confidence=True, lang=7, labels="x", object_marking_refs=["marking-definition--unknown"]))
    (one,) = read.advisories
    assert (one.signs, one.reach, one.confidence, one.language) == ((Sign("ip", "192.0.2.1"),), "amber", 50, "en")
    assert read.passed_over == {"malware": 1}
    assert read_stix(other(id="indicator--nonsense")).advisories == ()
    assert read_stix(other(created="yesterday")).advisories == ()


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"objects": 3}', b"[" * 100_000, b"\xff\xfe", b"null", bytes(17 << 20)])
def test_what_is_no_feed_is_one_sentence(data: bytes) -> None:
    for read in (read_stix, read_misp):
        with pytest.raises(BadInput):
            read(data)


Json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "id", "pattern", "value", "Tag"]), inner)
    ),
    max_leaves=12,
)


@given(Json, st.sampled_from(["pattern", "labels", "object_refs", "created_by_ref", "name", "valid_until", "type", "modified"]))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_field_of_stix(value: object, field: str) -> None:
    for kind in ("indicator", "report"):
        read_stix(json.dumps({"objects": [json.loads(other())["objects"][0] | {"type": kind, field: value}]}).encode())


@given(Json, st.sampled_from(["Attribute", "Object", "Tag", "Orgc", "info", "timestamp"]))
@settings(max_examples=150, deadline=None)
def test_whatever_stands_in_a_field_of_misp(value: object, field: str) -> None:
    whole = json.loads(event(ADVISORY))
    whole["Event"][field] = value
    try:
        read_misp(json.dumps(whole).encode())
    except BadInput as fault:
        assert fault.message == "exchange-feed-not-misp"
