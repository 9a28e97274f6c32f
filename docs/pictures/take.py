"""Takes the pictures of this folder: a node with the demonstration, looked at in Chromium.

    .venv/bin/python docs/pictures/take.py [NAME...]

All of them, or those named (`series-en`). It starts `longarm serve` on empty folders of its own and ends it again.
Needs Debian's Chromium.
"""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
ARGUMENTS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 1000}
TALL = {"width": 1440, "height": 1400}
COLOURS = 160
PASSPHRASE = "lemon window pavement moon"  # noqa: S105 - of a node that lives for a minute


WANTED = frozenset(sys.argv[1:])


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        if not WANTED or any(name.startswith("intake-") for name in WANTED):
            with _node() as address:
                _public(browser, address)
        for language in ("ar", "en"):
            if not WANTED or any(name in WANTED for name in (*_LOOKS[language], *_BESIDE[language])):
                with _node() as address:
                    _desk(browser, address, language)


@contextmanager
def _node() -> Iterator[str]:
    """`longarm serve` on an empty folder, ended and removed afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "longarm", "serve", "--data", f"{folder}/data", "--port", str(port)]
        node = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            node.terminate()
            node.wait(60)


def _public(browser: Browser, address: str) -> None:
    """The intake of an organisation that takes reports."""
    page = _page(browser, DESK, "light", locale="en")
    page.goto(f"{address}/desk/set-up/")
    for label, text in (("organisation", "Resist"), ("name", "Basma"), ("passphrase", PASSPHRASE), ("again", PASSPHRASE)):
        page.fill(f"#{label}", text)
    page.click("main form button")
    page.wait_for_load_state()
    for language, scheme in (("ar", "light"), ("en", "dark")):
        page = _page(browser, PHONE, scheme, locale=language)
        page.goto(f"{address}/")
        if language == "ar":
            _keep(page, "intake-ar")
        _press(page, "next", "family", "watched")
        if language == "ar":
            page.select_option("#state", "EG")
            _press(page, "lines")
            _keep(page, "intake-help-ar")
        _press(page, "next")
        for choice in ("no", "me", "threat"):
            _press(page, "next", choice)
        _press(page, "send", "digits")
        if language == "en":
            _keep(page, "intake-receipt-en-dark")
        _press(page, "page")
        if language == "ar":
            _keep(page, "intake-page-ar")


def _press(page: Page, do: str, *ticked: str) -> None:
    for choice in ticked:
        page.check(f"input[value={choice}]")
    page.evaluate("document.body.dataset.old = '1'")
    page.click(f"main button[value={do}]")
    page.wait_for_selector("body:not([data-old])", state="attached")


# Where each look of a desk is taken, in which light, on which screen; those of `_BESIDE` are taken on the way.
_LOOKS: dict[str, dict[str, tuple[str, str, dict[str, int]]]] = {
    "ar": {
        "cases-ar": ("/desk/cases/", "light", DESK),
        "case-shorouk-ar": ("EG-2022-0104?as_of=2022-01-04", "light", TALL),
        "case-shams-ar-dark": ("IQ-2021-0930?as_of=2021-09-30", "dark", TALL),
        "case-ahmed-phone-ar": ("EG-2021-0815?as_of=2021-08-15", "light", PHONE),
    },
    "en": {"case-shorouk-en": ("EG-2022-0104?as_of=2022-01-04", "light", TALL)},
}
_BESIDE = {"ar": ("exhibit-ar",), "en": ("first-run", "series-en")}


def _desk(browser: Browser, address: str, language: str) -> None:
    """A demonstration in that language, and looks at it."""
    page = _page(browser, DESK, "light", locale=language)
    page.goto(f"{address}/desk/")
    if language == "en":
        _keep(page, "first-run")
    with page.expect_navigation():
        page.click("form[action='/desk/demo/'] button")
    page.wait_for_selector("p.note[role=status]", state="detached", timeout=600_000)  # the page turns by itself
    state = page.context.storage_state()
    for name, (where, scheme, size) in _LOOKS[language].items():
        page = _page(browser, size, scheme, storage_state=state, locale=language)
        if where.startswith("/"):
            page.goto(f"{address}{where}")
        else:
            reference, _, query = where.partition("?")
            page.goto(f"{address}{_case(page, address, reference)}?{query}")
        _keep(page, name)
        if name == "case-shorouk-ar":
            with page.expect_navigation():
                page.click(".exhibits a")
            _keep(page, "exhibit-ar")
    if language == "en":
        page = _page(browser, {"width": 1440, "height": 1140}, "light", storage_state=state, locale=language)
        page.goto(f"{address}{_case(page, address, 'LY-2022-0602').replace('/cases/', '/series/')}")
        page.wait_for_timeout(1500)  # the drawing comes to rest
        _keep(page, "series-en")


def _case(page: Page, address: str, reference: str) -> str:
    page.goto(f"{address}/desk/cases/")
    return str(page.get_attribute(f"li:has-text('{reference}') a[href^='/desk/cases/']", "href"))


def _page(browser: Browser, size: dict[str, int], scheme: Any, **more: Any) -> Page:
    return browser.new_context(viewport=size, color_scheme=scheme, **more).new_page()  # type: ignore[arg-type]


def _keep(page: Page, name: str) -> None:
    if WANTED and name not in WANTED:
        return
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    picture.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
