"""Figures in the lab: requests of the past, counted with noise, told to the other nodes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4


class OfFigures:
    _actor: Any

    def asked_before(self, of: str, number: int) -> str:
        """As if so many cases had asked that state, in the last closed quarter, who has a line, and had no answer. Returns the
        quarter. A lab has no past, and fewer than 41 are told to nobody."""
        from django.utils import timezone

        from longarm.casework.exchange.figures.counting import closed
        from longarm.casework.exchange.members import own_states
        from longarm.exchange.figures.counts import closes_on
        from longarm.store.models import RequestFigure

        [quarter, *_] = closed(timezone.localdate())
        day, [asking] = closes_on(quarter) - timedelta(days=100), own_states()
        given = {"organisation_id": self._actor.organisation, "ours": True, "asking": asking, "asked": of, "measure": "identify"}
        rows = (RequestFigure(**given, result="silent", asked_on=day, due_on=day, of_case=uuid4()) for _ in range(number))
        RequestFigure.objects.bulk_create(rows)
        return quarter

    def count_and_tell(self, quarter: str) -> int:
        """Draws the quarter with noise and puts it out to every other node. Returns to how many."""
        from django.utils import timezone

        from longarm.casework.exchange.figures.telling import draw, tell

        draw(self._actor, quarter, timezone.localdate())
        return tell(self._actor, quarter, timezone.now())

    def figures(self) -> list[dict[str, Any]]:
        """The table as this node puts it together: who told, and each line."""
        from longarm.casework.exchange.figures.reading import table

        found = table(self._actor)
        told = sorted(one.organisation for one in found.sources)
        return [{"state": one.requested, "measure": one.measure, "asked": one.asked, "told": told} for one in found.lines]
