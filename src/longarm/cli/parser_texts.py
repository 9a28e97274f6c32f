"""What argparse says, in the language of the terminal: headings, the help of each option (`help.yaml`), faults of arguments."""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from longarm.strict_yaml import load
from longarm.texts import Language, say
from longarm.typed_yaml import convert


class Line(msgspec.Struct, frozen=True):
    """`of`: the command and option as they are typed; an option alone is said wherever nothing nearer is."""

    of: str
    ar: str
    fr: str


class _Lines(msgspec.Struct, frozen=True):
    help: tuple[Line, ...]


# Sentences of Python's argparse, each with the sentence that says it here; what is not among them stays as it is.
_FAULTS: Final = (
    (re.compile(r"(?s)the following arguments are required: (?P<what>.+)"), "cli-required"),
    (re.compile(r"(?s)unrecognized arguments: (?P<what>.+)"), "cli-not-known"),
    (
        re.compile(r"(?s)argument (?P<what>.+?): invalid choice: (?P<given>.+) \(choose from (?P<choices>.+)\)"),
        "cli-no-choice",
    ),
    (re.compile(r"(?s)argument (?P<what>.+?): expected (?:one|\d+|at least one) arguments?"), "cli-no-value"),
    (re.compile(r"(?s)argument (?P<what>.+?): invalid \S+ value: (?P<given>.+)"), "cli-bad-value"),
    (re.compile(r"(?s)argument (?P<what>.+?): ignored explicit argument (?P<given>.+)"), "cli-takes-none"),
    (re.compile(r"(?s)argument (?P<what>.+?): not allowed with argument (?P<other>.+)"), "cli-not-both"),
    (re.compile(r"(?s)one of the arguments (?P<what>.+) is required"), "cli-one-of"),
    (re.compile(r"(?s)ambiguous option: (?P<what>.+) could match (?P<choices>.+)"), "cli-ambiguous"),
)


def fault_said(message: str, command: str, language: Language) -> str:
    """One sentence: what is wrong with the arguments, and which help tells more."""
    for pattern, sentence in _FAULTS:
        if found := pattern.fullmatch(message):
            message = say(sentence, language, **found.groupdict())
            break
    return say("cli-fault", language, fault=message.rstrip("."), command=command)


def put_into(parser: argparse.ArgumentParser, language: Language) -> None:
    """The headings and the help of `parser` in `language`; where help.yaml says nothing, the English stays."""
    place = parser.prog.removeprefix("longarm ")
    parser._positionals.title = say("cli-arguments", language)  # argparse would ask gettext, which has no Arabic
    parser._optionals.title = say("cli-options", language)
    if language == "en":
        return
    if said := help_of(place, language):
        width = max(40, shutil.get_terminal_size().columns - 2)
        parser.description = "\n".join(textwrap.fill(line, width) for line in said.split("\n"))
    for action in parser._actions:
        if action.help is not argparse.SUPPRESS:
            action.help = _of_action(action, place, language) or action.help
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                choice.help = help_of(f"{place} {choice.dest}", language) or choice.help


def help_of(place: str, language: Language) -> str | None:
    """The help of a command or option in Arabic or French; None where help.yaml has none, and in English."""
    line = lines().get(place)
    return getattr(line, language, None)


@cache
def lines() -> dict[str, Line]:
    """What help.yaml says, by what it is said of."""
    text = files("longarm.cli").joinpath("help.yaml").read_bytes()
    return {line.of: line for line in convert(load(text, "help.yaml"), _Lines).help}


def places(action: argparse.Action, place: str) -> tuple[str, ...]:
    """Where the help of an option may stand, the nearest first: `hub member add --data`, `hub member --data`, …, `--data`."""
    name = max(action.option_strings, key=len, default=f"<{action.dest}>")
    words = place.split()
    return tuple(" ".join([*words[:size], name]) for size in range(len(words), -1, -1))


def _of_action(action: argparse.Action, place: str, language: Language) -> str | None:
    return next((said for one in places(action, place) if (said := help_of(one, language))), None)
