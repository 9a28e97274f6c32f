"""Takes a letter over HTTP and gives the answer: POST only, nothing read that is larger than a letter may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec
from django.http import HttpRequest, HttpResponse

from longarm.exchange.letter import MAGIC, MAX_LETTER
from longarm.exchange.refused import Code, Refused
from longarm.transport.letters import MEDIA_TYPE

_MOST: Final = MAX_LETTER + len(MAGIC) + 1
_STATUS: Final[dict[Code, int]] = {
    "too-large": 413, "wrong-kind": 404, "unknown": 404, "unknown-member": 403, "cut-off": 403, "bad-signature": 403,
    "not-allowed": 403, "no-escrow": 404, "not-opened": 409, "wrong-epoch": 409, "clock-off": 409, "budget": 429, "busy": 503,
}  # fmt: skip


def take(request: HttpRequest, answer: Callable[[bytes], bytes], refused: Callable[[Refused], None]) -> HttpResponse:
    """The answer that `answer` makes of the letter in `request`, or a refusal: 4xx (503: busy) and `{"refused": code}`.

    `refused` is told of each refusal once, also of one before anything was read.
    """
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST", "Cache-Control": "no-store"})
    try:
        answered = answer(_body(request))
    except Refused as fault:
        refused(fault)
        return _refusal(fault.code)
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


def _refusal(code: Code) -> HttpResponse:
    # What is still on its way is not read; the connection ends.
    said = msgspec.json.encode({"refused": code})
    headers = {"Cache-Control": "no-store", "Connection": "close", "Content-Length": str(len(said))}
    return HttpResponse(said, status=_STATUS.get(code, 400), content_type="application/json", headers=headers)
