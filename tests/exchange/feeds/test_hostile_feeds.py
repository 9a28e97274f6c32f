"""Files of strangers that are made to break whoever reads, keeps or shows them."""

from __future__ import annotations

import json
import re
import time
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.hash_list import read_list
from longarm.exchange.feeds.misp import event, read_misp
from longarm.exchange.feeds.pattern import read_pattern
from longarm.exchange.feeds.read_stix import read_stix
from longarm.exchange.feeds.sign import KINDS, sign
from longarm.exchange.feeds.stix import bundle

MADE = "2026-01-01T00:00:00.000Z"
RLO, LRI, ZWSP, ZWNJ = "\u202e", "\u2066", "\u200b", "\u200c"


def indicator(number: int = 0, **changed: Any) -> dict[str, Any]:
    one = {
        "type": "indicator", "spec_version": "2.1", "id": f"indicator--{uuid4()}", "created": MADE, "modified": MADE,
        "pattern": f"[ipv4-addr:value = '192.0.2.{number}']", "pattern_type": "stix",
    }  # fmt: skip
    return one | changed


def report(*refs: str, **changed: Any) -> dict[str, Any]:
    made = {"type": "report", "id": f"report--{uuid4()}", "created": MADE, "modified": MADE, "name": "x", "object_refs": refs}
    return made | changed


def stix(*objects: dict[str, Any]) -> bytes:
    return json.dumps({"type": "bundle", "id": "bundle--1", "objects": objects}).encode()


def misp(**changed: Any) -> bytes:
    one = {"type": "ip-src", "value": "192.0.2.1"}
    whole = {"uuid": str(uuid4()), "info": "x", "timestamp": "1767225600", "Attribute": [one]} | changed
    return json.dumps({"Event": whole}).encode()


def kept(read: Any) -> Advisory:
    """The one advisory, as it comes out of the tables again."""
    (one,) = read.advisories
    again = msgspec.json.decode(msgspec.json.encode(one), type=Advisory)
    assert again == one
    return again


def within(seconds: float, read: Any, data: bytes) -> None:
    begun = time.process_time()
    with pytest.raises(BadInput):
        read(data)
    assert time.process_time() - begun < seconds


def test_states_without_end_or_without_sense_cannot_be_kept_from_being_read_again() -> None:
    labels = [f"state:{chr(65 + place // 26)}{chr(65 + place % 26)}" for place in range(26 * 26)] + ["state:" + "X" * 100_000]
    one = kept(read_stix(stix(indicator(labels=labels))))
    assert len(one.states) <= 60
    assert "LY" in one.states or len(one.states) == 60
    assert kept(read_misp(misp(Tag=[{"name": label} for label in labels]))).states == one.states
    assert kept(read_stix(stix(indicator(labels=["state:LY", "state:LY", "state:ZZ"])))).states == ("LY",)


@pytest.mark.parametrize("field", ["name", "description", "pattern"])
def test_half_a_character_is_no_text(field: str) -> None:
    broken = "\ud800 [ipv4-addr:value = '192.0.2.1']" if field == "pattern" else "a\ud800b\udfffc"
    read = read_stix(stix(indicator(1, **{field: broken})))
    assert all(msgspec.json.encode(one) for one in read.advisories)
    assert kept(read_misp(misp(info="a\ud800b", Orgc={"name": "\udfff"}))).title == "a\ufffdb"
    assert all(sign(kind, "https://example.org/\ud800") is None for kind in KINDS)


def test_what_turns_lines_or_hides_in_them_is_taken_out_and_what_joins_letters_stays() -> None:
    title = f"Inter{ZWSP}pol{RLO}\x00\x1b[31m gnp.exe{LRI}\r\nof می{ZWNJ}خواهم"
    one = kept(read_stix(stix(indicator(name=title, description=f"one\r\ntwo{RLO}\x07"))))
    assert one.title == f"Interpol[31m gnp.exe of می{ZWNJ}خواهم"
    assert one.words == "one\ntwo"
    assert kept(read_misp(misp(info=title))).title == one.title


@pytest.mark.parametrize(
    "when", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-01-01T00:00:00", "1969-01-01T00:00:00Z", "١", 7]
)
def test_dates_out_of_this_world_are_no_dates(when: object) -> None:
    assert read_stix(stix(indicator(created=when))).advisories == ()
    assert read_stix(stix(indicator(modified=when))).advisories == ()
    assert kept(read_stix(stix(indicator(valid_until=when)))).until is None


@pytest.mark.parametrize("stamp", ["-62135596800", "253402300800", "9" * 4000, "99999999999999999999", "0", None, [1]])
def test_a_misp_event_of_no_time_is_none(stamp: object) -> None:
    with pytest.raises(BadInput):
        read_misp(misp(timestamp=stamp))


def test_ids_that_stand_twice_are_the_newest_and_an_id_of_another_type_is_none() -> None:
    new, old = indicator(1, modified="2026-02-01T00:00:00.000Z", name="new"), indicator(2, name="old")
    old["id"] = new["id"]
    for order in ([new, old], [old, new]):
        one = kept(read_stix(stix(*order)))
        assert (one.title, [value for _, value in one.signs]) == ("new", ["192.0.2.1"])
    assert read_stix(stix(indicator(id=f"report--{uuid4()}"))).advisories == ()


def test_who_tells_it_is_kept_so_that_another_with_the_same_id_does_not_take_its_place() -> None:
    who = {"type": "identity", "id": f"identity--{uuid4()}", "name": "The union", "created": MADE, "modified": MADE}
    one = kept(read_stix(stix(who, indicator(created_by_ref=who["id"]))))
    assert (one.organisation, one.by) == ("The union", who["id"].partition("--")[2])
    assert kept(read_stix(stix(indicator(created_by_ref="identity--nobody")))).by == ""
    org = str(uuid4())
    assert kept(read_misp(misp(Orgc={"name": "The union", "uuid": org}))).by == org


def test_a_revoked_indicator_in_a_report_does_not_count_and_a_report_ends_with_its_indicators() -> None:
    good, gone = indicator(1, valid_until="2026-03-01T00:00:00Z"), indicator(2, revoked=True)
    one = kept(read_stix(stix(good, gone, report(good["id"], gone["id"]))))
    assert [value for _, value in one.signs] == ["192.0.2.1"]
    assert one.until is not None
    assert one.until.month == 3
    endless = indicator(3)
    assert kept(read_stix(stix(good, endless, report(good["id"], endless["id"])))).until is None


def test_a_small_file_does_not_become_a_large_one() -> None:
    """Fifty indicators of four hundred signs, named by reports again and again; objects and commas without end."""
    big = []
    for number in range(50):
        values = " OR ".join(f"ipv4-addr:value = '192.0.{number}.{place}'" for place in range(250))
        big.append(indicator(pattern=f"[{values}]"))
    refs = [one["id"] for one in big]
    within(6, read_stix, stix(*big, *(report(*refs * 4) for _ in range(1500))))
    within(2, read_stix, stix(*(indicator(place % 256) for place in range(21_000))))
    within(2, read_stix, b'{"objects": [' + b"{}," * 4_000_000 + b"{}]}")
    within(2, read_stix, b'{"objects": [' + b'"ab",' * 3_000_000 + b"1]}")
    within(2, read_misp, b'{"Event": {"uuid": "' + str(uuid4()).encode() + b'", "info": [' + b"[]," * 5_000_000 + b"[]]}}")
    attributes = [{"type": "ip-src", "value": f"192.0.{place // 256}.{place % 256}"} for place in range(25_000)]
    within(6, read_misp, misp(Attribute=attributes))


@pytest.mark.parametrize(
    "pattern",
    [
        "[" + " " * 19_990 + "]",
        "[" + "a" * 19_990 + "]",
        "[" + "a:" * 9_990 + "]",
        "[ipv4-addr:value = '" + "\\" * 19_900 + "']",
        "[ipv4-addr:value = '" + "\\'" * 900 + " AND " * 3000 + "']",
        "[" + "ipv4-addr:value = '1' OR " * 790 + "x]",
        "[email-addr:value = '" + "a." * 990 + "@" + "b." * 4 + "']",
        "[url:value = 'https://" + "a/" * 900 + "']",
        "[phone-number:value = '+" + "(" * 1900 + "']",
        "x" * 1_000_000,
    ],
)
def test_patterns_that_are_made_to_be_slow_are_not(pattern: str) -> None:
    begun = time.process_time()
    read_pattern(pattern)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["a", "1", "+", "(", "%41", "\u0660", "\u202e", "é", ":", "@a.", "/", "."])
def test_values_that_are_made_to_be_slow_are_not(kind: Any, part: str) -> None:
    begun = time.process_time()
    for start in ("", "https://", "a@", "+218", "GB33", "facebook:"):
        sign(kind, (start + part * 2000)[:2000])
    assert time.process_time() - begun < 1


def test_a_line_of_a_list_of_hashes_without_end_and_a_list_without_end() -> None:
    with pytest.raises(BadInput):
        read_list(b"a" * (16 << 20))
    within(2, read_list, b"pdq " + b"0" * 64 + b"\n" * 1_100_000)
    signs, others = read_list(b"\n".join([b"pdq " + b"0f" * 32, b"=cmd|' /C calc'!A0", b"pdq " + b"0f" * 33, b"\xff\xfe"]))
    assert (len(signs), others) == (1, 3)


def test_two_organisations_of_one_node_are_two() -> None:
    one = kept(read_stix(stix(indicator())))
    names = [msgspec.structs.replace(one, by="a" * 64, organisation=name) for name in ("The union", "The ministry")]
    assert len({json.loads(bundle([each]))["objects"][0]["id"] for each in names}) == 2
    assert len({json.loads(event(each))["Event"]["Orgc"]["uuid"] for each in names}) == 2


def test_markup_and_formulas_stay_what_they_are_in_what_is_handed_on() -> None:
    """The files are JSON, no page and no table: nothing to escape, and nothing that ends a text early."""
    nasty = "=HYPERLINK(\"https://example.org\")</script><img src=x onerror=1>','--"
    one = kept(read_stix(stix(indicator(name=nasty, description=nasty))))
    assert one.title == nasty
    for data in (bundle([one]), event(one)):
        assert nasty in json.dumps(json.loads(data), ensure_ascii=False).replace('\\"', '"')
    assert re.fullmatch(rb"[\x0a\x20-\x7e]*", bundle([msgspec.structs.replace(one, title="x", words="")]))


Text = st.text(st.characters(), max_size=30) | st.sampled_from(["state:LY", "\ud800", RLO, "9999-12-31T23:59:59Z", "tlp:clear"])
Json = st.recursive(
    st.none() | st.booleans() | st.integers() | Text | st.floats(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["type", "id", "name", "value", "uuid"]), inner),
    max_leaves=10,
)
TIMES = ["created", "modified", "valid_until"]
FIELDS = [*TIMES, "name", "description", "labels", "lang", "confidence", "created_by_ref", "revoked"]


@given(Json, st.sampled_from(FIELDS))
@settings(max_examples=150, deadline=None)
def test_whatever_is_read_can_be_kept_and_opened_again(value: object, field: str) -> None:
    one = indicator(1, **{field: value})
    for read in (read_stix(stix(one)), read_stix(stix(one, report(one["id"], **{field: value})))):
        for advisory in read.advisories:
            assert msgspec.json.decode(msgspec.json.encode(advisory), type=Advisory) == advisory


@given(Json, st.sampled_from(["info", "Tag", "Orgc", "Attribute", "Object", "timestamp"]))
@settings(max_examples=150, deadline=None)
def test_whatever_is_read_of_misp_can_be_kept_too(value: object, field: str) -> None:
    try:
        read = read_misp(misp(**{field: value}))
    except BadInput:
        return
    for advisory in read.advisories:
        assert msgspec.json.decode(msgspec.json.encode(advisory), type=Advisory) == advisory
