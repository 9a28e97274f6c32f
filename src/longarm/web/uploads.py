"""What happens to an uploaded file's bytes while they arrive: never a temporary file, never more than one chunk in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, Protocol

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MAX_DROPPED = 64 * 1024 * 1024


class Dropped(UploadedFile):  # type: ignore[type-arg]  # not generic at run time
    """A file that was read past and not kept: its size is all that is left."""

    def __init__(self, size: int) -> None:
        super().__init__(file=None, name="-", content_type=None, size=size)

    def read(self, *_: Any) -> NoReturn:
        raise ValueError("not kept")


class DroppedUpload(FileUploadHandler):
    """The default: every root must say what it does with files, and what comes where none are taken is let go."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.seen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's signature
        self.seen += len(raw_data)
        if self.seen > MAX_DROPPED:
            raise StopUpload(connection_reset=True)

    def file_complete(self, file_size: int) -> Dropped:
        return Dropped(file_size)


class Held(UploadedFile):  # type: ignore[type-arg]
    """A small file of ours (a case file), held in memory for the one request."""

    def __init__(self, name: str, data: bytes) -> None:
        super().__init__(file=None, name=name, content_type=None, size=len(data))
        self.data = data


class HeldUpload(FileUploadHandler):
    """Holds up to `limit` bytes and one more, by which whoever reads it sees that it was too large. Of all files of a form
    together: a form is read before it is known who sends it."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.left = limit + 1
        self.seen = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        self.seen += len(raw_data)
        if self.seen > MAX_DROPPED:
            raise StopUpload(connection_reset=True)
        taken = raw_data[: self.left]
        self.left -= len(taken)
        self.held += taken

    def file_complete(self, file_size: int) -> Held:  # noqa: ARG002
        return Held(self.file_name or "-", bytes(self.held))


class Sink(Protocol):
    """Where the desk's uploads go: `casework.exhibits.Receiving`."""

    def write(self, data: bytes) -> int: ...

    def discard(self) -> None: ...


class Arrived(UploadedFile):  # type: ignore[type-arg]
    """A file whose bytes lie encrypted in the vault: an exhibit once the view says so, else nothing of it stays."""

    def __init__(self, name: str, size: int, sink: Sink) -> None:
        super().__init__(file=None, name=name, content_type=None, size=size)
        self.sink = sink


class SealedUpload(FileUploadHandler):
    """Writes each chunk to a sink that encrypts it. `open_sink` makes one for each file; its errors end the upload."""

    chunk_size = 1 << 20

    def __init__(self, open_sink: Callable[[], Sink]) -> None:
        super().__init__()
        self.open_sink = open_sink
        self.sinks: list[Sink] = []

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.sinks.append(self.open_sink())

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        self.sinks[-1].write(raw_data)

    def file_complete(self, file_size: int) -> Arrived:
        return Arrived(self.file_name or "-", file_size, self.sinks[-1])

    def discard(self) -> None:
        """What was not finished leaves nothing; after `finish` this does nothing."""
        for sink in self.sinks:
            sink.discard()
