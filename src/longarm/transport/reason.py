"""Why a network did not carry something, as a fact of a sentence."""

from __future__ import annotations

import errno
import socket
from typing import Final

from longarm.errors import system_reason
from longarm.texts import Sentence

# What comes of a connection most often (POSIX), and the sentence for it.
_REASONS: Final = {
    errno.ECONNREFUSED: "system-nobody-listens",
    errno.ENETUNREACH: "system-no-road",
    errno.ENETDOWN: "system-no-road",
    errno.EHOSTUNREACH: "system-no-road",
    errno.EHOSTDOWN: "system-no-road",
    errno.ETIMEDOUT: "system-no-road",
    errno.ECONNRESET: "system-broken-off",
    errno.ECONNABORTED: "system-broken-off",
    errno.EPIPE: "system-broken-off",
}


def reason(fault: BaseException) -> Sentence | str:
    """What the operating system said below `fault`; in the words of `fault` where it said nothing, or something rare."""
    below: BaseException | None = fault
    while below is not None:
        if isinstance(below, socket.gaierror):
            return Sentence("system-no-such-name")
        if isinstance(below, OSError) and (known := _REASONS.get(below.errno or 0)):
            return Sentence(known)
        if isinstance(below, OSError) and isinstance(said := system_reason(below), Sentence):
            return said
        below = below.__cause__ or below.__context__
    return str(fault)[:200] or type(fault).__name__
