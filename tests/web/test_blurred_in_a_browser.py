"""Blurred at first, clear on a press, blurred again when the eyes leave; with the keyboard, and without JavaScript."""

from __future__ import annotations

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_accessible import RULES
from test_exhibits_on_screen import drawn

from longarm.casework.cases import open_case
from longarm.casework.proof.exhibits import add_exhibit
from people import AMAL, PASSPHRASE, everybody

HIDDEN = "Object.defineProperty(document, 'hidden', {value: true}); document.dispatchEvent(new Event('visibilitychange'))"


def signed_in(chromium: Browser, address: str, cookie: str, **more: object) -> BrowserContext:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB", **more)
    context.add_cookies([{"name": "visit", "value": cookie, "url": f"{address}/desk/"}])
    return context


def is_clear(page: Page) -> bool:
    return page.locator("[data-clear]").count() == 1


@pytest.fixture
def address(settings, request: pytest.FixtureRequest) -> str:  # type: ignore[no-untyped-def]
    settings.STATIC_URL, settings.MEDIA_URL = "/nothing/", "/nothing-either/"  # pytest-django's server wants both; we serve ours
    return str(request.getfixturevalue("live_server").url)


@pytest.mark.django_db(transaction=True)
def test_a_picture_is_clear_only_while_somebody_looks_at_it(chromium: Browser, address: str) -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    exhibit = add_exhibit(people.basma, case, io.BytesIO(drawn()), "IMG_0001.jpg")
    client = Client()
    client.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})
    cookie = client.cookies["visit"].value

    context = signed_in(chromium, address, cookie)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(f"{address}/desk/exhibits/{exhibit}/")
    with page.expect_navigation():
        page.get_by_role("link", name="Look at the file").click()
    preview = page.url
    expect(page.get_by_role("img", name="blurred picture")).to_be_visible()
    assert page.locator("main img").evaluate("i => [i.naturalWidth, i.naturalHeight]") == [640, 480]
    assert Axe().run(page, options=RULES).violations_count == 0

    page.get_by_role("button", name="Show clearly").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("main img").evaluate("i => [i.naturalWidth, i.naturalHeight]") == [800, 600]
    assert Axe().run(page, options=RULES).violations_count == 0
    page.keyboard.press("Escape")
    page.wait_for_url(preview)
    assert not is_clear(page)

    page.get_by_role("button", name="Show clearly").click()
    page.wait_for_url(f"{preview}clear/")
    assert is_clear(page)
    page.evaluate(HIDDEN)  # another tab, a locked phone
    page.wait_for_url(preview)
    page.go_back()
    assert not is_clear(page)
    assert not complaints  # the page's policy lets its picture through and nothing is refused
    context.close()

    context = signed_in(chromium, address, cookie, java_script_enabled=False)
    page = context.new_page()
    page.goto(preview)
    with page.expect_navigation():
        page.get_by_role("button", name="Show clearly").click()
    assert is_clear(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Blur again").click()
    assert not is_clear(page)
    context.close()
