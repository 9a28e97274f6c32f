"""A member lets tokens go: from then on they meet nobody. Who was told of a hit stays told, and so is the other side."""

from __future__ import annotations

from datetime import datetime

from longarm.exchange.hub.bodies import Logged, Withdraw
from longarm.hub import log
from longarm.hub.budget import spend
from longarm.hub.models import Member, Registration
from longarm.hub.pairing import changed
from longarm.keys.party import Party


def withdraw(party: Party, member: Member, body: Withdraw, letter: bytes, now: datetime) -> Logged:
    """Inside the caller's transaction. What is not held is let go too: the answer and the work are one and the same."""
    spend(member, now)
    leaf = log.append(letter)
    Registration.objects.filter(member=member, token__in=body.tokens).delete()
    changed(member, set(body.tokens))
    return log.logged(party, leaf, now)
