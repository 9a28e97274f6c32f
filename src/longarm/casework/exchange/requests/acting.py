"""What each side does with a request once it is there: answer, refuse with a reason, ask back, remind, withdraw, close."""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.case.file import parse_case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import field_of
from longarm.casework.cases import case_at
from longarm.casework.day import approvals
from longarm.casework.exchange.requests import package
from longarm.casework.exchange.requests.consent import must_not_be_refused
from longarm.casework.exchange.requests.moving_on import move, must_move, other_side, own_side
from longarm.casework.exchange.requests.opened import OpenRequest, locked, open_request
from longarm.casework.exchange.requests.posting import post
from longarm.casework.exchange.requests.recalling import never_sent
from longarm.casework.exchange.requests.sealed import seal_to
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import Receiving
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.exchange.request.bodies import LONGEST, Said
from longarm.exchange.request.states import Act
from longarm.exchange.request.words import Reason
from longarm.store.models import Case, Dispatch, Request
from longarm.store.vault import remove

_WITH_WORDS: Final[frozenset[Act]] = frozenset(("answer", "answer_part", "ask_back", "reply", "refuse"))
_MOST_SCANS: Final = 20
_ANSWERS: Final[frozenset[Act]] = frozenset(("answer", "answer_part", "reply"))


def act(
    actor: Actor, request: UUID, what: Act, words: str = "", *, reason: Reason | None = None, exhibits: tuple[UUID, ...] = ()
) -> None:
    """The actor's side does `what`; the other side is told in a letter. `exhibits` of the case go along with an answer.

    Raises NotFound as `open_request` does, Conflict when the table does not allow it from here, BadInput without the words or the
    reason that it needs, where somebody harmed allows no answer (any more), and as `package.pack` does.
    """
    actor.must_work_cases()
    words = _checked(what, words, reason)
    if exhibits and what not in _ANSWERS:
        raise BadInput("request-files-with-answers-only")
    found = open_request(actor, request)
    if what in _ANSWERS:
        must_not_be_refused(found.case, case_at(found.case).case)
    packed = _packed(actor, found, exhibits) if exhibits else None
    over: tuple[str, ...] = ()
    try:
        with transaction.atomic():
            whole, now = locked(actor, request), timezone.now()
            if what in _ANSWERS:  # asked again with the case locked: while exhibits were sealed much can have been said
                must_not_be_refused(whole.case, case_at(whole.case).case)
            if packed:
                package.must_be_sendable(whole.case, exhibits)
                approvals.use(actor, whole.case, "export", request, exhibits=exhibits)
            row, drafted, unheard = whole.row, whole.row.state == "drafted", whole.row.state == "sent"
            must_move(row, what, own_side(row), now, reason=reason)
            if what == "withdraw" and unheard and not row.paper:
                over = never_sent(row)
            if not drafted and what != "close":  # of a draft nobody else knows; how it was filed neither
                post(row, Said(what, words, reason), packed, actor.user, now)
            row.unseen = False
            row.save()
            if not row.ours and what in ("accept", "answer", "answer_part", "refuse", "ask_back"):
                Case.objects.filter(id=row.case_id).update(asked_at=None)
            for code in packed.codes if packed else ():
                custody.note(whole.case, actor.user, "exported", code, purpose=f"request:{request}")
            record(
                actor.user, "request-act", organisation=actor.organisation, case=row.case_id, object=request, act=what,
                to=str(row.peer_id or "paper"), exhibits=str(len(packed.codes) if packed else 0), reason=reason or "-",
            )  # fmt: skip
    except BaseException:
        if packed:
            remove(node().vault, packed.file.name)
        raise
    for name in over:
        remove(node().vault, name)


class Scan(NamedTuple):
    """The paper, scanned: its bytes lie in the vault already and become an exhibit of the case once it is noted."""

    sink: Receiving
    name: str


def note_paper(
    actor: Actor, request: UUID, what: Act, words: str = "", *, reason: Reason | None = None, scans: tuple[Scan, ...] = ()
) -> tuple[UUID, ...]:
    """What the other side wrote on paper, noted by hand: it arrived, was accepted, answered, refused. Returns the exhibits that
    the `scans` are now, whose reading the caller queues.

    Raises Conflict for a request that travels by letter: those say it themselves.
    """
    actor.must_work_cases()
    words = _checked(what, words, reason)
    with transaction.atomic():
        found, now = locked(actor, request), timezone.now()
        row = found.row
        if not row.paper:
            raise Conflict("request-not-on-paper")
        if not move(row, what, other_side(row), now, reason=reason):
            raise Conflict("request-not-now", act=what, state=row.state)
        row.heard += 1
        made = tuple(scan.sink.finish(scan.name, found.about.organisation, received_how="post") for scan in scans[:_MOST_SCANS])
        sent = Dispatch(request=row, ours=False, number=row.heard, act=what, by_id=actor.user, at=now)
        said = Said(what, words, reason, tuple(one.bytes for one in made))
        sent.body_sealed = seal_to(row, field_of(sent, "body_sealed"), msgspec.msgpack.encode(said))
        sent.save(force_insert=True)
        row.save()
        record(
            actor.user, "request-paper", organisation=actor.organisation, case=row.case_id, object=request, act=what,
            reason=reason or "-", scans=str(len(made)),
        )  # fmt: skip
    return made


def seen(actor: Actor, request: UUID) -> None:
    """Somebody has read what came. Raises NotFound as `open_request` does."""
    row = open_request(actor, request).row
    if row.unseen:
        with transaction.atomic():
            Request.objects.filter(id=request).update(unseen=False)
            record(actor.user, "request-read", organisation=actor.organisation, case=row.case_id, object=request)


def _packed(actor: Actor, found: OpenRequest, exhibits: tuple[UUID, ...]) -> package.Packed:
    """The bundle of an answer holds the exhibits, and of the case what the other side has already: as it was minimised for the
    request. Who was harmed in a case of ours that the request has come to is not told by answering it."""
    return package.pack(found.case, actor, parse_case(found.about.ask.case, "request").case, exhibits)


def _checked(what: Act, words: str, reason: Reason | None) -> str:
    words = words.strip()
    if len(words) > LONGEST or (what in _WITH_WORDS and what != "refuse" and not words):
        raise BadInput("request-words", shortest=1, longest=LONGEST)
    if (what == "refuse") != (reason is not None):
        raise BadInput("request-reason")
    return words
