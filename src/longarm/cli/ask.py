"""What can be done between two states, from a few facts and without a name; on a terminal without flags, it asks.

Where the other person is counts as told, not as established. Nothing is stored. A lawyer or an officer decides.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from longarm.cli import for_terminal
from longarm.cli.as_of import add_as_of, day_asked
from longarm.cli.output import write_json
from longarm.cli.telling import language_of
from longarm.errors import BadInput
from longarm.law.answer import PathsAnswer
from longarm.law.change import ChangesAnswer
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.law.few_facts import FewFacts
    from longarm.law.model import Facts

ANSWER = (PathsAnswer, ChangesAnswer)
_ANSWERS = ("yes", "no", "unknown")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--harmed-in", metavar="STATE", help="where the person harmed is, such as EG")
    parser.add_argument("--suspect-in", metavar="STATE", help="where the other is (default: not known)")
    parser.add_argument("--number-of", metavar="STATE", help="the state whose telephone number the other uses")
    parser.add_argument("--platform", metavar="NAME", help="the service it went through, such as Instagram")
    parser.add_argument("--demand", choices=("money", "sexual", "images", "silence", "other"), help="what is demanded")
    for name, help_text in (
        ("minor", "is anybody under 18 in it?"),
        ("pictures", "has the other private pictures?"),
        ("published", "is something published or sent to others already?"),
    ):
        parser.add_argument(f"--{name}", choices=_ANSWERS, default="unknown", help=help_text)
    add_as_of(parser)
    parser.add_argument("--compared-with", metavar="DATE", help="a second day: says what changed between the two, and why")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (default: that of the terminal)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    from longarm.law.few_facts import case_from, traces_of
    from longarm.law.load import load
    from longarm.law.paths import paths

    language = language_of(options)
    facts, day = load(), day_asked(options.as_of)
    other = day_asked(options.compared_with) if options.compared_with else None
    told = _told(options, facts, language)
    case, traces = case_from(told, min(day, other or day)), traces_of(told)
    answer = paths(case, facts, day, traces)
    if other is None:
        _write(answer, facts, told, language, options.json)
    else:
        from longarm.cli.comparing import write_changes

        write_changes(answer, paths(case, facts, other, traces), facts, language, options.json)
    return 0


def _write(answer: PathsAnswer, facts: Facts, told: FewFacts, language: Language, as_json: bool) -> None:
    if as_json:
        write_json(answer)
        return
    from longarm.cli.paths_text import text_of

    lines = [*_lines_of_help(facts, told.harmed_in, language), *text_of(answer, facts, language)]
    sys.stdout.buffer.write((for_terminal("\n".join(lines), language) + "\n").encode())


def _lines_of_help(facts: Facts, state: str, language: Language) -> list[str]:
    """Before any advice: the lines of that state and those of everywhere, never another state's."""
    found = facts.lines_of(state)
    own = any(line.state == state for line in found)
    shown = [f"  • {line.name.in_language(language)}: \u2066{line.contact}\u2069" for line in found]
    unknown = [] if own else [f"  {say('ask-no-line', language)}"]
    return [say("ask-lines", language), *unknown, *shown, ""]


def _told(options: argparse.Namespace, facts: Facts, language: Language) -> FewFacts:
    from longarm.case.answer import Answer
    from longarm.law.called import called_platform, called_state
    from longarm.law.few_facts import UNKNOWN, FewFacts

    if options.harmed_in is None:
        if _any_flag(options):
            raise BadInput("ask-harmed-in")
        if not sys.stdin.isatty():
            raise BadInput("ask-no-flags")
        from longarm.cli.ask_dialogue import dialogue

        return dialogue(facts, language)

    def state(word: str | None) -> str:
        return UNKNOWN if word is None or word.casefold() == UNKNOWN else called_state(facts, word)

    return FewFacts(
        harmed_in=called_state(facts, options.harmed_in),
        suspect_in=state(options.suspect_in),
        number_of=state(options.number_of),
        platform=called_platform(facts, options.platform) if options.platform else None,
        demand=options.demand,
        minor=Answer(options.minor),
        pictures=Answer(options.pictures),
        published=Answer(options.published),
    )


def _any_flag(options: argparse.Namespace) -> bool:
    given = (options.suspect_in, options.number_of, options.platform, options.demand)
    return any(given) or any(getattr(options, part) != "unknown" for part in ("minor", "pictures", "published"))
