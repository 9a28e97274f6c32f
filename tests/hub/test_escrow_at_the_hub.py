"""Reports in escrow at a hub: below the number nobody is told of anything, at it everybody who reported is, or nobody."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta

import msgspec
import pytest
from django.db import connection
from meeting import CAIRO, CARDS, HUB_CARD, NOW, TRIPOLI, TUNIS, card_of, join, letter, sent

from longarm.exchange.card import read_card
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.opening import group_shown
from longarm.exchange.escrow.report import Report, put
from longarm.exchange.hub.bodies import Apart, Done, Logged
from longarm.exchange.hub.escrow import FetchOpened, Lodge, Lodged, Opened, TakeBack
from longarm.exchange.letter import body, read
from longarm.exchange.log.tree import holds_leaf, leaf_hash
from longarm.exchange.oprf import group
from longarm.exchange.refused import Refused
from longarm.hub import members
from longarm.hub.budget import REPORTS_A_DAY
from longarm.hub.models import EscrowNotice, EscrowReport, Usage
from longarm.hub.sweeping import sweep
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
AMMAN = Party.new()
HIM, ANOTHER = b"\x01" * 64, b"\x02" * 64  # outputs of the oblivious function
PUBLIC = group.base(group.random_scalar(os.urandom))
EPOCH = "escrow-1-12345678"
UNTIL = (NOW + timedelta(days=200)).date()


@pytest.fixture(autouse=True)
def _members() -> None:
    join(TRIPOLI, CAIRO, TUNIS, AMMAN)


def report(party: Party, needed: int, person: int = 1, him: bytes = HIM, until: date = UNTIL) -> Report:
    return put(
        party, him, b"mark-inside", PUBLIC, needed=needed, complainant=bytes([person]) * 32, expires_on=until,
        tokens_epoch="1-87654321", escrow_epoch=EPOCH, random=os.urandom,
    )  # fmt: skip


def ask(party: Party, kind: str, said: msgspec.Struct, now: datetime = NOW) -> bytes:
    return sent(party, letter(party, kind, said, now), now)


def lodges(party: Party, *reports: Report, now: datetime = NOW) -> Lodged:
    data = ask(party, "lodge", Lodge(reports), now)
    return body(read(data, party, {HUB_CARD.fingerprint: HUB_CARD}.get, now=now, kinds=("lodge",)), Lodged)


def takes_back(party: Party, *reports: Report, now: datetime = NOW) -> None:
    data = ask(party, "take-back", TakeBack(tuple(one.leaf for one in reports)), now)
    body(read(data, party, {HUB_CARD.fingerprint: HUB_CARD}.get, now=now, kinds=("take-back",)), Logged)


def fetches(party: Party, *seen: Report, later: tuple[Report, ...] = (), now: datetime = NOW) -> Opened:
    said = FetchOpened(tuple(one.leaf for one in seen), tuple({one.token for one in later}))
    data = ask(party, "opened", said, now)
    return body(read(data, party, {HUB_CARD.fingerprint: HUB_CARD}.get, now=now, kinds=("opened",)), Opened)


def told(party: Party, now: datetime = NOW) -> set[bytes]:
    return set(fetches(party, now=now).new)


def refused(party: Party, kind: str, said: msgspec.Struct) -> str:
    with pytest.raises(Refused) as found:
        ask(party, kind, said)
    return found.value.code


def test_below_the_number_nobody_is_told_and_at_it_all_three_are_and_a_fourth_is_not() -> None:
    one, two, three = report(TRIPOLI, 3), report(CAIRO, 3), report(TUNIS, 3)
    lodges(TRIPOLI, one)
    lodges(CAIRO, two)
    lodges(AMMAN, report(AMMAN, 3, him=ANOTHER))
    assert [told(party) for party in (TRIPOLI, CAIRO, TUNIS, AMMAN)] == [set()] * 4
    assert not EscrowNotice.objects.exists()
    lodges(TUNIS, three)
    assert told(TRIPOLI) == {two.leaf, three.leaf}
    assert told(CAIRO) == {one.leaf, three.leaf}
    assert told(TUNIS) == {one.leaf, two.leaf}
    assert told(AMMAN) == set()


def test_what_is_shown_is_what_the_holders_ask_for() -> None:
    for party in (TRIPOLI, CAIRO, TUNIS):
        logged = lodges(party, mine := report(party, 3))
        assert holds_leaf(leaf_hash(mine.leaf), logged.places[0], logged.head.size, logged.paths[0], logged.head.root)
    page = fetches(CAIRO)
    cards = {party.fingerprint: read_card(data) for party, data in CARDS.items()}
    found = group_shown(page.shown, page.head, HUB_CARD, cards.get, epoch=EPOCH, asker=CAIRO.fingerprint, today=NOW.date())
    assert {each.member for each in found} == set(cards)


def test_the_same_member_and_the_same_person_do_not_count_twice() -> None:
    lodges(TRIPOLI, report(TRIPOLI, 2), report(TRIPOLI, 2, person=2))  # one member alone is no company for a number of 2
    first = report(CAIRO, 3, person=7)
    lodges(CAIRO, first)
    lodges(CAIRO, report(CAIRO, 3, person=7))  # takes the place of the one before
    assert (told(TRIPOLI), told(CAIRO)) == (set(), set())
    assert not EscrowReport.objects.filter(leaf=first.leaf).exists()
    alone = report(AMMAN, 4, him=ANOTHER)
    lodges(AMMAN, alone)
    lodges(TUNIS, *(report(TUNIS, 2, person=n, him=ANOTHER) for n in range(1, 9)))
    assert told(TUNIS) == set()  # eight of one member do not open one that asked for four


def test_taken_back_before_anybody_was_told_it_lowers_the_count_and_leaves_no_trace() -> None:
    one, two, three = report(TRIPOLI, 3), report(CAIRO, 3), report(TUNIS, 3)
    for party, mine in ((TRIPOLI, one), (CAIRO, two), (TUNIS, three)):
        lodges(party, mine)
    takes_back(TUNIS, three, one)  # of others it takes nothing back
    assert [told(party) for party in (TRIPOLI, CAIRO, TUNIS)] == [set()] * 3
    assert EscrowReport.objects.count() == 2
    lodges(TUNIS, report(TUNIS, 3))
    assert len(told(TRIPOLI)) == 2


def test_nobody_can_look_take_back_and_go_unseen() -> None:
    one, two = report(TRIPOLI, 2), report(CAIRO, 2)
    lodges(TRIPOLI, one)
    lodges(CAIRO, two)
    assert told(CAIRO) == {one.leaf}
    takes_back(CAIRO, two)
    page = fetches(TRIPOLI)
    assert set(page.new) == {two.leaf}
    assert set(opens(each.report for each in page.shown)) == {one, two}
    assert fetches(TRIPOLI, two).new == ()
    sweep(NOW)
    assert [bytes(row.leaf) for row in EscrowReport.objects.all()] == [one.leaf]
    lodges(TUNIS, report(TUNIS, 3))
    assert told(TUNIS) == set()  # what was taken back is company for nobody


def test_what_was_taken_back_goes_within_the_hour_though_nobody_asks() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, report(CAIRO, 2))
    takes_back(TRIPOLI, one)
    sweep(NOW)
    assert EscrowReport.objects.count() == 1


def test_what_opens_comes_until_it_is_stored_and_once() -> None:
    one, two = report(TRIPOLI, 2), report(CAIRO, 2)
    lodges(TRIPOLI, one)
    lodges(CAIRO, two)
    assert told(TRIPOLI) == told(TRIPOLI) == {two.leaf}
    assert fetches(TRIPOLI, later=(two,)).new == ()
    assert fetches(TRIPOLI, two).new == ()
    assert told(TRIPOLI) == set()
    assert told(CAIRO) == {one.leaf}
    lodges(TUNIS, three := report(TUNIS, 3))
    assert told(TRIPOLI) == {three.leaf}
    assert told(TUNIS) == {one.leaf, two.leaf}


def test_no_length_tells_and_a_letter_that_comes_twice_acts_once() -> None:
    lodges(TRIPOLI, report(TRIPOLI, 2))
    data = letter(CAIRO, "lodge", Lodge((report(CAIRO, 2),)))
    first = sent(CAIRO, data)
    assert sent(CAIRO, data) == first
    assert len(first) == len(ask(TUNIS, "lodge", Lodge((report(TUNIS, 2, him=ANOTHER),))))
    assert EscrowReport.objects.count() == 3
    assert len(ask(CAIRO, "opened", FetchOpened())) == len(ask(AMMAN, "opened", FetchOpened()))
    again = EscrowReport.objects.get(member__fingerprint=CAIRO.fingerprint)
    logged = lodges(CAIRO, msgspec.msgpack.decode(bytes(again.report), type=Report))  # an answer was lost: sent anew
    assert logged.places == (again.place,)


def test_what_a_member_did_not_vouch_for_or_is_too_much_is_refused() -> None:
    for wrong in (
        report(CAIRO, 2),
        msgspec.structs.replace(report(TRIPOLI, 4), needed=2),
        msgspec.structs.replace(report(TRIPOLI, 2), lock=report(CAIRO, 2).lock),
        report(TRIPOLI, 2, until=NOW.date() - timedelta(days=1)),
        report(TRIPOLI, 2, until=NOW.date() + timedelta(days=500)),
    ):
        assert refused(TRIPOLI, "lodge", Lodge((wrong,))) == "not-allowed"
    lodges(TRIPOLI, report(TRIPOLI, 2))
    Usage.objects.update(reports=REPORTS_A_DAY)
    assert refused(TRIPOLI, "lodge", Lodge((report(TRIPOLI, 2),))) == "budget"


def test_run_out_cut_off_and_apart_count_for_nobody() -> None:
    soon = NOW.date() + timedelta(days=30)
    lodges(TRIPOLI, report(TRIPOLI, 2, until=soon))
    lodges(CAIRO, report(CAIRO, 2))
    later = NOW + timedelta(days=31)
    assert told(CAIRO, later) == set()
    sweep(later)
    assert EscrowReport.objects.count() == 1
    lodges(TUNIS, report(TUNIS, 2), now=later)
    data = ask(CAIRO, "apart", Apart((TUNIS.fingerprint,)), later)
    assert body(read(data, CAIRO, {HUB_CARD.fingerprint: HUB_CARD}.get, now=later, kinds=("apart",)), Done)
    assert (told(CAIRO, later), told(TUNIS, later)) == (set(), set())
    lodges(AMMAN, report(AMMAN, 2), now=later)
    members.cut_off(TUNIS.fingerprint, later)
    assert len(told(AMMAN, later)) == 1


def test_a_company_that_no_letter_holds_comes_in_parts_that_each_open() -> None:
    many = [Party.new() for _ in range(20)]
    for party in many:
        members.add(card_of(party, "Another"), party.fingerprint, NOW)
        lodges(party, report(party, 4))
    lodges(TRIPOLI, report(TRIPOLI, 4))
    seen: set[bytes] = set()
    for _ in range(6):
        said = FetchOpened(tuple(seen))
        page = body(
            read(ask(TRIPOLI, "opened", said), TRIPOLI, {HUB_CARD.fingerprint: HUB_CARD}.get, now=NOW, kinds=("opened",)), Opened
        )
        if page.shown:
            assert {one.report for one in page.shown} == set(opens(one.report for one in page.shown))
            assert TRIPOLI.fingerprint in {one.report.member for one in page.shown}
        seen |= set(page.new)
    assert len(seen) == 20


def test_a_hub_that_leaves_escrow_out_says_so_and_still_hears_what_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, report(CAIRO, 2))
    monkeypatch.setenv("LONGARM_ESCROW", "off")
    for kind, said in (("lodge", Lodge((report(TRIPOLI, 2),))), ("opened", FetchOpened())):
        assert refused(TRIPOLI, kind, said) == "no-escrow"
    takes_back(TRIPOLI, one)
    monkeypatch.delenv("LONGARM_ESCROW")
    assert told(CAIRO) == set()


def test_nothing_of_what_is_inside_is_at_the_hub() -> None:
    for party in (TRIPOLI, CAIRO, TUNIS):
        lodges(party, report(party, 3))
    told(TRIPOLI)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith("hub_"):
                cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of our own tables
                assert b"mark-inside" not in b"".join(
                    bytes(cell) if not isinstance(cell, (int, str, float, type(None), datetime, date)) else str(cell).encode()
                    for row in cursor.fetchall()
                    for cell in row
                )


def test_what_was_taken_back_and_is_lodged_again_counts_again_in_its_old_place() -> None:
    """A node that used another hub for a while, or was restored from a back-up."""
    one, two = report(TRIPOLI, 2), report(CAIRO, 2)
    place = lodges(TRIPOLI, one).places
    takes_back(TRIPOLI, one)
    lodges(CAIRO, two)
    assert told(CAIRO) == set()
    sent_again = lodges(TRIPOLI, one)
    assert holds_leaf(leaf_hash(one.leaf), sent_again.places[0], sent_again.head.size, sent_again.paths[0], sent_again.head.root)
    assert told(CAIRO) == {one.leaf}
    assert place
