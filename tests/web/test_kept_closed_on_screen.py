"""Amal keeps her report closed until others named the same: what she reads, how she changes her mind, what the team sees."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser
from test_accessible import check
from visitor import Visitor

from longarm.casework.actor import Actor
from longarm.casework.exchange import epochs, members
from longarm.casework.exchange.escrow.letting_go import report_of
from longarm.casework.intake import holder
from longarm.casework.intake.returns import holder_of
from longarm.exchange.card import make_card
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.keys.party import Party
from longarm.store.models import Consent, Escrowed, EscrowLeaving
from longarm.texts import LANGUAGES, say
from people import PASSPHRASE

sys.path.insert(0, str(Path(__file__).parents[1] / "casework"))
from planted_escrow import escrow_happens
from test_lawful_notice import KNOWN

pytestmark = pytest.mark.django_db(transaction=True)
CARD = {"organisation": "The hub", "states": (), "address": "", "certificate": ""}


def key(epoch: str, purpose: str) -> Key:
    public = Commitments((group.base(group.ONE),))
    return Key(epoch, 0, public, (Participant(1, "0" * 64),), b"", None, purpose)  # type: ignore[arg-type]


def use_a_hub_and_holders(basma: Actor) -> None:
    hub = Party.new()
    members.add(basma, make_card(hub, role="hub", made_at=datetime.now(UTC), **CARD), hub.fingerprint)
    epochs._keep(key("1-00000000", "tokens"))


def offer_it(basma: Actor) -> None:
    use_a_hub_and_holders(basma)
    epochs._keep(key("escrow-1-00000000", "escrow"))


def bare(text: str) -> str:
    """Without tags, blanks and isolates."""
    return re.sub(r"<[^>]*>|[\s\u2068\u2069]", "", text)


def waits_for(amal: Visitor) -> int:
    return holder.page(holder_of(amal.hidden("token"))).waits_for


def test_she_reads_what_it_means_chooses_changes_and_takes_it_back(resist) -> None:  # type: ignore[no-untyped-def]
    offer_it(resist.basma)
    amal = Visitor("ar").send("يطلب 500 دينار", code="digits")
    code = amal.code
    amal.post(do="consents")
    assert say("intake-escrow-offer", "ar") in amal.plain
    amal.post(do="escrow")
    for part in (
        "what",
        "nobody-alone",
        "inside",
        "then",
        "goes-on",
        "back",
        "limit-keepers",
        "limit-count",
        "limit-never",
        "one",
    ):
        assert say(f"intake-escrow-{part}", "ar") in amal.plain
    assert say("intake-escrow-exchange", "ar") not in amal.plain
    assert re.findall(r'name="others" value="(\d)" required(| checked)', amal.text) == [(n, "") for n in "1234"]
    amal.post(do="keep_closed")  # nothing chosen: nothing done
    assert waits_for(amal) == 0
    amal.post(do="keep_closed", others="3")
    assert say("intake-kept", "ar") in amal.plain
    assert bare(say("consent-escrow", "ar", others=3)) in bare(amal.plain)
    amal.post(do="leave")

    amal = Visitor("ar").post(do="code").post(do="enter", code=code).post(do="consents")
    assert bare(say("consent-escrow", "ar", others=3)) in bare(amal.plain)
    amal.post(do="escrow")
    assert 'value="3" required checked' in amal.text
    amal.post(do="keep_closed", others="1")
    assert waits_for(amal) == 1
    amal.post(do="keep_closed", others="0")
    assert waits_for(amal) == 0
    assert 'name="others" value="0"' not in amal.text
    assert Consent.objects.count() == 3  # each answer with its wording


def test_what_lies_at_the_hub_is_let_go_the_moment_she_says_so(resist, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    use_a_hub_and_holders(resist.basma)
    for act in (lambda amal: holder.keep_closed(amal, 3), lambda amal: holder.keep_closed(amal, 0), holder.withdraw):
        amal = escrow_happens(resist.basma, KNOWN, monkeypatch)
        leaf = report_of(Escrowed.objects.get(case_id=amal.case)).leaf
        act(amal)
        assert not Escrowed.objects.filter(case_id=amal.case).exclude(report_sealed=b"").exists()
        assert EscrowLeaving.objects.filter(leaf=leaf).exists()


def test_who_allowed_comparing_at_once_is_told_that_it_is_not_closed(resist) -> None:  # type: ignore[no-untyped-def]
    offer_it(resist.basma)
    amal = Visitor("en").send(code="digits").post(do="allow", use="exchange").post(do="escrow")
    assert say("intake-escrow-exchange", "en") in amal.plain


def test_it_is_offered_only_where_it_can_be_done(resist, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor("en").send(code="digits").post(do="consents")
    assert 'value="escrow"' not in amal.text
    use_a_hub_and_holders(resist.basma)
    assert 'value="escrow"' not in amal.post(do="consents").text  # the holders have no key for it
    epochs._keep(key("escrow-1-00000000", "escrow"))
    assert 'value="escrow"' in amal.post(do="consents").text
    amal.post(do="keep_closed", others="2")
    monkeypatch.setenv("LONGARM_ESCROW", "off")
    assert 'value="keep_closed"' in amal.post(do="escrow").text  # what she said before can be taken back
    amal.post(do="keep_closed", others="3")
    assert say("holder-escrow", "en") in amal.plain
    assert waits_for(amal) == 2
    amal.post(do="keep_closed", others="0")
    assert waits_for(amal) == 0
    assert 'value="escrow"' not in amal.post(do="consents").text
    assert 'name="others"' not in amal.post(do="escrow").text
    assert say("intake-escrow-what", "en") not in amal.plain


def test_where_a_child_may_be_concerned_nothing_waits_and_her_yes_is_not_the_only_one(resist, enter) -> None:  # type: ignore[no-untyped-def]
    offer_it(resist.basma)
    for language in LANGUAGES:
        amal = Visitor(language).walk(("safe",), ("unsure",), ("me",), ("threat",)).post(do="send", words="x", code="digits")
        amal.post(do="consents")
        assert say("intake-others-child", language) in amal.plain
        assert 'value="escrow"' not in amal.text
        amal.post(do="keep_closed", others="2")
        assert say("holder-escrow", language) in amal.plain
    case = holder_of(amal.hidden("token")).case
    amal.post(do="allow", use="exchange")
    page = enter("Basma").get(f"/desk/cases/{case}/").content.decode()
    assert bare(say("hit-child", "en")) in bare(page)
    assert say("hit-child-undecided", "en") in page
    enter("Basma").post(f"/desk/cases/{case}/exchange/", {"allowed": "yes", "reason": "It is best for her."})
    page = enter("Basma").get(f"/desk/cases/{case}/").content.decode()
    assert "It is best for her." in page
    assert say("hit-child-undecided", "en") not in page


def test_a_supporter_and_who_withdrew_are_not_asked(resist) -> None:  # type: ignore[no-untyped-def]
    offer_it(resist.basma)
    helper = Visitor("en").walk(("safe",), ("no",), ("supporter",), ("threat",)).post(do="send", words="x", code="digits")
    assert 'value="escrow"' not in helper.post(do="consents").text
    helper.post(do="keep_closed", others="2")
    assert say("holder-escrow", "en") in helper.plain
    amal = Visitor("en").send(code="digits").post(do="keep_closed", others="2")
    token = amal.hidden("token")
    amal.post(do="withdrawn")
    assert holder.page(holder_of(token)).waits_for == 0


def test_the_page_is_light_and_whole_in_three_languages(resist) -> None:  # type: ignore[no-untyped-def]
    offer_it(resist.basma)
    for language in LANGUAGES:
        amal = Visitor(language).send(code="digits").post(do="escrow")
        named = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', amal.text))
        assert sum(len(Client().get(address).content) for address in named) + len(amal.answer.content) < 60_000


def test_the_team_sees_what_opened_and_for_how_many_the_rest_waits(resist, enter, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    use_a_hub_and_holders(resist.basma)
    case = escrow_happens(resist.basma, KNOWN, monkeypatch).case
    page = enter("Basma").get(f"/desk/cases/{case}/").content.decode()
    assert "mark-desk-markhor" in page
    assert bare(say("hit-escrow-waits", "en", others=2)) in bare(page)
    assert say("hit-escrow-not-lodged", "en") in page
    assert say("hit-escrow-may-be-him", "en") in page
    assert "mark-desk-markhor" in enter("Basma").get("/desk/exchange/").content.decode()
    monkeypatch.setenv("LONGARM_ESCROW", "off")
    assert "mark-desk-markhor" not in enter("Basma").get("/desk/exchange/").content.decode()
    assert "mark-desk-markhor" not in enter("Basma").get(f"/desk/cases/{case}/").content.decode()


def test_my_day_and_the_inbox_say_that_it_opened_to_the_team_of_the_case_alone(
    resist,
    enter,
    monkeypatch: pytest.MonkeyPatch,  # type: ignore[no-untyped-def]
) -> None:
    use_a_hub_and_holders(resist.basma)
    case = escrow_happens(resist.basma, KNOWN, monkeypatch).case
    for language in LANGUAGES:
        door = enter("Basma")
        door.post("/desk/language/", {"speak": language})
        day, inbox = (door.get(address).content.decode() for address in ("/desk/today/", "/desk/cases/"))
        assert bare(say("hit-escrow-today", language)) in bare(day)
        assert f'href="/desk/cases/{case}/#h-beyond"' in day
        for page in (day, inbox):
            assert bare(say("hit-escrow-new", language, count=1)) in bare(page)
    for other in ("Rana", "Dina", "Karim"):
        for address in ("/desk/today/", "/desk/cases/"):
            page = enter(other).get(address, follow=True).content.decode()
            assert bare(say("hit-escrow-new", "en", count=1)) not in bare(page)
            assert other == "Dina" or str(case) not in page  # an auditor is led to the record, where ids stand


def test_both_pages_in_a_browser(chromium: Browser, resist, settings: Any, monkeypatch: pytest.MonkeyPatch, request) -> None:  # type: ignore[no-untyped-def]
    """Axe objects to nothing, nothing runs over the edge, and without a script all of it works."""
    settings.STATIC_URL, settings.MEDIA_URL = "/nothing/", "/nothing-either/"  # pytest-django's server wants both; we serve ours
    address = str(request.getfixturevalue("live_server").url)
    use_a_hub_and_holders(resist.basma)
    case = escrow_happens(resist.basma, KNOWN, monkeypatch).case
    code = Visitor("ar").send(code="digits").code
    for language, width, scheme in (("ar", 390, "dark"), ("en", 1280, "light")):
        page = chromium.new_context(java_script_enabled=False, viewport={"width": width, "height": 844}).new_page()
        page.goto(f"{address}/?lang={language}")
        page.click('button[value="code"]')
        page.fill("#code", code)
        page.click('button[value="enter"]')
        page.click('button[value="consents"]')
        page.click('button[value="escrow"]')
        page.check('input[name="others"][value="2"]')
        with page.expect_navigation():
            page.click('form:has(fieldset) button[value="keep_closed"]')
        assert page.query_selector('div[role="status"] button[value="keep_closed"]')
        page.context.close()
        page = chromium.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme).new_page()  # type: ignore[arg-type]
        page.goto(f"{address}/?lang={language}")
        page.click('button[value="code"]')
        page.fill("#code", code)
        page.click('button[value="enter"]')
        page.click('button[value="escrow"], button[value="consents"]')
        page.click('button[value="escrow"]')
        page.click("details summary")
        check(page, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if folder := os.environ.get("LOOK"):
            page.screenshot(path=f"{folder}/intake-{language}-{width}.png", full_page=True)
        page.goto(f"{address}/desk/sign-in/?lang={language}")
        page.fill("#name", "Basma")
        page.fill("#passphrase", PASSPHRASE)
        with page.expect_navigation():
            page.press("#passphrase", "Enter")
        if button := page.query_selector(f"button[value={language}]"):
            with page.expect_navigation():
                button.click()
        page.goto(f"{address}/desk/cases/{case}/")
        check(page, scheme)
        if folder := os.environ.get("LOOK"):
            page.locator("section:has(#h-beyond)").screenshot(path=f"{folder}/desk-{language}-{width}.png")
        for name in ("today", "cases"):
            page.goto(f"{address}/desk/{name}/")
            check(page, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if folder := os.environ.get("LOOK"):
                page.screenshot(path=f"{folder}/{name}-{language}-{width}.png", full_page=True)
        page.context.close()
