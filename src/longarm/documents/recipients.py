"""Whose statement a paper is, where third persons got messages: the recipient named, else the only one of the case."""

from __future__ import annotations

from collections.abc import Mapping

from longarm.case.model import Case, Person
from longarm.documents.form import Form
from longarm.errors import BadInput
from longarm.texts import Language, say


def takes_recipient(shape: Form) -> bool:
    """Is it the statement of a recipient?"""
    return "witness_name" in shape.fields


def recipient_of(document: str, shape: Form, case: Case, wanted: str | None) -> Person | None:
    """The recipient whose statement it is; None where several could be and none was named: then it is left to whoever writes it.

    Raises BadInput when `wanted` is no recipient of the case, or when the document is nobody's statement.
    """
    if not takes_recipient(shape):
        if wanted:
            raise BadInput("draft-takes-no-recipient", document=document, recipient=wanted)
        return None
    recipients = case.with_role("recipient")
    if wanted is None:
        return recipients[0] if len(recipients) == 1 else None
    found = next((person for person in recipients if person.id == wanted), None)
    if found is None:
        known = ", ".join(person.id for person in recipients) or "-"
        raise BadInput("draft-no-such-recipient", recipient=wanted, recipients=known)
    return found


def remark(
    shape: Form, case: Case, recipient: Person | None, language: Language, called: Mapping[str, str] | None = None
) -> str | None:
    """One sentence where a name is missing: nobody was chosen among several, or the case holds no legal name of the one.

    `called`: how the reader calls each person, by id; without it the ids stand there.
    """
    name = called or {}
    if not takes_recipient(shape):
        return None
    recipients = case.with_role("recipient")
    if recipient is None and recipients:
        listed = ("، " if language == "ar" else ", ").join(name.get(person.id, person.id) for person in recipients)
        return say("draft-recipient-not-chosen", language, recipients=listed)
    if recipient is not None and not recipient.legal_name:
        return say("draft-recipient-unnamed", language, recipient=name.get(recipient.id, recipient.alias or recipient.id))
    return None
