"""What a paper speaks of: the case, what the law makes of it, the exhibits and the seal; and how persons are called in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import msgspec
from babel import Locale

from longarm.case.model import Case, Identifier, Person, Trace
from longarm.documents.dates import digits
from longarm.law.answer import Path, PathsAnswer
from longarm.law.model import Facts
from longarm.texts import PaperLanguage, say

_WHOLE_CASE: Final = ("file_complaint", "consular_statement", "local_prosecution", "extradition")


class ExhibitLine(msgspec.Struct, frozen=True, kw_only=True):
    """One exhibit as the inventory lists it. `size` in bytes; times ISO 8601; nothing intimate in `description`."""

    id: str
    description: str
    sha256: str
    size: int | None = None
    source: str | None = None
    received_at: str | None = None
    received_by: str | None = None
    sensitivity: str | None = None


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """The sealed bundle the exhibits stand in: SHA-256 of its tag manifest, and the time-stamp over it when there is one."""

    sha256: str
    stamped_at: str | None = None
    authority: str | None = None
    tool: str | None = None


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the fields of a paper are filled from. `forum` is the state whose authority reads it or sends it.

    `path` is the path of the answer that the paper serves, `recipient` whose statement it is, where there is one.
    """

    document: str
    case: Case
    facts: Facts
    answer: PathsAnswer
    traces: tuple[Trace, ...]
    language: PaperLanguage
    forum: str | None
    as_of: date
    path: Path | None = None
    recipient: Person | None = None
    exhibits: tuple[ExhibitLine, ...] = ()
    seal: Seal | None = None
    asked: Mapping[str, str] = {}

    def say(self, message: str, /, **facts: object) -> str:
        """The text `document-<message>` in the language of the paper.

        A value that is itself composed begins with an isolate, in which the first strong letter is not looked for (UAX 9, P2):
        in Arabic it is told its direction, or `مصر (مؤكد)` would be set from left to right.
        """
        composed = {
            name: f"\u200f{fact}" if isinstance(fact, str) and fact.startswith("\u2068") else fact for name, fact in facts.items()
        }
        return say(f"document-{message}", self.language, **(composed if self.language == "ar" else facts))

    def number(self, value: object) -> str:
        """A number of running text, in the digits of the forum's papers."""
        return digits(str(value), self.language, self.forum)

    @property
    def requested(self) -> str | None:
        """The other state that is asked; None where the forum acts alone."""
        asked = self.path.requested if self.path else None
        return asked if asked != self.forum else None

    @property
    def acting(self) -> str | None:
        """The state whose authority signs: the forum's, but an operator answers the authority of its own state only."""
        return self.requested or self.forum if self.document == "telecom-request" else self.forum

    def asked_about(self) -> tuple[Identifier, ...]:
        """The identifiers the paper is about: those of its path, else all that the suspects used."""
        suspects = {person.id for person in self.case.suspects}
        used = [x for x in self.case.identifiers if x.used_by in suspects]
        named = self.path.identifiers if self.path and self.path.action not in _WHOLE_CASE else ()
        return tuple(x for x in used if x.id in named or not named)

    def shown(self, identifier: Identifier) -> str:
        """The value as an operator searches for it: the normal form where there is one, else as found."""
        normal = next((t.normal for t in self.traces if t.id == identifier.id), None)
        return identifier.value if identifier.type in ("account", "url") or not normal else normal

    def state(self, code: str) -> str:
        """The name of a state in the language of the paper; its code where longarm has no facts on it."""
        if self.language == "de":
            return str(Locale("de").territories.get(code, code))
        known = self.facts.states.get(code)
        return known.names.in_language(self.language) if known else code

    def party(self, person_id: str | None) -> str:
        """How the paper calls a person: by role, with the alias only where two would be confused. Never a legal name."""
        if person_id is None:
            return self.say("party-unknown")
        person = self.case.person(person_id)
        alias = person.called()
        if person.minor:
            return self.say("party-minor", alias=alias)
        if "complainant" in person.roles:
            adults = [p for p in self.case.complainants if not p.minor]
            return self.say("party-complainant") if len(adults) == 1 else self.say("party-complainant-named", alias=alias)
        if "suspect" in person.roles:
            suspects = self.case.with_role("suspect")
            if len(suspects) == 1:
                return self.say("party-suspect")
            return self.say("party-suspect-numbered", number=self.number(suspects.index(person) + 1))
        role = person.roles[0]
        return self.say(f"party-{role}", alias=alias)

    def listed(self, parts: list[str]) -> str:
        """Parts of one line, divided as the language divides them."""
        return {"ar": "؛ ", "fr": " ; "}.get(self.language, "; ").join(parts)

    def event_numbers(self, events: tuple[str, ...]) -> str:
        """The facts by the numbers the paper's table of facts gives them."""
        order = {event.id: place for place, event in enumerate(self.case.events_in_order(), 1)}
        comma = "، " if self.language == "ar" else ", "
        return comma.join(self.number(n) for n in sorted(order[e] for e in events if e in order))
