"""An operation that Basma leads, in a browser: begun, joined by Tripoli, a piece put in, a day agreed to, closed with results."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page
from test_accessible import check

from longarm.casework.exchange.operations.team import let_in
from longarm.casework.people.visits import sign_in
from longarm.exchange.operation import entry as acts
from longarm.store.models import OperationKey, Outgoing
from people import PASSPHRASE

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/operations"))
from board_members import Other, cairo_card, deliver

pytestmark = pytest.mark.django_db(transaction=True)
LOOKS = [("ar", 390), ("en", 1280)]


@pytest.fixture
def address(settings: Any, request: pytest.FixtureRequest) -> str:
    settings.STATIC_URL, settings.MEDIA_URL = "/nothing/", "/nothing-either/"  # pytest-django's server wants both; we serve ours
    return str(request.getfixturevalue("live_server").url)


@pytest.fixture
def tripoli(people: Any, settings: Any) -> Other:
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    cairo_card(people.basma)
    return Other(people.basma, "Unit of Tripoli", "LY")


def looked_at(page: Page, address: str, *pages: str) -> None:
    """Each page, Arabic and English, narrow and wide: axe-core objects to nothing, nothing runs over the edge."""
    for language, width in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(f"{address}/desk/cases/")
        speak(page, language)
        for one in pages:
            page.goto(address + one)
            check(page)
            page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
            check(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, one


def speak(page: Page, language: str) -> None:
    if button := page.query_selector(f"button[value={language}]"):
        with page.expect_navigation():
            button.click()


def test_an_operation_from_the_invitation_to_its_results(chromium: Browser, address: str, tripoli: Other) -> None:
    page = chromium.new_context(locale="en-GB").new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{address}/desk/sign-in/?lang=en")
    page.fill("#name", "Basma")
    page.fill("#passphrase", PASSPHRASE)
    with page.expect_navigation():
        page.press("#passphrase", "Enter")
    page.goto(f"{address}/desk/exchange/operations/")
    page.get_by_role("link", name="Begin an operation").click()
    page.fill("#name", "Jasmine")
    page.fill("#about", "One number, three states")
    page.get_by_label("Unit of Tripoli").check()
    page.get_by_role("button", name="Begin and invite").click()
    page.wait_for_selector("#h-pieces")
    there = page.url.removeprefix(address).partition("#")[0]
    operation = UUID(there.strip("/").rpartition("/")[2])
    deliver(tripoli)
    tripoli.does(operation, acts.Join(("LY",)))
    tripoli.does(operation, acts.Say("صباح الخير"))
    tripoli.does(operation, acts.Task(b"t" * 16, tripoli.board(operation).lead, "Keep the data of this line"))

    page.goto(f"{address}/desk/today/")
    assert "a task of yours is open" in page.locator("section:has(#h-operations)").inner_text()
    page.goto(address + there)
    page.get_by_text("Put something in").click()
    page.fill("#title", "An exchange office")
    page.fill("#put-words", "By the station")
    form = page.locator("form:has(#put-words)")
    form.get_by_label("Only these:").check()
    form.get_by_label("Unit of Tripoli").check()
    form.get_by_label("This names and describes nobody").check()
    form.get_by_role("button", name="Put in").click()
    page.wait_for_selector("text=for Unit of Tripoli")
    page.get_by_text("Set the day").first.click()
    page.fill("#day", (timezone.localdate() + timedelta(days=12)).isoformat())
    page.locator("form:has(#day)").get_by_role("button").click()
    page.wait_for_selector("text=In 12 days")
    looked_at(page, address, "/desk/exchange/operations/", "/desk/exchange/operations/new/", there)

    deliver(tripoli)
    day = tripoli.board(operation).day
    assert day is not None
    tripoli.does(operation, acts.Agree(day.hash))
    tripoli.does(operation, acts.Result("LY", arrested=2))
    page.goto(address + there)
    speak(page, "en")
    assert page.locator("#h-day ~ p .chip").inner_text() == "all have agreed"
    page.locator("summary", has_text="Close the operation").click()
    page.get_by_role("button", name="Close the operation").click()
    page.wait_for_selector("text=The operation is closed")
    assert page.locator("#h-results ~ div tbody tr").count() == 2
    page.context.close()


def test_a_form_that_does_not_say_who_may_see_it_is_not_taken_and_loses_no_word(people: Any, tripoli: Other) -> None:
    client = Client(headers={"accept-language": "en"})
    client.cookies["visit"] = sign_in("Basma", PASSPHRASE).cookie
    begun = client.post(
        "/desk/exchange/operations/new/", {"name": "Jasmine", "about": "One number", "invited": tripoli.us}
    )  # fmt: skip
    here = begun["Location"]
    form = {"do": "put", "kind": "finding", "title": "An office", "words": "By the station", "sure": "1"}
    for missing in ({}, {"who": "some"}, {"who": "some", "to": tripoli.us}):  # who has not joined is nobody to choose
        answer = client.post(here, {**form, **missing})
        assert answer.status_code == 400
        assert "By the station" in answer.content.decode()
    assert client.post(here, {**form, "who": "all", "sure": ""}).status_code == 400
    assert client.post(here, {"do": "leave"}).status_code == 409
    assert client.post(here, {"do": "no such act"}).status_code == 400
    assert client.post(here, {"do": "result", "state": "EG", "arrested": "-1"}).status_code == 400
    assert client.post(here, {"do": "day", "day": "2020-01-01", "at": "04:00"}).status_code == 400
    assert client.post(here, {"do": "day", "day": "soon", "at": "04:00"}).status_code == 400
    assert client.post(here, {**form, "who": "all"}).status_code == 302
    assert "for all members" in client.get(here).content.decode()
    operation = UUID(here.strip("/").rpartition("/")[2])
    let_in(people.basma, operation, people.rana.user)
    OperationKey.objects.filter(user=people.basma.user).delete()
    about_rana = client.get(f"/desk/people/{people.rana.user}/").content.decode()
    assert "one of this person’s joint operations" in about_rana
    assert 'name="heir"' in about_rana
    elsewhere = Client(headers={"accept-language": "en"})
    elsewhere.cookies["visit"] = sign_in("Karim", PASSPHRASE).cookie
    assert elsewhere.get(here).status_code == 404
    assert "Jasmine" not in elsewhere.get("/desk/exchange/operations/").content.decode()


def test_a_letter_that_was_refused_goes_again_and_a_colleague_is_taken_out(people: Any, tripoli: Other) -> None:
    client = Client(headers={"accept-language": "en"})
    client.cookies["visit"] = sign_in("Basma", PASSPHRASE).cookie
    form = {"name": "Jasmine", "about": "One number", "invited": tripoli.us}
    here = client.post("/desk/exchange/operations/new/", form)["Location"]
    Outgoing.objects.update(refused="bad-signature", letter=b"")
    for page in ("/desk/today/", "/desk/exchange/operations/"):
        assert "a letter was refused" in client.get(page).content.decode()
    assert "compare fingerprints by voice" in client.get(here).content.decode()
    sent = client.post(here, {"do": "send_again", "member": tripoli.us})
    assert (sent.status_code, sent["Location"]) == (302, f"{here}#h-members")
    deliver(tripoli)
    assert tripoli.board(UUID(here.strip("/").rpartition("/")[2])).name == "Jasmine"
    assert "refused" not in client.get(here).content.decode()
    us, rana = str(people.basma.user), str(people.rana.user)
    assert client.post(here, {"do": "let_out", "user": us}).status_code == 409, "nobody else could open it"
    client.post(here, {"do": "let_in", "user": rana})
    assert client.post(here, {"do": "let_out", "user": rana})["Location"] == f"{here}#h-readers"
    assert client.post(here, {"do": "let_out", "user": rana}).status_code == 404
    client.post(here, {"do": "let_in", "user": rana})
    assert client.post(here, {"do": "let_out", "user": us})["Location"] == "/desk/exchange/operations/"
    assert client.get(here).status_code == 404
