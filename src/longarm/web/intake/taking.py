"""Where the bytes of the public pages' forms go: a file to its channel, encrypted as it comes, a piece of one to memory.

Who gives is known before the first byte, and not from the address: the token stands in the *name* of the file's field.
"""

from __future__ import annotations

from typing import Any, Final

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from longarm.casework.intake.given_whole import Whole
from longarm.casework.intake.returns import holder_of
from longarm.errors import LongarmError
from longarm.web.uploads import MAX_DROPPED, Arrived, Dropped, Held

FILE: Final = "file."  # then the token
PIECE: Final = "piece"
LARGEST_PIECE: Final = 1 << 20


class Taking(FileUploadHandler):
    """`refused`: why a file was not taken. What follows in the form is read past, a chunk at a time, and dropped."""

    chunk_size = 1 << 18

    def __init__(self) -> None:
        super().__init__()
        self.refused: LongarmError | None = None
        self.whole: Whole | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.whole, self.held, self.seen = None, bytearray(), 0
        field = self.field_name or ""
        if field.startswith(FILE) and self.refused is None:
            self._tried(lambda: setattr(self, "whole", Whole(holder_of(field.removeprefix(FILE)))))

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's signature
        self.seen += len(raw_data)
        if self.whole is None and self.seen > MAX_DROPPED:  # a page that is answered late is better than none, up to here
            raise StopUpload(connection_reset=True)
        if self.whole is not None:
            whole = self.whole
            self._tried(lambda: whole.write(raw_data))
        elif self.field_name == PIECE and self.seen <= LARGEST_PIECE:
            self.held += raw_data

    def file_complete(self, file_size: int) -> Arrived | Held | Dropped:
        whole, self.whole = self.whole, None
        if whole is not None and self.refused is None and file_size:
            self._tried(lambda: whole.finish(self.file_name or "-"))
            return Arrived(self.file_name or "-", file_size, whole)
        if whole is not None:
            whole.discard()
        if self.field_name == PIECE and self.seen <= LARGEST_PIECE:
            return Held("-", bytes(self.held))
        return Dropped(file_size)

    def upload_interrupted(self) -> None:
        self.discard()

    def discard(self) -> None:
        """What was not finished leaves nothing; after the end of a file this does nothing."""
        if self.whole is not None:
            self.whole.discard()

    def _tried(self, act: Any) -> None:
        try:
            act()
        except LongarmError as fault:
            self.refused, self.whole = fault, None
