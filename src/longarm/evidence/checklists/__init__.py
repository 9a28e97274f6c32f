"""Checklists as data: what to take of an account, a page, a number, a payment, a wallet before it vanishes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from longarm.case.vocabulary import IdentifierType
from longarm.strict_yaml import load
from longarm.typed_yaml import convert


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`required`: without it what vanishes is lost as proof. `last`: only once everything required is done."""

    id: str
    required: bool = False
    last: bool = False


class Checklist(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`subject`: for each identifier of that type of the case, once."""

    id: str
    subject: IdentifierType
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step | None:
        return next((step for step in self.steps if step.id == name), None)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    checklists: tuple[Checklist, ...]


@cache
def checklists() -> tuple[Checklist, ...]:
    """All of them, in order."""
    name = "checklists.yaml"
    return convert(load((files(__package__) / name).read_bytes(), name), _File).checklists


def checklist(name: str) -> Checklist | None:
    return next((one for one in checklists() if one.id == name), None)
