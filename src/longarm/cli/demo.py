"""Loads the founding cases into an empty node: fictional persons, invented numbers, exhibits made for them.

They go through the same doors as real ones: opened, received, read, sealed. Afterwards run `longarm serve` with the same
folder and sign in with the name and passphrase printed at the end.
"""

from __future__ import annotations

import argparse
import os
import sys

from longarm.cli.given_path import given_path
from longarm.texts import LANGUAGES, Language, say


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=given_path, help="folder of the node (default: LONGARM_DATA, else ./data)")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the demonstration and of what is printed here")


def run(options: argparse.Namespace) -> int:
    """Returns 0 when all is loaded. Raises BadInput when the node already holds an organisation."""
    from longarm.casework.first_start import bring_up
    from longarm.cli import for_terminal
    from longarm.cli.language import spoken
    from longarm.store.folder import folder_of

    folder = folder_of(options.data)
    os.environ["LONGARM_DATA"] = str(folder.data)
    bring_up(folder)
    from longarm.casework.demo.load import NAME, PASSPHRASE, found_demo, load_demo

    language: Language = options.lang or spoken()

    def tell(message: str, **facts: object) -> None:
        sys.stdout.write(for_terminal(say(message, language, **facts), language) + "\n")
        sys.stdout.flush()

    found_demo(language)
    case = None
    for step in load_demo():
        if step.case not in (case, "-"):
            case = step.case
            tell("demo-case", case=case, done=step.done, total=step.total)
    tell("demo-done", name=NAME, passphrase=PASSPHRASE)
    return 0
