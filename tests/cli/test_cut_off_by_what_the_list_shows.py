"""Who has to cut somebody off at once types what the list shows, no 64 letters."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from longarm.cli.member_acts import whole
from longarm.exchange.card import Card, make_card, read_card
from longarm.keys.party import Party

NOW = datetime(2026, 11, 29, tzinfo=UTC)


class Known(NamedTuple):
    card: Card
    since: datetime = NOW
    cut_off_at: datetime | None = None


def known(name: str) -> Known:
    data = make_card(Party.new(), role="node", organisation=name, states=("LY",), address="", certificate="", made_at=NOW)
    return Known(read_card(data))


def test_what_the_list_shows_names_one_that_is_on_it() -> None:
    tripoli, cairo = known("Tripoli"), known("Cairo")
    full = tripoli.card.fingerprint
    for given in (full, full[:16], full[:16].upper(), f"{full[:4]} {full[4:8]} {full[8:12]} {full[12:16]}"):
        assert whole(given, (tripoli, cairo)) == full


def test_too_little_or_nobodys_is_no_fingerprint() -> None:
    tripoli = known("Tripoli")
    for given in (tripoli.card.fingerprint[:15], "", "Tripoli", "0" * 16):
        assert whole(given, (tripoli,)) == given


def test_of_two_that_begin_alike_none_is_meant() -> None:
    tripoli = known("Tripoli")
    twin = Known(type("Twin", (), {"fingerprint": tripoli.card.fingerprint[:16] + "0" * 48})())
    assert whole(tripoli.card.fingerprint[:16], (tripoli, twin)) == tripoli.card.fingerprint[:16]
