"""`add`, `cut-off` and `list`: the same words at a hub, a key holder and a node, for whom each of them speaks with."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import msgspec

from longarm.cli.given_path import given_path
from longarm.cli.telling import tell
from longarm.texts import Language, Sentence

if TYPE_CHECKING:
    from longarm.exchange.card import Card


class Member(Protocol):
    @property
    def card(self) -> Card: ...
    @property
    def since(self) -> datetime: ...
    @property
    def cut_off_at(self) -> datetime | None: ...


View = TypeVar("View", bound=Member)
_SHOWN: Final = 16  # letters of a fingerprint in a list


def add_member_acts(
    parser: argparse.ArgumentParser, places: Callable[[argparse.ArgumentParser], None], *, whom: str, cut_off: str
) -> argparse.ArgumentParser:
    """The three acts. Gives that of `add`, which may take more: what the member may ask in a day."""
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT", help="add, list, cut-off")
    adding = acts.add_parser("add", help=f"take {whom} in, or take it back")
    adding.add_argument("card", type=given_path, help="the file with its card")
    adding.add_argument(
        "--fingerprint", required=True, help="as it was heard, compared by voice; groups and spaces do not matter"
    )
    cutting = acts.add_parser("cut-off", help=cut_off)
    cutting.add_argument("fingerprint")  # or its beginning, as `list` shows it
    for act in (adding, cutting, acts.add_parser("list", help="everybody, those cut off too")):
        act.add_argument("--json", action="store_true", help="one object a line")
        places(act)
    return adding


def whole(given: str, known: Iterable[Member]) -> str:
    """The fingerprint of the one that `given` begins, as `list` shows it: who has to cut somebody off types no 64 letters.

    For choosing among whom one knows already, never for taking somebody in. What begins no one's, or two's, is given back.
    """
    begins = re.sub(r"[\s:]", "", given).lower()
    found = {one.card.fingerprint for one in known if one.card.fingerprint.startswith(begins)}
    return found.pop() if len(begins) >= _SHOWN and len(found) == 1 else given


def states_of(card: Card) -> str | Sentence:
    return ",".join(card.states) or Sentence("terminal-several-states")


def show_members(
    found: Iterable[View], language: Language | None, answer: Callable[[View], msgspec.Struct], line: Callable[[View], Sentence]
) -> None:
    """`language` None: as JSON."""
    if language is None:
        from longarm.cli.output import write_lines

        write_lines(map(answer, found))
        return
    tell((line(view).in_language(language) for view in found), language)
