"""Two people at the desk at the same moment, and whoever takes the disk after a day of theirs."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from test_at_once import at_once, refused
from test_planted_markers import stored

from longarm.casework.cases import open_case
from longarm.casework.day import search
from longarm.casework.day.claims import claim, hand_over
from longarm.casework.day.closing import close_case
from longarm.casework.day.desk import case_view
from longarm.casework.day.inbox import inbox
from longarm.casework.day.notes import add_note
from longarm.casework.day.tasks import add_task
from longarm.casework.intake import giving, returns
from longarm.casework.intake.submit import submit
from longarm.casework.people.team import add_member
from longarm.casework.proof.deliveries import take_in
from longarm.casework.rules import Rules, change_rules
from longarm.intake.report import Report
from longarm.keys.passphrase import LEAST
from longarm.store import records
from longarm.store.models import Case, Exhibit, Task, Upload
from people import AMAL, everybody

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = ["marknote-quokka", "marktask-tapir", "markword-okapi", "markend-numbat", "marksearch-saola", "marktitle-serow"]


def test_two_take_a_case_and_one_is_told() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    ends = at_once(lambda: claim(people.basma, case), lambda: claim(people.rana, case))
    assert len(refused(ends)) == 1
    winner = (people.basma, people.rana)[ends.index(None)]
    assert Case.objects.get(id=case).claimed_by_id == winner.user
    assert records.check() > 0


def test_two_look_at_a_case_and_each_task_is_there_once() -> None:
    people = everybody()
    today = timezone.localdate()
    text = AMAL.replace("2025-12-30", (today - timedelta(days=1)).isoformat()).replace("2026-01-04", today.isoformat())
    case = open_case(people.basma, text).id
    case_view(people.basma, case, today)
    expected = Task.objects.count()
    Task.objects.all().delete()
    ends = at_once(*[lambda: case_view(people.basma, case, today)] * 3)
    assert refused(ends) == []
    assert Task.objects.count() == expected > 0
    assert set(Counter(bytes(mark) for mark in Task.objects.values_list("mark", flat=True)).values()) == {1}


def test_two_take_files_in_and_each_is_there_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LONGARM_RECEIPT_COST", LEAST, raising=False)
    people = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    amal = returns.holder_of(submit(Report(language="ar", child="no", words="يهددني")).token)
    for number in range(3):
        upload = giving.begin(amal, f"{number}.txt", 5)
        giving.receive(amal, upload, 0, b"12345")
        giving.finish(amal, upload)
    ends = at_once(*[lambda: take_in(people.basma, amal.case)] * 2)
    assert refused(ends) == []
    assert sorted(Exhibit.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert set(Upload.objects.values_list("state", flat=True)) == {"taken"}


def test_the_disk_tells_nothing_of_a_day_at_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    people = everybody()
    case = open_case(people.basma, AMAL).id
    note, task, word, end, sought, title = WORDS
    change_rules(people.basma, Rules(neutral_title=title))
    claim(people.basma, case)
    add_note(people.basma, case, note)
    add_task(people.basma, case, task, timezone.localdate())
    search.search(people.basma, sought)
    assert search.search(people.basma, note).hits
    hand_over(people.basma, case, people.rana.user, word)
    inbox(people.rana, timezone.now())
    close_case(people.rana, case, "stopped", end)
    places = list(stored(settings.LONGARM_FOLDER.data))
    assert not [(place, one) for place, data in places for one in WORDS if one.encode() in data or one in place]
    assert not list(tmp_path.rglob("*"))
