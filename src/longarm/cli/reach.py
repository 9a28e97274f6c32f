"""Where a warrant reaches: which states must, may or need not execute it.

FROM is ICC (the International Criminal Court) or an ISO 3166-1 code, such as EG. Without --as-of the day is today.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from longarm.cli import for_terminal
from longarm.cli.as_of import add_as_of, day_asked
from longarm.cli.output import write_json
from longarm.cli.telling import language_of
from longarm.law.reach import COURT, Ground, ReachAnswer, ReachLine
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.law.model import Facts

ANSWER = ReachAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("origin", metavar="FROM", help="ICC, or the ISO 3166-1 code or name of a state")
    add_as_of(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (default: that of the terminal)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    from longarm.law.called import called_state
    from longarm.law.load import load
    from longarm.law.reach import reach

    facts = load()
    court = options.origin.strip().upper() == COURT
    answer = reach(facts, COURT if court else called_state(facts, options.origin), day_asked(options.as_of))
    if options.json:
        write_json(answer)
    else:
        language = language_of(options)
        sys.stdout.buffer.write((for_terminal("\n".join(_text(facts, answer, language)), language) + "\n").encode())
    return 0


def _text(facts: Facts, answer: ReachAnswer, language: Language) -> list[str]:
    from longarm.law.named import name_of

    origin = say("reach-court", language) if answer.from_ == COURT else name_of(facts, answer.from_, language)
    lines = [say("reach-heading", language, **{"from": origin}, day=answer.as_of), ""]
    for duty in ("must", "may", "need_not", "unknown"):
        if chosen := [line for line in answer.states if line.duty == duty]:
            lines.append(f"{say(f'reach-{duty}', language)} ({len(chosen)})")
            named = sorted(((name_of(facts, line.state, language), line) for line in chosen), key=lambda pair: pair[0])
            if duty == "unknown":
                lines.append(f"  {_comma(language).join(name for name, _ in named)}")
            else:
                lines += [_state(name, line, language) for name, line in named]
            lines.append("")
    return [*lines, say("reach-reminder", language)]


def _state(name: str, line: ReachLine, language: Language) -> str:
    comma = _comma(language)
    resting = list(dict.fromkeys(_latin(ground.instrument) for ground in line.basis if _decides(line, ground)))
    said = [comma.join(resting)] if resting else []
    if line.why == "obliged":
        acts = comma.join(_latin(article) for ground in line.basis for article in ground.articles)
        said = [say("reach-why-obliged", language, basis=acts)]
    elif ": " in line.why:
        said = [say(f"treaties-why-{line.why.partition(':')[0]}", language, state=name)]
    if line.duty == "must" and line.own_nationals == "no":
        said.append(say("reach-own-nationals-no", language))
    return f"  • {name}{': ' if said else ''}{comma.join(said)}"


def _decides(line: ReachLine, ground: Ground) -> bool:
    """Where something obliges, what would only allow need not be read."""
    return ground.binding == "yes" and (ground.obliges or line.duty != "must")


def _comma(language: Language) -> str:
    return "، " if language == "ar" else ", "


def _latin(text: str) -> str:
    return f"\u2066{text}\u2069"
