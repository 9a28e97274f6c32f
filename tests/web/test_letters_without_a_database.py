"""The database of a hub, a holder or a node is full, locked or away: each letter gets one clear refusal, is told of once, and
nothing of it is half done; the same letter is taken when the database is back."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from longarm.cli.letters_service import _again_and_again
from longarm.exchange.hub.bodies import Logged, Register
from longarm.exchange.strangers import Strangers
from longarm.holder.start import Ours
from longarm.hub.members import add
from longarm.hub.models import Registration
from longarm.web import letters as taking
from longarm.web.holder import letters as at_holder
from longarm.web.hub import letters as at_hub
from longarm.web.peers import letters as at_node

sys.path.insert(0, str(Path(__file__).parents[1] / "hub"))
from meeting import CAIRO, HUB, TRIPOLI, card_of, entry, heard, letter

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database("SQLite's own faults")]


@pytest.fixture(autouse=True)
def _a_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(at_hub, "party_of", lambda _: HUB)
    monkeypatch.setattr(taking, "_unwritten", Strangers(timedelta(hours=1)))
    for party in (TRIPOLI, CAIRO):
        add(card_of(party, "A member"), party.fingerprint, timezone.now())


def post(data: bytes, to: ModuleType = at_hub) -> HttpResponse:
    asked = HttpRequest()
    asked.method, asked.META = "POST", {"CONTENT_LENGTH": str(len(data))}
    asked._stream = BytesIO(data)  # type: ignore[attr-defined]
    answer: HttpResponse = to.letters(asked)
    return answer


@contextmanager
def full_disk() -> Iterator[None]:
    """SQLite says what it says on a disk that is full: no page more, and none that is free."""
    with connection.cursor() as tables:
        tables.execute("VACUUM")
        tables.execute("PRAGMA page_count")
        tables.execute(f"PRAGMA max_page_count = {tables.fetchone()[0]}")
    yield
    with connection.cursor() as tables:
        tables.execute("PRAGMA max_page_count = 1000000000")


def test_a_full_disk_is_one_refusal_and_one_line_and_the_letter_is_taken_later(capsys: pytest.CaptureFixture[str]) -> None:
    now = timezone.now()
    until = now.date()
    said = Register(tuple(entry(f"{n}".encode(), bytes(500), until) for n in range(400)))
    data = letter(TRIPOLI, "register", said, now)
    with full_disk():
        for _ in range(3):
            answer = post(data)
            assert (answer.status_code, answer.content) == (503, b'{"refused":"busy"}')
    assert Registration.objects.count() == 0
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "OperationalError" in told
    again = post(data)
    assert heard(TRIPOLI, again.content, Logged, now).head.size == 1
    assert Registration.objects.count() == 400


def test_a_refusal_that_cannot_be_written_down_is_still_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def locked(*_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(at_hub, "note_refused", locked)
    monkeypatch.setattr(at_holder, "note_refused", locked)
    monkeypatch.setattr(at_holder, "ours", lambda _: Ours(HUB, b""))
    for to in (at_hub, at_holder):
        answer = post(b"longarm-letter/2\n", to)
        assert (answer.status_code, answer.content) == (400, b'{"refused":"wrong-version"}')
    assert capsys.readouterr().err.count("\n") == 1


def test_a_node_whose_disk_is_full_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(at_node, "take", full)
    assert post(b"longarm-letter/1\n", at_node).status_code == 503


def test_what_is_no_fault_of_the_database_is_no_busy_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(at_node, "take", broken)
    with pytest.raises(PermissionError):
        post(b"longarm-letter/1\n", at_node)


def test_what_a_service_does_beside_answering_goes_on_after_it_broke_off(capsys: pytest.CaptureFixture[str]) -> None:
    done, ended = [], threading.Event()

    def chore() -> None:
        done.append(1)
        if len(done) == 3:
            ended.set()
        raise ValueError("a row that cannot be read")

    _again_and_again(chore, 0.0, ended, "fr")
    assert len(done) == 3
    said = capsys.readouterr().err
    assert (said.count("\n"), "s’est interrompu (ValueError)" in said) == (1, True)
