"""The intake in Chromium: with and without script, both directions, light and dark, a line that drops, and gone at once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any, NamedTuple
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as PlaywrightError
from visitor import FREE

from longarm.casework.intake.door import Limits
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case, Return, Upload

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
# What is ticked on each screen on the way to the words.
WAY: list[list[str]] = [["self_harm", "family", "watched"], [], ["no"], ["me"], ["threat", "money"]]
SECTIONS = ["files", "reach", "consents", "invite", "withdraw"]
BUDGET = 60_000  # bytes of everything that a screen loads
PRESSED = "main button, main label.choice, header button, header a, summary, select, input:not([type])"
SMALL = f"[...document.querySelectorAll('{PRESSED}')].filter(e => e.offsetHeight && e.offsetHeight < 44).map(e => e.outerHTML)"


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None: ...


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Site(NamedTuple):
    address: str
    away: str  # where the quick exit leads: another site
    told: list[str | None]  # what that site was told of where its visitors came from


@pytest.fixture
def site(people, settings) -> Iterator[Site]:  # type: ignore[no-untyped-def]
    """A node in this process that takes reports; nobody waits at its door. Beside it the page of recipes."""
    from django.core.wsgi import get_wsgi_application

    django, told = get_wsgi_application(), []

    def answer(environ: dict[str, Any], start: Any) -> Any:
        if environ["PATH_INFO"] != "/recipes":
            return django(environ, start)
        told.append(environ.get("HTTP_REFERER"))
        start("200 OK", [("Content-Type", "text/html")])
        return [b"<title>recipes</title><h1>Recipes</h1>"]

    server = make_server("127.0.0.1", 0, answer, _Server, _Quiet)
    made = Site(f"http://127.0.0.1:{server.server_port}", f"http://localhost:{server.server_port}/recipes", told)
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    settings.LONGARM_DOOR = FREE
    settings.LONGARM_RECEIPT_COST = LEAST
    settings.EXIT_ADDRESS = made.away
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Any]:
    """Makes a page with a memory of its own."""
    contexts: list[BrowserContext] = []

    def make(**how: Any) -> Page:
        context = chromium.new_context(**{"viewport": PHONE, **how})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto("about:blank")
        return page

    yield make
    for context in contexts:
        context.close()


def press(page: Page, do: str, *ticked: str) -> None:
    """Ticks, presses, and waits for the next screen, whichever way it comes."""
    for choice in ticked:
        page.check(f"input[value={choice}]")
    page.evaluate("document.body.dataset.old = '1'")
    page.click(f"main button[value={do}]")
    page.wait_for_selector("body:not([data-old])", state="attached")


def through(page: Page, words: str = "هددني من رقم ليبي") -> Iterator[None]:
    """Walks all screens to the receipt, then through the page of who came back; yields on each."""
    press(page, "code")
    yield
    press(page, "start")
    for ticked in WAY:
        yield
        if ticked == ["no"]:
            press(page, "next", "yes")
            yield  # the road of the child
            press(page, "back")
        if ticked == []:
            page.select_option("#state", "EG")
            press(page, "lines")
            yield
        press(page, "next", *ticked)
    yield
    page.fill("#words", words)
    press(page, "send", "digits")
    yield
    press(page, "page")
    yield
    for section in SECTIONS:
        press(page, section)
        yield
        press(page, "page")


def test_the_whole_intake_without_script_from_nowhere_else_and_light(opened, site: Site) -> None:  # type: ignore[no-untyped-def]
    page = opened(locale="ar", java_script_enabled=False)
    loaded: list[tuple[str, int]] = []
    page.on("requestfinished", lambda request: loaded.append((request.url, request.sizes()["responseBodySize"])))
    page.goto(site.address)
    addresses, titles = set(), set()
    for _ in through(page):
        page.wait_for_load_state("load")
        addresses.add(page.url)
        titles.add(page.title())
        assert sum(size for _, size in loaded) < BUDGET, loaded
        assert all(url.startswith(site.address) for url, _ in loaded)
        loaded.clear()
    assert addresses == {f"{site.address}/"}
    assert titles == {"وصفات اليوم"}
    assert page.context.cookies() == []
    press(page, "leave")
    assert Return.objects.count() == 0
    expect(page.get_by_role("heading", name="هل هناك خطر عليك الآن؟")).to_be_visible()


@pytest.mark.parametrize("script", [False, True], ids=["no script", "a browser too old for the work"])
def test_a_wait_ends_by_itself_and_the_button_comes(opened, site: Site, settings, script: bool) -> None:  # type: ignore[no-untyped-def]
    settings.LONGARM_DOOR = Limits(wait=6)
    page = opened(locale="en", java_script_enabled=script)
    page.add_init_script("Object.defineProperty(self, 'crypto', { value: {} })")
    page.goto(site.address)
    for ticked in (["safe"], ["no"], ["me"], ["threat"]):
        press(page, "next", *ticked)
    page.fill("#words", "Some seconds are short.")
    press(page, "send", "digits")
    if page.query_selector(".late"):
        if script:  # axe needs one
            assert Axe().run(page, options=RULES).violations_count == 0
        page.wait_for_selector(".late", state="visible", timeout=10_000)
        press(page, "send")
    expect(page.locator(".code")).to_be_visible()


def test_without_script_leaving_is_a_link_that_tells_nothing_and_entries_stay(opened, site: Site) -> None:  # type: ignore[no-untyped-def]
    """What the first screen says, and no more: Chromium asks before it shows a screen that a form had led to."""
    page = opened(locale="en", java_script_enabled=False)
    page.goto(site.address)
    expect(page.get_by_text("it does not erase the history", exact=False)).to_be_visible()
    press(page, "next", "family")
    expect(page.get_by_role("heading", name="Your safety first")).to_be_visible()
    page.click("#leave")
    page.wait_for_url(site.away)
    assert site.told == [None]
    assert page.evaluate("history.length") == 4  # blank, two screens of one name, recipes
    with pytest.raises(PlaywrightError, match="ERR_CACHE_MISS"):
        page.go_back()
    page.wait_for_url("chrome-error://**")


@pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [("ar", PHONE, "dark"), ("en", DESKTOP, "light"), ("fr", PHONE, "light")],
)
def test_with_script_every_screen_is_accessible_and_leaves_one_entry(  # type: ignore[no-untyped-def]
    opened, site: Site, language: str, size: dict[str, int], scheme: str
) -> None:
    page = opened(viewport=size, color_scheme=scheme, locale=language)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(site.address)
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    for _ in through(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert page.evaluate(SMALL) == []
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
        kept = (
            "[localStorage.length, sessionStorage.length, document.cookie, navigator.serviceWorker?.controller, history.length]"
        )
        assert page.evaluate(kept) == [0, 0, "", None, 2]
    assert faults == []


@pytest.mark.parametrize("way", ["click", "escape"])
def test_with_script_nothing_leads_back_after_leaving(opened, site: Site, way: str) -> None:  # type: ignore[no-untyped-def]
    page = opened(locale="en")
    page.goto(site.address)
    walk = through(page)
    while not page.query_selector(".code"):
        next(walk)
    press(page, "page")
    assert Return.objects.count() == 1
    if way == "click":
        page.click("#leave")
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(site.away)
    assert page.evaluate("history.length") == 2
    page.go_back()
    assert page.url == "about:blank"
    page.go_forward()
    assert page.url == site.away
    for _ in range(300):
        if not Return.objects.exists():
            break
        page.wait_for_timeout(100)
    assert not Return.objects.exists()  # the node has forgotten the visit too


def test_a_browser_that_keeps_pages_in_memory_brings_none_of_ours_back(chromium: Browser, site: Site) -> None:
    """Playwright turns Chromium's memory of pages off; here it is on, as on people's phones."""
    remembering = chromium.browser_type.launch(
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-sync"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    for script in (True, False):
        page = remembering.new_context(locale="en", java_script_enabled=script).new_page()
        page.goto(site.address)
        press(page, "next", "family")
        expect(page.get_by_role("heading", name="Your safety first")).to_be_visible()
        page.goto(site.away)  # not by the way out: by a bookmark, say
        if script:
            page.go_back()
            expect(page.get_by_role("heading", name="Are you in danger now?")).to_be_visible()
            assert page.query_selector("input:checked") is None
        else:
            with pytest.raises(PlaywrightError, match="ERR_CACHE_MISS"):
                page.go_back()
    remembering.close()


def test_a_file_goes_on_after_the_line_dropped_and_after_the_page_was_closed(opened, site: Site, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    chat = tmp_path / "chat.txt"
    chat.write_bytes(b"[30/10/2026, 21:00:05] +218 91 000 0017: pay\n" * 75_000)  # 3.4 MB: four pieces
    page = opened(locale="en")
    page.goto(site.address)
    walk = through(page)
    while not page.query_selector(".code"):
        next(walk)
    code = page.inner_text(".code")
    press(page, "files")

    tried: list[int] = []

    def cut(route: Any) -> None:
        """The second piece arrives and its answer is lost; the third never arrives."""
        offset = re.search(rb'name="offset"\r\n\r\n(\d+)', route.request.post_data_buffer or b"")
        tried.append(int(offset[1]) if offset else -1)
        if tried[-1] == 1 << 20 and tried.count(1 << 20) == 1:
            route.fetch()
            route.abort()
        elif tried[-1] == 2 << 20:
            route.abort()
        else:
            route.continue_()

    page.route(f"{site.address}/", cut)
    page.set_input_files("#files", str(chat))
    page.click("text=Send the files")
    expect(page.get_by_text("The line dropped", exact=False).last).to_be_visible(timeout=10_000)
    for _ in range(80):
        if 2 << 20 in tried:
            break
        page.wait_for_timeout(100)
    assert tried[-1] == 2 << 20  # it goes on behind what had come, though its answer was lost
    page.close()

    row = Upload.objects.get()
    assert row.state == "arriving"
    assert row.arrived == 2 << 20
    page = opened(locale="en")
    page.goto(site.address)
    press(page, "code")
    page.fill("#code", code.replace(" ", "-"))
    press(page, "enter")
    press(page, "files")
    expect(page.get_by_text("2.1 MB of 3.4 MB have arrived", exact=False)).to_be_visible()
    page.set_input_files("#files", str(chat))
    page.click("text=Send the files")
    expect(page.get_by_text("3.4 MB, arrived", exact=False)).to_be_visible(timeout=15_000)
    row.refresh_from_db()
    assert (row.state, row.arrived) == ("whole", chat.stat().st_size)


def test_a_hasty_finger_and_the_keyboard_send_one_report(opened, site: Site) -> None:  # type: ignore[no-untyped-def]
    page = opened(locale="en")
    page.goto(site.address)
    page.focus("input[value=safe]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # the default of the form is *next*, not a language
    expect(page.get_by_role("heading", name="Is anyone under", exact=False)).to_be_visible()
    page.keyboard.press("Tab")
    assert (
        page.evaluate("getComputedStyle(document.activeElement.closest('label') ?? document.activeElement).outlineStyle")
        == "solid"
    )
    for ticked in (["no"], ["me"], ["threat"]):
        press(page, "next", *ticked)
    page.fill("#words", "Twice pressed.")
    page.check("input[value=digits]")
    page.click("header button[value=fr]")
    expect(page.get_by_role("heading", name="Ce qui s’est passé", exact=False)).to_be_visible()
    assert page.input_value("#words") == "Twice pressed."
    assert page.is_checked("input[value=digits]")
    page.dblclick("main button[value=send]")
    expect(page.locator(".code")).to_be_visible()
    assert Case.objects.count() == 1


def test_a_page_of_the_server_in_front_takes_no_words_away(opened, site: Site) -> None:  # type: ignore[no-untyped-def]
    """nginx says 502 for a moment: the screen, what is written on it and the way out stay."""
    page = opened(locale="en")
    page.goto(site.address)
    for ticked in (["safe"], ["no"], ["me"], ["threat"]):
        press(page, "next", *ticked)
    page.fill("#words", "Written once.")
    page.route(f"{site.address}/", lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad Gateway</h1>"))
    page.click("main button[value=send]")
    expect(page.get_by_text("The line dropped", exact=False)).to_be_visible()
    assert page.input_value("#words") == "Written once."
    assert page.query_selector("#leave")
    page.unroute(f"{site.address}/")
    press(page, "send", "digits")
    expect(page.locator(".code")).to_be_visible()


def test_on_a_slow_line_it_is_seen_that_something_moves(opened, site: Site, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page = opened(locale="en")
    page.goto(site.address)
    walk = through(page)
    while not page.query_selector(".code"):
        next(walk)
    press(page, "files")
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 60_000}
    line.send("Network.emulateNetworkConditions", slow)
    chat = tmp_path / "chat.txt"
    chat.write_bytes(b"pay\n" * 60_000)
    page.set_input_files("#files", str(chat))
    page.click("text=Send the files")
    moved: set[float] = set()
    for _ in range(300):
        if page.query_selector("li[data-state=whole]"):
            break
        moved |= {bar.evaluate("bar => bar.value") for bar in page.query_selector_all(".going progress")[:1]}
        page.wait_for_timeout(100)
    assert len([value for value in moved if 0 < value < 1]) > 2  # within one piece
    page.click("form.back button[value=page]")
    assert page.get_attribute("body", "aria-busy") == "true"
    expect(page.get_by_role("heading", name="Where it stands")).to_be_visible()
    assert page.get_attribute("body", "aria-busy") is None
