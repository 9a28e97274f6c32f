"""Is there escrow here? Not where an installation leaves it out, nor before a hub and holders with a key for it are there."""

from __future__ import annotations

from longarm.casework.exchange import epochs, members
from longarm.store.left_out import escrow_left_out


def offered() -> bool:
    """What cannot be done is offered to nobody. No party is asked."""
    return not escrow_left_out() and members.uses_a_hub() and epochs.known("escrow") is not None
