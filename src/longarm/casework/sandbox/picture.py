"""A picture of a stranger, decoded and made anew in a child. The child's answer is not trusted either."""

from __future__ import annotations

import threading
from typing import Final

import msgspec

from longarm.casework.sandbox import frames, walls
from longarm.casework.sandbox.limits import PICTURE
from longarm.casework.sandbox.process import Child, Lost
from longarm.evidence.preview.picture import FORMATS, Picture, Unfit

_AT_ONCE: Final = threading.BoundedSemaphore(2)  # children of this process: each may take a gigabyte
_PATIENCE: Final = 20.0  # seconds
_CODES: Final = ("large", "damaged")


def render_confined(data: bytes, *, blurred: bool) -> Picture:
    """As `longarm.evidence.preview.render.render`.

    Raises Unfit, also with `busy`, `killed`, and `walls` where this machine has no wall that a picture may be opened behind.
    """
    if not _AT_ONCE.acquire(timeout=_PATIENCE):
        raise Unfit("busy")
    try:
        with Child("blurred" if blurred else "picture", PICTURE) as child:
            if walls.SYSTEM_CALLS not in child.walls():
                raise Unfit("walls")
            child.send(frames.FILE, data)
            kind, told = child.receive()
    except Lost:
        raise Unfit("killed") from None
    finally:
        _AT_ONCE.release()
    return _believed(kind, told)


def _believed(kind: bytes, told: bytes) -> Picture:
    try:
        if kind == frames.UNFIT:
            code = msgspec.json.decode(told, type=str)
            raise Unfit(code if code in _CODES else "damaged")
        made = msgspec.msgpack.decode(told, type=Picture)
    except msgspec.MsgspecError:
        raise Unfit("killed") from None
    if kind != frames.DONE or not made.jpeg.startswith(b"\xff\xd8\xff") or made.format not in FORMATS:
        raise Unfit("killed")
    return made
