"""The body of a key holder's letter about reports in escrow. Kind: `open`, answered by `bodies.Evaluated`."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from longarm.exchange.escrow.opening import Shown
from longarm.exchange.log.head import Head
from longarm.exchange.oprf.threshold import MOST_HOLDERS, Index

KIND: Final = "open"
MOST_SHOWN: Final = 16


class Open(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Your part of the keys of these reports, in the order of their leaves, weighted for the holders `indices`: if they have
    the company that each asked for (`escrow.opening.group_shown`). The letter names the epoch of the escrows' key.
    """

    renewal: Annotated[int, msgspec.Meta(ge=0)]
    indices: Annotated[tuple[Index, ...], msgspec.Meta(min_length=1, max_length=MOST_HOLDERS)]
    shown: Annotated[tuple[Shown, ...], msgspec.Meta(min_length=1, max_length=MOST_SHOWN)]
    head: Head
