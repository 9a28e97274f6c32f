"""What a party checks of what others revealed, and the share that comes of it."""

from __future__ import annotations

from longarm.errors import Unsound
from longarm.exchange.ceremony import knowledge
from longarm.exchange.ceremony.messages import Why
from longarm.exchange.ceremony.setup import KeyShare, epoch_of
from longarm.exchange.ceremony.state import State
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments, Share, weight


def wrong_in(state: State, who: str) -> Why | None:
    """What is wrong with what the dealer `who` revealed, if anything."""
    setup, said = state.setup, state.reveals[who]
    if said.digest(who) != state.commits[who].digest:
        return "not-as-committed"
    if said.commitments.threshold != setup.threshold:
        return "bad-commitments"
    try:
        for each in said.commitments.elements:
            group.element(each)
        for index in setup.receivers:  # a share of zero stands for no element, and could be neither checked nor complained of
            said.commitments.public_of(index)
    except Unsound:
        return "bad-commitments"
    if not knowledge.holds(said.knowledge, said.commitments.public, setup.id, who):
        return "bad-knowledge"
    if setup.old is not None:
        index = next(index for index, name in setup.dealers.items() if name == who)
        right = group.mul(weight(index, sorted(setup.dealers)), setup.old.commitments.public_of(index))
        if said.commitments.public != right:
            return "other-key"
    return None


def key_share(state: State, index: int) -> KeyShare:
    """The sum of what was dealt to holder `index`. Raises Unsound when the sum is zero, which nobody will see by chance."""
    setup, old = state.setup, state.setup.old
    scalar = bytes(group.BYTES)
    for deal in state.deals.values():
        scalar = group.scalar_add(scalar, deal.value)
    parts = [state.reveals[who].commitments.elements for who in sorted(setup.dealers.values())]
    commitments = Commitments(tuple(group.element(group.total(each)) for each in zip(*parts, strict=True)))
    return KeyShare(
        epoch=epoch_of(setup.number, commitments.public, setup.purpose) if old is None else old.epoch,
        renewal=0 if old is None else old.renewal + 1,
        share=Share(index, group.scalar(scalar)),
        commitments=commitments,
        participants=dict(setup.receivers),
        transcript=state.transcript,
        purpose=setup.purpose,
    )
