"""What binds two states: told in tests/law/treaties, and through the door people use."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from longarm.case.states import STATES
from longarm.cli import main
from longarm.cli.schema import schema_of
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.law.treaties import TreatiesAnswer, treaties
from longarm.strict_yaml import load_file

HERE = Path(__file__).parent / "treaties"
FACTS = load()
LATIN_OUTSIDE = re.compile(r"[A-Za-z]{2,}")
ISOLATED = re.compile(r"[\u2066-\u2068][^\u2066-\u2069]*\u2069")


@pytest.mark.parametrize("story", sorted(HERE.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_treaties_bind_as_the_story_says(story: Path) -> None:
    told: Any = load_file(story).tree
    assert set(told) <= {"title", "states", "as_of", "expect", "also_on"}, "a key nobody reads"
    for on in (told, *told.get("also_on", ())):
        answer = treaties(FACTS, *told["states"], date.fromisoformat(on["as_of"]))
        lines = {line.instrument: line for line in answer.instruments}
        for wanted in on["expect"]:
            line = lines[wanted["instrument"]]
            assert line.binding == wanted["binding"], (on["as_of"], line.instrument, line.why)
            assert line.why == wanted.get("why", line.why), (on["as_of"], line.instrument)
            assert line.facts
            assert line.sources


def test_every_instrument_known_for_either_state_is_listed_and_the_binding_ones_come_first() -> None:
    answer = treaties(FACTS, "EG", "LY", date(2022, 1, 4))
    listed = [line.instrument for line in answer.instruments]
    known = {i.id for i in FACTS.instruments.values() if {"EG", "LY"} & {*i.parties, *i.not_party} and not i.absence}
    assert known <= set(listed)
    assert len(listed) == len(set(listed))
    order = [("yes", "unknown", "no").index(line.binding) for line in answer.instruments]
    assert order == sorted(order)


def test_a_weak_fact_is_said_to_be_weak() -> None:
    lines = {line.instrument: line for line in treaties(FACTS, "EG", "TN", date(2022, 1, 4)).instruments}
    assert lines["riyadh-1983"].confidence == "low"  # the year of Tunisia's ratification is recalled, not read
    assert all(line.confidence in ("high", "medium", "low") for line in lines.values())


@given(st.sampled_from(sorted(STATES)), st.sampled_from(sorted(STATES)), st.dates(date(1950, 1, 1), date(2030, 1, 1)))
@settings(max_examples=60, deadline=None)
def test_any_two_states_have_an_answer_and_the_order_of_naming_does_not_matter(a: str, b: str, day: date) -> None:
    if a == b:
        return
    one, other = treaties(FACTS, a, b, day), treaties(FACTS, b, a, day)
    assert {x.instrument: x.binding for x in one.instruments} == {x.instrument: x.binding for x in other.instruments}


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (("EG", "EG"), "EG was given twice"),
        (("eg", "EG"), "EG was given twice"),
        (("SU", "EG"), "SU (Soviet Union) ceased to exist in 1991"),
        (("YU", "EG"), "Yugoslavia"),
        (("UK", "EG"), "GB (United Kingdom)"),
        (("EGY", "LY"), "EG (Egypt)"),
        (("Egyptt", "LY"), "EG (Egypt)"),
        (("QQQQQQ", "LY"), "two letters of ISO 3166-1"),
    ],
)
def test_what_is_no_state_is_refused_with_what_was_meant(states: tuple[str, str], said: str) -> None:
    with pytest.raises(BadInput) as refused:
        treaties(FACTS, *states, date(2022, 1, 4))
    assert said in re.sub(r"[\u2066-\u2069]", "", str(refused.value))


def test_the_states_that_ended_are_told_in_arabic_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["treaties", "SU", "EG", "--lang", "ar"]) == 2
    assert "الاتحاد السوفيتي" in capsys.readouterr().err


def test_the_json_answer_is_what_its_schema_says(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for states in (["EG", "LY"], ["IQ", "DE"], ["AQ", "XK"], ["US", "RU"]):
        assert main(["treaties", *states, "--as-of", "2022-01-04", "--json"]) == 0
        answer = json.loads(capsysbinary.readouterr().out)
        Draft202012Validator(schema_of("treaties")).validate(answer)
        assert answer["states"] == states
        assert set(answer) == set(TreatiesAnswer.__struct_fields__)
    line = next(x for x in answer["instruments"] if x["instrument"] == "rome-statute-1998")
    assert {"instrument", "binding", "why", "status", "allows", "sources", "confidence"} <= set(line)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_person_can_read_it(language: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["treaties", "EG", "LY", "--as-of", "2022-01-04", "--lang", language]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert {"ar": "ليبيا", "en": "Libya had not ratified", "fr": "ratification manquante : Libye"}[language] in text
    for name in ("arab-convention-2010", "riyadh-1983"):
        assert name in text
    if language == "ar":
        for line in text.splitlines():
            bare = line
            while bare != (less := ISOLATED.sub("", bare)):
                bare = less
            assert not LATIN_OUTSIDE.search(bare.replace("--json", "")), line
    else:
        assert not re.search(r"[\u2066-\u2069]", text)


def test_a_day_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ("2022-13-01", "2022-02-30", "04/01/2022", "20220104", "yesterday"):
        assert main(["treaties", "EG", "LY", "--as-of", wrong]) == 2
        assert wrong in capsys.readouterr().err
