"""The founding cases go through the doors that people's cases go through, on an empty node only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.cases import CaseSummary, list_cases
from longarm.casework.day.conversation import of_case
from longarm.casework.day.desk import case_view
from longarm.casework.day.inbox import inbox
from longarm.casework.demo import load
from longarm.casework.demo.load import NAME, PASSPHRASE, case_names, is_demo, load_demo
from longarm.casework.demo.look_around import look_around
from longarm.casework.people.visits import sign_in
from longarm.casework.proof.bundles import open_bundle
from longarm.casework.refusals import Conflict
from longarm.casework.work import jobs
from longarm.casework.work.jobs import carry_out, take
from longarm.evidence.verify import verify
from longarm.keys.worker import WorkerKey
from longarm.store.models import Channel
from people import everybody

pytestmark = pytest.mark.django_db


def founding(actor: Actor) -> list[CaseSummary]:
    """The cases that did not come in through the public pages."""
    told = set(Channel.objects.values_list("case_id", flat=True))
    return [summary for summary in list_cases(actor) if summary.id not in told]


@pytest.mark.one_database("long for what it reads and seals, not for what it stores; the two below load it on PostgreSQL too")
def test_every_founding_case_is_opened_read_and_sealed(tmp_path: Path) -> None:
    door = look_around("en")
    assert (door.loading, is_demo()) == (False, True)
    actor = sign_in(door.name, door.passphrase).actor
    assert actor.demonstration
    cases = founding(actor)
    assert len(cases) == len(case_names()) == 9
    for summary in cases:
        view = case_view(actor, summary.id, date(2022, 1, 4))
        assert view.proof.exhibits, summary.reference
        assert view.proof.sealed == len(view.proof.exhibits), summary.reference
        assert not [one.code for one in view.proof.exhibits if one.outcome is None or one.outcome.failure]
        assert view.proof.custody_unbroken
        assert view.answer.paths, summary.reference
        [bundle] = view.proof.bundles
        path = tmp_path / bundle.about.name
        path.write_bytes(open_bundle(actor, bundle.id).source.open().read())
        assert verify(path, node_key=bundle.about.fingerprint).sound, summary.reference


def test_a_node_that_holds_something_is_left_alone() -> None:
    people = everybody()
    with pytest.raises(Conflict, match="another data folder"):
        look_around("en")
    assert list_cases(people.basma) == ()


def test_the_worker_loads_it_while_the_visitor_is_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    key = WorkerKey.new()
    monkeypatch.setenv(jobs.WORKER, key.public.hex())
    monkeypatch.setattr(load, "case_names", lambda: ("shorouk",))
    assert look_around("en").loading
    actor = sign_in(NAME, PASSPHRASE).actor
    assert list_cases(actor) == ()
    job = take(key)
    assert job is not None
    carry_out(key, job)
    [summary] = founding(actor)
    assert (summary.called, summary.exhibits) == ("Shorouk", summary.sealed)


def test_a_loading_that_broke_off_is_completed_without_doubles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "case_names", lambda: ("shorouk",))
    load.found_demo("en")
    steps = load_demo()
    for _ in range(3):
        next(steps)
    steps.close()
    told = list(load_demo())
    assert told[-1].done == told[-1].total
    [summary] = founding(sign_in(NAME, PASSPHRASE).actor)
    assert summary.exhibits == summary.sealed == len(load._build("shorouk", "en"))


def test_a_visitor_finds_a_day_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "case_names", lambda: ("shorouk",))
    look_around("en")
    actor = sign_in(NAME, PASSPHRASE).actor
    found = inbox(actor, timezone.now())
    assert found.counts == {"all": 5, "mine": 2, "unclaimed": 3, "waiting": 4, "urgent": 2, "closed": 0}
    assert found.alarms == 2
    told = next(line for line in found.lines if line.letters == 2)
    [thread] = of_case(actor, told.id)
    assert [letter.from_team for letter in thread.letters] == [False, True, False]
    assert thread.wishes.code_word
    list(load_demo())
    assert inbox(actor, timezone.now()).counts["all"] == 5
