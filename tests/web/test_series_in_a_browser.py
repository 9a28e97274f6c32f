"""The series of the three women in a real browser: walked with keys, read as a table, nothing refused by the page's policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page
from test_accessible import check

WEIGHT = 110_000  # bytes of the page and all it needs, uncompressed, beside fonts and the drawing of the world


@pytest.fixture
def address(demonstration) -> str:  # type: ignore[no-untyped-def]
    return str(demonstration.address)


OVERLAPPING = """() => {
  const texts = [...document.querySelectorAll(".graph text:not(.number)")];
  const names = texts.map((one) => [one.textContent, one.getBoundingClientRect()]);
  const meet = ([, a], [, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return names.flatMap((one, at) => names.slice(at + 1).filter((other) => meet(one, other)).map((other) => [one[0], other[0]]));
}"""


def enter(page: Page, address: str, language: str) -> str:
    """The page of the series, by way of a case of it."""
    page.goto(f"{address}/desk/sign-in/?lang={language}")
    page.fill("#name", "demo")
    page.fill("#passphrase", "look around longarm")
    with page.expect_navigation():
        page.press("#passphrase", "Enter")
    page.goto(f"{address}/desk/cases/")
    if button := page.query_selector(f"button[value={language}]"):
        with page.expect_navigation():
            button.click()
    for case in page.eval_on_selector_all("a[data-row]", "all => all.map(one => one.getAttribute('href'))"):
        page.goto(address + case)
        if link := page.query_selector("a[href^='/desk/series/']"):
            return str(link.get_attribute("href"))
    raise AssertionError("the demonstration has no series")


@pytest.mark.parametrize(("language", "width", "scheme"), [("ar", 390, "light"), ("en", 1280, "dark")])
def test_the_series_is_walked_with_keys_and_stands_as_a_table(
    chromium: Browser, address: str, language: str, width: int, scheme: str
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page, refused, weight = context.new_page(), [], []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: refused.append(str(fault)))
    series = enter(page, address, language)
    page.on("response", lambda answer: weight.append((answer.url, answer)))
    page.goto(address + series)
    here = page.locator(".graph [tabindex='0']")
    here.focus()
    met = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "Home"):
        page.keyboard.press(key)
        met.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(met) > 2
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#case-")
    page.locator(".walk button").first.click()
    assert page.evaluate("document.activeElement.closest('.graph') !== null")
    rows, lines = page.locator("[data-graph-table] tbody tr").count(), page.locator(".graph line").count()
    assert rows == lines > 3
    assert page.evaluate(OVERLAPPING) == []
    assert refused == []
    heavy = sum(len(one.body()) for url, one in weight if "/fonts/" not in url and "world.svg" not in url)
    assert heavy < WEIGHT, heavy
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    check(page, "light")
    context.close()


def test_without_a_script_the_table_stands_alone(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/desk/sign-in/?lang=en")
    page.fill("#name", "demo")
    page.fill("#passphrase", "look around longarm")
    with page.expect_navigation():
        page.press("#passphrase", "Enter")
    page.goto(f"{address}/desk/cases/")
    for case in [one.get_attribute("href") for one in page.query_selector_all("a[data-row]")]:
        page.goto(f"{address}{case}")
        if link := page.query_selector("a[href^='/desk/series/']"):
            page.goto(address + str(link.get_attribute("href")))
            break
    assert page.locator("[data-graph-table] tbody tr").first.is_visible()
    assert not page.locator("[data-graph]").is_visible()
    context.close()
