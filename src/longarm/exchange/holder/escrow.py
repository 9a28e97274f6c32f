"""The bodies of a key holder's letters about reports in escrow. Kind: `open`, answered by `Part`."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec

from longarm.exchange.escrow.opening import Shown
from longarm.exchange.holder.bodies import Fingerprint
from longarm.exchange.log.head import Head
from longarm.exchange.oprf.group import BYTES
from longarm.exchange.oprf.proof import PROOF_BYTES
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


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """As `bodies.Evaluated`, one element a report that opens. Or, with neither: `without`, whose reports this holder does not
    count, because it cut them off or never took them in; the others have company enough without them and may be shown again.
    """

    elements: Annotated[bytes, msgspec.Meta(max_length=BYTES * MOST_SHOWN)] = b""
    proof: Annotated[bytes, msgspec.Meta(max_length=PROOF_BYTES)] = b""
    without: Annotated[tuple[Fingerprint, ...], msgspec.Meta(max_length=MOST_SHOWN)] = ()
