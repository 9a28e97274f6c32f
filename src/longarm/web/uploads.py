"""What happens to an uploaded file's bytes while they arrive: never a temporary file, never more than one chunk in memory."""

from __future__ import annotations

import hashlib
from typing import Any, NoReturn

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MAX_DROPPED = 64 * 1024 * 1024


class Dropped(UploadedFile):
    """A file that was read and not kept: its size and its SHA-256 are all that is left."""

    def __init__(self, size: int, sha256: str) -> None:
        super().__init__(file=None, name="-", content_type=None, size=size)
        self.sha256 = sha256

    def read(self, *_: Any) -> NoReturn:
        raise ValueError("not kept")


class DroppedUpload(FileUploadHandler):
    """The default: every root must say what it does with files, and until it does they are counted and let go."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.seen = 0
        self.hash = hashlib.sha256()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's signature
        self.seen += len(raw_data)
        if self.seen > MAX_DROPPED:
            raise StopUpload(connection_reset=True)
        self.hash.update(raw_data)

    def file_complete(self, file_size: int) -> Dropped:
        return Dropped(file_size, self.hash.hexdigest())
