"""A person's passphrase at the terminal: typed unseen, or one line of standard input where that is no terminal."""

from __future__ import annotations

import argparse
import sys
from getpass import getpass

from longarm.cli import for_terminal
from longarm.cli.telling import language_of
from longarm.texts import say


def passphrase(options: argparse.Namespace) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    language = language_of(options)
    return getpass(for_terminal(say("exchange-type-passphrase", language, name=options.sign_in), language) + " ")
