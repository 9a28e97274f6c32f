"""A draft says what the case holds, leaves blank what it does not, and lists the blanks."""

import io
from datetime import date

import pytest
from papers_made import answer_for, founding, made, text_of
from pypdf import PdfReader

from longarm.documents.draft import asks, draft, drafted, drafted_in
from longarm.documents.fill import IN_TEMPLATE
from longarm.documents.form import form
from longarm.documents.matter import ExhibitLine, Seal
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.texts import LANGUAGES

DAY = date(2022, 1, 4)
DIGEST = "ab" * 32
EVERY = [(document, language) for document in drafted() for language in drafted_in(document)]
# A case for each paper that is of one state; the others are drafted for Shorouk.
CASES = {"complaint-de": "shams", "complaint-iq": "shams", "complaint-fr": "diplomat"}
# Asked, and for good reason on no page that leaves the desk.
UNPRINTED = {"own_embassy_safe"}


@pytest.mark.parametrize(("document", "language"), EVERY)
def test_every_drafted_document_becomes_tagged_pages(document: str, language) -> None:  # type: ignore[no-untyped-def]
    paper = made(document, CASES.get(document, "shorouk"), language)
    reader = PdfReader(io.BytesIO(paper.pdf))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == language
    assert founding(CASES.get(document, "shorouk")).reference in text_of(paper.pdf)


@pytest.mark.parametrize("document", sorted(drafted()))
def test_whatever_is_answered_is_printed(document: str) -> None:
    names = [name for name in form(document).fields if name not in IN_TEMPLATE | UNPRINTED]
    answers = {name: f"Q{place:03d}Q" for place, name in enumerate(names)}
    name = CASES.get(document, "shorouk")
    paper = draft(document, founding(name), load(), "en", DAY, answers=answers, answer=answer_for(name))
    assert [name for name in names if answers[name] not in text_of(paper.pdf)] == []
    assert {asked.id for asked in paper.missing} <= UNPRINTED


def test_the_egyptian_complaint_lists_every_fact_and_the_number_with_its_state() -> None:
    text = text_of(draft("complaint-eg", founding("shorouk"), load(), "ar", DAY).pdf)
    assert "+218910000017" in text
    for said in ("انتحل المشتبه فيه صفة", "مديرية أمن القليوبية", "ليبيا", "٣٠ ديسمبر ٢٠٢١", "الاختصاص"):
        assert said in text, said


def test_the_legal_name_is_asked_and_the_alias_never_printed_for_it() -> None:
    made = draft("complaint-eg", founding("shorouk"), load(), "en", DAY)
    assert "complainant_name" in [asked.id for asked in made.missing]
    assert "Shorouk" not in text_of(made.pdf)
    given = draft("complaint-eg", founding("shorouk"), load(), "en", DAY, answers={"complainant_name": "Name Given At Signing"})
    assert "complainant_name" not in [asked.id for asked in given.missing]
    assert "Name Given At Signing" in text_of(given.pdf)


def test_no_act_towards_a_child_is_described() -> None:
    text = text_of(draft("complaint-generic", founding("shams"), load(), "en", date(2021, 9, 30)).pdf)
    assert "They are not described here" in text


def test_the_inventory_prints_digests_and_says_when_nothing_is_stamped() -> None:
    exhibits = (ExhibitLine(id="E0001", description="chat export", sha256=DIGEST, size=12, received_at="2022-01-04T10:15:00Z"),)
    made = draft("evidence-inventory", founding("shorouk"), load(), "en", DAY, exhibits=exhibits, seal=Seal(sha256="cd" * 32))
    text = text_of(made.pdf)
    assert DIGEST in text.replace("\n", "")
    assert "not time-stamped yet" in text
    assert [asked.id for asked in made.missing] == ["exhibit_sensitive"]


def test_without_exhibits_the_inventory_says_what_it_lacks() -> None:
    missing = {asked.id for asked in draft("evidence-inventory", founding("shorouk"), load(), "ar", DAY).missing}
    assert {"exhibit_no", "exhibit_hash", "bundle_hash", "seal_time"} <= missing


def test_the_same_case_gives_the_same_bytes() -> None:
    first, again = (draft("complaint-eg", founding("shorouk"), load(), "ar", DAY).pdf for _ in range(2))
    assert first == again


@pytest.mark.parametrize(
    "hostile", ['#panic("x")', "$x$ *y* _z_", "\\u{0} `#eval`", '"; #sys.inputs', "<label> @ref", "[" * 5000]
)
def test_an_answer_is_printed_and_never_run(hostile: str) -> None:
    made = draft("complaint-eg", founding("shorouk"), load(), "en", DAY, answers={"harm": hostile})
    assert hostile[:4] in text_of(made.pdf)


def test_what_would_be_asked_is_told_before_anything_is_written() -> None:
    asked = asks("complaint-eg", founding("shorouk"), load(), DAY)
    assert {"complainant_name", "complainant_id", "complaint_wish"} <= {x.id for x in asked if x.mandatory}
    assert not any(x.mandatory for x in asked[[x.mandatory for x in asked].index(False) :])


@pytest.mark.parametrize(
    ("document", "answers", "message"),
    [
        ("hit-notification", {}, "draft-not-drafted-here"),
        ("complaint-eq", {}, "draft-no-such-document"),
        ("complaint-eg", {"adressee": "x"}, "draft-no-such-field"),
    ],
)
def test_what_cannot_be_drafted_is_refused_in_one_sentence(document: str, answers: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput) as refused:
        draft(document, founding("shorouk"), load(), "ar", DAY, answers=answers)
    assert refused.value.message == message
    assert all(refused.value.in_language(language) for language in LANGUAGES)


def test_the_custody_record_names_hands_by_role_and_carries_the_digest_of_the_bundle() -> None:
    exhibits = (
        ExhibitLine(id="E0001", description="chat export", sha256=DIGEST, source="complainant", received_at="2022-01-04"),
    )
    seal = Seal(sha256="cd" * 32)
    paper = draft(
        "chain-of-custody", founding("shorouk"), load(), "en", DAY, answer=answer_for("shorouk"), exhibits=exhibits, seal=seal
    )
    text = text_of(paper.pdf)
    assert "the complainant" in text
    assert "cd" * 32 in text.replace("\n", "")
    assert not paper.missing
