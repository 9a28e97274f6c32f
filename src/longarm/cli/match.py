"""Links and series among cases: the same offender again, with the reason and strength of each link.

CASE is a case file (longarm: case/1) or a bundle with one; exhibits that a case file names are looked for beside it. --bundle
adds the exhibits of a bundle to the case it holds. Nothing is sent and nothing is kept. Every line is a lead: a person compares
both sides and decides. Exit code 0, with links or without.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from longarm.cli import for_terminal
from longarm.cli.language import spoken
from longarm.matching.answer import MatchAnswer
from longarm.texts import LANGUAGES, Language, say

ANSWER = MatchAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="+", type=Path, metavar="CASE", help="case file, or a bundle that holds one")
    parser.add_argument("--bundle", action="append", default=[], type=Path, metavar="BUNDLE", help="a bundle of exhibits")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (default: that of the terminal)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    from longarm.cli.match_given import given
    from longarm.law.load import load
    from longarm.matching.answer import answer
    from longarm.matching.links import links
    from longarm.matching.quotes import quotes
    from longarm.matching.series import series

    language: Language = options.lang or spoken()

    def warn(message: str, **facts: str) -> None:
        sys.stderr.write(f"longarm: {for_terminal(say(message, language, **facts), language)}\n")

    items = given(options.cases, options.bundle, load(), warn)
    linked = links(items)
    made = answer(linked, series(linked), quotes(items, linked))
    if options.json:
        from longarm.cli.output import write_json

        write_json(made)
    else:
        from longarm.cli.match_text import text_of

        sys.stdout.buffer.write((for_terminal("\n".join(text_of(made, language)), language) + "\n").encode())
    return 0
