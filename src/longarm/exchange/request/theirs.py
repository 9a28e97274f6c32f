"""Names, numbers and addresses of the harmed side, to be met in any text that is about to leave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from longarm.case.model import Case, Identifier, Person
from longarm.exchange.request.spellings import Spellings

HARMED: Final = frozenset(("complainant", "recipient", "guardian", "reporter"))
_NUMBER: Final = 6  # digits and more: shorter ones stand in anything
_AMONG_WORDS: Final = re.compile(r"(?<!\w)\d[\d ().\-/]{4,}\d(?!\w)")
_AROUND: Final = ".,;:()<>[]\"'،؛"
_END: Final = 9  # last digits of a longer one: as written in its state and from outside


class Theirs:
    """Names, numbers and addresses of the harmed side, to be met in any text."""

    def __init__(self, cases: Iterable[Case]) -> None:
        words: set[str] = set()
        first: set[str] = set()
        self._numbers: set[str] = set()
        names: set[str] = set()
        handles: set[str] = set()
        for case in cases:
            for name in _names_of(case):
                names.add(name)
                words.add(_plain(name))
                first.add(_plain(name).partition(" ")[0])
            handles.update(one.handle for one in _used_by_them(case) if one.handle)
            for text in map(_plain, _reached_by(case)):
                if len(_digits(text)) >= _NUMBER and not any(letter.isalpha() for letter in text):
                    self._add_number(text)
                    continue
                words.update((text, *(word.strip(_AROUND) for word in text.split() if "@" in word)))
                for number in _AMONG_WORDS.findall(text):
                    self._add_number(number)
        handles.update(word.partition("@")[0] for word in words if "@" in word and " " not in word)
        self._spelled = Spellings(names, handles)
        self._words = _any_of(words)
        self._first = _any_of(words | {word for word in first if len(word) > 2})

    def in_(self, text: str | None, *, loosely: bool = False) -> bool:
        """Does the text hold any of them? `loosely`: a given name alone is enough."""
        plain = _plain(text or "")
        looked = self._first if loosely else self._words
        if looked and looked.search(plain):
            return True
        if self._spelled.in_(text or ""):
            return True
        digits = _digits(plain)
        return any(number in digits for number in self._numbers)

    def _add_number(self, text: str) -> None:
        digits = _digits(text)
        bare = digits.lstrip("0")
        self._numbers.add(bare[-_END:] if len(bare) >= _NUMBER else digits)


def _names_of(case: Case) -> Iterator[str]:
    for person in _harmed_in(case):
        yield from filter(None, (person.alias, person.legal_name))


def _reached_by(case: Case) -> Iterator[str]:
    """What leads to her: the reference, what she uses, and of how she may be reached what is a number or an address."""
    yield case.reference
    harmed = _harmed_in(case)
    for person in harmed:
        contact = person.safe_contact
        words = contact.values() if isinstance(contact, dict) else (contact or "",)
        yield from (word for word in words if "@" in word or len(_digits(word)) >= _NUMBER)
    for one in _used_by_them(case):
        yield from filter(None, (one.value, one.handle))


def _used_by_them(case: Case) -> list[Identifier]:
    ids = {person.id for person in _harmed_in(case)}
    return [one for one in case.identifiers if one.used_by in ids]


def _harmed_in(case: Case) -> list[Person]:
    return [person for person in case.persons if HARMED & set(person.roles)]


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word))
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in ordered)) if ordered else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(letter)) for letter in text if letter.isdigit())
