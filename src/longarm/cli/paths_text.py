"""The answer of `longarm paths` as text for a person."""

from __future__ import annotations

from collections.abc import Iterable

from longarm.law.answer import Basis, IdentifierLine, JurisdictionLine, OffenceLine, Path, PathsAnswer
from longarm.law.model import Facts
from longarm.law.named import name_of
from longarm.texts import Language, say

Lines = list[str]


def text_of(answer: PathsAnswer, facts: Facts, language: Language) -> Lines:
    """The whole answer, line by line."""
    write = _Writer(facts, language)
    lines = [write.say("heading", case=latin(answer.case), day=latin(answer.as_of)), ""]
    lines += write.part("hazards", (write.hazard(line.id, line.because) for line in answer.hazards))
    lines += write.part("paths", (line for path in answer.paths for line in write.path(path)))
    lines += write.part("offences", map(write.offence, answer.offences))
    lines += write.part("jurisdiction", map(write.jurisdiction, answer.jurisdiction))
    lines += write.part("identifiers", map(write.identifier, answer.identifiers))
    if answer.notes:
        lines += write.part("notes", (note.text.in_language(language) for note in answer.notes))
    return [*lines, write.say("lawyer")]


def latin(text: str) -> str:
    """A run of Latin letters or figures, which keeps its own direction inside an Arabic line (UAX 9: U+2066 … U+2069)."""
    return f"\u2066{text}\u2069"


class _Writer:
    def __init__(self, facts: Facts, language: Language) -> None:
        self.facts = facts
        self.language: Language = language

    def say(self, message: str, **facts: str | int | float) -> str:
        return say(f"paths-{message}", self.language, **facts)

    def part(self, name: str, lines: Iterable[str]) -> Lines:
        body = [f"  {line}" if line else "" for line in lines]
        return [self.say(f"part-{name}"), *(body or [f"  {self.say('none')}"]), ""]

    def listed(self, parts: Iterable[str]) -> str:
        return ("، " if self.language == "ar" else ", ").join(latin(part) for part in parts)

    def hazard(self, hazard: str, because: tuple[str, ...] = ()) -> str:
        rule = self.facts.hazards.get(hazard)
        text = rule.text.in_language(self.language) if rule else hazard
        return f"• {text} [{self.listed(because)}]" if because else text

    def offence(self, line: OffenceLine) -> str:
        state = self.facts.states[line.state]
        law = state.law(line.law)
        title = law.title.in_language(self.language) if law else line.law
        message = "offence-line" if line.applies == "yes" else "offence-line-unknown"
        events = self.listed(line.events)
        told = "• " + self.say(
            message, state=self._state(line.state), law=title, article=latin(line.article), events=events, years=self._years(line)
        )
        until = self.say("offence-until", day=latin(line.prosecute_until)) if line.prosecute_until else ""
        return f"{told}\n      {until}" if until else told

    def jurisdiction(self, line: JurisdictionLine) -> str:
        basis, holds = self.say(f"basis-{line.basis}-{line.ground}"), self.say(f"holds-{line.holds}")
        events = self.listed(line.events)
        lines = "• " + self.say("jurisdiction-line", state=self._state(line.state), basis=basis, holds=holds, events=events)
        conditions = [self.say(f"condition-{condition}".replace("_", "-")) for condition in line.conditions]
        return "\n      ".join([lines, *conditions])

    def identifier(self, line: IdentifierLine) -> str:
        parts = [self.say("identifier-line", id=latin(line.id), value=latin(line.normal or "?"))]
        if line.state:
            parts.append(self.say("identifier-state", state=self._state(line.state)))
        if line.operator:
            parts.append(self.say("identifier-operator", operator=latin(line.operator)))
        if line.state and line.operator:
            parts.append(self.say("identifier-duty", holds=self.say(f"holds-{line.identity_duty}")))
        if line.perishes_on:
            parts.append(self.say("identifier-perishes", day=latin(line.perishes_on)))
        return "• " + ("؛ " if self.language == "ar" else "; ").join(parts)

    def path(self, path: Path) -> Lines:
        """One path: what it is, why, and everything that bears on it."""
        lines = [self._head(path), f"   {path.why.in_language(self.language)}"]
        if path.before:
            name = path.before.name.get(self.language) or path.before.id
            contact = f" — {latin(path.before.contact)}" if path.before.contact else ""
            lines += self._line("before", f"{name} [{latin(path.before.id)}]{contact}")
        lines += self._many("obstacles", (line.text.in_language(self.language) for line in path.obstacles))
        lines += self._many("opens", (line.text.in_language(self.language) for line in path.opens_if))
        lines += self._many("basis", (self._basis(b) for b in path.basis if b.binding != "no" or b.instrument in _NO_TREATY))
        others = [b.instrument for b in path.basis if b.binding == "no" and b.instrument not in _NO_TREATY]
        lines += self._line("basis-not", self.listed(others))
        lines += self._line("documents", self.listed(path.documents))
        lines += self._line("deadline", latin(path.deadline) if path.deadline else "")
        lines += self._many("hazards", (self.hazard(hazard) for hazard in path.hazards))
        lines += self._line("facts", self.listed(path.sources))
        return [*lines, ""]

    def _head(self, path: Path) -> str:
        told: dict[str, str | int | float] = {
            "rank": path.rank,
            "action": self.say(f"action-{path.action}"),
            "status": self.say(f"status-{path.status}"),
        }
        if path.forum and path.requested:
            return self.say("step-asked", forum=self._state(path.forum), requested=self._state(path.requested), **told)
        return self.say("step-forum", forum=self._state(path.forum), **told) if path.forum else self.say("step", **told)

    def _basis(self, basis: Basis) -> str:
        articles = f" ({self.say('articles', articles=self.listed(basis.articles))})" if basis.articles else ""
        return f"{basis.text.in_language(self.language)}{articles}"

    def _many(self, label: str, lines: Iterable[str]) -> Lines:
        found = list(dict.fromkeys(lines))
        return [f"   {self._label(label)}", *(f"     • {line}" for line in found)] if found else []

    def _line(self, label: str, text: str) -> Lines:
        return [f"   {self._label(label)} {text}"] if text else []

    def _label(self, label: str) -> str:
        space = "\u00a0" if self.language == "fr" else ""
        return f"{self.say(f'label-{label}')}{space}:"

    def _state(self, code: str) -> str:
        return name_of(self.facts, code, self.language)

    def _years(self, line: OffenceLine) -> str:
        if line.max_years is None:
            return self.say("years-unknown")
        if isinstance(line.max_years, str):
            return self.say(f"years-{line.max_years}")
        return self.say("years", years=line.max_years)


_NO_TREATY = ("reciprocity", "provider-policy")
