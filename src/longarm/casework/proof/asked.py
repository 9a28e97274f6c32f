"""What a document would still have to be told: the fields that the case does not fill."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.case.model import Case, Person
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.node import record
from longarm.casework.proof.exhibits import exhibits_of
from longarm.casework.proof.with_exhibits import with_exhibits
from longarm.documents.draft import Asked, asks
from longarm.documents.form import form
from longarm.documents.recipients import recipient_of, takes_recipient
from longarm.law.load import load


class Wanted(NamedTuple):
    """`fields` the case does not fill, the mandatory ones first.

    `recipients`: whose statement it could be, `recipient`: whose it is. `case` is the case it is drafted from.
    """

    case: Case
    fields: tuple[Asked, ...]
    recipients: tuple[Person, ...]
    recipient: Person | None


def asked_for(
    actor: Actor,
    case: UUID,
    document: str,
    as_of: date,
    forum: str | None = None,
    *,
    path: str | None = None,
    recipient: str | None = None,
) -> Wanted:
    """What is still wanted for the document. Raises NotFound as `open_for` does, BadInput as `asks` does."""
    opened, shape = open_for(actor, case), form(document)
    at = case_at(opened)
    with transaction.atomic():
        record(actor.user, "case-read", organisation=opened.organisation, case=case, version=str(at.version))
    whole = with_exhibits(at.case, exhibits_of(opened))
    return Wanted(
        case=whole,
        fields=asks(document, whole, load(), as_of, forum=forum, path=path, recipient=recipient),
        recipients=whole.with_role("recipient") if takes_recipient(shape) else (),
        recipient=recipient_of(document, shape, whole, recipient),
    )
