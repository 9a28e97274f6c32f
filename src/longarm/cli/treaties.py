"""What binds two states on a day, and what each instrument lets one ask of the other.

States are ISO 3166-1 codes, such as EG and LY, or names. Without --as-of the day is today. Every instrument known for either
state is listed; what is not known is said to be unknown, never no.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from longarm.cli import for_terminal
from longarm.cli.as_of import add_as_of, day_asked
from longarm.cli.output import write_json
from longarm.cli.telling import language_of
from longarm.law.treaties import InstrumentLine, TreatiesAnswer
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.law.model import Facts

ANSWER = TreatiesAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("states", nargs=2, metavar="STATE", help="ISO 3166-1 code, such as EG, or name")
    add_as_of(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (default: that of the terminal)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    from longarm.law.called import called_state
    from longarm.law.load import load
    from longarm.law.treaties import treaties

    facts = load()
    a, b = (called_state(facts, word) for word in options.states)
    answer = treaties(facts, a, b, day_asked(options.as_of))
    if options.json:
        write_json(answer)
    else:
        language = language_of(options)
        sys.stdout.buffer.write((for_terminal("\n".join(_text(facts, answer, language)), language) + "\n").encode())
    return 0


def _text(facts: Facts, answer: TreatiesAnswer, language: Language) -> list[str]:
    from longarm.law.named import name_of

    names = {state: name_of(facts, state, language) for state in answer.states}
    a, b = answer.states
    lines = [say("treaties-heading", language, a=names[a], b=names[b], day=answer.as_of), ""]
    if not answer.instruments:
        return [*lines, say("treaties-none", language)]
    shared = [line for line in answer.instruments if line.binding != "no" or not _of_one_only(facts, line, answer.states)]
    for binding in ("yes", "unknown", "no"):
        if chosen := [line for line in shared if line.binding == binding]:
            lines.append(f"{say(f'treaties-{binding}', language)} ({len(chosen)})")
            for line in chosen:
                lines += _instrument(line, names, language)
            lines.append("")
    if others := [line.instrument for line in answer.instruments if line not in shared]:
        lines += [say("treaties-one-only", language, ids=_listed([latin(x) for x in others], language)), ""]
    return [*lines, say("treaties-reminder", language)]


def _of_one_only(facts: Facts, line: InstrumentLine, states: tuple[str, str]) -> bool:
    eligible = facts.instruments[line.instrument].coverage.eligible
    return bool(eligible) and not set(states) <= set(eligible)


def _instrument(line: InstrumentLine, names: dict[str, str], language: Language) -> list[str]:
    sure = say("treaties-sure", language, level=say(f"treaties-{line.confidence}", language))
    head = f"  • {getattr(line.title, language)} [{latin(line.instrument)}] ({sure})"
    lines = [head]
    if line.why:
        reasons = [reason.split(": ") for reason in line.why.split("; ")]
        said = [say(f"treaties-why-{code}", language, state=names.get(state, state)) for code, state in reasons]
        lines.append(f"      {_listed(said, language)}")
    if line.binding == "no":
        return lines
    if any(line.status.values()) or line.not_party:
        lines += [f"      {name}: {_history(line, state, language)}" for state, name in names.items()]
    if line.allows:
        asked = []
        for allowed in line.allows:
            named = say(f"treaties-measure-{allowed.measure}", language)
            if allowed.articles:
                articles = _listed([latin(article) for article in allowed.articles], language)
                named += f" ({say('treaties-articles', language, articles=articles, count=len(allowed.articles))})"
            asked.append(named)
        lines.append(f"      {say('treaties-allows', language)}: {_listed(asked, language, strong=True)}")
    return lines


def _history(line: InstrumentLine, state: str, language: Language) -> str:
    steps = []
    for event in line.status[state]:
        if event.status == "reservation":
            continue
        day = latin(event.on) if event.on != "unknown" else say("treaties-day-unknown", language)
        if event.by:
            day = say("treaties-by", language, day=event.by)
        if event.effective:
            day = say("treaties-from", language, day=event.effective)
        steps.append(f"{say(f'treaties-{event.status}', language)} {day}")
    if state in line.not_party and line.not_party[state].as_of != "unknown":
        steps.append(say("treaties-not-bound-as-of", language, day=line.not_party[state].as_of))
    return _listed(steps, language) or say("treaties-nothing-recorded", language)


def _listed(parts: list[str], language: Language, *, strong: bool = False) -> str:
    return {"ar": "؛ " if strong else "، "}.get(language, "; " if strong else ", ").join(parts)


def latin(text: str) -> str:
    """A run of Latin letters or figures, which keeps its own direction inside an Arabic line (UAX 9: U+2066 … U+2069)."""
    return f"\u2066{text}\u2069"
