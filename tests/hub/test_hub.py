"""What a hub does with tokens: both sides are told of a hit or neither, a register never tells, nothing is doubled."""

from __future__ import annotations

import secrets
from datetime import timedelta

import msgspec
import pytest
from meeting import (
    CAIRO,
    CARDS,
    HUB,
    HUB_CARD,
    NOW,
    TRIPOLI,
    TUNIS,
    ask,
    card_of,
    entry,
    head_of,
    heard,
    hits_of,
    join,
    letter,
    others,
    proof_of,
    registers,
    sent,
    withdraws,
)

from longarm.errors import BadInput
from longarm.exchange.hub.bodies import Apart, AskMembers, Done, FetchHits, Logged, Members, Register
from longarm.exchange.log.head import agree
from longarm.exchange.log.tree import holds_leaf
from longarm.exchange.refused import Refused
from longarm.hub import members
from longarm.hub.lines import lines
from longarm.hub.log import leaf_of
from longarm.hub.models import Hit, Registration
from longarm.hub.pairing import pair
from longarm.hub.sweeping import sweep
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
ONE, TWO = b"one", b"two"


@pytest.fixture(autouse=True)
def _three_members() -> None:
    join(TRIPOLI, CAIRO, TUNIS)


def refused(party: Party, data: bytes, now=NOW) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as found:
        sent(party, data, now)
    return found.value.code


def test_two_name_the_same_and_both_are_told_and_a_third_is_not() -> None:
    registers(TRIPOLI, ONE, TWO)
    assert others(TRIPOLI) == []
    registers(CAIRO, ONE)
    registers(TUNIS, b"three")
    assert others(CAIRO) == [(ONE, TRIPOLI.fingerprint)]
    assert others(TRIPOLI) == [(ONE, CAIRO.fingerprint)]
    assert others(TUNIS) == []
    (hit,) = hits_of(TRIPOLI).hits
    assert hit.envelope == f"to {CAIRO.fingerprint[:8]}".encode()


def test_a_member_that_names_the_same_twice_is_no_hit() -> None:
    registers(TRIPOLI, ONE)
    registers(TRIPOLI, ONE, ONE)
    assert others(TRIPOLI) == []
    assert Registration.objects.count() == 1


def test_a_hit_waits_until_it_is_stored_by_each_and_comes_once() -> None:
    registers(TRIPOLI, ONE)
    registers(CAIRO, ONE)
    (hit,) = hits_of(TRIPOLI).hits
    assert hits_of(TRIPOLI).hits == (hit,)  # sent, and not yet stored: again
    assert hits_of(TRIPOLI, hit.id).hits == ()
    assert len(hits_of(CAIRO).hits) == 1
    registers(TRIPOLI, ONE)  # renewed: no new hit
    assert hits_of(TRIPOLI).hits == ()
    assert hits_of(TUNIS, hit.id).hits == ()  # who is not in it cannot say that it was stored
    assert len(hits_of(CAIRO).hits) == 1


def test_the_answer_to_register_has_one_length_and_so_has_that_with_hits() -> None:
    registers(TUNIS, ONE)
    lengths = {len(sent(TRIPOLI, letter(TRIPOLI, "register", Register((entry(token),))))) for token in (ONE, TWO, b"3", b"4")}
    assert len(lengths) == 1
    none = len(sent(CAIRO, letter(CAIRO, "hits", FetchHits())))
    registers(CAIRO, *(bytes([65 + number]) for number in range(20)))
    registers(TUNIS, *(bytes([65 + number]) for number in range(20)))
    full = hits_of(CAIRO)
    assert (len(full.hits), full.more) == (16, True)
    assert len(sent(CAIRO, letter(CAIRO, "hits", FetchHits()))) == none
    assert len(hits_of(CAIRO, *(hit.id for hit in full.hits)).hits) == 4


def test_withdrawn_before_anybody_was_told_leaves_no_trace_of_a_hit() -> None:
    registers(TRIPOLI, ONE)
    registers(CAIRO, ONE)
    withdraws(CAIRO, ONE, b"never held")
    assert (others(TRIPOLI), others(CAIRO)) == ([], [])
    registers(TUNIS, ONE)
    assert others(CAIRO) == []
    assert others(TUNIS) == [(ONE, TRIPOLI.fingerprint)]


def test_nobody_can_look_and_go_unseen() -> None:
    registers(TRIPOLI, ONE)
    registers(CAIRO, ONE)
    assert len(others(CAIRO)) == 1
    withdraws(CAIRO, ONE)
    assert others(TRIPOLI) == [(ONE, CAIRO.fingerprint)]
    (hit,) = hits_of(TRIPOLI).hits
    hits_of(TRIPOLI, hit.id)
    hits_of(CAIRO, hit.id)
    sweep(NOW)
    assert not Hit.objects.exists()


def test_a_page_that_is_full_does_not_tell_of_a_hit_that_could_still_go_unseen() -> None:
    """Sixteen hits that it never says it stored; whether there is 'more' then is whether the seventeenth token hit."""
    kept = [b"kept-%d" % number for number in range(16)]
    registers(TRIPOLI, ONE, *kept)
    registers(CAIRO, *kept)
    assert not hits_of(CAIRO).more
    registers(CAIRO, ONE, now=NOW + timedelta(minutes=1))
    assert hits_of(CAIRO, now=NOW + timedelta(minutes=1)).more
    withdraws(CAIRO, ONE, now=NOW + timedelta(minutes=1))
    told = hits_of(TRIPOLI, now=NOW + timedelta(minutes=2)).hits
    told += hits_of(TRIPOLI, *(hit.id for hit in told), now=NOW + timedelta(minutes=2)).hits
    assert ONE in [hit.token.rstrip(b".") for hit in told]


def test_who_is_cut_off_does_not_hear_an_old_answer_again() -> None:
    data = letter(CAIRO, "hits", FetchHits())
    sent(CAIRO, data)
    members.cut_off(CAIRO.fingerprint, NOW)
    assert refused(CAIRO, data) == "cut-off"


def test_the_last_day_counts_and_the_day_after_does_not() -> None:
    ask(TRIPOLI, "register", Register((entry(ONE, until=NOW.date()),)), Logged)
    sweep(NOW)
    assert Registration.objects.count() == 1
    tomorrow = NOW + timedelta(days=1)
    registers(CAIRO, ONE, now=tomorrow)  # before the sweep already
    assert others(CAIRO, tomorrow) == []
    assert sweep(tomorrow).expired == 1
    for days in (-1, 401):
        data = letter(TRIPOLI, "register", Register((entry(ONE, until=NOW.date() + timedelta(days=days)),)))
        assert refused(TRIPOLI, data) == "not-allowed"


def test_the_same_letter_again_gets_the_same_answer_and_acts_once() -> None:
    data = letter(TRIPOLI, "register", Register((entry(ONE),)))
    first = sent(TRIPOLI, data)
    withdraws(TRIPOLI, ONE)
    size = head_of(TRIPOLI).size
    assert sent(TRIPOLI, data, NOW + timedelta(minutes=9)) == first
    assert not Registration.objects.exists()
    assert head_of(TRIPOLI).size == size
    assert refused(TRIPOLI, data, NOW + timedelta(minutes=20)) == "clock-off"
    sweep(NOW + timedelta(minutes=20))
    assert sent(TRIPOLI, data, NOW + timedelta(minutes=14)) == first  # a hub whose clock was set back still knows it


def test_letters_in_any_order_and_twice_end_in_the_same() -> None:
    letters = [
        (TRIPOLI, letter(TRIPOLI, "register", Register((entry(ONE),)))),
        (CAIRO, letter(CAIRO, "register", Register((entry(ONE), entry(TWO))))),
        (TUNIS, letter(TUNIS, "register", Register((entry(TWO),)))),
    ]
    for party, data in [*reversed(letters), *letters, letters[1]]:
        sent(party, data)
    assert sorted(others(CAIRO)) == sorted([(ONE, TRIPOLI.fingerprint), (TWO, TUNIS.fingerprint)])
    assert Hit.objects.count() == 2


def test_clocks_ten_minutes_apart_work_and_twenty_do_not() -> None:
    for minutes in (-10, 10):
        sent(TRIPOLI, letter(TRIPOLI, "register", Register((entry(ONE),)), NOW + timedelta(minutes=minutes)))
    for minutes in (-20, 20):
        data = letter(TRIPOLI, "register", Register((entry(ONE),)), NOW + timedelta(minutes=minutes))
        assert refused(TRIPOLI, data) == "clock-off"


def test_strangers_wrong_kinds_and_bodies_are_each_refused_and_counted_once_a_day() -> None:
    stranger = Party.new()
    for second in range(3):
        assert refused(stranger, letter(stranger, "hits", FetchHits()), NOW + timedelta(seconds=second)) == "unknown-member"
    assert refused(TRIPOLI, letter(TRIPOLI, "evaluate", FetchHits())) == "wrong-kind"
    assert refused(TRIPOLI, letter(TRIPOLI, "register", FetchHits())) == "bad-body"
    assert refused(TRIPOLI, letter(TRIPOLI, "register", Register((entry(b"x" * 40),)))) == "bad-body"
    assert refused(TRIPOLI, b"longarm-letter/2\n") == "wrong-version"
    said = {(line.what, line.member): line.times for line in lines()}
    assert said["refused-unknown-member", ""] == 3
    assert said["refused-bad-body", TRIPOLI.fingerprint] == 2


def test_a_flood_stops_at_the_budget_and_goes_on_tomorrow() -> None:
    members.add(CARDS[TRIPOLI], TRIPOLI.fingerprint, NOW, entries_a_day=5)
    registers(TRIPOLI, *(bytes([65 + number]) for number in range(4)))
    assert refused(TRIPOLI, letter(TRIPOLI, "register", Register((entry(ONE), entry(TWO))))) == "budget"
    registers(TRIPOLI, ONE)
    assert Registration.objects.count() == 5
    assert refused(TRIPOLI, letter(TRIPOLI, "register", Register((entry(TWO),)))) == "budget"
    registers(TRIPOLI, TWO, now=NOW + timedelta(days=1))
    registers(CAIRO, TWO)


def test_a_member_that_is_cut_off_is_refused_at_once_and_meets_nobody() -> None:
    registers(TRIPOLI, ONE)
    registers(CAIRO, ONE)
    members.cut_off(CAIRO.fingerprint, NOW)
    assert refused(CAIRO, letter(CAIRO, "hits", FetchHits())) == "cut-off"
    assert others(TRIPOLI) == []
    registers(TUNIS, ONE)
    assert others(TUNIS) == [(ONE, TRIPOLI.fingerprint)]
    join(CAIRO)
    registers(CAIRO, ONE)
    assert sorted(other for _, other in others(CAIRO)) == sorted([TRIPOLI.fingerprint, TUNIS.fingerprint])


def test_a_member_says_whom_it_is_never_matched_with() -> None:
    assert ask(TRIPOLI, "apart", Apart((CAIRO.fingerprint, "0" * 64)), Done) == Done()
    registers(TRIPOLI, ONE)
    registers(CAIRO, ONE)
    registers(TUNIS, ONE)
    assert [other for _, other in others(TRIPOLI)] == [TUNIS.fingerprint]
    assert [other for _, other in others(CAIRO)] == [TUNIS.fingerprint]


def test_a_token_that_too_many_hold_is_set_aside_and_says_so(settings) -> None:  # type: ignore[no-untyped-def]
    """The police's own number, the page of a bank: it would tie everybody to everybody."""
    settings.HUB_MOST_MEMBERS = 2
    registers(TRIPOLI, ONE)
    registers(CAIRO, ONE)
    pair(NOW)
    registers(TUNIS, ONE)
    assert others(TUNIS) == [(ONE, "")]
    assert sorted(others(TRIPOLI)) == [(ONE, ""), (ONE, CAIRO.fingerprint)]
    (aside,) = hits_of(TUNIS).hits
    registers(TUNIS, ONE)
    assert hits_of(TUNIS, aside.id).hits == ()


def test_who_is_served_is_told_as_cards_that_still_have_to_be_compared_by_voice() -> None:
    assert set(ask(TUNIS, "members", AskMembers(), Members).cards) == set(CARDS.values())
    with pytest.raises(BadInput, match="not the fingerprint"):
        members.add(CARDS[CAIRO], TRIPOLI.fingerprint, NOW)
    with pytest.raises(BadInput, match="no card of a node"):
        members.add(card_of(HUB, "The hub", "hub"), HUB.fingerprint, NOW)


def test_every_letter_stands_in_a_log_that_only_grows() -> None:
    heads = [head_of(TRIPOLI)]
    for number in range(9):
        data = letter(TRIPOLI, "register", Register((entry(bytes([number])),)))
        logged = heard(TRIPOLI, sent(TRIPOLI, data), Logged)
        assert logged.head.signed_by(HUB_CARD)
        assert holds_leaf(leaf_of(data), logged.leaf, logged.head.size, logged.path, logged.head.root)
        heads.append(logged.head)
    newest = heads[-1]
    assert all(agree(head, newest, proof_of(CAIRO, head.size, newest.size).path) for head in heads)
    assert not msgspec.structs.replace(newest, size=newest.size + 1).signed_by(HUB_CARD)
    data = letter(CAIRO, "proof", msgspec.defstruct("Ask", [("old", int), ("new", int)])(2, 900))
    assert refused(CAIRO, data) == "unknown"


def test_what_the_hub_asks_of_its_tables_does_not_grow_with_the_letters_entries(django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    tokens = [secrets.token_bytes(32) for _ in range(400)]
    registers(CAIRO, *tokens[:40])
    with django_assert_max_num_queries(60):
        registers(TRIPOLI, *tokens)
    assert Registration.objects.count() == 440
