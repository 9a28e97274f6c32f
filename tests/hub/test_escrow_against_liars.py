"""Members that lie to the hub about reports in escrow: they look unseen, or keep others' reports shut."""

from __future__ import annotations

import os
from datetime import timedelta

import msgspec
import pytest
from meeting import CAIRO, HUB_CARD, NOW, TRIPOLI, TUNIS, card_of, join
from test_escrow_at_the_hub import (
    AMMAN,
    ANOTHER,
    EPOCH,
    HIM,
    PUBLIC,
    UNTIL,
    ask,
    fetches,
    lodges,
    refused,
    report,
    takes_back,
    told,
)

from longarm.exchange.escrow.lock import lock
from longarm.exchange.escrow.report import Report, put
from longarm.exchange.hub.bodies import Apart
from longarm.exchange.hub.escrow import FetchOpened, Lodge
from longarm.exchange.letter import read
from longarm.hub import members
from longarm.hub.budget import LETTERS_A_DAY
from longarm.hub.models import EscrowNotice, EscrowReport, Usage
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _everybody() -> None:
    join(TRIPOLI, CAIRO, TUNIS, AMMAN)


def put_apart(party: Party, *others: Party) -> None:
    data = ask(party, "apart", Apart(tuple(other.fingerprint for other in others)))
    read(data, party, {HUB_CARD.fingerprint: HUB_CARD}.get, now=NOW, kinds=("apart",))


def test_a_report_that_is_longer_than_all_others_is_not_taken_so_that_no_answer_grows() -> None:
    bare = report(CAIRO, 2)
    large = msgspec.structs.replace(bare, lock=lock(PUBLIC, bare.label, bytes(4000), os.urandom))
    large = msgspec.structs.replace(large, signature=CAIRO.signing.sign(large.signed))
    assert refused(CAIRO, "lodge", Lodge((large,))) == "not-allowed"
    lodges(TRIPOLI, report(TRIPOLI, 2))
    lodges(CAIRO, *(report(CAIRO, 2, person=person) for person in range(1, 16)))
    assert len(told(TRIPOLI)) == 15
    assert len(ask(TRIPOLI, "opened", FetchOpened())) == len(ask(AMMAN, "opened", FetchOpened()))


def test_nobody_looks_with_a_report_that_ends_before_the_others_ask() -> None:
    assert refused(CAIRO, "lodge", Lodge((report(CAIRO, 2, until=NOW.date()),))) == "not-allowed"
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2, until=NOW.date() + timedelta(days=30)))
    assert told(CAIRO) == {one.leaf}
    assert told(TRIPOLI, NOW + timedelta(days=29)) == {two.leaf}


def test_nobody_looks_and_then_wants_to_be_apart() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2))
    assert told(CAIRO) == {one.leaf}
    put_apart(CAIRO, TRIPOLI)
    assert told(TRIPOLI) == {two.leaf}


def test_what_is_asked_for_later_is_not_shown_and_nobody_has_looked() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 3))
    lodges(TUNIS, report(TUNIS, 3))
    lodges(CAIRO, report(CAIRO, 3))
    lodges(CAIRO, report(CAIRO, 2, him=ANOTHER))
    lodges(AMMAN, other := report(AMMAN, 2, him=ANOTHER))
    page = fetches(CAIRO, later=(one,))
    assert set(page.new) == {other.leaf}
    assert not EscrowNotice.objects.filter(report__token=one.token).exclude(state=0).exists()
    assert len(fetches(CAIRO, other).new) == 2


def test_letters_that_are_refused_are_counted_too() -> None:
    wrong = Lodge((report(CAIRO, 2),))
    assert refused(TRIPOLI, "lodge", wrong) == "not-allowed"
    assert Usage.objects.get().letters == 1
    Usage.objects.update(letters=LETTERS_A_DAY)
    assert refused(TRIPOLI, "lodge", wrong) == "budget"


def test_apart_before_anybody_was_told_both_hear_nothing_and_together_again_both_hear() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2))
    assert told(AMMAN) == set()  # who fetches has it worked out, for all
    put_apart(TRIPOLI, CAIRO)
    assert (told(TRIPOLI), told(CAIRO)) == (set(), set())
    put_apart(TRIPOLI)
    assert (told(TRIPOLI), told(CAIRO)) == ({two.leaf}, {one.leaf})


def test_a_third_does_not_open_two_that_are_apart_and_wait_for_two_others() -> None:
    put_apart(TRIPOLI, CAIRO)
    for party in (TRIPOLI, CAIRO, TUNIS):
        lodges(party, report(party, 3))
    assert [told(party) for party in (TUNIS, TRIPOLI, CAIRO)] == [set()] * 3
    lodges(AMMAN, report(AMMAN, 3))
    assert [len(told(party)) for party in (TUNIS, TRIPOLI, CAIRO, AMMAN)] == [3, 2, 2, 3]


def test_taken_back_before_anybody_was_told_of_it_though_others_opened_long_before() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2))
    assert fetches(TRIPOLI).new
    assert fetches(CAIRO).new
    assert fetches(TRIPOLI, two).new == fetches(CAIRO, one).new == ()
    lodges(TUNIS, three := report(TUNIS, 2))
    assert told(AMMAN) == set()  # worked out, and told to nobody yet
    takes_back(TUNIS, three)
    assert (told(TRIPOLI), told(CAIRO), told(TUNIS)) == (set(), set(), set())
    assert not EscrowReport.objects.filter(leaf=three.leaf).exists()


def test_who_was_cut_off_and_taken_in_again_does_not_look_alone() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2))
    assert told(AMMAN) == set()
    members.cut_off(CAIRO.fingerprint, NOW)
    assert told(TRIPOLI) == set()
    join(CAIRO)
    assert (told(CAIRO), told(TRIPOLI)) == ({one.leaf}, {two.leaf})


def test_a_report_that_names_another_key_for_its_token_is_no_company_and_shuts_nobody_out() -> None:
    lodges(TRIPOLI, one := report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2))
    other: Report = put(
        TUNIS, HIM, b"", PUBLIC, needed=2, complainant=bytes(32), expires_on=UNTIL, tokens_epoch="1-00000000",
        escrow_epoch=EPOCH, random=os.urandom,
    )  # fmt: skip
    lodges(TUNIS, other)
    page = fetches(TRIPOLI)
    assert {each.report for each in page.shown} == {one, two}
    assert told(TUNIS) == set()


def test_another_case_of_a_member_hears_of_those_that_its_first_heard_of() -> None:
    lodges(TRIPOLI, report(TRIPOLI, 2))
    lodges(CAIRO, two := report(CAIRO, 2))
    assert set(fetches(TRIPOLI).new) == {two.leaf}
    assert fetches(TRIPOLI, two).new == ()
    lodges(TRIPOLI, second := report(TRIPOLI, 2, person=2))
    page = fetches(TRIPOLI)
    assert set(page.new) == {two.leaf}
    assert second in {each.report for each in page.shown}
    assert fetches(TRIPOLI, two).new == ()


def test_many_reports_of_one_member_leave_room_for_the_company_that_all_asked_for() -> None:
    lodges(TRIPOLI, report(TRIPOLI, 9))
    for part in (range(1, 11), range(11, 21)):
        lodges(CAIRO, *(report(CAIRO, 9, person=person) for person in part))
    lodges(TUNIS, *(report(TUNIS, 9, person=person) for person in range(1, 5)))
    seen: set[bytes] = set()
    for _ in range(4):
        said = fetches(TRIPOLI, later=())
        assert said.new
        seen |= set(said.new)
        ask(TRIPOLI, "opened", FetchOpened(tuple(seen)))
        if len(seen) == 24:
            break
    assert len(seen) == 24


def test_a_member_of_many_gets_those_that_are_new_first() -> None:
    many = [Party.new() for _ in range(20)]
    for party in many:
        members.add(card_of(party, "Another"), party.fingerprint, NOW)
        lodges(party, report(party, 2))
    lodges(TRIPOLI, report(TRIPOLI, 2))
    first = fetches(TRIPOLI)
    assert len(first.new) == 15


def test_who_raises_the_number_after_another_looked_keeps_nothing_else_of_that_member_shut() -> None:
    """Two that work together report sixty numbers at two members; one looks, one raises what it asks for before its member asks.
    Its member waits for sixty companies that do not open; that of somebody else there comes all the same."""
    numbers = [bytes([3, place]) * 32 for place in range(60)]
    for part in (numbers[:15], numbers[15:30], numbers[30:45], numbers[45:]):
        lodges(TRIPOLI, *(report(TRIPOLI, 2, him=him) for him in part))
        lodges(CAIRO, *(report(CAIRO, 2, him=him) for him in part))
    seen: tuple[Report, ...] = ()
    while (page := fetches(CAIRO, *seen)).new:
        seen = tuple(each.report for each in page.shown)
    for part in (numbers[:15], numbers[15:30], numbers[30:45], numbers[45:]):
        lodges(TRIPOLI, *(report(TRIPOLI, 9, him=him) for him in part))
    lodges(TRIPOLI, report(TRIPOLI, 2))
    lodges(TUNIS, hers := report(TUNIS, 2))
    first = fetches(TRIPOLI)
    assert (first.new, first.more) == ((), True)
    assert set(fetches(TRIPOLI).new) == {hers.leaf}
    assert fetches(TRIPOLI, hers).new == ()
    lodges(TRIPOLI, report(TRIPOLI, 2, him=numbers[7]))
    assert len(told(TRIPOLI)) == 1  # once it opens, it is told: the other side had looked
