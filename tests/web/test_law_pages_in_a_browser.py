"""The public pages of law in Chromium: accessible, without script, within the edges, from nowhere else, nothing kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


class Look(NamedTuple):
    language: str
    scheme: Literal["light", "dark"]
    size: dict[str, int]
    pages: dict[str, str]


# Between them, the two looks see every kind of page; axe takes seconds on a page of two thousand elements.
LOOKS = [
    Look("ar", "light", PHONE, {"index": "/law/", "state": "/law/EG/", "between": "/between/"}),
    Look("en", "dark", DESKTOP, {"unknown state": "/law/JP/", "treaty": "/law/treaty/ly-eg-1993/", "between": "/between/"}),
]


def check(page: Page) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def ask(page: Page, address: str, language: str, other_day: str = "") -> None:
    page.goto(f"{address}/between/?lang={language}")
    page.select_option("#harmed_in", "EG")
    page.select_option("#suspect_in", "LY")
    page.select_option("#number_of", "LY")
    page.select_option("#demand", "sexual")
    page.check("input[name=minor][value=no]")
    page.check("input[name=pictures][value=yes]")
    page.fill("#day", "2022-10-01")
    if other_day:
        page.fill("#other_day", other_day)
    with page.expect_navigation():
        page.click(".ask .button")
    page.wait_for_selector("#h-steps")


def kept(page: Page, name: str, language: str, size: dict[str, int]) -> None:
    """A picture to look at, where one is wanted (LONGARM_PICTURES names a folder)."""
    if folder := os.environ.get("LONGARM_PICTURES"):
        file = f"{name.replace(' ', '-')}-{language}-{size['width']}.png"
        page.screenshot(path=Path(folder) / file, full_page=True)


def edges(page: Page, size: dict[str, int]) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], page.url
    pressed = (
        "main button, main .button, summary, select, input:not([type=hidden], [type=radio]), .three label, .top a, .top button"
    )
    small = (
        f"[...document.querySelectorAll('{pressed}')].filter(e => e.offsetHeight && e.offsetHeight < 44).map(e => e.outerHTML)"
    )
    assert page.evaluate(small) == [], page.url


@pytest.mark.parametrize("look", LOOKS, ids=["ar", "en"])
def test_each_page_is_accessible_and_within_its_edges(chromium: Browser, node, look: Look) -> None:  # type: ignore[no-untyped-def]
    language, scheme, size, pages = look
    context = chromium.new_context(viewport=size, color_scheme=scheme)
    page = context.new_page()
    for name, address in pages.items():
        page.goto(f"{node.address}{address}?lang={language}")
        assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        kept(page, name, language, size)
        edges(page, size)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        check(page)
        edges(page, size)
    ask(page, node.address, language, "2013-05-01" if language == "en" else "")
    with page.expect_navigation():
        page.click("button[value=map]")
    page.wait_for_selector("#h-map")
    assert page.evaluate("document.documentElement.lang") == language
    kept(page, "answer", language, size)
    edges(page, size)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    check(page)
    edges(page, size)
    context.close()


@pytest.fixture
def bare(chromium: Browser) -> BrowserContext:
    return chromium.new_context(viewport=PHONE, java_script_enabled=False)


def test_without_script_from_nowhere_else_and_nothing_is_kept(bare: BrowserContext, node) -> None:  # type: ignore[no-untyped-def]
    page = bare.new_page()
    loaded: list[tuple[str, int]] = []
    page.on("requestfinished", lambda request: loaded.append((request.url, request.sizes()["responseBodySize"])))
    page.goto(f"{node.address}/between/?lang=ar")
    page.wait_for_load_state("networkidle")
    assert sum(size for _, size in loaded) < 60_000, loaded
    ask(page, node.address, "ar")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{node.address}/between/"
    assert page.title() == "وصفات اليوم"
    with page.expect_navigation():
        page.click("button[value=en]")
    assert page.url == f"{node.address}/between/"
    assert page.is_visible("#h-steps")
    with page.expect_navigation():
        page.click("button[value=again]")
    assert page.input_value("#harmed_in") == "EG"
    assert all(url.startswith(node.address) for url, _ in loaded)
    assert bare.cookies() == []
    bare.close()


def test_a_printed_page_unfolds_its_sources(chromium: Browser, node) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{node.address}/law/EG/?lang=en")
    hidden = "e => !e.checkVisibility({contentVisibilityAuto: true})"
    source = page.locator("#h-offences ~ .scroll .src li").first
    assert source.evaluate(hidden)
    page.emulate_media(media="print")
    assert not source.evaluate(hidden)
    context.close()
