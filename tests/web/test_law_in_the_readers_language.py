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
from longarm.law.wording import Told, told
from longarm.texts import Language, say
from longarm.web.law.worded import worded

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
        assert str(worded(told(FACTS, sentence, language))) in page
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
        assert str(worded(told(FACTS, sentence, language))) in page
        assert sentence not in page
    central, contact = state.assistance.central_authority, state.contact_247
    names = [one.name for one in (central, contact) if one and one.name]
    assert re.findall(r'<(?:p|dd|span|small)[^>]* lang="en"[^>]*>([^<]*)<', page) == names
    assert page.count(say("reference-ours", language)) == 1


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_translated_name_says_so_and_a_published_one_does_not(language: Language) -> None:
    ours = say("reference-name-ours", language)
    assert ours in read(Client(), f"/law/DE/?lang={language}")
    french = FACTS.states["FR"].laws[0].title
    assert f"<bdi>{french.in_language('fr')}</bdi> <small" not in read(Client(), "/law/FR/?lang=fr")
    assert ours not in read(Client(), "/law/DE/?lang=en")


def test_judgments_and_sentences_are_cited_apart_on_a_treatys_page() -> None:
    page = read(Client(), "/law/treaty/riyadh-1983/?lang=en")
    row = page.partition("25-37")[2].partition("</tr>")[0]
    assert "Al-Eqtisadiah" in row
    assert "Al-Eqtisadiah" not in page.partition("58-63")[2].partition("</tr>")[0]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (Told("42(9): عن الجريمة ذاتها", "ar"), '<bdi dir="ltr">42(9)</bdi>: عن الجريمة ذاتها'),
        (Told("جنسيته (المادة 2(1))؛ 30 يومًا", "ar"), 'جنسيته (المادة <bdi dir="ltr">2(1)</bdi>)؛ 30 يومًا'),
        (Told("ومن 2026-10-01 تسعون يومًا", "ar"), "ومن 1 أكتوبر 2026 تسعون يومًا"),
        (
            Told("القانون 25-14، 18 USC 7(7)، <b>", "ar"),
            'القانون <bdi dir="ltr">25-14</bdi>، <bdi dir="ltr">18 USC 7(7)</bdi>، &lt;<bdi dir="ltr">b</bdi>&gt;',
        ),
        (Told("2024-06 (75 parties), loi 2018-770", "fr"), "juin 2024 (75 parties), loi 2018-770"),
    ],
)
def test_numbers_run_left_to_right_and_days_are_named(told: Told, shown: str) -> None:
    assert str(worded(told)) == shown


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
        assert str(worded(told(FACTS, sentence, "ar"))) in page
        assert sentence not in page
    assert say("reference-ours-asked", "ar") in page
    assert "/law/treaty/riyadh-1983/" in page
