"""What can be done about a case, where, on what basis and why: offences, jurisdictions and ranked paths.

CASE is a case file (longarm: case/1, YAML or JSON). Without --as-of the day is today; events after the day are left out.
What is not known is said to be unknown, never no. A lawyer or an officer decides.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from longarm.cli import for_terminal
from longarm.cli.as_of import add_as_of, day_asked
from longarm.cli.given_path import given_path
from longarm.cli.output import write_json
from longarm.cli.telling import language_of
from longarm.law.answer import PathsAnswer
from longarm.law.change import ChangesAnswer
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.case.file import Warned

ANSWER = (PathsAnswer, ChangesAnswer)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=given_path, metavar="CASE", help="case file (YAML or JSON)")
    add_as_of(parser)
    parser.add_argument("--compared-with", metavar="DATE", help="a second day: says what changed between the two, and why")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (default: that of the terminal)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    from longarm.case.file import read_case
    from longarm.law.load import load
    from longarm.law.paths import paths
    from longarm.signals.trace import trace_case

    language = language_of(options)
    day = day_asked(options.as_of)
    other = day_asked(options.compared_with) if options.compared_with else None
    read = read_case(options.case)
    _warn(read.warnings, language)
    facts = load()
    traces = trace_case(read.case, facts)
    answer = paths(read.case, facts, day, traces)
    if other is not None:
        from longarm.cli.comparing import write_changes

        write_changes(answer, paths(read.case, facts, other, traces), facts, language, options.json)
    elif options.json:
        write_json(answer)
    else:
        from longarm.cli.paths_text import text_of

        sys.stdout.buffer.write((for_terminal("\n".join(text_of(answer, facts, language)), language) + "\n").encode())
    return 0


def _warn(warnings: tuple[Warned, ...], language: Language) -> None:
    for warned in warnings:
        sys.stderr.write(f"longarm: {for_terminal(say(warned.message, language, **warned.facts), language)}\n")
