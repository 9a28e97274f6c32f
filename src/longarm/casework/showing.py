"""Looking at an exhibit: what may be shown at all, the blurred and the clear picture, the beginning of a text."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.exhibits import NEVER_OPENED, ExhibitView, exhibit_for, source_of, view_of
from longarm.casework.node import record
from longarm.casework.sandbox.picture import render_confined
from longarm.evidence.preview.kind import HEAD, How, shown_as
from longarm.evidence.preview.picture import LARGEST, Picture, Unfit
from longarm.evidence.preview.text import TextPreview, text_preview
from longarm.store.models import Exhibit
from longarm.store.vault import VaultSource


class Preview(NamedTuple):
    """How an exhibit looks. `picture` is blurred unless `clear`; `refused` ends the id of a sentence: `preview-refused-…`."""

    exhibit: ExhibitView
    case: UUID
    how: How
    clear: bool
    picture: Picture | None = None
    text: TextPreview | None = None
    refused: str | None = None


def may_be_shown(exhibit: Exhibit | ExhibitView) -> bool:
    """May a page offer to look at it? What says no here is refused by `source_of` as well, before a byte is decrypted."""
    return exhibit.state not in NEVER_OPENED


def preview(actor: Actor, exhibit: UUID, *, clear: bool = False) -> Preview:
    """The exhibit as it can be looked at; the look is recorded, and whether the picture was clear.

    Raises NotFound when it is not one of the actor's cases, NotAllowed for what must not be shown. What a hostile file
    does to its reader is an answer (`refused`), never an error.
    """
    opened, row = exhibit_for(actor, exhibit)
    seen = _looked_at(source_of(opened, row), Preview(view_of(opened, row), opened.id, "none", clear=False), clear=clear)
    with transaction.atomic():
        facts = {"how": seen.how, "clear": "yes" if seen.clear else "no"} | ({"refused": seen.refused} if seen.refused else {})
        record(actor.user, "exhibit-previewed", organisation=actor.organisation, case=opened.id, object=exhibit, **facts)
    return seen


def _looked_at(source: VaultSource, blank: Preview, *, clear: bool) -> Preview:
    with source.open() as file:
        head = file.read(HEAD)
        how = shown_as(head).how
        if how == "text":
            return blank._replace(how=how, text=text_preview(head, more=source.size > len(head)))
        if how != "picture":
            return blank._replace(how=how)
        if source.size > LARGEST:
            return blank._replace(how=how, refused="large")
        data = head + file.read()
    try:
        return blank._replace(how=how, picture=render_confined(data, blurred=not clear), clear=clear)
    except Unfit as unfit:
        return blank._replace(how=how, refused=unfit.code)
