"""The port of a node that other nodes write to: a flood of letters that are none is one line for who runs it."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from longarm.exchange.strangers import Strangers
from longarm.web.peers import letters

pytestmark = pytest.mark.django_db


def test_a_flood_is_one_line_a_code_and_hour(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(letters, "_said_of", Strangers(letters._HOUR))
    for body in (b"longarm-letter/2\n", b"longarm") * 40:
        asked = RequestFactory().post("/", body, content_type="application/vnd.longarm.letter")
        assert letters.letters(asked).status_code == 400
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "wrong-version" in said[0]
    assert "truncated" in said[1]
