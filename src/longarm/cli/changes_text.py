"""What differs between two days, as text for a person."""

from __future__ import annotations

from longarm.cli.paths_text import latin
from longarm.law.change import Change, ChangesAnswer, title_of
from longarm.law.model import Facts
from longarm.texts import Language, say

Lines = list[str]


def text_of(answer: ChangesAnswer, facts: Facts, language: Language) -> Lines:
    """The whole answer, line by line."""
    lines = [say("change-heading", language, before=latin(answer.before), after=latin(answer.after)), ""]
    if not answer.changes:
        return [*lines, say("change-none", language)]
    for change in answer.changes:
        lines += [*_change(change, facts, language), ""]
    return [*lines, say("paths-lawyer", language)]


def _change(change: Change, facts: Facts, language: Language) -> Lines:
    status = {day: say(f"paths-status-{given}", language) for day, given in _days(change)}
    title = title_of(change, facts).in_language(language)
    lines = [f"• {title} — {say(f'change-{change.kind}', language, **status)}"]
    for label, obstacles in (("gone", change.gone), ("new", change.new)):
        if obstacles:
            lines.append(f"   {say(f'change-{label}', language)}:")
            lines += [f"     • {one.text.in_language(language)}" for one in obstacles]
    if change.basis:
        lines.append(f"   {say('change-basis', language)}:")
        for one in change.basis:
            held = {day: say(f"change-answer-{given or 'none'}", language) for day, given in _days(one)}
            lines.append("     • " + say("change-ground", language, instrument=latin(one.instrument), **held))
    if change.facts:
        joined = ("، " if language == "ar" else ", ").join(latin(fact) for fact in change.facts)
        lines.append(f"   {say('change-facts', language)}: {joined}")
    return lines


def _days(one: object) -> tuple[tuple[str, str | None], ...]:
    """The answers of both days, by name; a status that is missing is unknown to the sentence that does not use it."""
    given = {day: getattr(one, day) for day in ("before", "after")}
    return tuple((day, value if value or not isinstance(one, Change) else "unknown") for day, value in given.items())
