"""A member says which tokens it holds. Whether somebody else holds one too is worked out after the answer (`hub.pairing`)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from longarm.exchange.hub.bodies import Logged, Register
from longarm.exchange.refused import Refused
from longarm.hub import log
from longarm.hub.budget import spend
from longarm.hub.models import Member, Registration
from longarm.hub.pairing import changed
from longarm.keys.party import Party

LONGEST: Final = timedelta(days=400)  # a registration that nobody renews ends by itself


def register(party: Party, member: Member, body: Register, letter: bytes, now: datetime) -> Logged:
    """Inside the caller's transaction. The answer says that the letter stands in the log, never whether there was a hit; what is
    read and written here is the same whoever else holds the tokens.

    Raises Refused when an entry ends in the past or too late, or the day's budget is used up.
    """
    entries = {entry.token: entry for entry in body.entries}
    today = now.date()
    if not all(today <= entry.expires_on <= today + LONGEST for entry in entries.values()):
        raise Refused("not-allowed")
    spend(member, now, len(body.entries))
    leaf = log.append(letter)
    Registration.objects.bulk_create(
        [
            Registration(token=entry.token, member=member, envelope=entry.envelope, expires_on=entry.expires_on, leaf=leaf)
            for entry in entries.values()
        ],
        update_conflicts=True,
        unique_fields=["token", "member"],
        update_fields=["envelope", "expires_on", "leaf"],
    )
    changed(member, entries)
    return log.logged(party, leaf, now)
