"""A member that measures how long the hub takes learns nothing of hits: the work before the answer is the same."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from meeting import CAIRO, NOW, TRIPOLI, TUNIS, entry, join, letter, others, registers, sent, withdraws

from longarm.exchange.hub.bodies import Register, Withdraw
from longarm.hub.members import cut_off
from longarm.hub.models import Changed, Hit, Registration
from longarm.hub.pairing import pair
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
TOKENS = tuple(b"token %d" % number for number in range(5))


@pytest.fixture(autouse=True)
def _members() -> None:
    join(TRIPOLI, CAIRO, TUNIS)


def work(party: Party, kind: str, said: Register | Withdraw) -> list[str]:
    """What is asked of the tables for one letter; numbers and bytes left out, and the log, whose work is that of its length."""
    data = letter(party, kind, said)
    with CaptureQueriesContext(connection) as asked:
        sent(party, data)
    return [re.sub(r"'[^']*'|\d+|x[0-9a-f]*", "·", one["sql"]) for one in asked.captured_queries if "subtree" not in one["sql"]]


def rows() -> tuple[int, int, int]:
    return Registration.objects.count(), Changed.objects.count(), Hit.objects.count()


def test_what_is_done_before_the_answer_is_the_same_with_a_hit_and_without() -> None:
    registers(CAIRO, *TOKENS)
    pair(NOW)
    registers(TRIPOLI, b"before")  # the day's budget has its row
    held = tuple(entry(token) for token in TOKENS)
    none = tuple(entry(b"no " + token) for token in TOKENS)
    before = rows()
    met = work(TRIPOLI, "register", Register(held))
    between = rows()
    assert met == work(TRIPOLI, "register", Register(none))
    after = rows()
    assert [b - a for a, b in zip(before, between, strict=True)] == [b - a for a, b in zip(between, after, strict=True)]
    assert after[2] == 0, "a hit is made after the answer"
    pair(NOW)
    assert rows() == (16, 0, 5)
    let_go = [Withdraw(tuple(one.token for one in some)) for some in (held, none)]
    assert work(TRIPOLI, "withdraw", let_go[0]) == work(TRIPOLI, "withdraw", let_go[1])
    assert Hit.objects.count() == 5, "and goes after it"
    assert others(CAIRO) == []
    assert Hit.objects.count() == 0


def test_who_takes_up_and_lets_go_before_anything_was_paired_met_nobody() -> None:
    registers(CAIRO, *TOKENS)
    registers(TRIPOLI, *TOKENS)
    withdraws(TRIPOLI, *TOKENS)
    assert pair(NOW) == 15
    assert (others(CAIRO), others(TRIPOLI), rows()) == ([], [], (5, 0, 0))
    assert pair(NOW) == 0


def test_what_a_member_registered_before_it_was_cut_off_meets_nobody() -> None:
    registers(CAIRO, b"one")
    registers(TRIPOLI, b"one")
    cut_off(TRIPOLI.fingerprint, NOW)
    assert others(CAIRO) == []
    registers(TUNIS, b"one")
    assert others(TUNIS) == [(b"one", CAIRO.fingerprint)]
