"""Amal writes, Basma answers, and each reads what the other said; files come in as exhibits; all that may be seen is found."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from django.conf import settings
from django.utils import timezone

from longarm.casework.cases import open_case
from longarm.casework.day import search
from longarm.casework.day.claims import set_urgent
from longarm.casework.day.closing import close_case
from longarm.casework.day.conversation import answer, of_case, set_status, settle
from longarm.casework.day.folding import digits, folded
from longarm.casework.day.inbox import inbox
from longarm.casework.day.notes import add_note
from longarm.casework.day.sentences import ready, warned
from longarm.casework.intake import giving, holder, returns
from longarm.casework.intake.submit import submit
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.people.visits import sign_in, sign_out
from longarm.casework.proof import deliveries
from longarm.casework.proof.custody import lines
from longarm.casework.proof.deliveries import take_in
from longarm.casework.proof.exhibits import exhibit_for, list_exhibits, source_of
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case, Letter, Record
from people import AMAL, PASSPHRASE, People, everybody, join

pytestmark = pytest.mark.django_db
WISHES = Wishes(how="call", hours="after 14:00", code_word="lemon")


class Told(NamedTuple):
    people: People
    case: UUID
    amal: returns.Holder


@pytest.fixture(autouse=True)
def _cheap_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LONGARM_RECEIPT_COST", LEAST, raising=False)
    search._memories.clear()


@pytest.fixture
def told(db: None, monkeypatch: pytest.MonkeyPatch) -> Told:
    """Amal has told Resist what happened; Basma is on intake."""
    people = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    report = Report(language="ar", words="يهددني من الرقم 0100 000 0017", child="no", consents=("contact",), wishes=WISHES)
    amal = returns.holder_of(submit(report).token)
    return Told(people, amal.case, amal)


def test_an_answer_is_read_by_amal_and_ends_the_wait(told: Told) -> None:
    basma = told.people.basma
    [line] = inbox(basma, timezone.now()).lines
    assert (line.stage, line.letters, line.wait is not None) == ("received", 1, True)
    [thread] = of_case(basma, told.case)
    assert (thread.wishes, thread.unread, thread.letters[0].body.text) == (WISHES, 1, "يهددني من الرقم 0100 000 0017")
    answer(basma, thread.id, "القرار لك في كل خطوة.")
    set_status(basma, thread.id, "working", "نسأل الشركة")
    [line] = inbox(basma, timezone.now(), "mine").lines
    assert (line.wait, line.stage, line.letters) == (None, "open", 0)
    page = holder.page(told.amal)
    assert page.letters[-1].body.text == "القرار لك في كل خطوة."
    assert page.status is not None
    assert (page.status.standing, page.status.words) == ("working", "نسأل الشركة")
    [thread] = of_case(basma, told.case)
    assert thread.letters[-1].read_at is not None
    holder.write(told.amal, "شكرًا")
    assert Case.objects.get(id=told.case).asked_at is not None
    settle(basma, told.case)
    assert inbox(basma, timezone.now()).counts["waiting"] == 0


def test_nobody_else_reads_or_answers_and_nobody_answers_who_has_withdrawn(told: Told) -> None:
    people, before = told.people, Letter.objects.count()
    for stranger in (people.rana, people.karim):
        with pytest.raises(NotFound):
            of_case(stranger, told.case)
        with pytest.raises(NotFound):
            answer(stranger, told.amal.channel, "x")
    with pytest.raises(NotAllowed):
        answer(people.dina, told.amal.channel, "x")
    counsel = join(people.basma, "Huda", "counsel")
    add_member(people.basma, told.case, counsel.user)
    assert of_case(counsel, told.case)
    with pytest.raises(NotAllowed):
        answer(counsel, told.amal.channel, "x")
    with pytest.raises(BadInput):
        answer(people.basma, told.amal.channel, "  ")
    assert Letter.objects.count() == before
    holder.withdraw(told.amal)
    with pytest.raises(Conflict):
        answer(people.basma, told.amal.channel, "x")
    settle(people.basma, told.case)


def test_while_another_channel_waits_the_case_waits(told: Told) -> None:
    from longarm.casework.intake.invitations import invite

    basma = told.people.basma
    school = returns.holder_of(returns.enter(invite(basma, told.case, "recipient", "the school", "en")))
    holder.write(school, "A letter came to the school.")
    answer(basma, told.amal.channel, "نعم")
    assert Case.objects.get(id=told.case).asked_at == Letter.objects.get(channel=school.channel).made_at
    answer(basma, school.channel, "Thank you.")
    assert Case.objects.get(id=told.case).asked_at is None


def test_who_writes_to_a_closed_case_is_heard(told: Told) -> None:
    basma = told.people.basma
    close_case(basma, told.case, "stopped")
    set_urgent(basma, told.case, True)
    holder.write(told.amal, "عاد يهددني")
    [line] = inbox(basma, timezone.now(), "waiting").lines
    assert (line.stage, line.letters, line.urgent) == ("open", 2, True)
    set_urgent(basma, told.case, False)
    assert inbox(basma, timezone.now()).counts["urgent"] == 0


def test_what_amal_gave_becomes_an_exhibit_byte_for_byte(told: Told) -> None:
    basma, data = told.people.basma, bytes(range(256)) * 900
    upload = giving.begin(told.amal, "محادثة.txt", len(data))
    assert take_in(basma, told.case) == ()  # still on its way
    giving.receive(told.amal, upload, 0, data)
    giving.finish(told.amal, upload)
    assert inbox(basma, timezone.now()).lines[0].files == 1
    with pytest.raises(NotAllowed):
        take_in(told.people.dina, told.case)
    Case.objects.update(child=True)  # known only after the file had come
    with pytest.raises(NotAllowed):
        take_in(basma, told.case)
    Case.objects.update(child=False)
    [exhibit] = take_in(basma, told.case)
    assert take_in(basma, told.case) == ()
    assert deliveries.take_one(basma, told.case, upload) is None  # somebody else was faster
    opened, row = exhibit_for(basma, exhibit)
    assert source_of(opened, row).open().read() == data
    [view] = list_exhibits(basma, told.case)
    assert (view.about.name, view.about.received_from, view.about.received_how) == ("محادثة.txt", "complainant", "intake")
    assert view.about.sha256 == hashlib.sha256(data).hexdigest()
    assert len(lines(opened)) == 1
    add_member(basma, told.case, told.people.rana.user)
    remove_member(basma, told.case, told.people.rana.user)  # the keys change; the file stays readable
    opened, row = exhibit_for(basma, exhibit)
    assert source_of(opened, row).open().read() == data
    assert holder.page(told.amal).uploads[0].state == "taken"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("لا تَقلَقي، لن تُنشر الصور", {"blame", "promise"}),
        ("Why did you send it? CALM DOWN.", {"blame"}),
        ("Nous vous promettons que personne ne saura", {"promise"}),
        ("احمد", set()),
        ("هذه جريمة، والذنب ذنب من يهددك، لا ذنبك.", set()),
    ],
)
def test_an_answer_is_looked_through_for_what_must_never_be_said(text: str, kinds: set[str]) -> None:
    assert {one.kind for one in warned(text)} == kinds


def test_what_is_ready_to_be_said_never_warns() -> None:
    for one in ready():
        assert not [said for said in (one.ar, one.en, one.fr) if warned(said)], one.id


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("أَحْمَد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("مصطفى", "مصطفي"),
        ("مـــحمد", "محمد"),
        ("مسؤول", "مسوول"),
        ("عبد الله", "عبدالله"),
        ("٠١٠", "010"),
        ("۰۹۱", "091"),
        ("Élodie", "elodie"),
        ("ÇAĞLA", "cagla"),
    ],
)
def test_what_is_written_differently_and_means_alike_is_one(written: str, asked: str) -> None:
    assert folded(written) == folded(asked)


def test_a_number_is_found_in_any_form(told: Told) -> None:
    basma = told.people.basma
    other = open_case(basma, AMAL).id  # +218910000017
    for words in ("0100 000 0017", "٠١٠٠٠٠٠٠٠١٧", "100-000-0017"):
        assert [hit.case for hit in search.search(basma, words).hits] == [told.case], words
    for words in ("+218 91 000 0017", "00218910000017", "0910000017", "amal 910000017"):
        assert [hit.case for hit in search.search(basma, words).hits] == [other], words
    assert digits("٠٠٢٠١") == "201"


def test_search_finds_what_may_be_seen_and_nothing_else(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_FRESH", 0.0)
    basma, rana = told.people.basma, told.people.rana
    case = open_case(basma, AMAL.replace("alias: Amal", "alias: أحمد")).id
    assert [hit.called for hit in search.search(basma, "احمد").hits] == ["أحمد"]
    assert search.search(rana, "احمد").total == 0
    add_note(basma, case, "Called the embassy")
    assert [hit.where for hit in search.search(basma, "embassy").hits] == [("note",)]
    assert [hit.where for hit in search.search(basma, "يهددني").hits] == [("account", "letter")]
    add_member(basma, case, rana.user)
    assert len(search.search(rana, "embassy").hits) == 1
    remove_member(basma, case, rana.user)
    assert search.search(rana, "embassy") == search.Found((), False, 0, 0)
    assert not search._memories[rana.user].entries
    for nothing in ("", "  ", "x" * 201):
        with pytest.raises(BadInput):
            search.search(basma, nothing)
    said = [bytes(row.line_sealed) for row in Record.objects.all()]
    assert not [line for line in said if b"embassy" in line]


def test_the_memory_of_a_search_ends_with_the_visit_and_by_itself(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = sign_in("Basma", PASSPHRASE).cookie
    search.search(told.people.basma, "x")
    assert told.people.basma.user in search._memories
    sign_out(cookie)
    assert not search._memories
    search.search(told.people.basma, "x")
    monkeypatch.setattr(search, "IDLE", -1)
    search.forget_idle()
    assert not search._memories


def test_a_large_number_of_cases_is_read_in_portions(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_BATCH", 1)
    basma = told.people.basma
    open_case(basma, AMAL)
    first = search.search(basma, "amal", seconds=0)
    assert (first.read, first.total) == (1, 2)
    assert search.search(basma, "amal", seconds=0).read == 2


def test_a_page_that_renews_itself_is_no_use_of_the_visit(told: Told) -> None:
    from longarm.casework.people.visits import actor_of
    from longarm.store.models import Session

    cookie = sign_in("Basma", PASSPHRASE).cookie
    past = timezone.now() - timedelta(minutes=30)
    Session.objects.update(seen_at=past)
    actor_of(cookie, used=False)
    assert set(Session.objects.values_list("seen_at", flat=True)) == {past}
    actor_of(cookie)
    assert past != Session.objects.latest("seen_at").seen_at
