"""The public pages in Chromium: without script, light, from nowhere else, both directions, and gone at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
# What is pressed on each screen on the way through all of them.
WAY: list[list[str]] = [["self_harm"], [], ["yes"], ["yes"], [], ["me"], ["threat", "money"], []]
BUDGET = 60_000  # bytes of everything a page loads


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE, locale="ar", java_script_enabled=False)
    yield context
    context.close()


def through(page: Page, way: list[list[str]] = WAY) -> Iterator[None]:
    """Walks the screens; yields on each before it is answered, and on the last."""
    for ticked in way:
        yield
        for choice in ticked:
            page.check(f"input[value={choice}]")
        with page.expect_navigation():
            page.click("button[value=next]")
    yield


def test_the_whole_visit_without_script_from_nowhere_else_and_light(context: BrowserContext, node) -> None:  # type: ignore[no-untyped-def]
    page = context.new_page()
    loaded: list[tuple[str, int]] = []
    page.on("requestfinished", lambda request: loaded.append((request.url, request.sizes()["responseBodySize"])))
    page.goto(node.address)
    addresses = set()
    for _ in through(page):
        page.wait_for_load_state("networkidle")
        addresses.add(page.url)
        assert sum(size for _, size in loaded) < BUDGET, loaded
        assert all(url.startswith(node.address) for url, _ in loaded)
        loaded.clear()
    expect(page.get_by_role("heading", level=1)).to_have_text("انتهت التجربة، ولم يُحفظ شيء")
    assert addresses == {f"{node.address}/"}
    assert context.cookies() == []


def test_with_script_nothing_is_kept_in_the_browser(chromium: Browser, node) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(node.address)
    for _ in through(page):
        kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, navigator.serviceWorker?.controller]")
        assert kept == [0, 0, "", None]
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_runs_over_the_edge(chromium: Browser, node, language: str, size: dict[str, int]) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{node.address}/?lang={language}")
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    for _ in through(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        small = page.evaluate(
            "[...document.querySelectorAll('a, button, label.choice')].filter(e => e.offsetHeight < 44).map(e => e.outerHTML)"
        )
        assert small == []
    context.close()


@pytest.mark.parametrize("way", ["click", "escape"])
def test_leaving_takes_the_page_out_of_the_history(chromium: Browser, node, way: str) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    page.route("https://www.google.com/**", lambda route: route.fulfill(body="<title>recipes</title>", content_type="text/html"))
    page.goto("about:blank")
    page.goto(f"{node.address}/?lang=en")
    if way == "click":
        page.click("#leave")
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url("https://www.google.com/**")
    page.go_back()
    assert page.url == "about:blank"
    context.close()


def test_leaving_without_script_is_a_plain_link_that_tells_nothing(context: BrowserContext, node) -> None:  # type: ignore[no-untyped-def]
    page = context.new_page()
    told: list[str | None] = []
    page.route(
        "https://www.google.com/**",
        lambda route: (told.append(route.request.headers.get("referer")), route.fulfill(body="recipes")),
    )
    page.goto(node.address)
    page.click("#leave")
    page.wait_for_url("https://www.google.com/**")
    assert told[0] is None


def test_everything_can_be_done_with_the_keyboard(chromium: Browser, node) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{node.address}/?lang=en")
    page.focus("input[value=safe]")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "next"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Does anyone open or watch your phone?")).to_be_visible()
    context.close()
