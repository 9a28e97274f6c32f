"""A page of what an exhibit says, in the order of the file: the look is recorded, nothing else of the exhibit is decrypted."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.node import record
from longarm.casework.proof.exhibits import ExhibitView, exhibit_for, view_of
from longarm.casework.proof.reading import messages_of
from longarm.evidence.importers.contract import Message


class MessagePage(NamedTuple):
    """`messages` are those from the `first`-th on (counted from 1) of `total`."""

    exhibit: ExhibitView
    case: UUID
    first: int
    total: int
    messages: tuple[Message, ...]


def read_messages(actor: Actor, exhibit: UUID, first: int = 1, count: int = 100) -> MessagePage:
    """Messages of an exhibit, `count` at most. Raises NotFound when it is not one of the actor's cases."""
    opened, row = exhibit_for(actor, exhibit)
    view = view_of(opened, row)
    first = max(1, first)
    texts = (item for item in messages_of(opened, row) if isinstance(item, Message))
    shown = tuple(islice(texts, first - 1, first - 1 + count))
    with transaction.atomic():
        record(actor.user, "exhibit-viewed", organisation=actor.organisation, case=opened.id, object=exhibit, first=str(first))
    return MessagePage(view, opened.id, first, view.outcome.messages if view.outcome else 0, shown)
