"""Links and series among cases: the same offender again, with the reason and strength of each link.

CASE is a case file (longarm: case/1) or a bundle with one; exhibits that a case file names are looked for beside it. --bundle
adds the exhibits of a bundle to the case it holds. Nothing is sent, and nothing is kept unless --index names a folder: then the
given cases are compared with those of earlier runs and added to them, and only what touches a given case is answered. The
folder holds identifiers as keyed hashes, threats and picture hashes sealed, and the key beside them: keep it where case files
may lie. --forget takes a case out again. --paper writes a report on the series for the prosecutor, from the given cases
alone. Every line is a lead: a person compares both sides and decides. Exit code 0, with links or without.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from longarm.cli import for_terminal
from longarm.cli.as_of import add_as_of, day_asked
from longarm.cli.given_path import given_path
from longarm.cli.telling import language_of
from longarm.matching.answer import MatchAnswer
from longarm.texts import LANGUAGES, Language, say

if TYPE_CHECKING:
    from longarm.cli.match.given import Warn
    from longarm.law.model import Facts

ANSWER = MatchAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", nargs="*", type=given_path, metavar="CASE", help="case file, or a bundle that holds one")
    parser.add_argument("--bundle", action="append", default=[], type=given_path, metavar="BUNDLE", help="a bundle of exhibits")
    parser.add_argument(
        "--index", type=given_path, metavar="FOLDER", help="compare with the cases of earlier runs, and add these"
    )
    parser.add_argument("--forget", action="append", default=[], metavar="REFERENCE", help="take a case out of the index")
    parser.add_argument("--paper", type=given_path, metavar="FILE", help="write a report on the one series among the cases (PDF)")
    add_as_of(parser)
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the text (default: that of the terminal)")
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(options: argparse.Namespace) -> int:
    from longarm.errors import BadInput
    from longarm.law.load import load

    language = language_of(options)

    def warn(message: str, **facts: str) -> None:
        sys.stderr.write(f"longarm: {for_terminal(say(message, language, **facts), language)}\n")

    if options.forget and options.index is None:
        raise BadInput("matching-forget-without-index")
    if not options.cases and not options.forget:
        raise BadInput("matching-no-case-given")
    if options.paper and options.index is not None:
        raise BadInput("series-not-with-index")
    if options.index is None:
        made = _at_once(options, load(), warn, language)
    else:
        from longarm.cli.match.new import matched

        made = matched(options, load(), warn)
    if options.json:
        from longarm.cli.output import write_json

        write_json(made)
    else:
        from longarm.cli.match.text import text_of

        sys.stdout.buffer.write((for_terminal("\n".join(text_of(made, language)), language) + "\n").encode())
    return 0


def _at_once(options: argparse.Namespace, facts: Facts, warn: Warn, language: Language) -> MatchAnswer:
    from longarm.cli.match.given import given
    from longarm.matching.answer import answer
    from longarm.matching.links import links
    from longarm.matching.quotes import quotes
    from longarm.matching.series import series

    items = given(options.cases, options.bundle, facts, warn)
    linked = links(items)
    found = series(linked)
    if options.paper:
        from longarm.cli.match.paper import write_paper

        write_paper(options.paper, options.cases, (linked, found), facts, in_=language, on=day_asked(options.as_of))
    return answer(linked, found, quotes(items, linked))
