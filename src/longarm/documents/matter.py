"""What a paper speaks of: the case, what the law makes of it, the exhibits and the seal; and how persons are called in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from longarm.case.model import Case, Trace
from longarm.documents.dates import digits
from longarm.law.answer import PathsAnswer
from longarm.law.model import Facts
from longarm.texts import Language, say


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
    """Everything the fields of a paper are filled from. `forum` is the state whose authority reads it."""

    case: Case
    facts: Facts
    answer: PathsAnswer
    traces: tuple[Trace, ...]
    language: Language
    forum: str | None
    as_of: date
    exhibits: tuple[ExhibitLine, ...] = ()
    seal: Seal | None = None
    asked: Mapping[str, str] = {}

    def say(self, message: str, /, **facts: object) -> str:
        return say(f"document-{message}", self.language, **facts)

    def number(self, value: object) -> str:
        """A number of running text, in the digits of the forum's papers."""
        return digits(str(value), self.language, self.forum)

    def state(self, code: str) -> str:
        """The name of a state in the language of the paper; its code where longarm has no facts on it."""
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
        return ("؛ " if self.language == "ar" else "; ").join(parts)

    def event_numbers(self, events: tuple[str, ...]) -> str:
        """The facts by the numbers the paper's table of facts gives them."""
        order = {event.id: place for place, event in enumerate(self.case.events_in_order(), 1)}
        comma = "، " if self.language == "ar" else ", "
        return comma.join(self.number(n) for n in sorted(order[e] for e in events if e in order))
