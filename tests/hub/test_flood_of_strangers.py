"""Letters of whom nobody knows, by the thousand: members are answered as before, the log grows by a line, and no disk fills."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.http import HttpRequest
from django.test.utils import CaptureQueriesContext
from meeting import HUB, NOW, TRIPOLI, join, letter, others, registers, sent

from longarm.exchange.hub.bodies import FetchHits
from longarm.exchange.refused import Refused
from longarm.exchange.strangers import Strangers
from longarm.hub import lines
from longarm.hub.models import Line
from longarm.keys.party import Party
from longarm.web.hub.letters import letters

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_strangers", Strangers())


def test_a_flood_of_strangers_is_two_writes_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    join(TRIPOLI)
    known = Line.objects.count()
    with CaptureQueriesContext(connection) as asked:
        for place in range(100):
            moment, stranger = NOW + timedelta(milliseconds=15 * place), Party.new()
            with pytest.raises(Refused) as fault:
                sent(stranger, letter(stranger, "hits", FetchHits(), moment), moment)
            assert fault.value.code == "unknown-member"
    writes = [one["sql"] for one in asked.captured_queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(writes) <= 3, "the line of the day, made once and added to once"
    assert Line.objects.count() == known + 1
    assert capsys.readouterr().err.count("\n") == 1
    (line,) = [one for one in lines.lines() if one.what == "refused-unknown-member"]
    assert line.times == 68, "the rest waits for the next second"
    registers(TRIPOLI, b"one")
    assert others(TRIPOLI) == []


def test_garbage_of_nobody_is_counted_together_too() -> None:
    with CaptureQueriesContext(connection) as asked:
        for _ in range(100):
            with pytest.raises(Refused):
                sent(HUB, b"longarm-letter/2\n")
    assert len(asked.captured_queries) <= 5


def test_a_gigabyte_is_refused_by_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind `web.letters_door`, which reads no byte of it (`tests/holder/test_story.py` tries that on a server)."""
    monkeypatch.setattr("longarm.web.hub.letters.party_of", lambda _: HUB)
    asked = HttpRequest()
    asked.method, asked.META = "POST", {"CONTENT_LENGTH": str(1 << 30)}
    asked._stream = BytesIO(b"not to be read")  # type: ignore[attr-defined]
    answer = letters(asked)
    assert (answer.status_code, answer.content, answer["Connection"]) == (413, b'{"refused":"too-large"}', "close")
    assert asked._stream.tell() == 0  # type: ignore[attr-defined]
