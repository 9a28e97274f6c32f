"""The demonstration has figures to look at: a table, and a closed quarter on *My day* that waits to be told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from longarm.casework.demo.figures import with_figures
from longarm.casework.demo.wording import wording
from longarm.casework.exchange.figures import reading, telling
from longarm.casework.exchange.figures.counting import closed
from longarm.exchange.figures.counts import ends_on
from longarm.store.models import Member, Outgoing, RequestFigure
from people import everybody

pytestmark = pytest.mark.django_db


def test_a_table_to_look_at_and_a_quarter_that_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.casework.exchange.figures.telling.STATES", frozenset(("EG", "LY", "IQ", "DE")))
    people = everybody()
    with_figures(people.basma, wording("en"))
    rows = RequestFigure.objects.count()
    with_figures(people.basma, wording("en"))
    assert RequestFigure.objects.count() == rows, "once"
    today = timezone.localdate()
    newest, before, *_ = closed(today)
    found = reading.table(people.basma)
    assert {one.organisation for one in found.sources} == {"", wording("en").neighbour}
    assert {(line.requested, line.measure) for line in found.lines} >= {("LY", "preserve"), ("EG", "identify")}
    assert not Outgoing.objects.exclude(to__role="node").exists()
    states = {one.period: (one.published is not None, one.told_at is not None) for one in telling.quarters(today)}
    assert (states[newest], states[before]) == ((False, False), (True, True))

    assert [one.period for one in telling.to_be_told(people.basma, today)] == [newest]
    Member.objects.filter(role="own").update(since=timezone.now())
    assert telling.to_be_told(people.basma, today) == (), "it ended before there was a card"
    Member.objects.filter(role="own").update(since=timezone.now() - timedelta(days=800))
    waits = [one.period for one in telling.to_be_told(people.basma, today)]
    assert newest in waits
    assert before not in waits
    assert telling.to_be_told(people.rana, today) == (), "who does not coordinate tells nothing"
    Member.objects.filter(role="own").update(since=timezone.now() - (today - ends_on(newest)) - timedelta(days=2))
    assert [one.period for one in telling.to_be_told(people.basma, today)] == [newest]
    telling.draw(people.basma, newest, today)
    assert [one.period for one in telling.to_be_told(people.basma, today)] == [newest], "counted is not told"
    telling.tell(people.basma, newest, timezone.now())
    assert telling.to_be_told(people.basma, today) == ()
