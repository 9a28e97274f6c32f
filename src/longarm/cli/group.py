"""A command of several: `longarm exchange token …`. One file per subcommand, loaded only when it is called."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from longarm.cli import Command, Parser
from longarm.cli.language import spoken

_SUBCOMMANDS: Final = {"en": "Subcommands", "ar": "الأوامر الفرعية", "fr": "Sous-commandes"}


def add_subcommands(parser: argparse.ArgumentParser, group: str, commands: Sequence[Command]) -> None:
    """Names the subcommands whose file `longarm/cli/<group>/<name>.py` is there. Each has what a command has."""
    there = [command for command in commands if find_spec(_module(group, command.name))]
    language = spoken()
    lines = [f"  {command.name:<10} {getattr(command, language)}" for command in there]
    parser.epilog = "\n".join([f"{_SUBCOMMANDS[language]} (longarm {group} NAME --help):", *lines])
    parser.add_argument("subcommand", choices=[command.name for command in there], metavar="NAME", help="see below")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="what the subcommand takes")


def run_subcommand(options: argparse.Namespace, group: str) -> int:
    """Runs the subcommand that was named. Its `--lang` becomes that of the whole command, for errors too."""
    module = import_module(_module(group, options.subcommand))
    parser = Parser(
        prog=f"longarm {group} {options.subcommand}",
        description=module.__doc__,
    )
    module.add_arguments(parser)
    chosen = parser.parse_args(options.rest)
    options.lang = getattr(chosen, "lang", None)
    return int(module.run(chosen))


def _module(group: str, name: str) -> str:
    return f"longarm.cli.{group}.{name.replace('-', '_')}"
