"""A letter of another node is taken in: acted on once, answered the same each time it comes.
Long: one transaction, with all that it may begin.

A first letter makes a case of the inbox, under a key for who is on intake. Nobody is signed in then: whatever arrives is
sealed to the request's own key in the same transaction, and nothing of it is shown before its files were verified.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import IntegrityError, transaction

from longarm.case.file import to_json
from longarm.case.model import Case as CaseFile
from longarm.casework.case_keys import OpenCase, field_of, give_key, give_recovery_key, open_with_key
from longarm.casework.day.brief import sealed_brief
from longarm.casework.exchange.figures.hearing import arrived as figures_arrived
from longarm.casework.exchange.heads import told_along
from longarm.casework.exchange.on_intake import on_intake
from longarm.casework.exchange.operations.arriving import arrived
from longarm.casework.exchange.parties import card_in, party
from longarm.casework.exchange.requests.again import give_again
from longarm.casework.exchange.requests.arriving import take_piece
from longarm.casework.exchange.requests.drafting import new_figure
from longarm.casework.exchange.requests.moving_on import move, other_side
from longarm.casework.exchange.requests.opened import About, lock_both, put_about
from longarm.casework.exchange.requests.peers import card_of, sender_of
from longarm.casework.exchange.requests.posting import enclose
from longarm.casework.exchange.requests.sealed import new_pair, seal_to
from longarm.casework.matches.named import index_case
from longarm.casework.node import node, record
from longarm.exchange.figures.carried import KIND as FIGURES
from longarm.exchange.letter import CARRIED, Letter, body, read, write
from longarm.exchange.operation.turn import KIND as OPERATION
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import AGAIN, KINDS, PIECE, TAKEN, Again, Ask, File, Heard, Piece, Said, Step, Taken
from longarm.exchange.request.taking import case_of
from longarm.keys import case as case_keys
from longarm.keys.stream import stored_size
from longarm.store.models import Attachment, Case, CaseContent, Dispatch, Member, Organisation, Request, TakenLetter, User
from longarm.store.vault import path_of

TAKES: Final = (*KINDS, OPERATION, FIGURES, AGAIN)  # kinds of letter that other nodes may send
SOON: Final = timedelta(days=3)  # evidence that perishes within that makes it urgent
_CHILD: Final = frozenset(("grooming", "child_sexual_demand"))
_MOST_EARLY: Final = 20  # letters of one request that may wait for one before them


class Took(NamedTuple):
    """`answer`: for its sender alone. `gap`: it was a piece of a file of which one before it is missing."""

    letter: Letter
    answer: bytes
    file: str = ""
    gap: bool = False


def take(data: bytes, now: datetime) -> Took:
    """Raises Refused; nothing is kept then."""
    letter = read(data, party(), card_of, now=now, kinds=TAKES, tolerance=CARRIED, sealed=True)
    if letter.kind == PIECE:
        piece = body(letter, Piece)
        have = take_piece(sender_of(letter.sender), piece)
        return Took(letter, _answer(letter, Taken(letter.number, piece.name, have), now), piece.name, have < piece.at)
    try:
        return Took(letter, _taken(letter, now))
    except IntegrityError:  # the same letter, at the same moment
        return Took(letter, _taken(letter, now))


def _taken(letter: Letter, now: datetime) -> bytes:
    with transaction.atomic():
        sender = sender_of(letter.sender)
        before = TakenLetter.objects.select_for_update().filter(sender=sender, number=letter.number).first()
        if before is not None:
            return bytes(before.answer)
        heard: tuple[Heard, ...] = ()
        if letter.kind == AGAIN:
            heard = give_again(sender, body(letter, Again), now)
        elif letter.kind == OPERATION:
            arrived(letter, sender, now)
        elif letter.kind == FIGURES:
            figures_arrived(letter, sender, now)
        else:
            _act(letter, sender, body(letter, Step), now)
        hub, heads = told_along()
        answer = _answer(letter, Taken(letter.number, hub=hub, heads=heads, heard=heard), now)
        TakenLetter.objects.create(sender=sender, number=letter.number, answer=answer, at=now)
        return answer


def _answer(letter: Letter, taken: Taken, now: datetime) -> bytes:
    return write(party(), card_in(sender_of(letter.sender)), TAKEN, taken, now=now, sealed=True, answers=letter.number)


def _act(letter: Letter, sender: Member, step: Step, now: datetime) -> None:
    row = lock_both(UUID(bytes=step.request))
    if row is None:
        if not isinstance(step.what, Ask) or step.number != 1:
            raise Refused("unknown")  # its first letter is still on the way: it comes again
        _new(letter, sender, step, step.what, now)
        return
    if row.peer_id != sender.id or (isinstance(step.what, Ask) and (row.ours or step.number != 1)):
        raise Refused("unknown")
    if Dispatch.objects.filter(request=row, ours=False, number=step.number).exists():
        return  # written anew after a long way: it counted already
    if step.number > row.heard + _MOST_EARLY:
        raise Refused("unknown")
    sent = Dispatch(request=row, ours=False, number=step.number, act="send", applied=False, at=letter.sent_at)
    if isinstance(step.what, Said):
        sent.act = step.what.act
    sent.body_sealed = seal_to(row, field_of(sent, "body_sealed"), msgspec.msgpack.encode(step.what))
    sent.save(force_insert=True)
    _enclose(row, step.files)
    _count(row, {step.number: step.what.reason} if isinstance(step.what, Said) else {}, now)
    organisation = Case.objects.values_list("organisation_id", flat=True).get(id=row.case_id)
    record(
        None, "request-letter", organisation=organisation, case=row.case_id, object=row.id, act=sent.act, number=str(sent.number)
    )


def _count(row: Request, reasons: dict[int, object], now: datetime) -> None:
    """The letters that are next in line count, in their order; an early one waits for those before it."""
    while sent := Dispatch.objects.filter(request=row, ours=False, number=row.heard + 1, applied=False).first():
        row.heard += 1
        reason = reasons.get(sent.number)
        move(row, sent.act, other_side(row), now, reason=reason, arriving=True)  # type: ignore[arg-type]  # acts by their names
        sent.applied = True
        sent.save(update_fields=["applied"])
        if sent.act == "remind":
            Case.objects.filter(id=row.case_id, asked_at=None).update(asked_at=now)
    row.unseen = True
    row.changed_at = now
    row.save()


def _new(letter: Letter, sender: Member, step: Step, ask: Ask, now: datetime) -> None:
    """The first letter: a case in the inbox, with the request on it."""
    file = case_of(ask)
    organisation, readers = on_intake()
    opened = _new_case(organisation, readers, file, ask, now)
    row = Request(id=UUID(bytes=step.request), case_id=opened.id, ours=False, peer=sender, state="received")
    row.urgent, row.unseen, row.heard = ask.urgent, True, 1
    row.due_on, row.lapses_on = ask.plan.answer_by, ask.plan.lapses_on
    new_pair(opened, row)
    put_about(opened, row, About(ask=ask, organisation=card_in(sender).organisation))
    row.figure = new_figure(organisation.id, ask, letter.sent_at.date(), ours=False)
    row.save(force_insert=True)
    sent = Dispatch(request=row, ours=False, number=1, act="send", at=letter.sent_at)
    sent.body_sealed = seal_to(row, field_of(sent, "body_sealed"), msgspec.msgpack.encode(ask))
    sent.save(force_insert=True)
    _enclose(row, step.files)
    record(
        None, "request-received", organisation=organisation.id, case=opened.id, object=row.id, sender=str(sender.id),
        measure=ask.measure, path=ask.basis.path, files=str(len(step.files)),
    )  # fmt: skip


def _new_case(organisation: Organisation, readers: list[User], file: CaseFile, ask: Ask, now: datetime) -> OpenCase:
    pressing = ask.urgent or (ask.perishing is not None and ask.perishing - now.date() <= SOON)
    child = any(event.kind in _CHILD for event in file.events) or any(one.minor for one in file.complainants)
    row = Case(organisation=organisation, stage=Case.Stage.RECEIVED, urgent=pressing, child=child, asked_at=now, made_at=now)
    opened = open_with_key(row, case_keys.new_key())
    row.brief_sealed = sealed_brief(opened, file, 1)
    row.save(force_insert=True)
    CaseContent.objects.create(case=row, version=1, file_sealed=opened.seal("case-file", to_json(file), 1), by=None)
    for reader in readers:
        give_key(opened, reader)
    give_recovery_key(opened)
    index_case(opened, file)
    return opened


def _enclose(row: Request, files: tuple[File, ...]) -> None:
    """Raises Refused for a name that a file here has already: it would be written over it."""
    for file in files:
        there = path_of(node().vault, file.name).exists() or Attachment.objects.filter(vault_name=file.name).exists()
        if there or stored_size(file.size) != file.stored or len({one.name for one in files}) != len(files):
            raise Refused("bad-body")
    enclose(row, files, ours=False)
