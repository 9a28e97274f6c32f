"""Which kinds of signals may be exchanged, and which are until somebody decides otherwise (`kinds.yaml`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from longarm import strict_yaml, typed_yaml
from longarm.texts import Language


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ar: str
    en: str
    fr: str

    def in_language(self, language: Language) -> str:
        found: str = getattr(self, language)
        return found


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`exchanged`: by default, when asked for, or never. `tokens`: how many one signal takes. `reason`: why."""

    kind: str
    exchanged: Literal["default", "on_request", "never"]
    tokens: int
    reason: Said


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kinds: tuple[Kind, ...]


@cache
def kinds() -> dict[str, Kind]:
    """The table, by kind: types of identifiers as in the case file, and `picture`, `text`."""
    document = strict_yaml.load((files("longarm.exchange") / "kinds.yaml").read_bytes(), "exchange/kinds.yaml")
    return {each.kind: each for each in typed_yaml.convert(document, _Table).kinds}


def exchanged_by_default(kind: str) -> bool:
    """May a signal of this kind go out without a decision of its own? An unknown kind may not."""
    found = kinds().get(kind)
    return found is not None and found.exchanged == "default"
