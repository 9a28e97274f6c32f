"""Looking at an exhibit: what may be shown at all, the blurred and the clear picture, the beginning of a text."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.node import record
from longarm.casework.proof.exhibits import NEVER_OPENED, ExhibitView, exhibit_for, source_of, view_of
from longarm.casework.sandbox.picture import pictures_confined, render_confined, render_inside
from longarm.evidence.preview.inside import Inside
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
    files: tuple[Inside, ...] = ()  # pictures in it, where it is an archive
    inside: str | None = None  # the name of the one of them that `picture` is


def may_be_shown(exhibit: Exhibit | ExhibitView) -> bool:
    """May a page offer to look at it? What says no here is refused by `source_of` as well, before a byte is decrypted."""
    return exhibit.state not in NEVER_OPENED


def preview(actor: Actor, exhibit: UUID, *, clear: bool = False, number: int | None = None) -> Preview:
    """The exhibit as it can be looked at, or the file `number` in an archive; the look is recorded, and whether it was clear.

    Raises NotFound when it is not one of the actor's cases, NotAllowed for what must not be shown. What a hostile file
    does to its reader is an answer (`refused`), never an error.
    """
    opened, row = exhibit_for(actor, exhibit)
    seen = _looked_at(source_of(opened, row), Preview(view_of(opened, row), opened.id, "none", clear=False), clear, number)
    facts = {"how": seen.how, "clear": "yes" if seen.clear else "no"}
    facts |= {"refused": seen.refused} if seen.refused else {}
    facts |= {"inside": str(number)} if seen.how == "archive" and number is not None else {}
    with transaction.atomic():
        record(actor.user, "exhibit-previewed", organisation=actor.organisation, case=opened.id, object=exhibit, **facts)
    return seen


def _looked_at(source: VaultSource, blank: Preview, clear: bool, number: int | None) -> Preview:
    with source.open() as file:
        head = file.read(HEAD)
    how = shown_as(head).how
    blank = blank._replace(how=how)
    try:
        if how == "text":
            return blank._replace(text=text_preview(head, more=source.size > len(head)))
        if how == "picture":
            return blank._replace(picture=render_confined(_whole(source), blurred=not clear), clear=clear)
        if how == "archive" and number is None:
            return blank._replace(files=pictures_confined(source))
        if how == "archive" and number is not None:
            name, picture = render_inside(source, number, blurred=not clear)
            return blank._replace(picture=picture, inside=name, clear=clear)
    except Unfit as unfit:
        return blank._replace(refused=unfit.code)
    return blank


def _whole(source: VaultSource) -> bytes:
    if source.size > LARGEST:
        raise Unfit("large")
    with source.open() as file:
        return file.read()
