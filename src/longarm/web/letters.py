"""Takes a letter over HTTP and gives the answer: POST only, nothing read that is larger than a letter may be."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Final

import msgspec
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longarm.exchange.letter import MAGIC, MAX_LETTER
from longarm.exchange.refused import Code, Refused
from longarm.exchange.strangers import Strangers
from longarm.transport.letters import MEDIA_TYPE

_MOST: Final = MAX_LETTER + len(MAGIC) + 1
_STATUS: Final[dict[Code, int]] = {
    "too-large": 413, "wrong-kind": 404, "unknown": 404, "unknown-member": 403, "cut-off": 403, "bad-signature": 403,
    "not-allowed": 403, "no-escrow": 404, "not-opened": 409, "wrong-epoch": 409, "clock-off": 409, "budget": 429, "busy": 503,
}  # fmt: skip
_AWAY: Final = (OperationalError, InterfaceError)  # locked, full, gone for a while: a fault of the machine, not of the letter
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_unwritten = Strangers(timedelta(hours=1))


def take(request: HttpRequest, answer: Callable[[bytes], bytes], refused: Callable[[Refused], None]) -> HttpResponse:
    """The answer that `answer` makes of the letter in `request`, or a refusal: 4xx (503: busy) and `{"refused": code}`.

    `refused` is told of each refusal once, also of one before anything was read. Where the database is locked, full or away the
    answer is `busy`, nothing was acted on, and the same letter is taken later; the server's log has one line an hour of it.
    """
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST", "Cache-Control": "no-store"})
    try:
        answered = answer(_body(request))
    except Refused as fault:
        try:
            refused(fault)
        except _AWAY as why:
            _note_away(why)
        return _refusal(fault.code)
    except (*_AWAY, OSError) as why:
        if isinstance(why, OSError) and why.errno not in _FULL:
            raise
        _note_away(why)
        return _refusal("busy")
    headers = {"Cache-Control": "no-store", "Content-Length": str(len(answered))}
    return HttpResponse(answered, content_type=MEDIA_TYPE, headers=headers)


def _body(request: HttpRequest) -> bytes:
    """Raises Refused("too-large") before a byte is read. A body without a length is none: our letters come with it."""
    length = request.headers.get("Content-Length", "")
    if not length.isdecimal():
        raise Refused("truncated")
    if len(length) > len(str(_MOST)) or int(length) > _MOST:
        raise Refused("too-large")
    try:
        data = request.read(_MOST)
    except OSError:  # the other side is gone
        raise Refused("truncated") from None
    if len(data) != int(length):
        raise Refused("truncated")
    return data


def _note_away(why: Exception) -> None:
    if times := _unwritten.due("busy", timezone.now()):
        sys.stderr.write(f"longarm: {times} letters met a database that is away, locked or full ({type(why).__name__}).\n")


def _refusal(code: Code) -> HttpResponse:
    # What is still on its way is not read; the connection ends.
    said = msgspec.json.encode({"refused": code})
    headers = {"Cache-Control": "no-store", "Connection": "close", "Content-Length": str(len(said))}
    return HttpResponse(said, status=_STATUS.get(code, 400), content_type="application/json", headers=headers)
