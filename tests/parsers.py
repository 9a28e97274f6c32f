"""The parsers of commands that have subcommands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator


def within(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser, and that of each subcommand below it."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                yield from within(child)
