"""What a command says to a person: sentences, a line each, in the language asked for or that of the terminal."""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from longarm.cli import for_terminal
from longarm.cli.language import spoken
from longarm.texts import LANGUAGES, Language, Sentence


def language_of(options: argparse.Namespace) -> Language:
    """That of `--lang`; without it, the terminal's."""
    return next((known for known in LANGUAGES if known == options.lang), spoken())


def tell(lines: Iterable[str], language: Language) -> None:
    """On standard output."""
    sys.stdout.buffer.write("".join(for_terminal(line, language) + "\n" for line in lines).encode())


def tell_aside(line: str, language: Language) -> None:
    """On standard error, so that standard output stays the answer."""
    sys.stderr.write(f"longarm: {for_terminal(line, language)}\n")


def letters(text: str) -> str:
    """Words of other organisations reach the terminal as letters, never as commands to it."""
    return "".join(one if one == "\n" or unicodedata.category(one)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for one in text)


def listed(parts: Iterable[str], language: Language) -> str:
    """Each keeps its own direction (UAX 9: U+2068 … U+2069)."""
    return ("، " if language == "ar" else ", ").join(f"\u2068{part}\u2069" for part in parts)


def kind(type_: str) -> Sentence:
    """What an identifier is."""
    return Sentence(f"desk-type-{type_.replace('_', '-')}")


def did(what: str) -> Sentence:
    """A line of the log of a hub or a key holder, in words."""
    if what.startswith("refused-"):
        return Sentence("terminal-turned-away", why=Sentence("terminal-refused", code=what.removeprefix("refused-")))
    return Sentence("terminal-did", what=what)


def since(day: datetime, cut_off_at: datetime | None) -> Sentence:
    if cut_off_at:
        return Sentence("terminal-cut", moment=f"{cut_off_at:%Y-%m-%d %H:%M}")
    return Sentence("terminal-since", day=f"{day:%Y-%m-%d}")


def day(on: date | None) -> str:
    return on.isoformat() if on else "-"
