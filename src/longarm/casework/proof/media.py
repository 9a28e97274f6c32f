"""Sound and film to play, and copies to keep: streamed while they are decrypted, each recorded."""

from __future__ import annotations

import threading
import time
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.node import record
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import Download
from longarm.casework.proof.exhibits import about_of, code_of, exhibit_for, source_of
from longarm.casework.refusals import NotFound
from longarm.evidence.preview.kind import HEAD, shown_as
from longarm.store.vault import VaultSource

# A player asks for a file in many pieces: within these seconds they are one look, and one line of the record.
_ONE_LOOK: Final = 600.0
_looks: Final[dict[tuple[UUID, UUID], float]] = {}
_looking: Final = threading.Lock()

# Endings that no program runs or draws as a page by itself; all others become `.bin`.
_TAME: Final = frozenset({
    *("txt", "csv", "json", "xml", "eml", "mbox", "zip", "pdf", "rtf", "docx", "xlsx", "pptx", "odt", "ods"),
    *("jpg", "jpeg", "png", "gif", "webp", "bmp", "heic", "avif"),
    *("mp3", "m4a", "aac", "ogg", "opus", "oga", "wav", "flac", "amr", "mp4", "3gp", "mov", "webm", "mkv"),
    *("warc", "wacz", "db", "sqlite", "crypt14", "crypt15"),
})  # fmt: skip


class Media(NamedTuple):
    """`type` is a media type of a closed list, decided by the bytes."""

    type: str
    size: int
    source: VaultSource


def open_media(actor: Actor, exhibit: UUID) -> Media:
    """An exhibit to play. Raises NotFound when it is neither sound nor film or not one of the actor's cases.

    Raises NotAllowed as `preview` does.
    """
    opened, row = exhibit_for(actor, exhibit)
    source = source_of(opened, row)
    with source.open() as file:
        shown = shown_as(file.read(HEAD))
    if shown.how not in ("audio", "video"):
        raise NotFound("casework-no-such-exhibit")
    if _new_look(actor.user, exhibit):
        with transaction.atomic():
            record(actor.user, "exhibit-played", organisation=actor.organisation, case=opened.id, object=exhibit, how=shown.how)
    return Media(shown.type, source.size, source)


def hand_out(actor: Actor, exhibit: UUID, purpose: str) -> Download:
    """A copy of the exhibit as received; by whom and for what stands in the custody and the audit record.

    Raises NotFound and NotAllowed as `preview`.
    """
    opened, row = exhibit_for(actor, exhibit)
    source, about = source_of(opened, row), about_of(opened, row)
    with transaction.atomic():
        custody.note(opened, actor.user, "exported", code_of(row.number), digest=f"sha256:{about.sha256}", purpose=purpose)
        record(actor.user, "exhibit-exported", organisation=actor.organisation, case=opened.id, object=exhibit)
    ending = PurePosixPath(about.name).suffix.lower().removeprefix(".")
    name = f"{code_of(row.number)}.{ending if ending in _TAME else 'bin'}"
    return Download(name, row.size, source)


def _new_look(user: UUID, exhibit: UUID) -> bool:
    now = time.monotonic()
    with _looking:
        for look in [look for look, at in _looks.items() if now - at > _ONE_LOOK]:
            del _looks[look]
        if (user, exhibit) in _looks:
            return False
        _looks[user, exhibit] = now
        return True
