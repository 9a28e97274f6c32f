"""A stick that is not there is said in the reader's language, whatever the operating system speaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import timezone

from longarm.casework.exchange.requests.carrying import import_from
from longarm.errors import BadInput


def test_a_stick_that_is_not_there_is_said_in_french_too(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        import_from(tmp_path / "stick", timezone.now())
    said = refused.value.in_language("fr")
    assert "stick" in said
    assert "No such file" not in said
