"""SQLite finds the two cases that name a number by the number, not by looking through all cases of who asks."""

from __future__ import annotations

import pytest
from django.db import connection

from longarm.casework.matches.reading import LIVE
from longarm.store import statistics
from longarm.store.models import Case, CaseKey, Named
from people import everybody

pytestmark = pytest.mark.django_db


def test_the_way_to_a_number_begins_at_the_number() -> None:
    people = everybody()
    if connection.vendor != "sqlite":
        assert statistics.refresh() == 0  # PostgreSQL keeps count by itself
        return
    cases = [Case(organisation_id=people.basma.organisation, brief_sealed=b"") for _ in range(300)]
    Case.objects.bulk_create(cases)
    CaseKey.objects.bulk_create(CaseKey(case=one, user_id=people.basma.user, sealed=b"") for one in cases)
    Named.objects.bulk_create(Named(case=one, tag=one.id.bytes * 2, about_sealed=b"") for one in cases)
    asked = Named.objects.filter(
        tag__in=[one.id.bytes * 2 for one in cases[:4]], case__keys__user_id=people.basma.user, case__stage__in=LIVE
    ).order_by()
    assert statistics.refresh()
    assert "store_named USING INDEX store_named_tag" in asked.explain().splitlines()[0]
