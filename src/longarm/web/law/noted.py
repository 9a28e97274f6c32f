"""Facts under a conclusion, as notes: each by name and article, how sure, when read, and the numbers of its sources.

A page names each source once, in a numbered list at its end, however many facts rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from longarm.law.model import Facts, Source
from longarm.law.named import name_of
from longarm.texts import Language, say
from longarm.web.law.cited import Cited, all_cited


class Noted(NamedTuple):
    """`sources`: places in the page's list, from 1 on."""

    title: str
    article: str
    sources: tuple[int, ...]


class Read(NamedTuple):
    """Facts that are equally sure and were read on the same day; `checked` None: nobody has opened their source yet."""

    confidence: str
    checked: str | None
    facts: tuple[Noted, ...]


class Notes:
    """The notes of one page in the reader's language; `sources` is its list."""

    def __init__(self, facts: Facts, language: Language) -> None:
        self.facts, self.language = facts, language
        self._numbers: dict[Source, int] = {}

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self._numbers)

    def on(self, fact_ids: Iterable[str], under: str = "") -> tuple[Read, ...]:
        """The facts by how sure they are. `under`: the title they stand under, which they do not repeat."""
        groups: dict[tuple[str, str | None], dict[Noted, None]] = {}
        for one in all_cited(self.facts, fact_ids, self.language):
            numbers = tuple(self._numbers.setdefault(source, len(self._numbers) + 1) for source in one.sources)
            noted = Noted(self._title(one, under), one.article, numbers)
            groups.setdefault((one.confidence, one.checked), {})[noted] = None
        return tuple(Read(*how, tuple(noted)) for how, noted in groups.items())

    def _title(self, fact: Cited, under: str) -> str:
        if not under or under not in fact.title:
            return fact.title
        kind, _, rest = fact.id.partition("/")
        state = rest.partition("#")[2 if kind == "instruments" else 0].partition("/")[0]
        if kind == "states" or (len(state) == 2 and state.isupper()):
            return name_of(self.facts, state, self.language)
        return say("between-its-text", self.language)
