"""Counting knocks: no two windows can be tied, nothing of who knocked is kept, and a thing used up stays used up."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from longarm.casework.intake import door
from longarm.casework.people import tries
from longarm.keys.puzzle import solved
from longarm.store.models import Tries

pytestmark = pytest.mark.django_db


def test_knocks_are_counted_each_for_itself() -> None:
    assert [tries.count("sign-in", "192.0.2.7") for _ in range(3)] == [1, 2, 3]
    assert tries.count("sign-in", "192.0.2.8") == 1
    assert tries.count("report", "192.0.2.7") == 1
    assert tries.seen("sign-in", "192.0.2.7") == 3
    tries.forget("sign-in", "192.0.2.7")
    assert tries.seen("sign-in", "192.0.2.7") == 0


def test_the_next_window_knows_nothing_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    tries.count("sign-in", "192.0.2.7")
    first = bytes(Tries.objects.get().tag)
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert tries.count("sign-in", "192.0.2.7") == 1
    assert bytes(Tries.objects.get().tag) != first  # the old row is gone, the new one has another name


def test_what_was_used_up_stays_used_up_until_its_end() -> None:
    soon = timezone.now() + timedelta(hours=1)
    assert tries.once("ticket", "a", soon)
    assert not tries.once("ticket", "a", soon)
    assert tries.once("ticket", "b", soon)


def test_no_address_stands_in_the_table() -> None:
    tries.count("report", "192.0.2.7")
    row = Tries.objects.values().get()
    assert b"192" not in bytes(row["tag"])
    assert set(row) == {"tag", "count", "since", "ends_at"}


def work(seed: str, puzzles: int, bits: int) -> str:
    """What the page's script does."""
    return ",".join(next(str(n) for n in count() if _good(seed, index, n, bits)) for index in range(puzzles))


def _good(seed: str, index: int, number: int, bits: int) -> bool:
    return int.from_bytes(hashlib.sha256(f"{seed}:{index}:{number}".encode()).digest(), "big") >> (256 - bits) == 0


def test_work_is_checked_and_belongs_to_its_page() -> None:
    answer = work("seed-of-a-page", 2, 8)
    assert solved("seed-of-a-page", answer, 2, 8)
    assert not solved("another-page", answer, 2, 8)
    assert not solved("seed-of-a-page", answer, 3, 8)
    for nonsense in ("", "x", "1,2,", "1" * 200, "١,٢", answer + ",1"):
        assert not solved("seed-of-a-page", nonsense, 2, 8)


def test_a_school_gets_through_a_flood_pays_and_nobody_is_locked_out(settings) -> None:  # type: ignore[no-untyped-def]
    settings.LONGARM_DOOR = door.Limits(network_free=4, node_free=100, steps=3, wait=30)
    assert [door.toll("report", "192.0.2.7").wait for _ in range(2)] == [30, 30]
    old = door.Ticket("seed", 0)
    for _ in range(3):
        assert door.left_to_wait("report", old, "", "192.0.2.7") == 0
    assert door.toll("report", "192.0.2.7").wait == 30
    for _ in range(60):
        door.left_to_wait("report", old, "", "192.0.2.7")
    assert door.toll("report", "192.0.2.7") == door.Toll(8, 15, 240)  # as dear as it gets
    assert door.toll("report", "198.51.100.1") == door.Toll(8, 12, 30)  # nobody else pays for it
    assert door.left_to_wait("report", old, "", "192.0.2.7") == 0  # who has waited comes in
