"""The desk's day in details: two at once, words that hurt, what is looked for, the rules of the organisation."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from django.conf import settings

from longarm.casework.day.conversation import of_case
from longarm.casework.intake import returns
from longarm.casework.intake.submit import submit
from longarm.casework.people.team import add_member
from longarm.intake.report import Report
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case, Letter, Organisation
from people import join

pytestmark = pytest.mark.django_db


class Things(NamedTuple):
    case: str
    channel: str


@pytest.fixture
def things(people, monkeypatch: pytest.MonkeyPatch) -> Things:  # type: ignore[no-untyped-def]
    """A report that Basma alone can open."""
    monkeypatch.setattr(settings, "LONGARM_RECEIPT_COST", LEAST, raising=False)
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    amal = returns.holder_of(submit(Report(language="ar", words="يهددني", child="no")).token)
    return Things(str(amal.case), str(amal.channel))


def test_what_was_looked_for_stands_in_no_address(things: Things, enter) -> None:  # type: ignore[no-untyped-def]
    answer = enter("Basma").post("/desk/search/", {"words": "يهددني"})
    assert things.case in answer.content.decode()
    assert b'method="get"' not in answer.content


def test_two_at_once_and_words_that_hurt(things: Things, people, enter) -> None:  # type: ignore[no-untyped-def]
    join(people.basma, "Noor", "coordinator")
    basma, noor = enter("Basma"), enter("Noor")
    add_member(people.basma, Case.objects.get(id=things.case).id, next(u for u in _users(people) if u[1] == "Noor")[0])
    assert basma.post(f"/desk/cases/{things.case}/claim/", {"do": "claim"}).status_code == 302
    told = noor.post(f"/desk/cases/{things.case}/claim/", {"do": "claim"})
    assert told.status_code == 409
    assert "Basma" in told.content.decode()
    address = f"/desk/channels/{things.channel}/answer/"
    held = basma.post(address, {"text": "Calm down.", "send": "yes"})
    assert held.status_code == 200
    assert "calm down" in held.content.decode()
    put = basma.post(address, {"text": "Calm down.", "put": "control"})
    assert "You decide each step and can stop at any time." in put.content.decode()
    assert Letter.objects.count() == 1
    assert basma.post(address, {"text": "Calm down.", "sure": "yes"}).status_code == 302
    [thread] = of_case(people.basma, Case.objects.get(id=things.case).id)
    assert thread.letters[-1].body.text == "Calm down."


def test_rules_come_back_as_they_were_written(people, enter) -> None:  # type: ignore[no-untyped-def]
    client = enter("Basma")
    form = {
        "first": 30,
        "second": 45,
        "answer": 90,
        "zone": "Asia/Baghdad",
        "days": 400,
        "two": ["export", "deletion"],
        "icon": "leaf",
        "kind": "consular",
    }
    form |= {"from-6": ["09:00", "13:00"], "to-6": ["12:00", "17:00"], "title": "طقس اليوم"}
    page = client.post("/desk/rules/", form).content.decode()
    assert all(text in page for text in ("Asia/Baghdad", "09:00", "17:00", "طقس اليوم", 'value="400"'))
    refused = client.post("/desk/rules/", {**form, "second": 20})
    assert refused.status_code == 400
    assert client.post("/desk/rules/", {**form, "first": "soon"}).status_code == 400
    from longarm.casework.rules import rules_of

    kept = rules_of(Organisation.objects.get(id=people.basma.organisation))
    assert (kept.alarm_minutes, kept.two_for, kept.neutral_icon) == ((30, 45), frozenset({"export", "deletion"}), "leaf")
    assert kept.organisation_kind == "consular"
    assert '<option value="consular" selected>' in page, "and what such an organisation may ask others for stands below"
    assert "A consular post asks for statements, contact and support, nothing else." in page
    client.post("/desk/rules/", {**form, "kind": "emperor"})
    assert rules_of(Organisation.objects.get(id=people.basma.organisation)).organisation_kind == "consular"


def _users(people):  # type: ignore[no-untyped-def]
    from longarm.casework.people.organisations import colleagues

    return [(one.id, one.name) for one in colleagues(people.basma)]
