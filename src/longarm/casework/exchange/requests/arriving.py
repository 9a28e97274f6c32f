"""Files on their way in, piece by piece, still under their senders' keys: written as they come, looked at when whole.

A piece that was here already changes nothing; one that leaves a gap is answered with how much is here, and the sender goes on
from there. What a crash or a restore has lost begins again.
"""

from __future__ import annotations

import hashlib
import os
from typing import BinaryIO, Final
from uuid import UUID

from django.db import transaction

from longarm.casework.exchange.requests.opened import lock_both
from longarm.casework.node import node
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import Piece
from longarm.store.models import Attachment, Member
from longarm.store.vault import ARRIVING, path_of, sync

_SPARE: Final = 1 << 30  # bytes of the disk that stay free


def take_piece(sender: Member, piece: Piece) -> int:
    """Returns how much of the file is here. Raises Refused for a file nobody spoke of, or where there is no room."""
    with transaction.atomic():
        row = _row(sender, piece)
        if row.state != Attachment.State.ARRIVING:
            return row.stored
        root = node().vault
        part = root / f"{ARRIVING}{row.vault_name}"
        try:
            # Never more than the disk holds: a crash before the row was written leaves more, a restore less.
            here = min(row.arrived, part.stat().st_size) if part.exists() else 0
            room = os.statvfs(root)
            if piece.at > here or piece.at + len(piece.data) > row.stored:
                return _note(row, here)
            if room.f_bavail * room.f_frsize < _SPARE:
                raise Refused("busy")
            with _opened(part) as file:
                file.seek(piece.at)
                file.write(piece.data)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            raise Refused("busy") from None
        here = max(here, piece.at + len(piece.data))
        if here == row.stored:
            target = path_of(root, row.vault_name)
            target.parent.mkdir(mode=0o700, exist_ok=True)
            part.rename(target)
            sync(target.parent)
            row.state = Attachment.State.WHOLE
        return _note(row, here)


def stored_as_said(row: Attachment, sha256: bytes) -> bool:
    """Are the bytes here the ones the letter spoke of?"""
    found = hashlib.sha256()
    with path_of(node().vault, row.vault_name).open("rb") as source:
        while block := source.read(1 << 20):
            found.update(block)
    return found.digest() == sha256


def _row(sender: Member, piece: Piece) -> Attachment:
    request = lock_both(UUID(bytes=piece.request))
    if request is None or request.peer_id != sender.id:
        raise Refused("unknown")
    row = Attachment.objects.filter(request=request, ours=False, vault_name=piece.name).first()
    if row is None:
        raise Refused("unknown")
    return row


def _note(row: Attachment, here: int) -> int:
    row.arrived = here
    row.save(update_fields=["arrived", "state"])
    return here


def _opened(path: os.PathLike[str]) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
