"""A file from a form without JavaScript: it comes in one request, and its size is known only when it has ended.

It is encrypted as it arrives, like every file, and handed to `giving` from there; in between it lies in the vault under a key
that only this request holds.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final
from uuid import UUID

from django.db import transaction

from longarm.casework.intake import giving
from longarm.casework.intake.returns import Holder, locked
from longarm.casework.node import node
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.errors import BadInput, LongarmError
from longarm.store.models import Channel
from longarm.store.vault import Incoming, VaultSource, remove

LARGEST: Final = 256 << 20  # bytes; more comes in pieces
_PIECE: Final = 1 << 20


class Whole:
    """One file on its way in. Raises NotAllowed on the child road and Conflict after a withdrawal, before the first byte."""

    def __init__(self, holder: Holder) -> None:
        with transaction.atomic():
            case, row, _ = locked(holder)
        if case.child:
            raise NotAllowed("giving-child-road")
        if row.state == Channel.State.WITHDRAWN:
            raise Conflict("holder-withdrawn")
        self._holder = holder
        self._file = Incoming(node().vault)

    def write(self, data: bytes) -> int:
        """Raises BadInput, leaving nothing, when the file is larger than such a form may send, or the disk is full."""
        if self._file.tell() + len(data) > LARGEST:
            self.discard()
            raise BadInput("giving-too-large", limit=LARGEST / 1024**3)
        return self._file.write(data)

    def finish(self, name: str) -> UUID:
        """The file is given, whole. Raises BadInput as `giving.begin` does; nothing is left then."""
        kept = self._file.keep()
        try:
            upload = giving.begin(self._holder, name, kept.size)
            try:
                self._hand_over(upload, VaultSource(node().vault, kept, name))
            except BaseException:
                with suppress(LongarmError):
                    giving.cancel(self._holder, upload)
                raise
            return upload
        finally:
            remove(node().vault, kept.name)

    def _hand_over(self, upload: UUID, source: VaultSource) -> None:
        offset = 0
        with source.open() as file:
            while piece := file.read(_PIECE):
                offset = giving.receive(self._holder, upload, offset, piece)
        giving.finish(self._holder, upload)

    def discard(self) -> None:
        self._file.discard()
