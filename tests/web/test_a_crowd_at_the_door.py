"""A crowd at the doors where keys are stretched: pages for everybody else go on, and nobody in the crowd loses a word."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from visitor import FREE, Visitor

from longarm.casework.intake import returns
from longarm.casework.people import tries, visits
from longarm.casework.people.narrow import AT_ONCE, WAITING, Crowded, Narrow
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case
from longarm.texts import say
from longarm.web import visitors_door

pytestmark = pytest.mark.django_db


def test_few_are_inside_few_wait_and_the_others_are_sent_away_at_once() -> None:
    door, most, inside = Narrow(), [0], threading.Semaphore(0)
    held = threading.Event()

    def tries_it(_: int) -> str:
        began = time.monotonic()
        try:
            with door:
                most[0] += 1
                inside.release()
                held.wait(20)
                return "in"
        except Crowded:
            return "at once" if time.monotonic() - began < 10 else "late"

    with ThreadPoolExecutor(20) as crowd:
        asked = [crowd.submit(tries_it, number) for number in range(20)]
        for _ in range(AT_ONCE):
            inside.acquire(timeout=20)
        while sum(one.done() for one in asked) < 20 - AT_ONCE - WAITING:
            time.sleep(0.01)
        assert most == [AT_ONCE]
        assert door.full()
        held.set()
    assert sorted(one.result() for one in asked) == ["at once"] * (20 - AT_ONCE - WAITING) + ["in"] * (AT_ONCE + WAITING)
    assert not door.full()


def test_all_doors_together_leave_threads_for_who_only_reads() -> None:
    assert 2 * (AT_ONCE + WAITING) <= visitors_door._THREADS - 4


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Both doors as in a crowd, and a way to end it."""
    crowd = Narrow()
    for _ in range(AT_ONCE + WAITING):
        crowd._places.acquire()
    for module, name in ((returns, "_DOOR"), (visits, "DOOR")):
        monkeypatch.setattr(module, name, crowd)

    def end() -> None:
        for _ in range(AT_ONCE + WAITING):
            crowd._places.release()

    return end


def test_a_report_and_a_code_wait_a_moment_lose_nothing_and_count_no_knock(people, settings, full) -> None:  # type: ignore[no-untyped-def]
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    settings.LONGARM_DOOR = FREE
    settings.LONGARM_RECEIPT_COST = LEAST
    amal = Visitor().send("Words in a crowd", code="digits")
    assert amal.answer.status_code == 429
    assert "wait-5" in amal.text
    for _ in range(7):
        amal.post(do="send")
    stranger = Visitor().post(do="code").post(do="enter", code="0000 1111 2222 3333")
    assert stranger.answer.status_code == 429
    assert stranger.hidden("code") == "0000 1111 2222 3333"
    assert not Case.objects.exists()
    assert tries.seen("report", "") == tries.seen("code", "") == 0
    full()
    assert amal.post(do="send").code
    assert "Words in a crowd" in amal.post(do="page").plain
    assert stranger.post(do="enter", code=stranger.hidden("code")).answer.status_code == 400


def test_the_desk_says_it_and_no_wrong_key_is_counted(people, client, full) -> None:  # type: ignore[no-untyped-def]
    for _ in range(8):
        answer = client.post(
            "/desk/sign-in/", {"name": "Basma", "passphrase": "not this one at all"}, headers={"accept-language": "en"}
        )
        assert say("casework-crowded", "en") in answer.content.decode()
    full()
    answer = client.post(
        "/desk/sign-in/", {"name": "Basma", "passphrase": "not this one at all"}, headers={"accept-language": "en"}
    )
    assert say("keys-wrong-passphrase", "en") in answer.content.decode().replace("&#x27;", "'")
