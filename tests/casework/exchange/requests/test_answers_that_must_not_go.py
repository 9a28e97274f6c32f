"""A hostile look at requests: an answer that tells of another case, goes against her no, or was not what a second person agreed
to; a bundle that is not what was promised; a day out of this world."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pypdf
import pytest
from django.conf import settings
from elsewhere import AGREED, CASE, Elsewhere, here, names_in, new_case, now, wanted
from test_asking import _decrypted, by_the_intake

from longarm.case.file import parse_case
from longarm.casework.audit import read_record
from longarm.casework.case_keys import open_for
from longarm.casework.cases import save_case
from longarm.casework.day import approvals
from longarm.casework.day.joining import merge
from longarm.casework.exchange.requests import acting, agreement, carrying, courier, package, showing
from longarm.casework.exchange.requests.drafting import draft, send
from longarm.casework.exchange.requests.looking import look
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.intake import holder, returns
from longarm.casework.node import node
from longarm.casework.people.team import add_member
from longarm.casework.proof import papers
from longarm.casework.proof.exhibits import Receiving, add_exhibit, list_exhibits
from longarm.casework.proof.withheld import Known, withhold
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import Rules, change_rules
from longarm.errors import BadInput
from longarm.exchange.card import Card
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import Said
from longarm.store.models import Attachment, Outgoing, Request
from people import People, everybody

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    found = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(found.basma.organisation), raising=False)
    here(found.basma)
    return found


def asked_by(tripoli: Elsewhere, people: People) -> UUID:
    request, letter = tripoli.asks()
    take(letter, now())
    look(people.basma, request)
    return request


def case_of(request: UUID) -> UUID:
    return Request.objects.values_list("case_id", flat=True).get(id=request)


def exhibit(people: People, case: UUID, text: bytes = b"kept") -> UUID:
    return add_exhibit(people.basma, case, io.BytesIO(text), "a.txt")


def test_an_answer_tells_nothing_of_the_woman_in_the_case_it_was_joined_to(people: People) -> None:
    """After a hit their request is joined to a case of ours. Its bundle holds what they sent, and nothing of her."""
    tripoli = Elsewhere(people.basma)
    request = asked_by(tripoli, people)
    ours = new_case(people.basma, CASE.replace("mark-alias-gaur", "mark-alias-nyala"))
    merge(people.basma, ours, case_of(request))
    assert case_of(request) == ours
    acting.act(people.basma, request, "answer", "the line is a shop's", exhibits=(exhibit(people, ours),))
    courier.deliver(tripoli.send)
    [file] = tripoli.got[-1].files
    data = _decrypted(file, bytes(tripoli.pieces[file.name]))
    assert names_in(data)
    assert b"mark-alias-nyala" not in data


def test_a_reply_tells_no_more_of_her_than_the_request_did(people: People) -> None:
    """What went was minimised for a path and its dangers, and looked at; a reply does not bring the rest of the case after."""
    tripoli = Elsewhere(people.basma)
    case = new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    take(tripoli.says(request, 1, "verify"), now())
    later = CASE.replace("mark-alias-gaur", "mark-alias-nyala").replace("id: e1", "id: mark-event")
    save_case(people.basma, case, parse_case(later, "case").case, 1)
    acting.act(people.basma, request, "reply", "this too", exhibits=(exhibit(people, case),))
    courier.deliver(tripoli.send)
    [file] = tripoli.got[-1].files
    data = _decrypted(file, bytes(tripoli.pieces[file.name]))
    assert b"mark-alias-nyala" not in data
    assert b"mark-event" not in data


def test_after_her_no_nothing_more_is_told_on_a_request_of_hers(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    tripoli = Elsewhere(people.basma)
    case, token = by_the_intake(people, monkeypatch, "contact", "authorities")
    request = draft(people.basma, case, wanted(tripoli, agreed=""))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    holder.take_back(returns.holder_of(token), "authorities")
    for more in ({}, {"exhibits": (exhibit(people, case),)}):
        with pytest.raises(BadInput, match="did not allow"):
            acting.act(people.basma, request, "reply", "more of her", **more)
    assert len(tripoli.got) == 1
    take(tripoli.says(request, 1, "verify"), now())
    take(tripoli.says(request, 2, "answer", "the line is a shop's"), now())
    assert showing.read_request(people.basma, request, now().date()).line.state == "answered", "their answer is still heard"
    acting.act(people.basma, request, "close")


def test_her_no_in_the_file_is_a_no_whatever_a_colleague_writes(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    case = new_case(people.basma, CASE.replace("nationality: [EG]", 'nationality: [EG], consents: {authorities: "no"}', 1))
    with pytest.raises(BadInput, match="did not allow"):
        draft(people.basma, case, wanted(tripoli, agreed=AGREED))


@pytest.mark.parametrize("what", ["her no", "withheld"])
def test_what_is_said_while_exhibits_are_sealed_counts(people: People, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    tripoli = Elsewhere(people.basma)
    case, token = by_the_intake(people, monkeypatch, "contact", "authorities")
    chosen = exhibit(people, case)
    request = draft(people.basma, case, wanted(tripoli, agreed="", exhibits=(chosen,)))
    meanwhile: list[Callable[[], Any]] = [
        (lambda: holder.take_back(returns.holder_of(token), "authorities"))
        if what == "her no"
        else (lambda: withhold(people.basma, chosen, Known(where="his account", how="she told us")))
    ]
    pack = package.pack

    def slowly(*given: Any) -> package.Packed:
        made = pack(*given)
        while meanwhile:
            meanwhile.pop()()
        return made

    monkeypatch.setattr(package, "pack", slowly)
    before = _files()
    with pytest.raises(BadInput):
        send(people.basma, request)
    assert not Outgoing.objects.exists()
    assert not Attachment.objects.exists()
    assert _files() <= before, "what was sealed is gone again"


def _files() -> set[Path]:
    return {path for path in node().vault.rglob("*") if path.is_file()}


def test_who_agreed_to_one_exhibit_agreed_to_no_other(people: People) -> None:
    change_rules(people.basma, Rules(organisation_kind="judicial", two_for=frozenset({"export"})))
    tripoli = Elsewhere(people.basma)
    request = asked_by(tripoli, people)
    case = case_of(request)
    add_member(people.basma, case, people.rana.user)
    one, other = exhibit(people, case), exhibit(people, case, b"another")
    with pytest.raises(BadInput):
        agreement.ask_to_answer_with(people.basma, request, (), "E0001")
    agreement.ask_to_answer_with(people.basma, request, (one,), "E0001 answers it")
    [question] = agreement.agreement_on(people.rana, request).questions
    assert question.exhibits == ((one, "E0001"),), "who agrees sees which"
    approvals.answer(people.rana, question.id, agreed=True)
    for wrong in ((other,), (one, other)):
        with pytest.raises(NotAllowed):
            acting.act(people.basma, request, "answer", "here", exhibits=wrong)
    assert not Attachment.objects.exists()
    acting.act(people.basma, request, "answer_part", "here", exhibits=(one,))
    with pytest.raises(NotAllowed):
        acting.act(people.basma, request, "answer", "again", exhibits=(one,))
    with pytest.raises(NotFound):
        approvals.ask(people.basma, case, "export", "why", request, exhibits=(request,))


def test_who_agreed_to_a_draft_agreed_to_no_answer(people: People) -> None:
    change_rules(people.basma, Rules(organisation_kind="judicial", two_for=frozenset({"export"})))
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    add_member(people.basma, case, people.rana.user)
    chosen = exhibit(people, case)
    request = draft(people.basma, case, wanted(tripoli, exhibits=(chosen,)))
    for _ in range(2):
        approvals.ask(people.basma, case, "export", "to Tripoli", request)
    for row in approvals.approvals_of(open_for(people.rana, case)):
        approvals.answer(people.rana, row.id, agreed=True)
    send(people.basma, request)
    with pytest.raises(NotAllowed):
        acting.act(people.basma, request, "reply", "and all the rest", exhibits=(chosen,))


@pytest.mark.parametrize("how", ["more", "fewer", "twice", "a way out", "another bundle"])
def test_a_bundle_that_is_not_what_was_promised_is_not_opened(people: People, how: str) -> None:
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([b"one", b"two"])
    codes = {
        "more": ("E0001", "E0002", "E0003"), "fewer": ("E0001",), "twice": ("E0001", "E0001"),
        "a way out": ("E0001", "../../x"), "another bundle": file.exhibits,
    }  # fmt: skip
    file = msgspec.structs.replace(file, exhibits=codes[how])
    if how == "another bundle":
        file = msgspec.structs.replace(file, bundle_sha256=bytes(32))
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    tripoli.give(request, file, travels)
    assert look(people.basma, request) == ()
    view = showing.read_request(people.basma, request, now().date())
    assert (view.line.state, [one.state for one in view.files]) == ("received", ["unsound"])
    assert list_exhibits(people.basma, view.line.case) == ()


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(2126, 1, 1)])
def test_a_day_out_of_this_world_is_a_sentence(people: People, day: date) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    with pytest.raises(BadInput, match="day"):
        draft(people.basma, case, wanted(tripoli, answer_by=day))


@pytest.mark.parametrize("how", ["one use", "everything"])
def test_what_still_waits_when_she_says_no_does_not_go(people: People, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Sent in the morning to a node that is online one hour a day; at noon she takes it back."""
    tripoli = Elsewhere(people.basma)
    case, token = by_the_intake(people, monkeypatch, "contact", "authorities")
    request = draft(people.basma, case, wanted(tripoli, agreed="", exhibits=(exhibit(people, case),)))
    send(people.basma, request)
    tripoli.off = True
    courier.deliver(tripoli.send)
    if how == "one use":
        holder.take_back(returns.holder_of(token), "authorities")
    else:
        holder.withdraw(returns.holder_of(token))
    [file] = Attachment.objects.all()
    assert (file.state, bytes(file.file_sealed)) == ("destroyed", b"")
    tripoli.off = False
    courier.deliver(_without_the_request(tripoli))
    assert [step.what for step in tripoli.got] == [Said("withdraw")], "in case the first letter had arrived unnoticed"
    assert tripoli.pieces == {}
    view = showing.read_request(people.basma, request, now().date())
    assert (view.line.state, view.waits, view.line.refused) == ("withdrawn", False, "")
    assert "request-held-back" in [one.line.action for one in read_record(people.dina)]


def test_a_reply_that_waits_goes_without_its_words_and_its_bundle(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    tripoli = Elsewhere(people.basma)
    case, token = by_the_intake(people, monkeypatch, "contact", "authorities")
    request = draft(people.basma, case, wanted(tripoli, agreed=""))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    acting.act(people.basma, request, "reply", "her street", exhibits=(exhibit(people, case),))
    holder.take_back(returns.holder_of(token), "authorities")
    acting.act(people.basma, request, "withdraw")
    courier.deliver(tripoli.send)
    assert [(step.number, step.what) for step in tripoli.got[1:]] == [(2, Said("reply")), (3, Said("withdraw"))]
    assert tripoli.pieces == {}
    assert [step.files for step in tripoli.got] == [(), (), ()]


def test_a_request_withdrawn_before_it_left_does_not_leave(people: People, tmp_path: Path) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli, exhibits=(exhibit(people, case),)))
    send(people.basma, request)
    acting.act(people.basma, request, "withdraw")
    written = carrying.export(tmp_path, now())
    assert (written.letters, written.pieces) == (1, 0)
    courier.deliver(_without_the_request(tripoli))
    assert [step.what for step in tripoli.got] == [Said("withdraw")]
    assert not Outgoing.objects.filter(delivered_at=None).exists()


def _without_the_request(tripoli: Elsewhere) -> Callable[[Card, bytes], bytes]:
    """It reads what comes, and answers that it knows of no such request."""

    def send_to(card: Card, data: bytes) -> bytes:
        tripoli.send(card, data)
        raise Refused("unknown")

    return send_to


def test_no_part_of_a_files_name_goes_as_its_ending(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    chosen = add_exhibit(people.basma, case, io.BytesIO(b"words"), "picture of.mark-amal")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(chosen,)))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    [file] = tripoli.got[0].files
    assert b"mark-amal" not in _decrypted(file, bytes(tripoli.pieces[file.name]))


def test_a_printed_paper_to_another_state_names_no_file_and_no_helper(people: People) -> None:
    case = new_case(people.basma)
    add_exhibit(people.basma, case, io.BytesIO(b"words"), "mark-brother.txt", "mark-cousin")

    def paper(path: str | None) -> str:
        made = papers.draft_document(people.basma, case, "evidence-inventory", "en", now().date(), forum="EG", path=path)
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages)

    abroad = paper("preserve_data:EG:LY")
    assert "E0001.txt" in abroad
    assert "mark-" not in abroad
    assert "mark-brother" in paper(None), "at home an inventory names its files"


@pytest.mark.parametrize("how", ["two at once", "cut short"])
def test_what_came_becomes_exhibits_once_whoever_presses(people: People, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """Two colleagues press at the same moment, or the machine stops in the middle and somebody presses again."""
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([b"one", b"two"])
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    tripoli.give(request, file, travels)
    case, write, first = case_of(request), Receiving.write, [True]

    def interrupted(self: Receiving, data: bytes) -> int:
        if bytes(data) == b"two" and first:
            first.clear()
            if how == "cut short":
                raise OSError("the power is off")
            look(people.basma, request)
        return write(self, data)

    monkeypatch.setattr(Receiving, "write", interrupted)
    with pytest.raises(OSError if how == "cut short" else Conflict):
        look(people.basma, request)
    made = look(people.basma, request)
    assert [view.about.name for view in list_exhibits(people.basma, case)] == ["E0001.txt", "E0002.txt", "bundle-1.zip"]
    assert len(made) == (2 if how == "cut short" else 0), "both are still to be read, or the other one left them to be"
    assert showing.read_request(people.basma, request, now().date()).line.state == "verified"
