"""Recordings of a stranger's file heard in a child. What it says is checked in form; one that it dies of is passed over."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from longarm.casework.sandbox import frames, walls
from longarm.casework.sandbox.hearing import Heard
from longarm.casework.sandbox.limits import LISTENING
from longarm.casework.sandbox.looks import MOST
from longarm.casework.sandbox.process import Child, Lost
from longarm.casework.sandbox.reader import Serving, sayable
from longarm.evidence.source import BytesSource, Source

_DEATHS: Final = 3  # of children of one file: who sends more than that sends nothing to be heard
_LONGEST: Final = 4 * 1000  # bytes of a fingerprint: two minutes


class Listened(NamedTuple):
    """Fingerprints by SHA-256, and how many recordings have none, by the reason (`Heard.why`, or `broken`)."""

    prints: dict[str, bytes]
    unheard: dict[str, int]


def listen_confined(source: Source) -> Listened | None:
    """None where this machine lacks a library, or the wall that a recording may be opened behind."""
    prints: dict[str, bytes] = {}
    unheard: dict[str, int] = {}
    done = 0
    for _ in range(_DEATHS):
        try:
            with Child("sounds", LISTENING) as child:
                if not _walled(child):
                    return None
                child.send(frames.FILE, msgspec.json.encode((sayable(source.name), source.size, done)))
                for kind, told in Serving(child, source).words():
                    if kind == frames.UNFIT:
                        return None
                    if kind != frames.HEARD:
                        return Listened(prints, unheard)
                    one = _believed(told)
                    done += 1
                    if done > MOST:
                        raise Lost("TooMuch")
                    if one.why:
                        unheard[one.why] = unheard.get(one.why, 0) + 1
                    else:
                        prints[one.digest] = one.print
        except (Lost, msgspec.MsgspecError):
            done += 1
            unheard["broken"] = unheard.get("broken", 0) + 1
    return Listened(prints, unheard)


def _walled(child: Child) -> bool:
    """A child that cannot even stand where it should hears nothing on this machine."""
    try:
        return walls.SYSTEM_CALLS in child.walls()
    except Lost:
        return False


def can_listen() -> bool:
    """Does this machine have what it takes? Asks a child, which hears nothing."""
    return listen_confined(BytesSource("nothing", b"")) is not None


def _believed(told: bytes) -> Heard:
    one = msgspec.msgpack.decode(told, type=Heard)
    fits = (one.why == "large" or len(one.digest) == 64) and len(one.print) <= _LONGEST and len(one.print) % 4 == 0
    if not fits or bool(one.print) == bool(one.why):
        raise Lost("Nonsense")
    return one
