"""Basma's node asks a node of Libya: what goes, what stays, what is written down on the way, until it has arrived."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from django.conf import settings
from elsewhere import AGREED, CASE, PATH, Elsewhere, here, names_in, new_case, now, wanted

from longarm.case.file import parse_case
from longarm.casework.audit import read_record
from longarm.casework.cases import read_case, save_case
from longarm.casework.exchange.figures import counting
from longarm.casework.exchange.members import cut_off
from longarm.casework.exchange.requests import acting, courier, showing
from longarm.casework.exchange.requests.drafting import Wanted, draft, send
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.exchange.requests.upkeep import end_requests
from longarm.casework.intake import holder, returns
from longarm.casework.intake.submit import submit
from longarm.casework.life.deletion import delete_case
from longarm.casework.node import node
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import Ask, Said
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.keys import stream
from longarm.store.models import Attachment, Outgoing, Request
from longarm.store.vault import bound
from people import People, everybody

pytestmark = pytest.mark.django_db
PHOTO = b"\xff\xd8\xff\xe0" + bytes(90)


@pytest.fixture
def people(db: None) -> People:
    found = everybody()
    here(found.basma)
    return found


def state(people: People, request: Any) -> str:
    return showing.read_request(people.basma, request, now().date()).line.state


def test_a_request_goes_is_answered_and_closed(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    assert state(people, request) == "drafted"
    assert not Outgoing.objects.exists(), "nothing leaves with a draft"
    send(people.basma, request)
    assert courier.deliver(tripoli.send) == courier.Delivered(letters=1)
    assert state(people, request) == "received"
    [step] = tripoli.got
    assert isinstance(step.what, Ask)
    assert step.what.basis.path == PATH
    assert step.what.words == "mark-words-oryx: who is this?"
    assert b"mark-alias-gaur" in step.what.case, "an alias goes where nothing endangers her there"

    take(tripoli.says(request, 1, "verify"), now())
    take(tripoli.says(request, 2, "ask_back", "which day?"), now())
    line = showing.read_request(people.basma, request, now().date()).line
    assert (line.state, line.unseen) == ("verified", True)
    acting.act(people.basma, request, "reply", "30 October")
    courier.deliver(tripoli.send)
    assert tripoli.got[-1].what == Said("reply", "30 October")
    take(tripoli.says(request, 3, "answer", "mark-answer: the line is registered to a shop"), now())
    view = showing.read_request(people.basma, request, now().date())
    assert view.line.state == "answered"
    assert [(turn.ours, turn.act) for turn in view.turns] == [
        (True, "send"), (False, "verify"), (False, "ask_back"), (True, "reply"), (False, "answer"),
    ]  # fmt: skip
    acting.act(people.basma, request, "close")
    assert state(people, request) == "closed"
    assert not Outgoing.objects.filter(delivered_at=None).exists(), "how we file it is nobody's business"
    [figure] = counting.own(people.basma.organisation)
    assert (figure.requested, figure.measure, figure.result) == ("LY", "identify", "answered")
    acts = [one.line.action for one in read_record(people.dina)]
    for act in ("request-drafted", "request-sent", "request-delivered", "request-letter", "request-act"):
        assert act in acts


def test_only_the_chosen_exhibits_go_under_their_numbers_and_nothing_else_of_the_case(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    chosen = add_exhibit(people.basma, case, io.BytesIO(PHOTO), "mark-name-of-her-brother.jpg", "mark-given-by-a-cousin")
    add_exhibit(people.basma, case, io.BytesIO(b"mark-private"), "other.txt")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(chosen,)))
    view = showing.read_request(people.basma, request, now().date())
    assert view.about.ask.left_out["exhibits"] == 1
    assert view.about.ask.left_out["custody"] == 1
    send(people.basma, request)
    assert courier.deliver(tripoli.send) == courier.Delivered(letters=1, pieces=1)
    [file] = tripoli.got[0].files
    data = _decrypted(file, bytes(tripoli.pieces[file.name]))
    assert [name for name in names_in(data) if "original" in name] == ["R-" + request.hex[:8].upper() + _original()]
    assert b"mark-" not in data.replace(b"mark-alias-gaur", b"")
    assert [(one.ours, one.arrived == one.stored) for one in showing.read_request(people.basma, request, now().date()).files] == [
        (True, True)
    ]


def test_without_her_consent_nothing_is_even_drafted(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    with pytest.raises(BadInput, match="how and when"):
        draft(people.basma, case, wanted(tripoli, agreed=""))
    assert not Request.objects.exists()


def test_her_no_is_final_and_what_goes_is_told_to_her(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    tripoli = Elsewhere(people.basma)
    no, _ = by_the_intake(people, monkeypatch, "contact")
    with pytest.raises(BadInput, match="did not allow"):
        draft(people.basma, no, wanted(tripoli))
    yes, token = by_the_intake(people, monkeypatch, "contact", "authorities")
    request = draft(people.basma, yes, wanted(tripoli, agreed=""))
    send(people.basma, request)
    told = [one.body.notice for one in holder.page(returns.holder_of(token)).letters]
    assert told[-1] == "passed_on"
    quiet = draft(people.basma, yes, wanted(tripoli, agreed="", tell=False))
    send(people.basma, quiet)
    assert len(holder.page(returns.holder_of(token)).letters) == len(told), "where a look at her telephone would be a danger"
    holder.withdraw(returns.holder_of(token))
    with pytest.raises(BadInput, match="did not allow"):
        draft(people.basma, yes, wanted(tripoli, agreed=AGREED))


def by_the_intake(people: People, monkeypatch: pytest.MonkeyPatch, *consents: Any) -> tuple[UUID, str]:
    """A case that came through the intake, completed by its caseworker."""
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    _, token = submit(Report(language="ar", words="he threatens", child="no", wishes=Wishes(), consents=consents))
    case = returns.holder_of(token).case
    found = read_case(people.basma, case)
    file = msgspec.structs.replace(parse_case(CASE, "case").case, reference=found.case.reference)
    save_case(people.basma, case, file, found.version)
    return case, token


def test_nothing_of_a_child_and_nothing_withheld_goes(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    held = add_exhibit(people.basma, case, io.BytesIO(PHOTO), "a.jpg")
    other = add_exhibit(people.basma, case, io.BytesIO(b"words"), "b.txt")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(held,)))
    withhold(people.basma, held, Known(where="in the chat", how="her words"))
    with pytest.raises(NotAllowed, match="child"):
        send(people.basma, request)
    with pytest.raises(NotAllowed, match="child"):
        draft(people.basma, case, wanted(tripoli, exhibits=(other,)))
    words = draft(people.basma, case, wanted(tripoli))
    assert showing.read_request(people.basma, words, now().date()).about.ask.left_out["child"] == 1
    assert state(people, request) == "drafted"
    assert not Attachment.objects.exists()


def test_what_is_withheld_after_it_was_sent_goes_no_further(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    held = add_exhibit(people.basma, case, io.BytesIO(PHOTO), "a.jpg")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(held,)))
    send(people.basma, request)
    withhold(people.basma, held, Known(where="in the chat", how="her words"))
    courier.deliver(tripoli.send)
    assert tripoli.pieces == {}
    assert Attachment.objects.get().state == "destroyed"
    assert list(node().vault.glob(f"??/{Attachment.objects.get().vault_name}")) == []


def test_a_node_that_is_away_for_a_week_gets_everything_once_and_in_order(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    chosen = add_exhibit(people.basma, case, io.BytesIO(PHOTO), "a.jpg")
    tripoli.off = True
    request = draft(people.basma, case, wanted(tripoli, exhibits=(chosen,)))
    send(people.basma, request)
    acting.act(people.basma, request, "remind", "still needed")
    clock = now()
    for hours in range(0, 7 * 24, 6):
        monkeypatch.setattr("django.utils.timezone.now", lambda hours=hours: clock + timedelta(hours=hours))
        courier.deliver(tripoli.send)
    assert tripoli.got == []
    row = Outgoing.objects.order_by("id")[0]
    assert 5 < row.tries < 40, "pauses grow, to six hours"
    tripoli.off, tripoli.forgets = False, True  # it takes them, and its answers are lost: they go again
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock + timedelta(days=7, hours=7))
    courier.deliver(tripoli.send)
    tripoli.forgets = False
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock + timedelta(days=7, hours=14))
    courier.deliver(tripoli.send)
    assert [step.number for step in tripoli.got] == [1, 2]
    assert not Outgoing.objects.filter(delivered_at=None).exists()
    [file] = tripoli.got[0].files
    assert len(tripoli.pieces[file.name]) == file.stored


def test_what_another_node_refuses_for_good_is_shown_and_not_sent_again(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    send(people.basma, request)

    def refuses(card: Any, data: bytes) -> bytes:
        raise Refused("not-allowed")

    assert courier.deliver(refuses) == courier.Delivered(refused=1)
    assert courier.deliver(tripoli.send) == courier.Delivered()
    assert showing.read_request(people.basma, request, now().date()).line.refused == "not-allowed"


def test_a_node_that_was_cut_off_gets_nothing(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    cut_off(people.basma, tripoli.card.fingerprint)
    with pytest.raises(BadInput, match="cut off"):
        send(people.basma, request)
    assert state(people, request) == "drafted"


def test_others_see_no_request_of_a_case_that_is_not_theirs(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    for other in (people.rana, people.karim):
        with pytest.raises(NotFound, match="no such request"):
            showing.read_request(other, request, now().date())
        with pytest.raises(NotFound):
            acting.act(other, request, "withdraw")
        assert showing.list_requests(other, now().date()) == ()
    with pytest.raises(NotAllowed):
        send(people.dina, request)
    assert [line.id for line in showing.list_requests(people.basma, now().date())] == [request]


def test_a_withdrawal_crosses_an_answer(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    acting.act(people.basma, request, "withdraw")
    assert state(people, request) == "withdrawn"
    take(tripoli.says(request, 1, "answer", "here it is"), now())
    assert state(people, request) == "answered"


def test_two_drafts_of_a_second_person_and_a_refusal_that_is_counted(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    send(people.basma, request)
    with pytest.raises(Conflict, match="Not possible"):
        send(people.basma, request)
    courier.deliver(tripoli.send)
    take(tripoli.says(request, 1, "refuse", "our code has no such offence", "dual_criminality"), now())
    [figure] = counting.own(people.basma.organisation)
    assert (figure.result, figure.reason) == ("refused", "dual_criminality")
    delete_case(people.basma, case, "asked")
    assert len(counting.own(people.basma.organisation)) == 1, "the figure holds no case and stays"
    assert not Request.objects.exists()


def test_days_go_by(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    day = now().date()

    def due(after: int) -> tuple[str, ...]:
        [line] = showing.list_requests(people.basma, day + timedelta(days=after))
        return line.due

    assert due(0) == ()
    assert due(16) == ("remind",)
    assert due(31) == ("contact_247", "remind")
    assert due(60) == ("contact_247", "superior", "central_authority", "remind")
    later = now() + timedelta(days=300)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert end_requests() >= 1
    assert state(people, request) == "expired"
    take(tripoli.says(request, 1, "answer", "late"), now())
    assert state(people, request) == "answered"


def test_a_state_that_takes_paper_only(people: People) -> None:
    case = new_case(people.basma)
    paper = Wanted(path=PATH, measure="identify", words="who is this line?", paper=True, authority="Ministry", agreed=AGREED)
    with pytest.raises(BadInput, match="Name the authority"):
        draft(people.basma, case, msgspec.structs.replace(paper, authority=" "))
    request = draft(people.basma, case, paper)
    send(people.basma, request)
    assert not Outgoing.objects.exists()
    acting.note_paper(people.basma, request, "arrive")
    acting.note_paper(people.basma, request, "verify")
    acting.note_paper(people.basma, request, "answer", "letter 12 of 3 December, scanned as E0001")
    assert state(people, request) == "answered"
    tripoli = Elsewhere(people.basma)
    by_letter = draft(people.basma, case, wanted(tripoli))
    with pytest.raises(Conflict, match="itself"):
        acting.note_paper(people.basma, by_letter, "arrive")


def _original() -> str:
    return "/data/exhibits/E0001/original/0001.jpg"


def _decrypted(file: Any, travels: bytes) -> bytes:
    return stream.DecryptingReader(io.BytesIO(travels), file.key, bound(file.name)).read()  # type: ignore[no-any-return]
