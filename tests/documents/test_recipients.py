"""The statement of a recipient, where several persons got messages: whose it is, and what is never told to that person."""

from datetime import date

import msgspec
import pytest
from papers_made import DAYS, founding, text_of

from longarm.case.model import Case
from longarm.documents.draft import Draft, asks, draft
from longarm.documents.form import form
from longarm.documents.matter import ExhibitLine
from longarm.documents.recipients import recipient_of, remark
from longarm.errors import BadInput
from longarm.law.load import load

STATEMENT = "recipient-statement"
DAY: date = DAYS["ahmed"]
SAFE = "only by the school's office, 10 to 12"


def ahmed() -> Case:
    """Two recipients; the school has a name and a safe contact, and so has the person harmed."""
    case = founding("ahmed")
    given = {
        "school": {"legal_name": "Example School Testova", "safe_contact": SAFE},
        "complainant": {"safe_contact": "never at home"},
    }
    persons = tuple(msgspec.structs.replace(person, **given.get(person.id, {})) for person in case.persons)
    return msgspec.structs.replace(case, persons=persons)


def statement(recipient: str | None) -> Draft:
    exhibits = (ExhibitLine(id="E0001", description="letter", sha256="ab" * 32, source="The School"),)
    return draft(STATEMENT, ahmed(), load(), "en", DAY, recipient=recipient, exhibits=exhibits)


def words(made: Draft) -> str:
    return " ".join(text_of(made.pdf).split())


def test_each_recipient_has_an_own_statement() -> None:
    school, friend = statement("school"), statement("friend-1")
    assert (school.recipient, friend.recipient) == ("school", "friend-1")
    assert "Testova" in words(school)
    assert "Testova" not in words(friend)
    assert "witness_name" in {asked.id for asked in friend.missing}
    assert "abab" in words(school).replace(" ", "")
    assert "abab" not in words(friend).replace(" ", "")


def test_a_recipient_is_never_told_how_to_reach_the_person_harmed() -> None:
    assert SAFE in words(statement("school")).replace("’", "'")
    for recipient in ("school", "friend-1", None):
        assert "never at home" not in words(statement(recipient))


def test_nobody_chosen_among_several_leaves_blanks_and_says_so() -> None:
    made = statement(None)
    assert made.recipient is None
    assert "Testova" not in words(made)
    said = remark(form(STATEMENT), ahmed(), None, "en")
    assert said is not None
    assert "school, friend-1" in said


def test_a_missing_name_is_one_sentence_and_a_known_one_is_none() -> None:
    case, shape = ahmed(), form(STATEMENT)
    assert remark(shape, case, recipient_of(STATEMENT, shape, case, "school"), "en") is None
    said = remark(shape, case, recipient_of(STATEMENT, shape, case, "friend-1"), "ar")
    assert said is not None
    assert "a friend" in said


@pytest.mark.parametrize(
    ("document", "recipient", "message"),
    [(STATEMENT, "complainant", "draft-no-such-recipient"), ("complaint-eg", "school", "draft-takes-no-recipient")],
)
def test_somebody_else_is_refused(document: str, recipient: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        asks(document, ahmed(), load(), DAY, recipient=recipient)
    assert refused.value.message == message
