"""Finds phones, accounts, links, mail addresses, wallets, bank accounts and cards, and puts each into one comparable form.

FILE is text, or the messages that `longarm read` prints; without FILE it reads standard input. The answer is one JSON object
a line; on a terminal, without --json, one readable line. --region reads telephone numbers written without a country code.
Of a card only the first six and last four digits are shown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Literal

import msgspec

from longarm.case.states import STATES
from longarm.cli.given_path import given_path
from longarm.cli.language import spoken
from longarm.cli.output import write_lines
from longarm.cli.telling import kind, listed, tell, tell_aside
from longarm.cli.terminal import one_line
from longarm.errors import BadInput, system_reason
from longarm.signals.found import Found
from longarm.texts import Language, say

if TYPE_CHECKING:
    from longarm.law.model import Facts


class Identified(Found, frozen=True, kw_only=True, omit_defaults=True):
    """An identifier and where it stands. In a text file `span` counts code points from the start of the file and `line` is
    its line. In messages `span` counts within the `field` of the message, `message` is the message's line, `chat` its chat."""

    file: str | None = None
    line: int | None = None
    message: int | None = None
    field: Literal["text", "from", "from_id"] | None = None
    chat: str | None = None


ANSWER = Identified
_USUAL: Final = {"UK": "GB", "KSA": "SA", "UAE": "AE", "USA": "US"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="*", type=given_path, metavar="FILE", help="text, or the output of longarm read")
    parser.add_argument("--region", metavar="CC", help="state (ISO 3166-1) in whose plan national numbers are read")
    parser.add_argument("--json", action="store_true", help="JSON lines, also on a terminal")


def run(options: argparse.Namespace) -> int:
    from longarm.law.load import load

    facts = load()
    region = _region(options.region, facts) if options.region else None
    found = _all(options.files, facts, region)
    if options.json or not sys.stdout.isatty():
        write_lines(found)
    else:
        language = spoken()
        for each in found:
            tell([one_line(_line(each, language))], language)
    return 0


def _all(files: list[Path], facts: Facts, region: str | None) -> Iterator[Identified]:
    from longarm.signals.stream import Input, identify

    with ExitStack() as stack:
        inputs: list[tuple[str | None, IO[bytes]]] = [(None, sys.stdin.buffer)] if not files else []
        for path in files:  # all are opened before the first is read: a wrong name stops before half an answer
            try:
                inputs.append((str(path), stack.enter_context(path.open("rb"))))
            except OSError as fault:
                raise BadInput("identify-unreadable", file=str(path), why=system_reason(fault)) from fault
        for name, stream in inputs:
            shown = name or "-"

            def warn(message: str, shown: str = shown) -> None:
                language = spoken()
                tell_aside(say(message, language, file=shown), language)

            for found, place in identify(Input(stream, shown, facts, region, warn)):
                yield _identified(found, place, name)


def _identified(found: Found, place: object, file: str | None) -> Identified:
    fields = {name: getattr(found, name) for name in Found.__struct_fields__}
    return Identified(**fields, **msgspec.structs.asdict(place), file=file)  # type: ignore[arg-type]


def _region(given: str, facts: Facts) -> str:
    """The state's code. Raises BadInput naming the nearest one, by code or by name in any of the three languages."""
    import difflib

    code = given.strip().upper()
    if code in STATES:
        return code
    names = {name.casefold(): state.state for state in facts.states.values()
             for name in (state.names.en, state.names.ar, state.names.fr) if name}  # fmt: skip
    word = given.strip().casefold()
    alike = difflib.get_close_matches(word, names, n=5, cutoff=0.6)
    near = [names[name] for name in sorted(alike, key=lambda name: name[0] != word[0])][:1]  # people get the first letter right
    near = near or ([_USUAL[code]] if code in _USUAL else [])
    near = near or sorted(
        (c for c in facts.states if len(code) == 2 and c[0] == code[0]), key=lambda c: abs(ord(c[1]) - ord(code[1]))
    )
    near = near or difflib.get_close_matches(code, sorted(STATES), n=1, cutoff=0.5)
    if not near:
        raise BadInput("identify-region", region=given)
    known = facts.states.get(near[0])
    raise BadInput("identify-region-near", region=given, near=near[0], name=known.names.en if known else near[0])


def _line(found: Identified, language: Language) -> str:
    """One line for a person: kind, normal form, what is known of it, how sure, as written, where."""
    normal = found.normal or " / ".join(found.candidates)
    known = [x for x in (found.state, found.operator, found.service, found.platform) if x]
    known.append(say("terminal-sure", language, sure=found.certainty))
    place = f"{found.file or '-'}:{found.message if found.message is not None else found.line}"
    facts = {"known": listed(known, language), "place": place, "value": " ".join(found.value.split())}
    return say("terminal-found", language, kind=kind(found.type), normal=normal, **facts)
