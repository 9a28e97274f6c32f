"""The facts as the program uses them: one compiled file, read once."""

from __future__ import annotations

import gc
from functools import cache
from importlib.resources import files
from typing import Any, Final

import msgspec

from longarm.law.model import Facts

COMPILED: Final = "facts.msgpack"
_PARSED: Final[dict[tuple[type[Any], str], Any]] = {}


class Compiled(msgspec.Struct, frozen=True, gc=False):
    """The compiled file: the SHA-256 over the YAML it was made from, and the facts."""

    made_from: str
    facts: Facts


@cache
def load() -> Facts:
    """All facts of law. Read from the compiled file beside this module (`make facts` writes it)."""
    return read((files("longarm.law") / COMPILED).read_bytes()).facts


def read(data: bytes) -> Compiled:
    """The content of a compiled file. Raises msgspec.DecodeError when it is none."""
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand new values, none of them garbage: the collector would walk them a dozen times
    try:
        return msgspec.msgpack.decode(data, type=Compiled, dec_hook=_parse)
    finally:
        if collecting:
            gc.enable()


def _parse(wanted: type[Any], text: str) -> Any:
    """Dates and penalties read themselves; few differ among thousands, so each is parsed once."""
    try:
        return _PARSED[wanted, text]
    except KeyError:
        value = _PARSED[wanted, text] = wanted.parse(text)
        return value
