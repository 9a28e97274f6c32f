"""A hit stands on My day of the team of its case, and of nobody else, until somebody looks at it."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

import pytest
from nodes import case_of

import people
from longarm.casework.cases import open_case
from longarm.casework.day.closing import close_case
from longarm.casework.exchange.hits import hits_of
from longarm.casework.exchange.unlooked import unlooked
from longarm.store.models import Hit

sys.path.insert(0, str(Path(__file__).parents[1]))
from planted_beyond import beyond_happens

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(monkeypatch: pytest.MonkeyPatch) -> people.People:
    return people.everybody()


def hit(team: people.People, monkeypatch: pytest.MonkeyPatch) -> UUID:
    case = open_case(team.basma, case_of("one", "+218910000017")).id
    beyond_happens(team.basma, case, monkeypatch)
    Hit.objects.update(looked_at=None)  # as it arrived
    return case


def test_it_stands_there_until_somebody_looks(team: people.People, monkeypatch: pytest.MonkeyPatch) -> None:
    case = hit(team, monkeypatch)
    [one] = unlooked(team.basma)
    assert (one.case, one.number, one.since) == (case, 1, Hit.objects.get().made_at)
    assert unlooked(team.basma) == (one,), "the list itself is no look"
    hits_of(team.basma, case)
    assert unlooked(team.basma) == ()


def test_it_is_said_of_a_closed_case_too(team: people.People, monkeypatch: pytest.MonkeyPatch) -> None:
    case = hit(team, monkeypatch)
    close_case(team.basma, case, "advised")
    assert [one.case for one in unlooked(team.basma)] == [case]


def test_nobody_else_hears_of_it(team: people.People, monkeypatch: pytest.MonkeyPatch) -> None:
    hit(team, monkeypatch)
    for other in (team.rana, team.dina, team.karim):
        assert unlooked(other) == ()
