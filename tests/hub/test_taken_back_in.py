"""Who was kept from a match, and then is not any more, meets all that it would have met: nothing lost, nothing told too early."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from meeting import CAIRO, CARDS, HUB, NOW, TRIPOLI, TUNIS, ask, join, letter, others, registers, sent, withdraws

from longarm.exchange.hub.bodies import Apart, Done, FetchHits
from longarm.exchange.letter import Letter, read
from longarm.exchange.refused import Refused
from longarm.hub import answering, members
from longarm.hub.models import Hit
from longarm.hub.pairing import pair
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _three_are_served() -> None:
    join(TRIPOLI, CAIRO, TUNIS)


def apart(party: Party, *from_whom: Party) -> None:
    assert ask(party, "apart", Apart(tuple(one.fingerprint for one in from_whom)), Done) == Done()


def test_who_was_cut_off_by_mistake_and_is_taken_back_meets_what_came_before_and_meanwhile() -> None:
    registers(TRIPOLI, b"before", b"meanwhile")
    registers(CAIRO, b"before")
    pair(NOW)
    members.cut_off(TRIPOLI.fingerprint, NOW)
    registers(CAIRO, b"meanwhile")
    assert others(CAIRO) == []
    members.add(CARDS[TRIPOLI], TRIPOLI.fingerprint, LATER)
    both = [(b"before", CAIRO.fingerprint), (b"meanwhile", CAIRO.fingerprint)]
    assert sorted(others(TRIPOLI)) == both
    assert sorted(others(CAIRO)) == [(token, TRIPOLI.fingerprint) for token, _ in both]


def test_a_newer_card_of_a_member_is_no_work_for_the_hub() -> None:
    registers(TRIPOLI, b"one")
    registers(CAIRO, b"one")
    assert len(others(TRIPOLI)) == 1
    members.add(CARDS[TRIPOLI], TRIPOLI.fingerprint, LATER)
    assert pair(LATER) == 0


def test_who_is_together_again_meets_what_both_held_all_the_time() -> None:
    apart(TRIPOLI, CAIRO)
    registers(TRIPOLI, b"one")
    registers(CAIRO, b"one")
    registers(TUNIS, b"one")
    assert [who for _, who in others(CAIRO)] == [TUNIS.fingerprint]
    apart(TRIPOLI)
    assert sorted(who for _, who in others(CAIRO)) == sorted((TRIPOLI.fingerprint, TUNIS.fingerprint))
    assert sorted(who for _, who in others(TRIPOLI)) == sorted((CAIRO.fingerprint, TUNIS.fingerprint))


def test_together_again_for_one_is_not_together_for_the_other() -> None:
    apart(TRIPOLI, CAIRO)
    apart(CAIRO, TRIPOLI)
    registers(TRIPOLI, b"one")
    registers(CAIRO, b"one")
    apart(TRIPOLI)
    assert others(CAIRO) == others(TRIPOLI) == []


def test_apart_before_anybody_was_told_neither_hears_and_a_third_still_does() -> None:
    registers(TRIPOLI, b"one")
    registers(CAIRO, b"one")
    registers(TUNIS, b"one")
    pair(NOW)
    apart(TRIPOLI, CAIRO)
    assert [who for _, who in others(TRIPOLI)] == [TUNIS.fingerprint]
    assert [who for _, who in others(CAIRO)] == [TUNIS.fingerprint]


def test_nobody_looks_and_then_wants_to_be_apart() -> None:
    registers(TRIPOLI, b"one")
    registers(CAIRO, b"one")
    assert [who for _, who in others(TRIPOLI)] == [CAIRO.fingerprint]
    apart(TRIPOLI, CAIRO)
    assert [who for _, who in others(CAIRO)] == [TRIPOLI.fingerprint]
    assert Hit.objects.count() == 1


def test_paired_and_withdrawn_before_anybody_was_told_leaves_no_trace() -> None:
    registers(TRIPOLI, b"one")
    registers(CAIRO, b"one")
    assert pair(NOW) == 2
    withdraws(TRIPOLI, b"one")
    assert others(CAIRO) == others(TRIPOLI) == []
    assert Hit.objects.count() == 0


def test_who_is_cut_off_while_its_letter_is_read_gets_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(*given: object, **more: object) -> Letter:
        found = read(*given, **more)  # type: ignore[arg-type]
        members.cut_off(TRIPOLI.fingerprint, NOW)
        return found

    asked = letter(TRIPOLI, "hits", FetchHits())
    monkeypatch.setattr(answering, "read", slowly)
    with pytest.raises(Refused) as fault:
        answering.answer(HUB, asked, NOW)
    assert fault.value.code == "cut-off"


def test_who_is_cut_off_can_fill_neither_log_nor_disk() -> None:
    members.cut_off(TRIPOLI.fingerprint, NOW)
    with CaptureQueriesContext(connection) as asked:
        for place in range(50):
            moment = NOW + timedelta(milliseconds=15 * place)
            with pytest.raises(Refused) as fault:
                sent(TRIPOLI, letter(TRIPOLI, "hits", FetchHits(), moment), moment)
            assert fault.value.code == "cut-off"
    writes = [one["sql"] for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(writes) <= 3
