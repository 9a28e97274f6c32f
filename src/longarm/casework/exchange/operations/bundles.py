"""A piece of the board that points to a sealed bundle. The bundle itself goes with a request: minimised, with consent, in its
own custody record. The board names it by its hash, to the member that got it, and to nobody else.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from longarm.casework.actor import Actor
from longarm.casework.cases import case_at
from longarm.casework.exchange.members import row_of
from longarm.casework.exchange.operations.acting import act
from longarm.casework.exchange.operations.giving import spoken_with
from longarm.casework.exchange.operations.kept import open_operation
from longarm.casework.exchange.parties import card_in
from longarm.casework.exchange.requests.consent import must_be_allowed
from longarm.casework.exchange.requests.drafting import reference_of
from longarm.casework.exchange.requests.opened import open_request
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.exchange.operation.entry import Put
from longarm.store.models import Attachment, Case, CaseKey


class Sent(NamedTuple):
    """A bundle that went to `to`, a member of the operation. `exhibits`: as they are numbered in it."""

    id: UUID
    reference: str
    to: str
    exhibits: tuple[str, ...]


def sent_bundles(actor: Actor, operation: UUID) -> tuple[Sent, ...]:
    """Those of cases that the actor opens, to members who are in. Raises NotFound as `open_operation` does."""
    inside = [peer for who in open_operation(actor, operation).board.joined if (peer := spoken_with(who)) is not None]
    found = []
    for row in _ours(actor).filter(request__peer__in=inside).select_related("request__peer").order_by("-made_at")[:100]:
        file = open_request(actor, row.request_id).file(row)
        if row.request.peer is not None and file is not None:
            found.append(Sent(row.id, reference_of(row.request_id), card_in(row.request.peer).organisation, file.exhibits))
    return tuple(found)


def put_bundle(actor: Actor, operation: UUID, bundle: UUID, words: str, *, sure: bool = False) -> None:
    """Says on the board which bundle went, to who got it. The person harmed still allows it today, or it does not go.

    Raises NotFound for none of the actor's, NotAllowed for a case where a child may be concerned, BadInput as
    `requests.consent.must_be_allowed` does, and as `act` does.
    """
    actor.must_work_cases()
    row = _ours(actor).filter(id=bundle).select_related("request__peer").first()
    if row is None or row.request.peer is None:
        raise NotFound("operation-no-such-bundle")
    found = open_request(actor, row.request_id)
    file = found.file(row)
    if file is None:
        raise NotFound("operation-no-such-bundle")
    if Case.objects.filter(id=found.case.id, child=True).exists():
        raise NotAllowed("request-child-nothing-goes")
    if row.request.ours:
        must_be_allowed(found.case, case_at(found.case).case, found.about.agreed, found.row.made_at)
    put = Put(uuid4().bytes, "bundle", reference_of(row.request_id), words.strip(), file.bundle_sha256)
    act(actor, operation, put, (card_in(row.request.peer).fingerprint,), sure=sure)


def bundles_here(actor: Actor, members: tuple[str, ...]) -> dict[str, UUID]:
    """In which request a bundle lies that a board may name, by its SHA-256 in hexadecimal digits: of ours, and of `members`,
    for who opens their cases. One look for a whole board, however many pieces name one."""
    peers = [peer for one in members if (peer := row_of(one)) is not None]
    theirs = Q(ours=True) | Q(ours=False, request__peer__in=peers)
    found: dict[str, UUID] = {}
    for row in _mine(actor).filter(theirs).order_by("-made_at")[:400]:
        if (file := open_request(actor, row.request_id).file(row)) is not None:
            found.setdefault(file.bundle_sha256.hex(), row.request_id)
    return found


def _mine(actor: Actor) -> QuerySet[Attachment]:
    return Attachment.objects.filter(case_id__in=CaseKey.objects.filter(user_id=actor.user).values("case_id"))


def _ours(actor: Actor) -> QuerySet[Attachment]:
    """Sent by this node, and not destroyed since."""
    gone = Attachment.State.DESTROYED
    return _mine(actor).filter(ours=True, request__paper=False).exclude(state=gone)
