"""How a ceremony begins, for one party: its polynomial is drawn, and its commitment goes out."""

from __future__ import annotations

from collections.abc import Mapping

from longarm.exchange.ceremony import knowledge, polynomial
from longarm.exchange.ceremony.messages import Commit, Outgoing, Reveal
from longarm.exchange.ceremony.setup import Old, Purpose, Setup, number_of
from longarm.exchange.ceremony.state import State
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Share, weight


def begin(
    session: str, me: str, participants: Mapping[int, str], threshold: int, random: group.Random, *,
    number: int = 1, purpose: Purpose = "tokens",
) -> tuple[State, list[Outgoing]]:  # fmt: skip
    """A new key: every participant (index to fingerprint) deals and holds. Raises ValueError for a setup that cannot be."""
    setup = Setup(session, number, threshold, dict(participants), purpose=purpose)
    return _start(setup, me, polynomial.drawn(threshold, random), random)


def reshare(
    session: str, me: str, old: Old, participants: Mapping[int, str], threshold: int, *,
    random: group.Random, share: Share | None = None,
) -> tuple[State, list[Outgoing]]:  # fmt: skip
    """The same key in new shares: `old.dealers` deal, `participants` will hold, `threshold` of them will be needed.

    `share`: mine of the old ones, where I deal; who only receives has none. Raises ValueError for what cannot be.
    """
    purpose, number = number_of(old.epoch)
    setup = Setup(session, number, threshold, dict(participants), old, purpose)
    if share is None:
        if me in old.dealers.values():
            raise ValueError("who deals has a share")
        return _start(setup, me, (), random)
    if old.dealers.get(share.index) != me or group.base(share.scalar) != old.commitments.public_of(share.index):
        raise ValueError("this is no share of that key, or another's")
    mine = group.scalar_mul(weight(share.index, sorted(old.dealers)), share.scalar)
    return _start(setup, me, polynomial.drawn(threshold, random, mine), random)


def _start(setup: Setup, me: str, line: tuple[bytes, ...], random: group.Random) -> tuple[State, list[Outgoing]]:
    if me not in setup.everybody:
        raise ValueError("who begins a ceremony takes part in it")
    if not line:
        return State(setup=setup, me=me), []
    mine = Reveal(setup.id, polynomial.committed(line), knowledge.prove(line[0], setup.id, me, random))
    return State(setup=setup, me=me, line=line, mine=mine).saying(Commit(setup.id, mine.digest(me)))
