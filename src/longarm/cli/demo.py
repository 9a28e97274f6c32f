"""Loads the founding cases into an empty node: fictional persons, invented numbers, exhibits made for them.

They go through the same doors as real ones: opened, received, read, sealed. Afterwards run `longarm serve` with the same
folder and sign in with the name and passphrase printed at the end.
"""

from __future__ import annotations

import argparse
import os
import sys

import msgspec

from longarm.cli.given_path import given_path
from longarm.cli.output import write_json
from longarm.cli.telling import language_of, tell
from longarm.texts import LANGUAGES, Language, say


class DemoAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """`name` and `passphrase`: how anybody signs in, both public; `cases`: the references of the founding cases."""

    data: str
    name: str
    passphrase: str
    language: Language
    cases: tuple[str, ...]


ANSWER = DemoAnswer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=given_path, help="folder of the node (default: LONGARM_DATA, else ./data)")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the demonstration and of what is printed here")


def run(options: argparse.Namespace) -> int:
    """Returns 0 when all is loaded. Raises BadInput when the node already holds an organisation."""
    from longarm.casework.first_start import bring_up
    from longarm.store.folder import folder_of

    folder = folder_of(options.data)
    os.environ["LONGARM_DATA"] = str(folder.data)
    bring_up(folder)
    from longarm.casework.demo.load import NAME, PASSPHRASE, found_demo, load_demo

    language = language_of(options)
    found_demo(language)
    cases: list[str] = []
    for step in load_demo():
        if step.case not in (*cases, "-"):
            cases.append(step.case)
            if not options.json:
                tell([say("demo-case", language, case=step.case, done=step.done, total=step.total)], language)
                sys.stdout.flush()
    if options.json:
        write_json(DemoAnswer(data=str(folder.data), name=NAME, passphrase=PASSPHRASE, language=language, cases=tuple(cases)))
    else:
        tell([say("demo-done", language, name=NAME, passphrase=PASSPHRASE)], language)
    return 0
