"""After a restore *My day* asks who coordinates; she is asked on her own page; the team notes what it was told by telephone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from visitor import FREE, Visitor

from longarm.casework import after_restore
from longarm.casework.backup.marker import LastRestore, remember_restore
from longarm.casework.intake.holder import page
from longarm.casework.intake.returns import holder_of
from longarm.casework.node import node
from longarm.keys.passphrase import LEAST
from longarm.texts import say

pytestmark = pytest.mark.django_db


@pytest.fixture
def taking(people: Any, settings: Any) -> Iterator[None]:
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    settings.LONGARM_DOOR = FREE
    settings.LONGARM_RECEIPT_COST = LEAST
    yield
    (node().folder.data / "last-restore.json").unlink(missing_ok=True)


def restored() -> None:
    now = timezone.now()
    remember_restore(node().folder.data, LastRestore(at=now, backup=now - timedelta(days=2)))


def test_who_coordinates_is_asked_on_my_day_and_who_works_cases_reads_it(taking: None, enter: Any) -> None:
    basma, rana, dina = enter("Basma"), enter("Rana"), enter("Dina")
    title, button = say("restore-consents-title", "en"), 'action="/desk/restored/"'
    assert title not in basma.get("/desk/today/").content.decode()
    restored()
    assert button in basma.get("/desk/today/").content.decode()
    theirs = rana.get("/desk/today/").content.decode()
    assert title in theirs
    assert button not in theirs
    assert title not in dina.get("/desk/today/").content.decode()
    assert basma.post("/desk/restored/").status_code == 400, "no tick, no answer"
    assert basma.post("/desk/restored/", {"looked": "yes"}).status_code == 302
    assert title not in basma.get("/desk/today/").content.decode()
    held = after_restore.unanswered()
    assert held is not None, "the other organisation has not answered"
    assert len(held.organisations) == 1


def test_she_is_asked_once_more_use_by_use(taking: None) -> None:
    amal = Visitor("en").send(code="digits").post(do="allow", use="authorities").post(do="allow", use="exchange")
    assert say("consent-again", "en") not in amal.text
    restored()
    amal.post(do="consents")
    assert say("consent-again", "en") in amal.text
    assert amal.text.count(say("consent-still", "en")) == 2
    amal.post(do="allow", use="authorities").post(do="allow", use="exchange", **{"not": "1"})
    assert say("consent-again", "en") not in amal.text
    here = page(holder_of(amal.hidden("token")))
    assert {one.use: one.allowed for one in here.consents} == {"authorities": True, "exchange": False}


def test_the_team_notes_a_consent_that_was_taken_back(taking: None, people: Any, enter: Any) -> None:
    amal = Visitor("en").send(code="digits").post(do="allow", use="authorities")
    who = holder_of(amal.hidden("token"))
    basma, talk = enter("Basma"), f"/desk/cases/{who.case}/talk/"
    shown = basma.get(talk).content.decode()
    assert 'value="authorities"' in shown
    assert 'value="exchange"' not in shown, "what was never allowed cannot be taken back"
    assert basma.post(f"/desk/channels/{who.channel}/consents/", {"use": "authorities"}).status_code == 302
    assert 'value="authorities"' not in basma.get(talk).content.decode()
    assert not any(one.allowed for one in page(who).consents if one.use == "authorities")
    assert "A consent was taken back" in amal.post(do="page").plain, "she reads that it was noted"


def test_before_anybody_calls_the_conversation_says_that_the_wishes_may_be_old(taking: None, enter: Any) -> None:
    """She asked to be called no more after the backup: the telephone may be in other hands by now."""
    amal = Visitor("en").send(code="digits")
    talk, basma = f"/desk/cases/{holder_of(amal.hidden('token')).case}/talk/", enter("Basma")
    said = say("restore-wishes", "en", day="").split("\u2068")[0]
    assert said not in basma.get(talk).content.decode()
    restored()
    assert said in basma.get(talk).content.decode()
    basma.post("/desk/restored/", {"looked": "yes"})
    assert said not in basma.get(talk).content.decode()


def test_who_comes_back_reads_it_at_once(taking: None) -> None:
    amal = Visitor("ar").send(code="digits").post(do="allow", use="authorities")
    restored()
    assert say("consent-restored", "ar") in amal.post(do="page").text
    amal.post(do="allow", use="authorities")
    assert say("consent-restored", "ar") not in amal.post(do="page").text


def test_who_administers_sees_on_the_health_page_that_an_answer_is_missing(taking: None, people: Any, enter: Any) -> None:
    health, do = enter("Basma"), say("health-restore-do", "en")
    assert "Last restore" not in health.get("/desk/health/").content.decode()
    restored()
    assert do in health.get("/desk/health/").content.decode()
    after_restore.answer(people.basma)
    assert do in health.get("/desk/health/").content.decode(), "the other organisation has not answered"
    after_restore.answer(people.karim)
    page = health.get("/desk/health/").content.decode()
    assert "Last restore" in page
    assert do not in page
