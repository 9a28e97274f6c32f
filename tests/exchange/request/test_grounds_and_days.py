"""No request without a path: who may ask what, on which ground, until when."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from matters import TODAY, answer

from longarm.errors import BadInput
from longarm.exchange.request.basis import Basis, basis_of
from longarm.exchange.request.due import plan
from longarm.exchange.request.rules import asks, measures_for, table
from longarm.exchange.request.words import KINDS, MEASURES, Kind, Measure
from longarm.law import rules as law_rules
from longarm.law.load import load


def ground(path: str = "subscriber_data:EG:LY", measure: Measure = "identify", kind: Kind = "judicial") -> Basis:
    return basis_of(answer(), path, measure, kind, load(), states=("EG",))


def refused(**given: str) -> str:
    with pytest.raises(BadInput) as fault:
        ground(**given)  # type: ignore[arg-type]
    return fault.value.message


def test_a_request_names_instrument_articles_authorities_offences_and_what_may_be_refused() -> None:
    made = ground()
    assert (made.asking, made.asked, made.on) == ("EG", "LY", TODAY.isoformat())
    assert {"riyadh-1983", "ly-eg-1993"} <= {one.instrument for one in made.grounds if one.binding == "yes"}
    assert made.grounds[0].articles
    assert all(one.state == "EG" for one in made.purpose)
    assert made.purpose
    assert made.sources
    assert [one.binding for one in made.grounds] == sorted((one.binding for one in made.grounds), key="yes unknown".index)
    assert "maghreb-1991" not in {one.instrument for one in made.grounds}, "what does not bind is no ground"


def test_a_helpline_is_no_authority() -> None:
    assert asks("helpline") == ("take_statement", "contact", "support")
    assert refused(kind="helpline") == "request-may-not"
    assert refused(path="extradition:EG:LY", measure="arrest", kind="helpline") == "request-may-not"
    support = ground("file_complaint:EG", "support", "helpline")
    assert (support.asking, support.asked) == ("EG", "EG")
    with pytest.raises(BadInput) as fault:
        ground(kind="helpline")
    for language in ("ar", "en", "fr"):
        assert fault.value.in_language(language)  # type: ignore[arg-type]


def test_what_is_blocked_foreign_or_of_another_kind_carries_no_request() -> None:
    assert refused(path="extradition:EG:LY", measure="arrest") == "request-path-blocked"
    assert refused(path="nothing:EG:LY") == "request-no-such-path"
    assert refused(path="stored_data:EG:LY") == "request-path-carries-not"
    with pytest.raises(BadInput, match="not theirs"):
        basis_of(answer(), "subscriber_data:EG:LY", "identify", "police", load(), states=("LY",))


def test_the_table_is_whole_and_its_words_are_those_of_the_facts() -> None:
    assert {row.measure for row in table().measures} == set(MEASURES)
    assert {row.kind for row in table().kinds} == set(KINDS)
    facts = load()
    for row in table().answers:
        found = [one for one in facts.instruments[row.instrument].matters if one.measure == row.measure]
        assert [one.deadline for one in found] == [row.words], (row.instrument, row.measure)
    for keep in table().keeps:
        assert keep.words in {one.deadline for one in facts.instruments[keep.instrument].matters}
    known = {row.action for row in law_rules.actions().actions}
    assert all(set(row.actions) <= known for row in table().measures)
    assert measures_for("preserve_data", "police") == ("preserve",)
    assert measures_for("preserve_data", "helpline") == ()


def test_where_no_instrument_names_a_time_the_plan_says_so() -> None:
    made = plan("identify", ground(), TODAY, load())
    assert (made.from_, made.instrument, made.answer_by) == ("usage", "", TODAY + timedelta(days=30))
    assert made.remind_on == (TODAY + timedelta(days=15), TODAY + timedelta(days=30))
    assert [one.step for one in made.steps] == ["contact_247", "superior", "central_authority"]
    assert all(one.on > made.answer_by for one in made.steps)


def test_an_instrument_that_surely_binds_sets_the_time() -> None:
    base = ground()
    ours = msgspec.structs.replace(base.grounds[0], instrument="budapest-protocol-2-2022", binding="yes")
    bound = msgspec.structs.replace(base, grounds=(ours,))
    made = plan("identify", bound, TODAY, load())
    assert (made.from_, made.instrument, (made.answer_by - TODAY).days) == ("instrument", "budapest-protocol-2-2022", 30)
    unsure = msgspec.structs.replace(base, grounds=(msgspec.structs.replace(ours, binding="unknown"),))
    assert plan("identify", unsure, TODAY, load()).from_ == "usage", "an unknown is never a term of law"


def test_danger_shortens_and_a_day_set_by_hand_counts() -> None:
    urgent = plan("identify", ground(), TODAY, load(), urgent=True)
    assert urgent.answer_by == TODAY + timedelta(days=2)
    assert urgent.steps[0].on == urgent.answer_by
    chosen = plan("identify", ground(), TODAY, load(), answer_by=date(2026, 11, 9))
    assert (chosen.from_, chosen.answer_by) == ("asker", date(2026, 11, 9))
    assert plan("identify", ground(), TODAY, load(), answer_by=date(2020, 1, 1)).answer_by == TODAY


def test_what_is_preserved_is_kept_until_a_day() -> None:
    base = ground("preserve_data:EG:LY", "preserve", "police")
    bound = msgspec.structs.replace(base, grounds=tuple(msgspec.structs.replace(one, binding="yes") for one in base.grounds))
    assert plan("preserve", bound, TODAY, load()).keep_until == TODAY + timedelta(days=60)
    assert plan("preserve", base, TODAY, load()).keep_until is None, "neither of the two surely binds"
