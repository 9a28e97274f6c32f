"""A caseworker's whole day, in Chromium, on a node as people start it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

CASE = """\
longarm: case/1
reference: EG-2026-0107
opened: 2026-11-01
language: ar
persons:
  - {id: complainant, roles: [complainant], alias: Amal, nationality: [EG], locations: [{state: EG, certainty: known}]}
  - {id: suspect-1, roles: [suspect], locations: [{state: LY, certainty: inferred, because: [phone-1]}]}
identifiers:
  - {id: phone-1, type: phone, value: "+218910000017", used_by: suspect-1, platform: whatsapp}
events:
  - {id: e1, at: 2026-10-30, kind: threat_to_publish, by: suspect-1, to: complainant, via: whatsapp}
  - {id: e2, at: 2026-10-30, kind: demand, wants: money, by: suspect-1, to: complainant, via: whatsapp}
risks: [honour_violence]
"""
CHAT = "".join(
    f"[30/10/2026, 21:{minute:02}:05] +218 91 000 0017: {text}\n"
    for minute, text in enumerate(
        [
            "عندي صورك كلها",
            "تحولي 500 دينار",
            "على المحفظة 0918000001",
            "وإلا أرسلها إلى أهلك",
            "شوفي https://t.me/example_channel",
        ]
        * 11
    )
)
PASSPHRASE = "river lantern seven doors"


def press(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.click(selector)


def test_from_an_empty_node_to_a_bundle_and_a_complaint(chromium: Browser, node, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(locale="en-GB", viewport={"width": 1440, "height": 900}, accept_downloads=True)
    page = context.new_page()
    elsewhere: list[str] = []
    page.on("request", lambda request: None if request.url.startswith(node.address) else elsewhere.append(request.url))

    page.goto(f"{node.address}/desk/")
    expect(page.get_by_role("heading", name="Welcome to longarm")).to_be_visible()
    page.get_by_role("link", name="Set up").click()
    page.get_by_label("Organisation").fill("Resist")
    page.get_by_label("Sign-in name").fill("Basma")
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The passphrase once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Create the organisation").click()
    expect(page.get_by_role("heading", name="Your recovery key")).to_be_visible()
    assert re.search(r"([0-9A-Z]{4}[- ]){13}[0-9A-Z]{4}", page.inner_text(".groups"))
    page.get_by_role("link", name="I have put it in a safe place").click()
    expect(page.get_by_text("No case yet")).to_be_visible()

    page.get_by_role("link", name="New case").first.click()
    case_file = tmp_path / "case.yaml"
    case_file.write_text(CASE, "utf-8")
    page.get_by_label("Case file").set_input_files(case_file)
    page.get_by_role("button", name="Import").click()
    expect(page.get_by_role("heading", name="Amal")).to_be_visible()
    expect(page.locator(".path.open, .path.conditional").first).to_be_visible()
    expect(page.get_by_text("danger from family")).to_be_visible()

    chat = tmp_path / "WhatsApp Chat.txt"
    chat.write_text(CHAT, "utf-8")
    page.get_by_label("Received from").fill("complainant")
    page.get_by_label("Files").set_input_files(chat)
    page.get_by_role("button", name="Send and read").click()
    expect(page.locator(".stages .done", has_text="sealed")).to_be_visible(timeout=30_000)  # the page turns by itself
    expect(page.locator("table.messages tbody tr")).to_have_count(55)
    expect(page.get_by_role("cell", name="عندي صورك كلها").first).to_be_visible()
    expect(page.locator("#h-found + ul")).to_contain_text("telegram:example_channel")

    page.get_by_role("link", name="To the case").click()
    expect(page.locator("#E0001")).to_contain_text("sealed")
    expect(page.get_by_text("1 of 1")).to_be_visible()
    expect(page.get_by_text("unbroken")).to_be_visible()
    page.get_by_label("Handed out for").fill("court of Qalyubia")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the sealed bundle").click()
    bundle = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(bundle)
    assert zipfile.is_zipfile(bundle)
    assert_sound(bundle)

    page.get_by_role("link", name=re.compile(r"^Draft: .*Public Prosecution")).first.click()
    expect(page.get_by_role("heading", name=re.compile("mandatory items? (is|are) missing"))).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the PDF").click()
    complaint = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(complaint)
    assert complaint.read_bytes().startswith(b"%PDF-")

    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto(f"{node.address}/desk/cases/")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert elsewhere == []
    context.close()


def assert_sound(bundle: Path) -> None:
    from longarm.evidence.verify import verify

    report = verify(bundle)
    assert report.sound, report
