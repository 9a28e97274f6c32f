"""axe-core finds nothing to object to: each page of the desk, Arabic and English, light and dark (WCAG 2.2 A and AA)."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from test_a_day import CASE as OF_AMAL
from test_a_day import CHAT, PASSPHRASE

CASE = OF_AMAL.replace("nationality: [EG]", "nationality: [EG, AE]")  # names of states that are longer than a line

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}  # all that the dark can change
SMALL = "e => e.offsetHeight && e.offsetHeight < 44"
LOOKS = [(language, scheme) for language in ("ar", "en") for scheme in ("light", "dark")]


def check(page: Page, scheme: str = "light") -> None:
    found = Axe().run(page, options=RULES if scheme == "light" else CONTRAST)
    assert found.violations_count == 0, found.generate_report()


class Desk:
    """A node with Basma's case and its exhibit; made once, looked at in every language and light."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self.address = address
        context = chromium.new_context(locale="en-GB")
        page = context.new_page()
        page.goto(f"{address}/desk/set-up/")
        for label, text in (
            ("organisation", "National Council for Women, complaints office"),
            ("name", "Basma"),
            ("passphrase", PASSPHRASE),
            ("again", PASSPHRASE),
        ):
            page.fill(f"#{label}", text)
        with page.expect_navigation():
            page.get_by_role("button", name="Create the organisation").click()
        page.goto(f"{address}/desk/cases/new/")
        page.get_by_label("Case file").set_input_files({"name": "case.yaml", "mimeType": "text/yaml", "buffer": CASE.encode()})
        page.get_by_role("button", name="Import").click()
        page.wait_for_selector("#h-proof")
        self.case = page.url.removeprefix(address)
        page.get_by_label("Files").set_input_files({"name": "chat.txt", "mimeType": "text/plain", "buffer": CHAT.encode()})
        page.get_by_role("button", name="Send and read").click()
        page.wait_for_selector(".stages .done:has-text('sealed')", timeout=30_000)
        self.exhibit = page.url.removeprefix(address)
        page.goto(f"{address}{self.case}")
        page.get_by_text("Add exhibits").click()
        page.get_by_label("Files").set_input_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\xe0"})
        page.get_by_role("button", name="Send and read").click()
        page.get_by_text("This may show the abuse of a child").click()
        page.get_by_label("Where it stands").fill("t.me/example_channel")
        page.get_by_label("How that is known").fill("She said so")
        page.get_by_role("button", name="Withhold it now").click()
        page.wait_for_selector("#h-tell")
        self.withheld = page.url.removeprefix(address)
        page.goto(f"{address}/desk/people/")
        self.person = page.locator(".people a").first.get_attribute("href")
        self.state = context.storage_state()
        context.close()

    @property
    def pages(self) -> dict[str, str]:
        return {
            "cases": "/desk/cases/",
            "new case": "/desk/cases/new/",
            "case": self.case,
            "case file": f"{self.case}file/",
            "checklists": f"{self.case}steps/",
            "notice": f"{self.case}notice/",
            "statements": f"{self.case}statements/",
            "draft": f"{self.case}draft/complaint-eg/?forum=EG",
            "exhibit": self.exhibit,
            "withheld": self.withheld,
            "child": f"{self.case}child/",
            "keeping": f"{self.case}keeping/",
            "deleting": f"{self.case}delete/?why=asked",
            "deletions": "/desk/deletions/",
            "people": "/desk/people/",
            "person": self.person,
            "rules": "/desk/rules/",
            "passphrase": "/desk/passphrase/",
            "record": "/desk/record/",
            "refusals": "/desk/refusals/",
            "health": "/desk/health/",
            "not found": "/desk/nowhere/",
        }


@pytest.fixture(scope="module")
def empty_and_full(chromium: Browser, second_node) -> Desk:  # type: ignore[no-untyped-def]
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    for address in ("/desk/", "/desk/set-up/"):
        page.goto(second_node.address + address)
        check(page)
    context.close()
    return Desk(chromium, second_node.address)


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_the_desk(chromium: Browser, empty_and_full: Desk, language: str, scheme: str) -> None:
    desk = empty_and_full
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme, storage_state=desk.state)
    page = context.new_page()
    speak(page, desk, language)
    for address in desk.pages.values():
        page.goto(desk.address + address)
        if language == "en":  # what unfolds is the same in both, and the same from card to card
            page.evaluate("[...document.querySelectorAll('details')].slice(0, 6).forEach(one => { one.open = true; })")
        check(page, scheme)
    context.close()


@pytest.mark.parametrize(("language", "width"), [("ar", 390), ("en", 390), ("fr", 390), ("ar", 768), ("en", 1440)])
def test_nothing_runs_over_the_edge(chromium: Browser, empty_and_full: Desk, language: str, width: int) -> None:
    desk = empty_and_full
    context = chromium.new_context(viewport={"width": width, "height": 844}, storage_state=desk.state)
    page = context.new_page()
    speak(page, desk, language)
    for name, address in desk.pages.items():
        page.goto(desk.address + address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        if name != "not found":  # the one way to passphrase, second factor and open visits
            assert page.is_visible("a[href='/desk/passphrase/']"), name
        pressed = "main button, main .button, nav a, summary, select, input:not([type=checkbox], [type=hidden])"
        small = page.evaluate(f"[...document.querySelectorAll('{pressed}')].filter({SMALL}).map(e => e.outerHTML)")
        assert small == [], name
    context.close()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_the_longest_menu_is_one_row_on_a_small_laptop(chromium: Browser, empty_and_full: Desk, language: str) -> None:
    desk = empty_and_full
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, storage_state=desk.state)
    page = context.new_page()
    speak(page, desk, language)
    for name in ("cases", "exchange", "people", "health"):
        page.goto(f"{desk.address}/desk/{name}/")
        tops = page.evaluate("[...document.querySelectorAll('.top nav a')].map(e => Math.round(e.getBoundingClientRect().top))")
        assert (len(tops), len(set(tops))) == (6, 1), name
        assert page.evaluate("document.querySelector('.top').offsetHeight") <= 64, name
    for way in ("/desk/rules/", "/desk/record/", "/desk/deletions/", "/desk/health/"):
        with page.expect_navigation():
            page.click(f".tabs a[href='{way}']")
        assert page.get_attribute(".tabs a[aria-current]", "href") == way
    context.close()


def test_the_door_on_a_full_node(chromium: Browser, empty_and_full: Desk) -> None:
    for language, scheme in LOOKS:
        context = chromium.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{empty_and_full.address}/desk/sign-in/?lang={language}")
        check(page, scheme)
        context.close()


def speak(page: Page, desk: Desk, language: str) -> None:
    page.goto(f"{desk.address}/desk/cases/")
    button = page.query_selector(f"button[value={language}]")
    if button:
        with page.expect_navigation():
            button.click()
