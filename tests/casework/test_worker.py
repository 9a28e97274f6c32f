"""The worker does what was left for it, and only that; after a crash or a restart nothing is lost and nothing done twice."""

from __future__ import annotations

import io
import threading
from uuid import UUID

import pytest

from longarm.casework.cases import open_case
from longarm.casework.proof.bundles import list_bundles
from longarm.casework.proof.exhibits import add_exhibit, exhibit_progress
from longarm.casework.refusals import NotFound
from longarm.casework.work import jobs
from longarm.casework.work.jobs import carry_out, queue_reading, queue_sealing, resume, take, take_back, waiting
from longarm.casework.work.worker import work
from longarm.keys.worker import WorkerKey
from longarm.store.models import Job
from people import AMAL, People, everybody

CHAT = "".join(f"30/12/2021, 21:{n:02d} - A: +218910000031\n" for n in range(20)).encode()


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> WorkerKey:
    made = WorkerKey.new()
    monkeypatch.setenv(jobs.WORKER, made.public.hex())
    return made


def a_case() -> tuple[People, UUID, UUID]:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    return people, case, add_exhibit(people.basma, case, io.BytesIO(CHAT), "chat.txt")


@pytest.mark.django_db
def test_what_is_left_for_the_worker_is_done_in_order(key: WorkerKey) -> None:
    people, case, exhibit = a_case()
    assert queue_reading(people.basma, exhibit)
    assert queue_reading(people.basma, exhibit)  # twice is once
    assert queue_sealing(people.basma, case)
    assert waiting(people.basma, case) == ("read", "seal")
    while job := take(key):
        carry_out(key, job)
    assert waiting(people.basma, case) == ()
    assert exhibit_progress(people.basma, exhibit).state == "sealed"
    assert len(list_bundles(people.basma, case)) == 1
    assert {bytes(job.key_sealed) for job in Job.objects.all()} == {b""}  # nothing of the key is left behind


@pytest.mark.django_db
def test_a_node_without_worker_says_so() -> None:
    people, case, exhibit = a_case()
    assert not queue_reading(people.basma, exhibit)
    assert not queue_sealing(people.basma, case)
    assert resume(people.basma, case) == 0


@pytest.mark.django_db
def test_nobody_leaves_work_on_a_case_that_is_not_theirs(key: WorkerKey) -> None:
    people, case, exhibit = a_case()
    for act in (lambda: queue_reading(people.karim, exhibit), lambda: queue_sealing(people.rana, case)):
        with pytest.raises(NotFound):
            act()
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_after_a_restart_work_waits_until_a_member_comes_by(key: WorkerKey, monkeypatch: pytest.MonkeyPatch) -> None:
    people, case, exhibit = a_case()
    queue_reading(people.basma, exhibit)
    take(key)  # and the machine went down
    tomorrow = WorkerKey.new()
    monkeypatch.setenv(jobs.WORKER, tomorrow.public.hex())
    assert take(tomorrow) is None
    with pytest.raises(NotFound):
        resume(people.rana, case)
    assert resume(people.basma, case) == 1
    job = take(tomorrow)
    assert job is not None
    carry_out(tomorrow, job)
    assert exhibit_progress(people.basma, exhibit).state == "identified"


@pytest.mark.django_db
def test_a_job_that_kills_the_worker_again_and_again_is_given_up(key: WorkerKey) -> None:
    people, _, exhibit = a_case()
    queue_reading(people.basma, exhibit)
    for _ in range(3):
        assert take(key) is not None
        assert take_back(key) == 1
    assert take(key) is None
    assert Job.objects.get().state == "failed"


@pytest.mark.django_db
def test_a_job_that_fails_is_said_and_the_next_one_is_done(key: WorkerKey, monkeypatch: pytest.MonkeyPatch) -> None:
    people, _, exhibit = a_case()
    queue_reading(people.basma, exhibit)
    monkeypatch.setattr(jobs, "read_exhibit", lambda *_: 1 // 0)
    job = take(key)
    assert job is not None
    carry_out(key, job)
    assert Job.objects.get().state == "failed"
    monkeypatch.undo()
    assert exhibit_progress(people.basma, exhibit).state in ("received", "failed")


@pytest.mark.django_db(transaction=True)
def test_the_loop_ends_when_the_server_has_gone(key: WorkerKey) -> None:
    people, _, exhibit = a_case()
    queue_reading(people.basma, exhibit)
    ended = threading.Event()

    def loop() -> None:
        from django.db import connection

        try:
            work(key, ended)
        finally:
            connection.close()

    worker = threading.Thread(target=loop)
    worker.start()
    for _ in range(1200):
        if Job.objects.get().state == "done":
            break
        ended.wait(0.05)
    ended.set()
    worker.join(60)
    assert not worker.is_alive()
    assert Job.objects.get().state == "done"
