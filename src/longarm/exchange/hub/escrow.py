"""The bodies of the hub's letters about reports in escrow. Kinds: lodge, take-back, opened; each is answered by its own.

The answer to `lodge` says that the reports stand in the log, never whether they have company: what opens is fetched, and an
answer to that has one length, with something in it and without.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final

import msgspec

from longarm.exchange.escrow.opening import Shown
from longarm.exchange.escrow.report import Report
from longarm.exchange.hub.bodies import Path
from longarm.exchange.log.head import Hash, Head
from longarm.exchange.oprf.threshold import Element

KINDS: Final = ("lodge", "take-back", "opened")
MOST_REPORTS: Final = 16  # of one letter, and of one company that is shown
MOST_LEAVES: Final = 1000
MOST_LATER: Final = 1000
# A report that ends sooner is not lodged: it would be gone before the others, who ask when they can, are told who looked.
SHORTEST: Final = timedelta(days=30)
PAGE_BYTES: Final = 56 * 1024  # every answer to `opened`, before it is sealed

Leaves = Annotated[tuple[Hash, ...], msgspec.Meta(max_length=MOST_LEAVES)]


class Lodge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Reports that the sender vouches for. One of the same person and token takes the place of the one before."""

    reports: Annotated[tuple[Report, ...], msgspec.Meta(min_length=1, max_length=MOST_REPORTS)]


class Lodged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """In the order of the letter: each report (`Report.leaf`) is leaf `places[n]` of the log with this head."""

    places: Annotated[tuple[int, ...], msgspec.Meta(max_length=MOST_REPORTS)]
    head: Head
    paths: Annotated[tuple[Path, ...], msgspec.Meta(max_length=MOST_REPORTS)]


class TakeBack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Reports of the sender (`Report.leaf`) that count no more. Answered as `withdraw` is, also for what is not held."""

    leaves: Annotated[tuple[Hash, ...], msgspec.Meta(min_length=1, max_length=MOST_LEAVES)]


class FetchOpened(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`seen`: reports of others that this member has opened and stored: not told again. `later`: tokens whose reports it asks for
    another time, because the holders do not open them now or so many came today."""

    seen: Leaves = ()
    later: Annotated[tuple[Element, ...], msgspec.Meta(max_length=MOST_LATER)] = ()


class Opened(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One company that opens, one of the asking member's own reports in it, ready to be shown to the holders; or none.

    `new`: which of them (`Report.leaf`) this member has not stored yet. `more`: there are others, or there may be.
    """

    shown: Annotated[tuple[Shown, ...], msgspec.Meta(max_length=MOST_REPORTS)]
    new: Annotated[tuple[Hash, ...], msgspec.Meta(max_length=MOST_REPORTS)]
    head: Head
    more: bool
    fill: bytes


def page(shown: tuple[Shown, ...], new: tuple[bytes, ...], head: Head, more: bool) -> Opened:
    """An answer, filled to the one length that all have."""
    bare = len(msgspec.msgpack.encode(Opened(shown, new, head, more, b"")))
    return Opened(shown, new, head, more, bytes(PAGE_BYTES - bare - 1))  # MessagePack spends one byte more on a long length
