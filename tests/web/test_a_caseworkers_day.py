"""Basma's day, in Chromium, on a node as people start it: danger first, the answer, the task, the hand-over, the end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_a_day import PASSPHRASE
from test_accessible import check

REPORT = """
import sys
from longarm.store.start import start
start()
from django.conf import settings
from longarm.keys.passphrase import LEAST
settings.LONGARM_RECEIPT_COST = LEAST
from datetime import timedelta
from django.utils import timezone
from longarm.casework.intake import holder, returns
from longarm.casework.intake.submit import submit
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.store.models import Case
words, danger, ago = sys.argv[1:]
wishes = Wishes(how="call", where="+201000000034", hours="بعد 14:00", code_word="ليمون")
told = Report(language="ar", words=words, dangers=("family",) if danger == "yes" else (), child="no", what=("threat",),
    state="EG", consents=("contact",), wishes=wishes)
case = returns.holder_of(submit(told).token).case
Case.objects.filter(id=case).update(asked_at=timezone.now() - timedelta(minutes=int(ago)))
"""


def report(data: Path, words: str, danger: bool = False, ago: int = 0) -> None:
    """Somebody reports through the public functions, while the node runs."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LONGARM_", "DJANGO_", "DATABASE_"))}
    command = [sys.executable, "-c", REPORT, words, "yes" if danger else "no", str(ago)]
    subprocess.run(command, env={**environment, "LONGARM_DATA": str(data)}, check=True, timeout=60)


@pytest.fixture(scope="module")
def desk(chromium: Browser, third_node) -> BrowserContext:  # type: ignore[no-untyped-def]
    """Resist, with Basma at the desk and Rana as her colleague."""
    context = chromium.new_context(locale="en-GB", viewport={"width": 1280, "height": 900}, base_url=third_node.address)
    page = context.new_page()
    page.goto("/desk/set-up/")
    for label, text in (("organisation", "Resist"), ("name", "Basma"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        page.fill(f"#{label}", text)
    with page.expect_navigation():
        page.get_by_role("button", name="Create the organisation").click()
    page.goto("/desk/people/")
    page.fill("#name", "Rana")
    page.fill("#passphrase", PASSPHRASE)
    with page.expect_navigation():
        page.get_by_role("button", name="Create the account").click()
    page.close()
    yield context
    context.close()


def test_from_danger_first_to_the_end(desk: BrowserContext, third_node) -> None:  # type: ignore[no-untyped-def]
    report(third_node.data, "هددني منذ أسبوع", ago=95)
    report(third_node.data, "أخي في البيت معي", danger=True)
    page = desk.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)

    page.goto("/desk/cases/")
    expect(page).to_have_title("(1) Inbox")
    lines = page.locator(".line")
    expect(lines).to_have_count(2)
    expect(lines.nth(0)).to_contain_text("danger from family")
    expect(lines.nth(1)).to_contain_text("waits 95 minutes · second alarm")
    for language in ("ar", "en"):
        with page.expect_navigation():
            page.click(f"button[value={language}]")
        check(page)

    report(third_node.data, "رسالة جديدة الآن")  # the page shows it by itself, and the keyboard stays where it was
    page.keyboard.press("j")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(lines).to_have_count(3)
    assert page.evaluate("document.activeElement.matches('.line:first-child a[data-row]')")
    page.keyboard.press("j")
    page.keyboard.press("k")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_be_visible()
    check(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Take the case").click()
    expect(page.locator(".has-it")).to_contain_text("Basma")

    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.locator(".wishes")).to_contain_text("ليمون")
    expect(page.locator(".wishes")).to_contain_text("Writes in: العربية")
    expect(page.locator(".theirs.unread")).to_contain_text("أخي في البيت معي")
    check(page)
    page.keyboard.press("a")
    page.keyboard.type("Calm down.")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("calm down")
    page.get_by_label("Text of the letter").fill("")
    page.get_by_text("Ready sentences").click()
    page.get_by_role("button", name="القرار لك في كل خطوة").click()
    expect(page.get_by_label("Text of the letter")).to_have_value("القرار لك في كل خطوة، ويمكنك التوقف في أي وقت.")
    with page.expect_navigation():
        page.get_by_role("button", name="Send as changed").click()
    expect(page.locator(".ours")).to_contain_text("القرار لك في كل خطوة")
    expect(page.get_by_text("second alarm")).to_have_count(0)

    answered = page.url
    with page.expect_navigation():
        page.keyboard.press("n")
    expect(page.locator(".theirs").first).to_contain_text("هددني منذ أسبوع")
    page.goto(answered)
    with page.expect_navigation():
        page.get_by_role("link", name="Case", exact=True).click()
    page.get_by_text("New task").click()
    page.get_by_label("What is to be done").fill("Call after 14:00")
    page.get_by_label("By", exact=True).fill(page.input_value("#as_of"))
    with page.expect_navigation():
        page.locator('form[action$="/tasks/"]').get_by_role("button", name="Add", exact=True).click()
    with page.expect_navigation():
        page.get_by_role("link", name="My day").click()
    check(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Done Call after 14:00").click()
    expect(page.get_by_text("Call after 14:00")).to_have_count(0)

    found(page, "اخى في البيت")
    check(page)
    with page.expect_navigation():
        page.locator("a[data-row]").click()
    page.get_by_text("Hand it over").click()
    page.get_by_label("To whom").select_option(label="Rana")
    page.get_by_label("A word along with it").fill("She answers after 14:00 only.")
    with page.expect_navigation():
        page.get_by_role("button", name="Hand over").click()
    expect(page.locator(".has-it")).to_contain_text("Rana")
    expect(page.locator(".said")).to_contain_text("She answers after 14:00 only.")
    page.get_by_text("Close the case").click()
    page.get_by_label("Outcome").select_option(label="Advice was what was asked for")
    with page.expect_navigation():
        page.get_by_role("button", name="Close", exact=True).click()
    page.goto("/desk/cases/?show=closed")
    expect(page.locator(".line")).to_have_count(1)
    page.keyboard.press("?")
    with page.expect_navigation():
        page.get_by_role("button", name="Switch the keys off").click()
    page.keyboard.press("/")
    page.keyboard.type("n")
    assert page.evaluate("document.activeElement.id") != "search"
    assert page.url.endswith("/desk/cases/")
    page.get_by_text("Keys", exact=True).click()
    with page.expect_navigation():
        page.get_by_role("button", name="Switch the keys on").click()
    assert faults == []
    page.close()


def found(page: Page, words: str) -> None:
    page.goto("/desk/cases/")
    page.keyboard.press("/")
    page.keyboard.type(words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".line")).to_have_count(1)
    assert page.url.endswith("/desk/search/")


def test_without_scripts_on_a_small_phone(chromium: Browser, desk: BrowserContext, third_node) -> None:  # type: ignore[no-untyped-def]
    report(third_node.data, "لا أستطيع الكلام")
    phone = {"width": 390, "height": 844}
    state = desk.storage_state()
    context = chromium.new_context(java_script_enabled=False, viewport=phone, storage_state=state, base_url=third_node.address)
    page = context.new_page()
    page.goto("/desk/cases/?show=unclaimed")
    with page.expect_navigation():
        page.get_by_role("button", name="Take the case").first.click()
    with page.expect_navigation():
        page.get_by_role("link", name="Conversation", exact=True).click()
    page.get_by_text("Ready sentences").click()
    with page.expect_navigation():
        page.get_by_role("button", name="يمكنك ترك أي سؤال بلا جواب.").click()
    assert "يمكنك ترك أي سؤال بلا جواب." in page.locator("textarea").first.input_value()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".ours")).to_contain_text("يمكنك ترك أي سؤال بلا جواب.")
    page.goto("/desk/cases/?every=minute")
    assert page.locator("meta[http-equiv=refresh]").get_attribute("content") == "60"
    context.close()


@pytest.mark.parametrize("look", [("ar", "dark", 390), ("fr", "light", 390), ("en", "dark", 1280)])
def test_nothing_runs_over_the_edge_and_everybody_can_read(  # type: ignore[no-untyped-def]
    chromium: Browser, desk: BrowserContext, third_node, look: tuple[str, str, int]
) -> None:
    language, scheme, width = look
    state, size = desk.storage_state(), {"width": width, "height": 844}
    context = chromium.new_context(color_scheme=scheme, viewport=size, storage_state=state, base_url=third_node.address)
    page = context.new_page()
    page.goto("/desk/cases/")
    if button := page.query_selector(f"button[value={language}]"):
        with page.expect_navigation():
            button.click()
    case = page.locator("a[data-row]").first.get_attribute("href")
    for address in ("/desk/cases/", f"{case}", f"{case}talk/", "/desk/today/?whose=team", "/desk/search/", "/desk/rules/"):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        pressed = "main button, main .button, nav a, summary, select, input:not([type=checkbox], [type=hidden])"
        small = "e => e.offsetHeight && e.offsetHeight < 44"
        assert page.evaluate(f"[...document.querySelectorAll('{pressed}')].filter({small}).map(e => e.outerHTML)") == [], address
        check(page, scheme)
    context.close()
