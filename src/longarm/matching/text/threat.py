"""Is a message a threat or a demand? Words of `threats.yaml`: two different stems, so that a prayer or a price list is none."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from longarm import strict_yaml, typed_yaml
from longarm.matching.text.normal import normal

_LEAST: Final = 2


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stems: dict[str, tuple[str, ...]]


def is_threat(compared: str) -> bool:
    """`compared` is in the form of `normal`."""
    return len({match[0] for match in _pattern().finditer(compared)}) >= _LEAST


@cache
def _pattern() -> re.Pattern[str]:
    source = files("longarm.matching.text") / "threats.yaml"
    read = typed_yaml.convert(strict_yaml.load(source.read_bytes(), "threats.yaml"), _File)
    stems = {normal(stem) for many in read.stems.values() for stem in many}
    return re.compile(
        "|".join(rf"(?<![a-z]){re.escape(s)}" if s.isascii() else re.escape(s) for s in sorted(stems, key=len, reverse=True))
    )
