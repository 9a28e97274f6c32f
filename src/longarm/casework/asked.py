"""What a document would still have to be told: the fields that the case does not fill."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at
from longarm.casework.exhibits import exhibits_of
from longarm.casework.with_exhibits import with_exhibits
from longarm.documents.draft import Asked, asks
from longarm.law.load import load


def asked_for(
    actor: Actor, case: UUID, document: str, as_of: date, forum: str | None = None, *, path: str | None = None
) -> tuple[Asked, ...]:
    """The open fields, the mandatory ones first. Raises NotFound as `open_for` does, BadInput for an unknown document."""
    opened = open_for(actor, case)
    whole = with_exhibits(case_at(opened).case, exhibits_of(opened))
    return asks(document, whole, load(), as_of, forum=forum, path=path)
