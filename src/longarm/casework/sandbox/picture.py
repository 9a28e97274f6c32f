"""A picture of a stranger, decoded and made anew in a child. The child's answer is not trusted either."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec

from longarm.casework.sandbox import frames, walls
from longarm.casework.sandbox.limits import PICTURE
from longarm.casework.sandbox.process import Child, Lost
from longarm.casework.sandbox.reader import Serving, sayable
from longarm.evidence.preview.inside import Inside
from longarm.evidence.preview.picture import FORMATS, Picture, Unfit
from longarm.evidence.source import Source

_AT_ONCE: Final = threading.BoundedSemaphore(2)  # children of this process: each may take a gigabyte
_PATIENCE: Final = 20.0  # seconds
_CODES: Final = ("large", "damaged")


def render_confined(data: bytes, *, blurred: bool) -> Picture:
    """As `longarm.evidence.preview.render.render`.

    Raises Unfit, also with `busy`, `killed`, and `walls` where this machine has no wall that a picture may be opened behind.
    """
    with _child("blurred" if blurred else "picture") as child:
        child.send(frames.FILE, data)
        return _believed(msgspec.msgpack.decode(_done(child.receive()), type=Picture))


def pictures_confined(source: Source) -> tuple[Inside, ...]:
    """As `longarm.evidence.preview.inside.pictures_inside`. Raises Unfit as `render_confined` does."""
    with _child("listing") as child:
        child.send(frames.FILE, msgspec.json.encode((sayable(source.name), source.size)))
        return msgspec.msgpack.decode(_done(next(Serving(child, source).words())), type=tuple[Inside, ...])


def render_inside(source: Source, number: int, *, blurred: bool) -> tuple[str, Picture]:
    """Name and picture of a file in the archive `source`. Raises Unfit as `render_confined` does."""
    with _child("blurred-inside" if blurred else "picture-inside") as child:
        child.send(frames.FILE, msgspec.json.encode((sayable(source.name), source.size, number)))
        name, made = msgspec.msgpack.decode(_done(next(Serving(child, source).words())), type=tuple[str, Picture])
        return name, _believed(made)


@contextmanager
def _child(task: str) -> Iterator[Child]:
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise Unfit("busy")
    try:
        with Child(task, PICTURE) as child:
            if walls.SYSTEM_CALLS not in child.walls():
                raise Unfit("walls")
            yield child
    except (Lost, msgspec.MsgspecError):
        raise Unfit("killed") from None
    finally:
        _AT_ONCE.release()


def _done(word: tuple[bytes, bytes]) -> bytes:
    kind, told = word
    if kind == frames.UNFIT:
        code = msgspec.json.decode(told, type=str)
        raise Unfit(code if code in _CODES else "damaged")
    if kind != frames.DONE:
        raise Unfit("killed")
    return told


def _believed(made: Picture) -> Picture:
    if not made.jpeg.startswith(b"\xff\xd8\xff") or made.format not in FORMATS:
        raise Unfit("killed")
    return made
