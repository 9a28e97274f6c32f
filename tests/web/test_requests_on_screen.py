"""A request to a node of Libya on Basma's desk, in a browser: drafted, looked at, sent, answered from there, closed."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page
from test_accessible import check

from longarm.casework.exchange.requests import courier
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.proof.exhibits import add_exhibit
from people import PASSPHRASE

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import AGREED, PATH, Elsewhere, here, new_case, now

pytestmark = pytest.mark.django_db(transaction=True)
LOOKS = [("ar", 390), ("en", 1280)]


@pytest.fixture
def address(settings: Any, request: pytest.FixtureRequest) -> str:
    settings.STATIC_URL, settings.MEDIA_URL = "/nothing/", "/nothing-either/"  # pytest-django's server wants both; we serve ours
    return str(request.getfixturevalue("live_server").url)


def enter(page: Page, address: str) -> None:
    page.goto(f"{address}/desk/sign-in/?lang=en")
    page.fill("#name", "Basma")
    page.fill("#passphrase", PASSPHRASE)
    with page.expect_navigation():
        page.press("#passphrase", "Enter")


def speak(page: Page, language: str) -> None:
    if button := page.query_selector(f"button[value={language}]"):
        with page.expect_navigation():
            button.click()


def looked_at(page: Page, address: str, *pages: str) -> None:
    """Each page, Arabic and English, narrow and wide: axe-core objects to nothing, nothing runs over the edge."""
    for language, width in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"{address}/desk/cases/")
        speak(page, language)
        for one in pages:
            page.goto(address + one)
            check(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, one


def test_a_request_from_the_draft_to_the_answer(chromium: Browser, address: str, people: Any, settings: Any) -> None:
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    here(people.basma)
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    add_exhibit(people.basma, case, io.BytesIO(b"pay 500"), "chat.txt")
    page = chromium.new_context(locale="en-GB").new_page()
    page.set_default_timeout(30_000)
    enter(page, address)
    new = f"/desk/cases/{case}/exchange/requests/new/?path={PATH}"
    roads = f"/desk/cases/{case}/exchange/requests/new/?to={tripoli.card.fingerprint}"
    looked_at(page, address, "/desk/exchange/requests/", new, roads, "/desk/rules/")
    page.goto(address + new)
    speak(page, "en")
    page.select_option("#measure", "identify")
    page.fill("#words", "Who has used this line since October?")
    page.fill("#agreed", AGREED)
    page.locator("[name=exhibits]").check()
    page.get_by_role("button", name="Write the draft").click()
    page.wait_for_selector("#h-asked")
    assert tripoli.got == []
    there = page.url.removeprefix(address)
    looked_at(page, address, there)
    speak(page, "en")
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_selector("#h-turns")
    courier.deliver(tripoli.send)
    [step] = tripoli.got
    request = UUID(bytes=step.request)
    for number, act, words in ((1, "verify", ""), (2, "accept", ""), (3, "answer", "السطر مسجل باسم متجر 12/3")):
        take(tripoli.says(request, number, act, words), now())
    asked, letter = tripoli.asks(urgent=True)
    take(letter, now())
    looked_at(page, address, "/desk/exchange/requests/", there, f"/desk/exchange/requests/{asked}/")
    page.goto(address + there)
    speak(page, "en")
    assert page.locator("#h-turns ~ article .words").last.inner_text() == "السطر مسجل باسم متجر 12/3"
    page.select_option("#do", "close")
    with page.expect_navigation():
        page.get_by_role("button", name="Do it").click()
    page.goto(f"{address}/desk/exchange/requests/?show=ended")
    assert page.locator(".lines li").count() == 1
    page.context.close()
