"""After a restore the page of figures asks who counts a quarter whether it was counted before."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from longarm.casework.backup.marker import LastRestore, remember_restore
from longarm.casework.exchange.figures import counting
from longarm.casework.node import node
from longarm.store.models import FiguresTold

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import here

pytestmark = pytest.mark.django_db
PAGE = "/desk/exchange/figures/"


def test_who_counts_after_a_restore_answers_for_that_nobody_did(people: Any, enter: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.casework.exchange.figures.telling.STATES", frozenset(("EG", "LY")))
    here(people.basma)
    [quarter, *_] = counting.closed(timezone.localdate())
    remember_restore(node().folder.data, LastRestore(at=timezone.now(), backup=timezone.now() - timedelta(days=3)))
    try:
        basma = enter("Basma")
        assert basma.get(PAGE).content.decode().count('name="never"') == 4
        refused = basma.post(PAGE, {"do": "draw", "quarter": quarter})
        assert refused.status_code == 409
        assert "may have been counted after the backup" in refused.content.decode()
        assert basma.post(PAGE, {"do": "draw", "quarter": quarter, "never": "yes"}).status_code == 302
        assert FiguresTold.objects.get().period == quarter
        assert basma.get(PAGE).content.decode().count('name="never"') == 3
    finally:
        (node().folder.data / "last-restore.json").unlink()
