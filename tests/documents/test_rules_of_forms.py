"""The rules that drafting keeps, one test for each (docs/papers.md, "Rules")."""

import io
from datetime import date

import msgspec
import pytest
from papers_made import answer_for, founding, made, words
from pypdf import PdfReader

from longarm.case.file import parse_case
from longarm.case.model import Case
from longarm.case.when import When
from longarm.documents.authentication import apostille
from longarm.documents.draft import draft, drafted, drafted_in
from longarm.documents.form import documents, fields, form
from longarm.errors import BadInput
from longarm.law.answer import PathsAnswer
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.texts import LANGUAGES

BY_AUTHORITY = [document for document in drafted() if form(document).by == "authority"]
TO_LIBYA = "subscriber_data:EG:LY"


def missing(document: str, name: str) -> set[str]:
    return {asked.id for asked in made(document, name).missing}


def test_rule_1_the_date_decides_the_law() -> None:
    before = draft("complaint-eg", founding("shorouk"), load(), "en", date(2026, 9, 30))
    after = draft("complaint-eg", founding("shorouk"), load(), "en", date(2026, 10, 1))
    assert before.pdf != after.pdf
    assert "Procedure under Law 150 of 1950" in _words(before.pdf)
    assert "Procedure under Law 174 of 2025" in _words(after.pdf)
    assert "Schriftform mit eigenhändiger Unterschrift" in words("complaint-de", "shams", "de")
    assert "genügt für den Strafantrag E-Mail" in words("complaint-de", "shams", "de", day=date(2024, 7, 17))
    assert "Law 5 of 2022 does not reach earlier facts" in words("complaint-ly", "shorouk")
    assert "Combating Cybercrimes (Libya)" not in words("complaint-ly", "shorouk")


def test_rule_2_certainty_is_printed_beside_every_statement_on_the_suspect() -> None:
    assert "Syria (as that person claims, not established)" in words("complaint-generic", "shams", forum="SY")
    assert "Libya, inferred, not established" in words("complaint-eg", "shorouk")
    assert "غير مؤكد" in words("complaint-iq", "shams", "ar")
    assert "Suspect unknown" in words("complaint-eg", "shorouk")


def test_rule_3_one_paper_lists_all_offences_and_asks_that_all_be_recorded() -> None:
    said = words("complaint-eg", "shorouk")
    known = [line.article for line in answer_for("shorouk").offences if line.state == "EG" and line.article != "unknown"]
    assert known
    assert all(article in said for article in known)
    assert "for all the facts set out in it, and not for one of them only" in said


def test_rule_4_times_are_printed_in_local_time_and_utc_and_a_missing_hour_is_said() -> None:
    said = _words(draft("telecom-request", _at_an_hour(founding("shorouk")), load(), "en", date(2022, 1, 4)).pdf)
    assert "21:14:00 (UTC+02:00), that is 30 December 2021, 19:14:00 (UTC)" in said
    assert "The file gives no hour" in words("telecom-request", "shorouk")


def test_rule_5_the_data_wanted_are_enumerated_and_never_all() -> None:
    said = words("mla-subscriber", "shorouk", path=TO_LIBYA)
    for point in ("name in which the number was registered", "registered address", "means of payment", "date of activation"):
        assert point in said
    for document in BY_AUTHORITY:
        assert "all data" not in words(document, "shorouk").lower()
        assert "جميع البيانات" not in words(document, "shorouk", "ar")


def test_rule_5_a_number_is_a_line_to_its_operator_and_an_account_to_a_company() -> None:
    assert "IMSI" in words("telecom-request", "shorouk")
    assert "IMSI" not in words("provider-request", "shorouk")
    assert "sign-in log" not in words("provider-request", "shorouk")  # traffic data need more than a direct request


def test_rule_6_the_assistance_treaty_governs_and_the_arab_convention_fills_the_gap_only() -> None:
    said = words("mla-subscriber", "shorouk", path=TO_LIBYA)
    assert said.index("Libya-Egypt agreement") < said.index("It governs this request") < said.index("Riyadh Arab Agreement")
    assert "34(2)" not in said
    gap = _words(_only(answer_for("shorouk"), "arab-convention-2010", ("32", "34")))
    assert "article 34(2) to (9) of the Arab Convention" in gap


def test_rule_6_without_a_treaty_the_request_rests_on_reciprocity_and_says_so() -> None:
    said = words("mla-stored-data", "shams", path="stored_data:IQ:IE")
    assert "No treaty is known to bind both states in this measure" in said
    assert "assurance of reciprocity" in said
    assert "reciprocity" not in words("mla-subscriber", "shorouk", path=TO_LIBYA)


def test_rule_7_assistance_and_takedown_ask_first_whether_the_data_are_preserved() -> None:
    for document in ("mla-subscriber", "mla-stored-data"):
        assert "prev_requests" in missing(document, "shorouk")
        assert "Not preserved yet: the preservation request goes first" in words(document, "shorouk")
    for kind in ("ncii", "impersonation", "blackmail"):
        assert "preserved" in missing(f"platform-report-{kind}", "shorouk")
    assert "preserved" not in form("platform-report-child").fields


def test_rule_7_the_reminder_is_at_two_thirds_of_the_period() -> None:
    said = words("preservation-request", "shorouk")
    assert "At least 60 days, that is until 5 March 2022" in said
    assert "Remind on 13 February 2022" in said
    assert "At least 90 days" in words("preservation-request", "shorouk", path="preserve_data:EG:US")


@pytest.mark.parametrize("document", BY_AUTHORITY)
def test_rule_8_an_organisation_gives_notice_with_a_draft_attached_and_an_authority_writes_itself(document: str) -> None:
    notice = words(document, "shorouk")
    assert notice.index("Notice with a draft request attached") < notice.index("Attached: draft request")
    assert "has written to no foreign authority and no company" in notice
    assert "Notice with a draft" not in words(document, "shorouk", authority=True)


def test_rule_8_what_a_person_or_a_caseworker_signs_needs_no_notice() -> None:
    for document in set(drafted()) - set(BY_AUTHORITY):
        assert "Notice with a draft" not in words(document, "shorouk")


def test_rule_8_an_operator_is_asked_by_the_authority_of_its_own_state() -> None:
    said = words("telecom-request", "shorouk")
    assert "Requesting authority Public Prosecution of Libya" in said
    assert "sent by the competent authority of Libya only" in said
    assert "Law 175 of 2018" not in said


def test_rule_9_the_domicile_is_elected_unless_another_is_typed_at_signing() -> None:
    assert "Address for service (lawyer or organisation)" in words("complaint-eg", "shorouk")
    assert "complainant_domicile" in missing("complaint-eg", "shorouk")


@pytest.mark.parametrize("document", sorted(drafted()))
def test_rule_10_no_paper_shows_a_picture_or_describes_an_act_towards_a_child(document: str) -> None:
    name = "diplomat" if document in ("complaint-fr", "complaint-ly", "complaint-eg") else "shams"
    paper = made(document, name)
    assert not [image for page in PdfReader(io.BytesIO(paper.pdf)).pages for image in page.images]
    said = words(document, name)
    assert said.count("demanded acts concerning") <= said.count("They are not described here")


def test_rule_10_a_report_on_an_adults_pictures_names_no_child() -> None:
    assert "daughter" not in words("platform-report-ncii", "shams")
    assert "under 18" not in words("platform-report-ncii", "shams").lower().replace("(under 18?)", "")
    assert "under 18" in words("platform-report-child", "shams")


def test_rule_11_no_form_has_a_field_for_a_password() -> None:
    for name, known in fields().items():
        said = " ".join((name, known.label.en, known.label.ar, known.label.fr)).lower()
        assert not any(word in said for word in ("password", "passcode", "كلمة السر", "كلمة المرور", "mot de passe")), name


def test_rule_12_each_receiver_has_its_language() -> None:
    assert all(set(LANGUAGES) <= set(drafted_in(document)) for document in drafted())
    assert "de" in drafted_in("complaint-de")
    assert "الشكوى" in words("complaint-iq", "shams", "ar")
    assert "Reading copy" in words("complaint-iq", "shams", "en")
    assert "Reading copy" not in words("complaint-generic", "strikeback", "en")
    assert "A certified translation is to be attached" in words("mla-stored-data", "shams", path="stored_data:IQ:DE")
    assert "zugelassenen Sprache" in words("mla-stored-data", "shams", "de", path="stored_data:IQ:DE")


@pytest.mark.parametrize(
    ("one", "other", "day", "both"),
    [
        ("SA", "DE", date(2022, 12, 6), False),
        ("SA", "DE", date(2022, 12, 7), True),
        ("BH", "OM", date(2013, 12, 31), True),
        ("EG", "DE", date(2026, 11, 24), False),
        ("DE", "IQ", date(2026, 11, 24), False),
    ],
)
def test_rule_13_an_apostille_only_where_both_are_known_as_parties_on_that_day(
    one: str, other: str, day: date, *, both: bool
) -> None:
    assert apostille(one, other, day) is both
    assert apostille(other, one, day) is both


def test_rule_13_otherwise_ministry_and_consulate() -> None:
    said = words("power-of-attorney-sheet", "ahmed")
    assert "Before the consular section of Egypt in United Arab Emirates" in said
    assert "legalised by its foreign ministry and then by the consulate of Egypt" in said


def test_the_take_it_down_act_is_met_from_the_day_of_its_duty_on() -> None:
    later = words("platform-report-ncii", "shams", day=date(2026, 5, 19))
    for content in ("identification of the depiction", "good-faith statement", "contact information", "signature of the person"):
        assert content in later
    assert "within 48 hours" in later
    assert "48 hours" not in words("platform-report-ncii", "shams", day=date(2026, 5, 18))


def test_the_emergency_test_is_met_by_facts_and_names_no_danger_at_home() -> None:
    said = words("emergency-disclosure", "shams")
    assert "Acts concerning a minor were demanded" in said
    assert "told to the officer in person" in said
    assert "family" not in said.lower()
    assert "imminent" in {asked.id for asked in made("emergency-disclosure", "shorouk").missing}


def test_the_own_embassy_is_asked_about_and_a_no_ends_the_draft() -> None:
    assert "own_embassy_safe" in missing("consular-statement", "ahmed")
    with pytest.raises(BadInput) as refused:
        draft("consular-statement", founding("ahmed"), load(), "ar", date(2021, 8, 15), answers={"own_embassy_safe": "no"})
    assert refused.value.message == "draft-forbidden"


def test_one_document_is_known_and_not_drafted_and_one_goes_through_its_gate() -> None:
    refusals = {}
    for document in set(documents()) - set(drafted()):
        with pytest.raises(BadInput) as refused:
            made(document, "shorouk", "ar")
        refusals[document] = refused.value.message
    assert refusals == {"hit-notification": "draft-not-drafted-here", "lawful-notice": "draft-through-its-gate"}


def _words(pdf: bytes) -> str:
    from papers_made import text_of

    return " ".join(text_of(pdf).split())


def _at_an_hour(case: Case) -> Case:
    """The case with an exact local time for its threat."""
    at = When.parse("2021-12-30T21:14:00+02:00")
    events = tuple(msgspec.structs.replace(e, at=at) if e.kind == "threat_to_publish" else e for e in case.events)
    return msgspec.structs.replace(case, events=events)


def _only(answer: PathsAnswer, instrument: str, articles: tuple[str, ...]) -> bytes:
    """The request to Libya as if that instrument alone bound both."""
    path = next(path for path in answer.paths if path.id == TO_LIBYA)
    basis = msgspec.structs.replace(
        path.basis[0], instrument=instrument, articles=articles, binding="yes", fits="yes", sources=()
    )
    alone = msgspec.structs.replace(answer, paths=(msgspec.structs.replace(path, basis=(basis,)),))
    return draft("mla-subscriber", founding("shorouk"), load(), "en", date(2022, 1, 4), answer=alone).pdf


def test_a_request_is_addressed_to_an_authority_the_facts_name_outside_their_channels() -> None:
    facts, day = load(), date(2026, 11, 29)
    case = parse_case(_TO_US, "case").case
    answer = paths(case, facts, day, trace_case(case, facts))
    found = next(path for path in answer.paths if path.action == "preserve_data" and path.before and path.before.id == "US:247")
    assert facts.channel("US:247") is None
    made_for = draft("preservation-request", case, facts, "en", day, path=found.id)
    assert found.before.name["en"] in _words(made_for.pdf)


_TO_US = """\
longarm: case/1
reference: X
persons:
  - {id: complainant, roles: [complainant], nationality: [FR], locations: [{state: FR}]}
  - {id: suspect, roles: [suspect], locations: [{state: US}]}
identifiers:
  - {id: p, type: phone, value: "+12025550117", used_by: suspect}
events:
  - {id: e, at: 2026-11-20, kind: threat_to_publish, by: suspect, to: complainant}
"""
