"""How many others there must be before a case's report opens: its complainants say so, nobody else, each for themselves."""

from __future__ import annotations

from longarm.casework.case_keys import OpenCase
from longarm.casework.channels import for_team
from longarm.casework.exchange.child import concerns_a_child
from longarm.casework.intake.consents import held_since_restore, waits_for
from longarm.store.models import Channel


def wished(opened: OpenCase) -> int:
    """How many reports there must be, theirs too; 0: no report. Several complainants all have to wish it, and the one that
    asks for most company is followed. What may concern a child does not wait until others speak."""
    if concerns_a_child(opened):
        return 0
    rows = Channel.objects.filter(case_id=opened.id, kind=Channel.Kind.COMPLAINANT)
    others = [waits_for(for_team(opened, row)) for row in rows]
    return max(others) + 1 if others and all(others) else 0


def held(opened: OpenCase) -> bool:
    """Is it wished as far as this node knows, which was restored since? Nothing is made then, and nothing let go."""
    rows = Channel.objects.filter(case_id=opened.id, kind=Channel.Kind.COMPLAINANT)
    return any(held_since_restore(for_team(opened, row), "escrow") for row in rows)
