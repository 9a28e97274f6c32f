"""The token of an identifier, or of every identifier of a case file that may go out: blinded, evaluated at a threshold of the
key holders, their proofs checked, unblinded. Nothing is registered and nothing stored; the holders count it.

An identifier is written as in a case file: a number with its calling code, platform:handle, an address. --kind says what it is.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from longarm.cli.exchange.places import add_node, attach_node
from longarm.cli.telling import kind, language_of, tell
from longarm.errors import BadInput
from longarm.texts import say

if TYPE_CHECKING:
    from longarm.case.model import Case


class TokenAnswer(msgspec.Struct, frozen=True):
    """`token`: hexadecimal, 32 bytes, as the hub would see it. `normal`: what was blinded."""

    kind: str
    normal: str
    token: str
    epoch: str


ANSWER = TokenAnswer  # one object a line
_KINDS = ("phone", "account", "email", "iban", "wallet", "payment_handle", "imei")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", metavar="FILE|IDENTIFIER", help="a case file, or one identifier")
    parser.add_argument("--kind", choices=_KINDS, default="phone", help="of the identifier (default: phone)")
    parser.add_argument("--json", action="store_true", help="one object a line")
    add_node(parser)


def run(options: argparse.Namespace) -> int:
    from longarm.exchange.token import Token, input_of

    attach_node(options)
    from longarm.casework.exchange.blinding import outputs_now
    from longarm.casework.exchange.tokens import named

    wanted = named(_case(options))
    if not wanted:
        raise BadInput("exchange-nothing-to-blind", given=options.what[:100])
    key, outputs = outputs_now([input_of(one.kind, one.normal) for one in wanted])
    answers = [
        TokenAnswer(one.kind, one.normal, Token.of(output).token.hex(), key.epoch)
        for one, output in zip(wanted, outputs, strict=True)
    ]
    if options.json:
        from longarm.cli.output import write_lines

        write_lines(answers)
        return 0
    language = language_of(options)
    told = [say("terminal-token", language, token=one.token, kind=kind(one.kind), value=one.normal) for one in answers]
    tell(told, language)
    return 0


def _case(options: argparse.Namespace) -> Case:
    """The case in the file; an identifier alone becomes a case whose suspect used it."""
    from longarm.case.file import parse_case, read_case

    path = Path(options.what)
    if path.is_file():
        return read_case(path).case
    identifier = {"id": "given", "type": options.kind, "value": options.what, "used_by": "suspect"}
    if options.kind == "account":
        identifier["platform"], _, identifier["value"] = options.what.rpartition(":")
    document = {
        "longarm": "case/1",
        "reference": "given",
        "persons": [{"id": "suspect", "roles": ["suspect"]}],
        "identifiers": [identifier],
    }
    return parse_case(msgspec.json.encode(document), "identifier").case
