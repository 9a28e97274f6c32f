"""A member lodges reports in escrow, or takes them back. No answer says whether a report has company (`companies`)."""

from __future__ import annotations

from datetime import datetime

import msgspec

from longarm.errors import Unsound
from longarm.exchange.card import read_card
from longarm.exchange.escrow.report import Report, check
from longarm.exchange.hub.bodies import Logged
from longarm.exchange.hub.escrow import SHORTEST, Lodge, Lodged, TakeBack
from longarm.exchange.log.tree import leaf_hash
from longarm.exchange.refused import Refused
from longarm.hub import log
from longarm.hub.budget import spend
from longarm.hub.models import EscrowReport, Member
from longarm.hub.registering import LONGEST
from longarm.keys.party import Party


def lodge(party: Party, member: Member, body: Lodge, now: datetime) -> Lodged:
    """Inside the caller's transaction. A report that is here already keeps its place in the log, one that was taken back counts
    again.

    Raises Refused when the member did not vouch for one, its lock is of another, it ends too soon or too late, or the
    day's budget is used up.
    """
    spend(member, now, reports=len(body.reports))
    card, today = read_card(bytes(member.card)), now.date()
    for report in body.reports:
        if not today + SHORTEST <= report.expires_on <= today + LONGEST:
            raise Refused("not-allowed")
        try:
            check(report, card)
        except Unsound:
            raise Refused("not-allowed") from None
    places = tuple(_placed(member, report, now) for report in body.reports)
    head = log.head_of(party, now)
    return Lodged(places, head, tuple(log.path_of(place, head.size) for place in places))


def take_back(party: Party, member: Member, body: TakeBack, letter: bytes, now: datetime) -> Logged:
    """Inside the caller's transaction: they count no more. What is not held is let go too: the answer is one and the same."""
    spend(member, now)
    leaf = log.append(letter)
    mine = EscrowReport.objects.filter(member=member, leaf__in=body.leaves, withdrawn_at=None)
    mine.update(withdrawn_at=now, grouped=False)
    return log.logged(party, leaf, now)


def _placed(member: Member, report: Report, now: datetime) -> int:
    known = EscrowReport.objects.filter(leaf=report.leaf).first()
    if known is not None and known.withdrawn_at is None:
        return known.place
    one = {"token": report.token, "epoch": report.escrow_epoch, "member": member}
    before = EscrowReport.objects.filter(**one, complainant=report.complainant, withdrawn_at=None)
    before.update(withdrawn_at=now, grouped=False)
    if known is not None:
        known.withdrawn_at, known.grouped = None, False
        known.save(update_fields=["withdrawn_at", "grouped"])
        return known.place
    place = log.append_leaf(leaf_hash(report.leaf))
    EscrowReport.objects.create(
        **one,
        complainant=report.complainant,
        leaf=report.leaf,
        place=place,
        report=msgspec.msgpack.encode(report),
        expires_on=report.expires_on,
    )
    return place
