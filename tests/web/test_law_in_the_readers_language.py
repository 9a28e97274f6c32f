"""What the facts say in English stands on a page in the reader's language; what stays English is marked as English."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from longarm.casework.exchange.requests.showing import read_request
from longarm.law.load import load
from longarm.law.wording import told
from longarm.texts import Language, say

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import AGREED, PATH, here, new_case

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("what they say comes from the facts")]
FACTS = load()
RIYADH = FACTS.instruments["riyadh-1983"]
NATIONALS = "39: own nationals may be withheld"


def read(client: Any, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_treaty_is_read_without_english(language: Language) -> None:
    page = read(Client(), f"/law/treaty/riyadh-1983/?lang={language}")
    said = [s for m in RIYADH.matters for s in (*m.conditions, *m.refusal_grounds)] + [*RIYADH.notes, RIYADH.open_to]
    for sentence in said:
        assert told(FACTS, sentence, language).text in page
        assert sentence not in page
    assert page.count(say("reference-ours", language)) == 1
    assert 'href="#h-sources"' in page
    assert 'lang="en"' not in page.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("code", ["EG", "IQ", "DE"])
def test_a_state_is_read_without_english_but_for_the_names_of_authorities(code: str, language: Language) -> None:
    state = FACTS.states[code]
    page = read(Client(), f"/law/{code}/?lang={language}")
    said = [
        state.jurisdiction.effects.conditions,
        state.legal_system.note,
        *(one.text for one in (*state.offences, *state.hazards)),
    ]
    for sentence in said:
        assert sentence
        assert told(FACTS, sentence, language).text in page
        assert sentence not in page
    central, contact = state.assistance.central_authority, state.contact_247
    names = [one.name for one in (central, contact) if one and one.name]
    assert re.findall(r'<(?:p|dd|span|small)[^>]* lang="en"[^>]*>([^<]*)<', page) == names
    assert page.count(say("reference-ours", language)) == 1


def test_in_english_the_facts_speak_for_themselves() -> None:
    page = read(Client(), "/law/treaty/riyadh-1983/?lang=en")
    assert NATIONALS in page
    assert say("reference-ours", "en") not in page


def test_a_request_shows_its_ground_in_arabic_and_carries_it_in_english(people: Any, enter: Any) -> None:
    client = enter("Basma")
    here(people.basma)
    case = new_case(people.basma)
    form = {"path": PATH, "measure": "identify", "to": "paper", "authority": "Public prosecution, Tripoli", "agreed": AGREED}
    made = client.post(f"/desk/cases/{case}/exchange/requests/new/", {**form, "words": "Who has used this line?"})
    view = read_request(people.basma, UUID(str(made.url).strip("/").rpartition("/")[2]), timezone.localdate())
    grounds = [s for one in view.about.ask.basis.grounds for s in (*one.conditions, *one.refusal)]
    assert grounds
    assert all(re.search(r"[a-z]", sentence) for sentence in grounds), "on the wire they are English"
    client.post("/desk/language/", {"speak": "ar"})
    page = read(client, made.url)
    for sentence in grounds:
        assert told(FACTS, sentence, "ar").text in page
        assert sentence not in page
    assert say("reference-ours-asked", "ar") in page
    assert "/law/treaty/riyadh-1983/" in page
