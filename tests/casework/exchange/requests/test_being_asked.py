"""A node of Libya asks Basma's: taken in once, verified before anything is read, answered, refused; whatever else it tries."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

import msgspec
import pytest
from django.conf import settings
from elsewhere import LONG_AGO, Elsewhere, here, now, tampered

from longarm.case.file import to_json
from longarm.casework.case_keys import open_for
from longarm.casework.cases import read_case
from longarm.casework.day.claims import claim
from longarm.casework.day.inbox import inbox
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.requests import acting, courier, showing
from longarm.casework.exchange.requests.looking import look
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.node import node
from longarm.casework.proof.custody import lines as custody_lines
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput, Unsound
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import Said, Step
from longarm.keys.party import Party
from longarm.store.models import Attachment, Case, Dispatch, Request, TakenLetter
from people import People, everybody

pytestmark = pytest.mark.django_db
CHAT = b"[30/10/2026, 21:00:05] +20 100 000 0017: pay 500 or your family sees it\n"


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    found = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(found.basma.organisation), raising=False)
    here(found.basma)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as fault:
        take(data, now())
    return fault.value.code


def one(people: People, request: UUID) -> showing.RequestView:
    return showing.read_request(people.basma, request, now().date())


def test_it_stands_in_the_inbox_is_claimed_verified_and_answered(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    request, letter = tripoli.asks(urgent=True)
    take(letter, now())
    [line] = inbox(people.basma, now()).lines
    assert (line.brief.reference, line.urgent, line.stage) == (f"R-{request.hex[:8].upper()}", True, "received")
    assert line.wait is not None
    claim(people.basma, line.id)
    with pytest.raises(Conflict):
        acting.act(people.basma, request, "answer", "here")
    assert look(people.basma, request) == ()
    assert one(people, request).line.state == "verified"
    acting.act(people.basma, request, "accept")
    found = add_exhibit(people.basma, line.id, io.BytesIO(CHAT), "traffic.txt")
    acting.act(people.basma, request, "answer_part", "kept since today", exhibits=(found,))
    acting.act(people.basma, request, "answer", "and until 1 March")
    assert inbox(people.basma, now()).lines[0].wait is None
    courier.deliver(tripoli.send)
    assert [(step.number, step.what.act) for step in tripoli.got if isinstance(step.what, Said)] == [
        (1, "verify"), (2, "accept"), (3, "answer_part"), (4, "answer"),
    ]  # fmt: skip
    assert len(tripoli.pieces) == 1
    assert "mark-words-kudu" in one(people, request).about.ask.words
    assert {turn.name for turn in one(people, request).turns} == {None, "Basma"}


def test_the_same_letter_gets_the_same_answer_and_acts_once(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    request, letter = tripoli.asks()
    first = take(letter, now()).answer
    assert take(letter, now()).answer == first
    assert take(letter, now() + timedelta(days=5)).answer == first
    assert tripoli.understands(first).number
    again, _ = request, None
    anew = tripoli.asks(again)[1]  # written anew, because nobody had heard for weeks
    with pytest.raises(Refused):
        take(tripoli.letter(Step(request.bytes, 2, Said("answer", "no"))), now() + LONG_AGO)
    take(anew, now())
    assert (Case.objects.count(), Request.objects.count(), Dispatch.objects.count()) == (1, 1, 1)
    assert TakenLetter.objects.count() == 2


def test_letters_out_of_order_count_in_order(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    request, letter = tripoli.asks()
    late = tripoli.says(request, 3, "withdraw")
    assert refused(late) == "unknown", "of a request that has not arrived"
    take(letter, now())
    take(late, now())
    assert one(people, request).line.state == "received"
    assert [turn.applied for turn in one(people, request).turns if turn.act == "withdraw"] == [False]
    take(tripoli.says(request, 2, "remind", "please"), now())
    assert one(people, request).line.state == "withdrawn"
    assert refused(tripoli.says(request, 40, "remind")) == "unknown", "nobody fills the table with letters from the future"


def test_letters_for_others_of_strangers_from_long_ago_and_changed_ones(people: People) -> None:
    tripoli, stranger = Elsewhere(people.basma), Elsewhere(people.basma, known=False)
    _, letter = tripoli.asks()
    assert refused(stranger.asks()[1]) == "unknown-member"
    assert refused(tripoli.letter(Step(uuid4().bytes, 1, Said("remind")), to=stranger.card)) == "not-for-us"
    assert refused(letter[:-1]) == "not-for-us"
    assert refused(letter[:-9] + bytes(9)) == "not-for-us"
    assert refused(letter[:10]) == "truncated"
    step = Step(uuid4().bytes, 1, Said("remind"))
    assert refused(tripoli.letter(step, sent_at=now() - LONG_AGO)) == "clock-off"
    assert refused(tripoli.letter(step, sent_at=now() + timedelta(minutes=20))) == "clock-off"
    take(tripoli.asks()[1], now() - timedelta(minutes=10))  # its clock is ten minutes ahead
    take(tripoli.asks()[1], now() + timedelta(minutes=10))
    assert Request.objects.count() == 2


def test_a_third_node_touches_no_request_of_others(people: People) -> None:
    tripoli, tunis = Elsewhere(people.basma), Elsewhere(people.basma, states=("TN",))
    request, letter = tripoli.asks()
    take(letter, now())
    assert refused(tunis.says(request, 2, "withdraw")) == "unknown", "the sentence for what is not there"
    assert refused(tunis.asks(request)[1]) == "unknown"
    file, travels = tripoli.bundle([CHAT])
    with pytest.raises(Refused):
        tunis.give(request, file, travels)


def test_what_no_such_organisation_may_ask_is_refused_at_the_door(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    assert refused(tripoli.asks(kind="helpline")[1]) == "not-allowed"
    assert refused(tripoli.asks(measure="arrest")[1]) == "not-allowed"
    assert refused(tripoli.asks(case=b"longarm: case/9")[1]) == "bad-body"
    assert not Case.objects.exists()


def test_a_bundle_is_verified_before_it_is_read_and_becomes_exhibits(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([CHAT, b"second"])
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    with pytest.raises(Conflict, match="on its way"):
        look(people.basma, request)
    tripoli.give(request, file, travels)
    case = Request.objects.get(id=request).case_id
    assert list_exhibits(people.basma, case) == (), "nothing of it stands in the case before it was verified"
    assert len(look(people.basma, request)) == 2
    views = list_exhibits(people.basma, case)
    assert [view.about.name for view in views] == ["E0001.txt", "E0002.txt", "bundle-1.zip"]
    assert {view.about.received_from for view in views} == {"node"}
    assert len(custody_lines(open_for(people.basma, case))) == 3
    assert one(people, request).line.state == "verified"
    assert look(people.basma, request) == (), "twice is once"
    assert len(list_exhibits(people.basma, case)) == 3


@pytest.mark.parametrize("how", ["on the way", "before sealing", "by another", "no bundle"])
def test_what_is_not_sound_is_never_opened(people: People, how: str) -> None:
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([CHAT], by=Party.new() if how == "by another" else None)
    if how == "before sealing":
        file, travels = tripoli.encrypted(_changed_inside(tripoli), file.exhibits)
    if how == "no bundle":
        file, travels = tripoli.encrypted(b"\x7fELF" + bytes(200), file.exhibits)
    if how == "on the way":
        travels = tampered(file, travels)
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    tripoli.give(request, file, travels)
    assert look(people.basma, request) == ()
    view = one(people, request)
    assert (view.line.state, [one.state for one in view.files]) == ("received", ["unsound"])
    assert list_exhibits(people.basma, view.line.case) == ()
    with pytest.raises(Conflict):
        acting.act(people.basma, request, "accept")
    with pytest.raises(BadInput, match="reason"):
        acting.act(people.basma, request, "refuse", "it was changed")
    acting.act(people.basma, request, "refuse", "it was changed", reason="unsound")
    courier.deliver(tripoli.send)
    assert tripoli.got[-1].what == Said("refuse", "it was changed", "unsound")


def _changed_inside(tripoli: Elsewhere) -> bytes:
    """A whole bundle, an exhibit of which was exchanged before it was encrypted again."""
    from longarm.evidence.received import Received
    from longarm.evidence.seal import Sealer, seal
    from longarm.evidence.source import BytesSource
    from longarm.evidence.target import ZipTarget

    packed, changed = io.BytesIO(), io.BytesIO()
    seal([Received(BytesSource("1.txt", CHAT))], ZipTarget(packed, "R-1"), Sealer(key=tripoli.party.signing, clock=now))
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, data.replace(b"500", b"900") if "original" in entry.filename else data)
    return changed.getvalue()


def test_pieces_in_any_order_twice_and_after_a_loss(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([Random(7).randbytes(2 << 20)])
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    from longarm.exchange.request.bodies import Piece

    def piece(start: int, end: int) -> int:
        answer = take(tripoli.letter(Piece(request.bytes, file.name, start, travels[start:end])), now()).answer
        return tripoli.understands(answer).have

    third = len(travels) // 3
    assert piece(third, 2 * third) == 0, "a gap is answered with what is here"
    assert piece(0, third) == third
    assert piece(0, third) == third
    assert piece(third, 2 * third) == 2 * third
    for part in node().vault.glob(".arriving-*"):
        part.unlink()  # a restore: a file on its way is in no backup
    assert piece(2 * third, len(travels)) == 0
    tripoli.give(request, file, travels)
    assert Attachment.objects.get().state == "whole"
    assert look(people.basma, request)


def test_a_file_never_takes_the_name_of_one_that_is_here(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    case = read_case(people.basma, _any_case(people)).id
    add_exhibit(people.basma, case, io.BytesIO(b"ours"), "ours.txt")
    [name] = [path.name for path in node().vault.glob("??/*")]
    file, _ = tripoli.bundle([CHAT])
    assert refused(tripoli.asks(files=(msgspec.structs.replace(file, name=name),))[1]) == "bad-body"
    assert refused(tripoli.asks(files=(file, file))[1]) == "bad-body"


def _any_case(people: People) -> UUID:
    from elsewhere import new_case

    return new_case(people.basma)


def test_a_request_about_a_child_goes_in_words(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    from elsewhere import CASE

    from longarm.case.file import parse_case

    young = parse_case(CASE.replace("threat_to_publish", "grooming"), "c").case
    file, travels = tripoli.bundle([CHAT])
    request, letter = tripoli.asks(files=(file,), case=to_json(young))
    take(letter, now())
    tripoli.give(request, file, travels)
    assert Case.objects.get().child
    with pytest.raises(BadInput):
        look(people.basma, request)
    assert Attachment.objects.get().state == "whole", "nobody has opened it"


def test_who_holds_the_data_folder_and_the_keys_folder_reads_no_request(people: People) -> None:
    """The wire too: what is posted and what is taken in is sealed."""
    tripoli = Elsewhere(people.basma)
    request, letter = tripoli.asks()
    assert b"mark-words-kudu" not in letter
    answer = take(letter, now()).answer
    assert request.bytes not in letter + answer
    for row in Dispatch.objects.all():
        assert b"mark-" not in bytes(row.body_sealed)
    with pytest.raises(Unsound):
        party().open(bytes(Dispatch.objects.get().body_sealed))
