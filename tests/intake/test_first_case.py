"""A report becomes a case that says what was told and nothing that was not."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.case.file import parse_case, to_json
from longarm.case.states import STATES
from longarm.intake.danger import concerns_child, is_urgent, risks
from longarm.intake.first_case import first_case
from longarm.intake.report import Report, What

TODAY = date(2026, 1, 4)
WHATS: tuple[What, ...] = ("threat", "money", "demand", "fake", "published", "official", "other")


def of(**told: object) -> Report:
    return Report(**({"language": "ar", "child": "no"} | told))


reports = st.builds(
    of,
    language=st.sampled_from(["ar", "en", "fr"]),
    who=st.sampled_from(["me", "other", "recipient"]),
    relation=st.sampled_from([None, "supporter", "relative", "school", "lawyer"]),
    dangers=st.lists(st.sampled_from(["family", "home", "self_harm"]), max_size=4).map(tuple),
    watched_phone=st.sampled_from([None, True, False]),
    child=st.sampled_from(["yes", "unsure", "no"]),
    what=st.lists(st.sampled_from(WHATS), max_size=8).map(tuple),
    words=st.text(max_size=200),
    state=st.sampled_from(["unknown", *sorted(STATES)[:20]]),
)


@settings(max_examples=150, deadline=None)
@given(reports)
def test_every_report_is_a_case_file_that_reads_back(report: Report) -> None:
    case = first_case(report, "K3M9-PQ27", TODAY)
    again, warnings = parse_case(to_json(case), "case.json")
    assert again == case
    assert warnings == ()
    assert is_urgent(report) == bool(report.dangers or report.child != "no")
    assert set(risks(report)) == set(case.risks)


def test_nothing_is_guessed() -> None:
    case = first_case(of(what=("threat", "demand", "other"), words="  قال كذا  "), "K3M9-PQ27", TODAY)
    assert [(event.kind, event.at.known, event.wants) for event in case.events] == [
        ("threat_to_publish", False, None),
        ("demand", False, None),
    ]
    assert case.note == "قال كذا"
    assert case.identifiers == ()
    assert all(person.legal_name is None and person.nationality == () for person in case.persons)
    assert case.suspects[0].locations == ()
    assert case.risks == ()


def test_the_state_is_what_was_told_not_what_is_known() -> None:
    [place] = first_case(of(state="LY"), "K3M9-PQ27", TODAY).complainants[0].locations
    assert (place.state, place.certainty) == ("LY", "claimed")
    with pytest.raises(ValueError, match="case-unknown-state"):
        of(state="Libya")


@pytest.mark.parametrize(("child", "minors", "risky"), [("yes", 1, True), ("unsure", 0, True), ("no", 0, False)])
def test_a_child_is_a_person_of_the_case_only_when_somebody_said_so(child: str, minors: int, risky: bool) -> None:
    report = of(child=child)
    case = first_case(report, "K3M9-PQ27", TODAY)
    assert len([person for person in case.persons if person.minor]) == minors
    assert ("child_at_risk" in case.risks) == risky == concerns_child(report)


def test_no_answer_to_the_question_of_a_child_is_not_no() -> None:
    assert concerns_child(Report(language="ar"))


def test_who_asks_for_another_is_a_person_of_their_own() -> None:
    for who, roles in (("other", ("reporter",)), ("recipient", ("reporter", "recipient"))):
        case = first_case(of(who=who, relation="school"), "K3M9-PQ27", TODAY)
        assert case.person("reporter").roles == roles
        assert case.person("complainant").roles == ("complainant",)


def test_what_a_form_may_not_say_is_refused() -> None:
    for wrong in ({"words": "x" * 8001}, {"child": "maybe"}, {"name": "Amal"}, {"consents": ["everything"]}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"language": "ar"} | wrong, Report)
