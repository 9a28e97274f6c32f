"""Why a network did not carry something, as a fact of a sentence."""

from __future__ import annotations

import socket

from longarm.errors import system_reason
from longarm.texts import Sentence


def reason(fault: BaseException) -> Sentence | str:
    """What the operating system said below `fault`; in the words of `fault` where it said nothing, or something rare."""
    below: BaseException | None = fault
    while below is not None:
        if isinstance(below, socket.gaierror):
            return Sentence("system-no-such-name")
        if isinstance(below, OSError) and isinstance(said := system_reason(below), Sentence):
            return said
        below = below.__cause__ or below.__context__
    return str(fault)[:200] or type(fault).__name__
