"""A node restored from a backup may have told a quarter that it does not remember: another draw would average the noise away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from test_figures_of_nodes import QUARTER, TODAY, asked, no_chance, people

from longarm.casework.audit import read_record
from longarm.casework.backup.marker import LastChores, LastRestore, remember_chores, remember_restore
from longarm.casework.exchange.figures import telling
from longarm.casework.node import node
from longarm.casework.refusals import Conflict
from longarm.store.models import FiguresTold
from people import People

__all__ = ["no_chance", "people"]  # fixtures
pytestmark = pytest.mark.django_db
BACKUP = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    for name in ("last-restore.json", "last-chores.json"):
        (node().folder.data / name).unlink(missing_ok=True)


def restored(on: date) -> None:
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    remember_restore(node().folder.data, LastRestore(at=at, backup=BACKUP))


def test_a_quarter_that_may_have_been_drawn_and_lost_is_drawn_when_a_person_answers_for_it(people: People) -> None:
    asked(people, 50)
    restored(date(2026, 11, 20))
    assert [one.since for one in telling.quarters(TODAY)] == [BACKUP] * 4
    with pytest.raises(Conflict, match="backup"):
        telling.draw(people.basma, QUARTER, TODAY)
    assert not FiguresTold.objects.exists()
    drawn = telling.draw(people.basma, QUARTER, TODAY, never=True)
    assert drawn.published is not None
    [line] = [one.line for one in read_record(people.dina) if one.line.action == "figures-drawn"]
    assert line.facts["restored"] == BACKUP.isoformat(timespec="seconds"), "who said so stands in the record"
    assert telling.draw(people.basma, QUARTER, TODAY).published == drawn.published, "what is here is here"


def test_what_closed_after_the_restore_or_was_in_the_backup_is_drawn_as_ever(people: People) -> None:
    before = telling.draw(people.basma, "2026-Q1", TODAY)
    restored(date(2026, 9, 28))
    assert telling.draw(people.basma, "2026-Q1", TODAY) == before
    assert telling.draw(people.basma, QUARTER, TODAY).since is None, "it closed on 29 September"
    with pytest.raises(Conflict):
        telling.draw(people.basma, "2025-Q4", TODAY)


def test_while_the_clock_is_not_believed_no_quarter_is_drawn_for_good(people: People) -> None:
    """A clock that stands a year ahead would close quarters that are not over, and they would stay as they were counted."""
    remember_chores(node().folder.data, LastChores(at=BACKUP, failed=(), doubted=20))
    with pytest.raises(Conflict, match="clock"):
        telling.draw(people.basma, "2027-Q2", TODAY + timedelta(days=365))
    assert not FiguresTold.objects.exists()
