"""Every act of the desk's day, asked by everybody; what others try changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from longarm.casework import returns
from longarm.casework.conversation import of_case
from longarm.casework.intake import submit
from longarm.casework.tasks import add_task
from longarm.casework.team import add_member
from longarm.intake.report import Report
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case, Letter, Note, Organisation, Task
from people import join

pytestmark = pytest.mark.django_db
NOBODY = "00000000-0000-4000-8000-000000000000"


class Things(NamedTuple):
    case: str
    channel: str
    task: str


@pytest.fixture
def things(people, monkeypatch: pytest.MonkeyPatch) -> Things:  # type: ignore[no-untyped-def]
    """A report that Basma alone can open, with a task; Huda counsels in it; Adam administers and does nothing else."""
    monkeypatch.setattr(settings, "LONGARM_RECEIPT_COST", LEAST, raising=False)
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    amal = returns.holder_of(submit(Report(language="ar", words="يهددني", child="no")).token)
    add_member(people.basma, amal.case, join(people.basma, "Huda", "counsel").user)
    join(people.basma, "Adam", "admin")
    task = add_task(people.basma, amal.case, "Call")
    return Things(str(amal.case), str(amal.channel), str(task))


Act = Callable[[Client, Things], HttpResponse]
ACTS: dict[str, Act] = {
    "inbox": lambda c, _: c.get("/desk/cases/?show=waiting"),
    "search": lambda c, _: c.post("/desk/search/", {"words": "احمد"}),
    "today": lambda c, _: c.get("/desk/today/?whose=team"),
    "rules": lambda c, _: c.get("/desk/rules/"),
    "change rules": lambda c, _: c.post("/desk/rules/", {"first": 30, "second": 45, "answer": 90, "zone": "Africa/Cairo"}),
    "talk": lambda c, t: c.get(f"/desk/cases/{t.case}/talk/"),
    "answer": lambda c, t: c.post(f"/desk/channels/{t.channel}/answer/", {"text": "نعم", "send": "yes"}),
    "status": lambda c, t: c.post(f"/desk/channels/{t.channel}/status/", {"standing": "working"}),
    "claim": lambda c, t: c.post(f"/desk/cases/{t.case}/claim/", {"do": "claim"}),
    "give back": lambda c, t: c.post(f"/desk/cases/{t.case}/claim/", {"do": "back"}),
    "hand over": lambda c, t: c.post(f"/desk/cases/{t.case}/claim/", {"do": "hand", "to": NOBODY}),
    "danger": lambda c, t: c.post(f"/desk/cases/{t.case}/claim/", {"do": "danger"}),
    "invite": lambda c, t: c.post(f"/desk/cases/{t.case}/invite/", {"about": "the school", "do": "invite"}),
    "end invitation": lambda c, t: c.post(f"/desk/cases/{t.case}/invite/", {"channel": NOBODY, "do": "end"}),
    "settle": lambda c, t: c.post(f"/desk/cases/{t.case}/settle/"),
    "take in": lambda c, t: c.post(f"/desk/cases/{t.case}/take-in/"),
    "note": lambda c, t: c.post(f"/desk/cases/{t.case}/notes/", {"text": "seen"}),
    "add task": lambda c, t: c.post(f"/desk/cases/{t.case}/tasks/", {"text": "Call again", "due_on": "2027-01-01"}),
    "task done": lambda c, t: c.post(f"/desk/tasks/{t.task}/", {"do": "done"}),
    "close": lambda c, t: c.post(f"/desk/cases/{t.case}/close/", {"do": "close", "outcome": "advised"}),
    "reopen": lambda c, t: c.post(f"/desk/cases/{t.case}/close/", {"do": "reopen"}),
}
OPEN = {"inbox": 200, "search": 200, "today": 200}
READS = {"rules", "talk"}
RULES = {"rules", "change rules"}
OF_CASE = set(ACTS) - set(OPEN) - RULES
TEAM = {**dict.fromkeys(ACTS, 302), **OPEN, "rules": 200, "change rules": 200, "talk": 200, "invite": 200}
TEAM |= dict.fromkeys(("hand over", "end invitation"), 404)
# A colleague outside the team, an organisation elsewhere: not found, whatever is tried.
COLLEAGUE = {**dict.fromkeys(OF_CASE, 404), **OPEN, **dict.fromkeys(RULES, 403)}
ELSEWHERE = {**COLLEAGUE, **dict.fromkeys(RULES, 200)}  # its own
# Counsel reads and notes; auditors and pure administrators hold no key and work no case.
NO_WORK = {**dict.fromkeys(OF_CASE, 403), **OPEN, "talk": 404}
COUNSEL = {**NO_WORK, **dict.fromkeys(RULES, 403), "talk": 200, "note": 302}
AUDITOR = {**NO_WORK, **dict.fromkeys(RULES, 403)}
ADMIN = {**NO_WORK, **dict.fromkeys(RULES, 200)}
STRANGER = {name: 302 if name in {"inbox", "today"} | READS else 401 for name in ACTS}
PEOPLE = {
    "Basma": TEAM, "Rana": COLLEAGUE, "Karim": ELSEWHERE, "Huda": COUNSEL, "Dina": AUDITOR, "Adam": ADMIN, "": STRANGER,
}  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_who_may_do_what(things: Things, enter, person: str) -> None:  # type: ignore[no-untyped-def]
    client = enter(person) if person else Client()
    found = {name: act(client, things).status_code for name, act in ACTS.items()}
    assert found == PEOPLE[person]


def test_what_others_tried_has_changed_nothing(things: Things, people, enter) -> None:  # type: ignore[no-untyped-def]
    before = (Letter.objects.count(), Note.objects.count(), Task.objects.count())
    for person in ("Rana", "Karim", "Dina", "Adam", ""):
        client = enter(person) if person else Client()
        for name in OF_CASE:
            ACTS[name](client, things)
    row = Case.objects.get(id=things.case)
    assert (row.stage, row.claimed_by_id, row.asked_at is not None) == ("received", None, True)
    assert (Letter.objects.count(), Note.objects.count(), Task.objects.count()) == before
    assert Task.objects.get(id=things.task).done_at is None
    assert Letter.objects.filter(read_at=None).count() == 1


@pytest.mark.parametrize("act", sorted(OF_CASE))
def test_what_does_not_exist_sounds_like_what_is_not_theirs(people, enter, act: str) -> None:  # type: ignore[no-untyped-def]
    assert ACTS[act](enter("Basma"), Things(NOBODY, NOBODY, NOBODY)).status_code == 404


WRONG = ("cases/{case}/claim/", "cases/{case}/settle/", "cases/{case}/take-in/", "cases/{case}/notes/", "cases/{case}/tasks/")
WRONG += (
    "cases/{case}/invite/",
    "cases/{case}/close/",
    "channels/{channel}/answer/",
    "channels/{channel}/status/",
    "tasks/{task}/",
)


def test_nothing_is_changed_by_an_address_alone(things: Things, enter) -> None:  # type: ignore[no-untyped-def]
    client = enter("Basma")
    for address in WRONG:
        assert client.get(f"/desk/{address.format(**things._asdict())}").status_code == 405
    assert client.post(f"/desk/cases/{things.case}/talk/").status_code == 405


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


def _users(people):  # type: ignore[no-untyped-def]
    from longarm.casework.organisations import colleagues

    return [(one.id, one.name) for one in colleagues(people.basma)]
