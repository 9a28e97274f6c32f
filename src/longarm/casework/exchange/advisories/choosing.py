"""What of a case may stand in an advisory: signs the other side alone used. And words that name nobody of the case."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from longarm.case.model import Case
from longarm.casework.day.folding import digits, folded, phones_in
from longarm.exchange.feeds.sign import KINDS, Kind, Sign, sign
from longarm.law.load import load
from longarm.matching.official import official_numbers
from longarm.signals.trace import trace_case

_OTHER_SIDE: Final = frozenset({"suspect", "instigator"})
_WORD: Final = re.compile(r"[^\w]+")
_SHORTEST: Final = 3  # letters of a name that is looked for in the words


class Choice(NamedTuple):
    """`identifier`: its id in the case."""

    identifier: str
    sign: Sign


def choices(case: Case) -> tuple[Choice, ...]:
    """In the order of the case file, each once. Official numbers, go-betweens' and everything somebody harmed used stay out."""
    roles = {person.id: set(person.roles) for person in case.persons}
    official = official_numbers(load())
    found: dict[Sign, Choice] = {}
    ours: set[Sign] = set()
    for identifier, trace in zip(case.identifiers, trace_case(case, load()), strict=True):
        kind: Kind | None = "phone" if identifier.type == "payment_handle" else _kind(identifier.type)
        one = sign(kind, trace.normal) if kind and trace.normal else None
        if one is None or one.value in official:
            continue
        of = roles.get(identifier.used_by or "", set())
        if of and of <= _OTHER_SIDE:
            found.setdefault(one, Choice(identifier.id, one))
        else:
            ours.add(one)
    return tuple(choice for one, choice in found.items() if one not in ours)


def _kind(type_: str) -> Kind | None:
    return next((kind for kind in KINDS if kind == type_), None)


def named_in(case: Case, words: str) -> str | None:
    """A name, reference or identifier of the case that stands in `words`; None when there is none.

    Of the suspect too: an advisory tells what he uses, not who he is said to be.
    """
    text = f" {_WORD.sub(' ', folded(words))} "
    looked = [case.reference, *(name for person in case.persons for name in (person.alias, person.legal_name) if name)]
    for name in looked:
        for part in {name, *name.split()}:
            plain = _WORD.sub(" ", folded(part)).strip()
            if len(plain) >= _SHORTEST and f" {plain} " in text:
                return name
    numbers = set(phones_in(words))
    for identifier in case.identifiers:
        if digits(identifier.value) in numbers or folded(identifier.value) in folded(words):
            return identifier.value
    return None
