"""Once an hour the worker does what is due by time, jobs or none; a chore that fails stops nothing."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from longarm.casework.backup.marker import last_chores
from longarm.casework.cases import open_case
from longarm.casework.node import node
from longarm.casework.people.tries import count
from longarm.casework.rules import Rules, change_rules
from longarm.casework.work import chores, jobs
from longarm.casework.work.worker import work
from longarm.keys.worker import WorkerKey
from longarm.store.models import Case, Session, Tries
from people import AMAL, everybody

pytestmark = pytest.mark.django_db


def test_what_is_over_goes_and_the_rest_stays() -> None:
    people = everybody()
    change_rules(people.basma, Rules(retention_days=30))
    old, new = open_case(people.basma, AMAL).id, open_case(people.basma, AMAL.replace("0007", "0008")).id
    now = timezone.now()
    Case.objects.filter(id=old).update(stage="closed", closed_at=now - timedelta(days=31))
    Case.objects.filter(id=new).update(stage="closed", closed_at=now - timedelta(days=29))
    over = Session.objects.filter(user=people.rana.user)
    over.update(ends_at=now - timedelta(seconds=1))
    count("door", "somebody")
    Tries.objects.update(ends_at=now - timedelta(seconds=1))
    assert chores.do_chores().failed == ()
    assert Case.objects.get(id=old).stage == "deleted"
    assert Case.objects.get(id=new).stage == "closed"
    assert not over.exists()
    assert Session.objects.filter(user=people.basma.user).exists()
    assert not Tries.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_them_though_no_job_waits_and_though_one_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    everybody()
    ended, done = threading.Event(), []

    def broken() -> int:
        raise RuntimeError("EG-2026-0007 must not be said")

    def last() -> int:
        done.append("last")
        ended.set()
        return 0

    monkeypatch.setattr(chores, "CHORES", (("retention", broken), ("visits", last)))
    key = WorkerKey.new()
    monkeypatch.setenv(jobs.WORKER, key.public.hex())
    work(key, ended)
    assert done == ["last"]
    assert "retention could not be done (RuntimeError)" in (said := capsys.readouterr().err)
    assert "EG-2026" not in said
    seen = last_chores(node().folder.data)
    assert seen
    assert seen.failed == ("retention",)
