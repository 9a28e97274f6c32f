"""Basma counts a quarter, sees what would leave, tells it, takes in another's file; Dina reads the table. In a browser."""

from __future__ import annotations

import csv
import io
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser
from test_accessible import check
from test_requests_on_screen import enter, looked_at, speak

from longarm.casework.exchange import members
from longarm.casework.exchange.figures import counting
from longarm.casework.people.visits import sign_in
from longarm.exchange.figures.counts import closes_on
from longarm.exchange.figures.document import FiguresTable
from longarm.exchange.figures.file import read_figures, write_figures
from longarm.exchange.figures.published import FORMAT, Figure, Published
from longarm.store.models import Outgoing, RequestFigure
from people import PASSPHRASE, People

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import Elsewhere, here

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = "/desk/exchange/figures/"


@pytest.fixture
def address(settings: Any, request: pytest.FixtureRequest) -> str:
    settings.STATIC_URL, settings.MEDIA_URL = "/nothing/", "/nothing-either/"  # pytest-django's server wants both; we serve ours
    return str(request.getfixturevalue("live_server").url)


def asked(people: People, times: int, result: str, **more: Any) -> str:
    """So many requests to Libya in the last closed quarter, each of another case. Returns the quarter."""
    [quarter, *_] = counting.closed(timezone.localdate())
    day = closes_on(quarter) - timedelta(days=100)
    given = {"organisation_id": people.basma.organisation, "ours": True, "asking": "EG", "asked": "LY", "measure": "identify"}
    given |= {"asked_on": day, "due_on": day, "result": result, **more}
    RequestFigure.objects.bulk_create(RequestFigure(of_case=uuid4(), **given) for _ in range(times))
    return quarter


def file_of(tripoli: Elsewhere, quarter: str) -> bytes:
    figures = (Figure("EG", "preserve", "result", "refused", 63), Figure("EG", "preserve", "reason", "language", 60))
    return write_figures(tripoli.party.signing, Published(FORMAT, quarter, ("LY",), "3", 41, figures))


def test_a_quarter_is_counted_looked_at_told_and_put_together(
    chromium: Browser, address: str, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longarm.casework.exchange.figures.telling.STATES", frozenset(("EG", "LY")))
    here(people.basma)
    quarter = asked(people, 90, "silent")
    tripoli = Elsewhere(people.basma)
    page = chromium.new_context(locale="en-GB").new_page()
    page.set_default_timeout(30_000)
    enter(page, address)
    page.goto(address + PAGE)
    check(page)
    page.get_by_role("button", name="Count and look").first.click()
    page.get_by_text("This leaves, and nothing else").wait_for()
    assert page.get_by_role("cell", name="No answer in time").is_visible()
    assert not Outgoing.objects.exists(), "nothing has left yet"
    page.get_by_role("button", name="Tell one organisation").click()
    page.get_by_role("button", name="Send to whoever does not have it").wait_for()
    assert Outgoing.objects.count() == 1
    page.get_by_label("Signed file").set_input_files(
        {"name": "theirs.json", "mimeType": "application/json", "buffer": file_of(tripoli, quarter)}
    )
    with page.expect_navigation():
        page.get_by_role("button", name="Take in").click()
    assert "Unit of Tripoli" in page.get_by_role("status").inner_text()
    looked_at(page, address, PAGE, f"{PAGE}?quarter={quarter}")
    speak(page, "en")
    page.goto(address + PAGE)
    page.get_by_text("Days and reasons").first.click()
    shown = page.locator("[aria-labelledby=h-table]").inner_text()
    for words in ("Libya", "Egypt", "fewer than 41", "This node", "Unit of Tripoli", "ε = 1", "off by 9 at most"):
        assert words in shown, words


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_table_leaves_as_a_file_and_an_auditor_may_read_it_and_our_own(people: People, language: str) -> None:
    here(people.basma)
    quarter, tripoli = asked(people, 2, "refused", reason="danger"), Elsewhere(people.basma)
    rana, dina = client("Rana"), client("Dina")
    file = io.BytesIO(file_of(tripoli, quarter))
    file.name = "theirs.json"
    assert dina.post(PAGE, {"do": "hear", "file": file}).status_code == 403
    file.seek(0)
    assert rana.post(PAGE, {"do": "hear", "file": file}).status_code == 200
    assert rana.post(PAGE, {"do": "hear"}).status_code == 400
    table = msgspec.json.decode(dina.get(f"{PAGE}table.json", {"quarter": quarter}).content, type=FiguresTable)
    [answers] = table.answers
    assert (answers.state, answers.requests, answers.reasons["language"].told) == ("EG", 63, 60)
    rows = list(csv.DictReader(io.StringIO(dina.get(f"{PAGE}table.csv").content.decode())))
    assert ("EG", "preserve", "reason", "language", "60") in [
        (one["state"], one["measure"], one["what"], one["value"], one["told"]) for one in rows
    ]
    dina.post("/desk/language/", {"speak": language, "back": PAGE})
    said = dina.get(PAGE).content.decode()
    assert "h-house" in said
    assert "h-ours" not in said
    assert "h-house" not in rana.get(PAGE).content.decode(), "our own, as they are, are for coordinators and auditors"
    assert client("Basma").get(f"{PAGE}signed/", {"quarter": quarter}).status_code == 404, "not told: nobody's yet"
    members.cut_off(people.basma, tripoli.card.fingerprint)
    assert dina.get(f"{PAGE}table.csv").content.decode().count("\n") == 1


def test_what_was_told_is_a_file_that_anybody_with_the_card_can_check(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.casework.exchange.figures.telling.STATES", frozenset(("EG", "LY")))
    card, quarter, basma = here(people.basma), asked(people, 70, "silent"), client("Basma")
    assert basma.post(PAGE, {"do": "draw", "quarter": quarter}).status_code == 302
    assert basma.post(PAGE, {"do": "tell", "quarter": quarter}).status_code == 409, "nobody to tell"
    Elsewhere(people.basma)
    assert basma.post(PAGE, {"do": "tell", "quarter": quarter}).status_code == 302
    told = read_figures(client("Rana").get(f"{PAGE}signed/", {"quarter": quarter}).content)
    assert told.fingerprint == card.fingerprint
    assert basma.post(PAGE, {"do": "draw", "quarter": "2031-Q1"}).status_code == 404


def client(name: str) -> Client:
    made = Client(headers={"accept-language": "en"})
    made.cookies["visit"] = sign_in(name, PASSPHRASE).cookie
    return made
