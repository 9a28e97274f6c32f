"""What the node does with the hub by itself, once an hour or when told: send, withdraw, fetch. No case key is needed."""

from __future__ import annotations

from typing import NamedTuple, get_args

from longarm.casework.exchange import epochs, heads, hits, members, posting
from longarm.casework.exchange.escrow import posting as escrow
from longarm.exchange.ceremony.setup import Purpose


class Round(NamedTuple):
    posted: posting.Posted
    hits: int
    escrow: escrow.Gone


def go_round() -> Round:
    """Raises as `posting.post`, `hits.fetch` and `escrow.posting.go` do."""
    for purpose in get_args(Purpose):
        epochs.look(purpose)
    posted = posting.post()
    new = hits.fetch()
    heads.look()
    return Round(posted, new, escrow.go())


def go_round_if_there_is_a_hub() -> int:
    """The chore. Returns how many letters' worth of work was done: tokens sent and withdrawn, hits that are new."""
    if not members.uses_a_hub():
        return 0
    done = go_round()
    return done.posted.registered + done.posted.withdrawn + done.hits + sum(done.escrow)
