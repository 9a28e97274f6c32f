"""Checklists, refusals, two persons, joining, the notice, statements abroad: every act asked by everybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from nacl.public import PrivateKey

from longarm.casework import approvals, letters, statements
from longarm.casework.case_keys import field_of, open_for
from longarm.casework.cases import open_case
from longarm.casework.channels import make_channel
from longarm.casework.team import add_member
from longarm.store.models import Approval, Case, CaseContent, Channel, Letter, Notice, Step, Upload
from people import AMAL, join

pytestmark = pytest.mark.django_db
NOBODY = "00000000-0000-4000-8000-000000000000"
NOOR = "  - {id: noor, roles: [complainant], alias: Noor}\n"


class Things(NamedTuple):
    case: str
    other: str  # a second case of Basma's
    channel: str
    question: str
    notice: str
    statement: str
    officer: str


@pytest.fixture
def things(people) -> Things:  # type: ignore[no-untyped-def]
    """Two cases that Basma has, the first with Noura and Huda the counsel; Omar takes a statement, Sami is another officer."""
    basma = people.basma
    noura, huda = join(basma, "Noura", "caseworker"), join(basma, "Huda", "counsel")
    omar = join(basma, "Omar", "consular")
    join(basma, "Sami", "consular")
    join(basma, "Adam", "admin")
    case = open_case(basma, AMAL.replace("  - {id: suspect-1", NOOR + "  - {id: suspect-1")).id
    other = open_case(basma, AMAL.replace("0007", "0008")).id
    for member in (noura, huda):
        add_member(basma, case, member.user)
    opened = open_for(basma, case)
    channel = make_channel(opened, "complainant", bytes(PrivateKey.generate().public_key), lookup=b"l" * 32)
    letters.add(channel, letters.Body(text="me"))
    question = approvals.ask(noura, case, "export", "The court asked")
    notice = Notice(case_id=case, by_id=basma.user)
    notice.about_sealed = opened.seal(field_of(notice, "about_sealed"), _NOTICE)
    notice.save(force_insert=True)
    statement = statements.ask(basma, case, omar.user, "Ask Hana", "ar")
    return Things(*map(str, (case, other, channel.id, question, notice.id, statement, omar.user)))


_NOTICE = (
    b'{"asked":{"suspect":"suspect-1","complainant":"complainant","plan":"","preserved":"","authority":"","lawyer":"x",'
    b'"language":"en","reply_by":null},"version":1,"rests":[]}'
)
_ASKED = {"suspect": "suspect-1", "complainant": "complainant", "lawyer": "x", "plan": "y", "in": "en"}
_REFUSAL = {"by": "A station", "on": "2026", "reason": "no_law", "words": "", "version": "1"}


def _file(client: Client, things: Things) -> HttpResponse:
    return client.post(f"/desk/statements/{things.statement}/files/", {"files": SimpleUploadedFile("a.txt", b"a letter")})


Act = Callable[[Client, Things], HttpResponse]
ACTS: dict[str, Act] = {
    "refusals": lambda c, _: c.get("/desk/refusals/"),
    "steps": lambda c, t: c.get(f"/desk/cases/{t.case}/steps/"),
    "take step": lambda c, t: c.post(f"/desk/cases/{t.case}/steps/", {"list": "phone", "step": "number", "subject": "phone-1"}),
    "refusal": lambda c, t: c.post(f"/desk/cases/{t.case}/refusals/", _REFUSAL),
    "ask two": lambda c, t: c.post(f"/desk/cases/{t.case}/approvals/", {"act": "export", "reason": "why"}),
    "answer two": lambda c, t: c.post(f"/desk/approvals/{t.question}/", {"agreed": "no"}),
    "merge page": lambda c, t: c.get(f"/desk/cases/{t.case}/merge/?other={t.other}"),
    "merge look": lambda c, t: c.post(f"/desk/cases/{t.case}/merge/", {"other": t.other, "do": "look"}),
    "split page": lambda c, t: c.get(f"/desk/cases/{t.case}/split/"),
    "move page": lambda c, t: c.get(f"/desk/channels/{t.channel}/move/"),
    "gate": lambda c, t: c.get(f"/desk/cases/{t.case}/notice/"),
    "prepare": lambda c, t: c.post(f"/desk/cases/{t.case}/notice/", _ASKED),
    "notice": lambda c, t: c.post(f"/desk/notices/{t.notice}/", {"do": "make"}),
    "team statements": lambda c, t: c.get(f"/desk/cases/{t.case}/statements/"),
    "ask statement": lambda c, t: c.post(f"/desk/cases/{t.case}/statements/", {"to": t.officer, "text": "Ask", "in": "ar"}),
    "ask more": lambda c, t: c.post(f"/desk/channels/{t.statement}/statement/", {"do": "more", "text": "Which day?"}),
    "my statements": lambda c, _: c.get("/desk/statements/"),
    "statement": lambda c, t: c.get(f"/desk/statements/{t.statement}/"),
    "give statement": lambda c, t: c.post(f"/desk/statements/{t.statement}/", {"text": "She said"}),
    "give file": _file,
    # what ends something, last
    "move": lambda c, t: c.post(f"/desk/channels/{t.channel}/move/", {"other": t.other, "do": "move"}),
    "split": lambda c, t: c.post(f"/desk/cases/{t.case}/split/", {"person": "noor", "reference": "N-1", "do": "split"}),
    "close statement": lambda c, t: c.post(f"/desk/channels/{t.statement}/statement/", {"do": "close"}),
    "merge": lambda c, t: c.post(f"/desk/cases/{t.case}/merge/", {"other": t.other, "do": "merge"}),
}
OF_OFFICER = {"my statements", "statement", "give statement", "give file"}
READS = {"steps", "team statements"}  # of a case: counsel reads them too
OF_CASE = set(ACTS) - OF_OFFICER - {"refusals"}
GETS = {"refusals", "steps", "merge page", "split page", "move page", "gate", "team statements", "my statements", "statement"}
DONE = {**dict.fromkeys(ACTS, 302), **dict.fromkeys(GETS | {"merge look"}, 200)}
# Basma does all that is the team's; nothing of hers is sealed and he is not known, so there is no notice.
TEAM = {**DONE, **dict.fromkeys(OF_OFFICER, 403), "prepare": 409, "notice": 409}
COLLEAGUE = {**dict.fromkeys(OF_CASE, 404), **dict.fromkeys(OF_OFFICER, 403), "refusals": 200}
NO_WORK = {**dict.fromkeys(OF_CASE, 403), **dict.fromkeys(READS, 404), **dict.fromkeys(OF_OFFICER, 403), "refusals": 200}
COUNSEL = {**NO_WORK, **dict.fromkeys(READS, 200)}
OFFICER = {**NO_WORK, **{name: DONE[name] for name in OF_OFFICER}}
OTHER_OFFICER = {**OFFICER, **dict.fromkeys(OF_OFFICER - {"my statements"}, 404)}
STRANGER = {name: 302 if name in GETS else 401 for name in ACTS}
PEOPLE = {
    "Basma": TEAM, "Rana": COLLEAGUE, "Karim": COLLEAGUE, "Huda": COUNSEL, "Dina": NO_WORK, "Adam": NO_WORK, "Omar": OFFICER,
    "Sami": OTHER_OFFICER, "": STRANGER,
}  # fmt: skip


@pytest.mark.parametrize("person", PEOPLE)
def test_who_may_do_what(things: Things, enter, person: str) -> None:  # type: ignore[no-untyped-def]
    client = enter(person) if person else Client()
    found = {name: act(client, things).status_code for name, act in ACTS.items()}
    assert found == PEOPLE[person]


def test_what_others_tried_has_changed_nothing(things: Things, enter) -> None:  # type: ignore[no-untyped-def]
    counted = (CaseContent, Channel, Letter, Notice, Step, Upload, Approval, Case)
    before = [model.objects.count() for model in counted]
    for person in ("Rana", "Karim", "Huda", "Dina", "Adam", "Sami", ""):
        client = enter(person) if person else Client()
        for act in ACTS.values():
            act(client, things)
    assert [model.objects.count() for model in counted] == before
    assert {row.stage for row in Case.objects.all()} == {"open"}
    assert Approval.objects.get().answered_at is None
    assert set(Channel.objects.values_list("state", flat=True)) == {"open"}


def test_what_does_not_exist_sounds_like_what_is_not_theirs(things: Things, enter) -> None:  # type: ignore[no-untyped-def]
    """The same status and the same sentence, for the team of another case as for what there is none of."""
    nothing, rana, officer = Things(*[NOBODY] * 7), enter("Rana"), enter("Sami")
    for name in OF_CASE:
        missing, foreign = ACTS[name](rana, nothing), ACTS[name](rana, things)
        assert (missing.status_code, foreign.status_code) == (404, 404), name
        assert _said(missing) == _said(foreign), name
    for name in OF_OFFICER - {"my statements"}:
        missing, foreign = ACTS[name](officer, nothing), ACTS[name](officer, things)
        assert (missing.status_code, _said(missing)) == (404, _said(foreign)), name


def _said(answer: HttpResponse) -> str:
    return answer.content.decode().partition("<main")[2].replace(NOBODY, "")


ONLY_POST = (
    "cases/{case}/refusals/", "cases/{case}/approvals/", "approvals/{question}/", "notices/{notice}/",
    "channels/{statement}/statement/", "statements/{statement}/files/",
)  # fmt: skip


def test_nothing_is_changed_by_an_address_alone(things: Things, enter) -> None:  # type: ignore[no-untyped-def]
    client, officer = enter("Basma"), enter("Omar")
    for address in ONLY_POST:
        who = officer if address.startswith("statements") else client
        assert who.get(f"/desk/{address.format(**things._asdict())}").status_code == 405, address
