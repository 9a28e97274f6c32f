"""The questions of the intake as data: ids, choices, order, which may be skipped (`questions.yaml`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from longarm.strict_yaml import load
from longarm.typed_yaml import convert


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`alone`: choices that do not stand beside others."""

    id: str
    kind: Literal["one", "many", "words", "state", "consents", "wishes"]
    choices: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    skippable: bool

    def kept(self, chosen: tuple[str, ...]) -> tuple[str, ...]:
        """Of what a form says, the choices that exist; one where one is asked for; a choice that stands alone, alone last."""
        known = tuple(choice for choice in self.choices if choice in chosen)
        if self.kind == "one":
            return known[:1]
        others = tuple(choice for choice in known if choice not in self.alone)
        return others or known


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    questions: tuple[Question, ...]


@cache
def questions() -> tuple[Question, ...]:
    """All of them, in order."""
    name = "questions.yaml"
    return convert(load((files(__package__) / name).read_bytes(), name), _File).questions


def question(name: str) -> Question:
    """Raises KeyError when there is none of that id."""
    for one in questions():
        if one.id == name:
            return one
    raise KeyError(name)
