"""Two persons: one asks with a reason, another of the team agrees or refuses, and an agreement is used once, within a day.
Long: the whole life of a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, open_for
from longarm.casework.node import node, record
from longarm.casework.proof.exhibits import code_of
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import ALWAYS_TWO, Act, rules_of
from longarm.errors import BadInput
from longarm.store.models import Approval, Exhibit, Organisation, Request

HOLDS_FOR: Final = timedelta(hours=24)
LONGEST_REASON: Final = 1000


class ApprovalView(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for, by whom and why, and what became of it: `waiting`, `agreed`, `refused`, `used` or `expired`.

    `of_request`: `object` is a request to or of another organisation, with which exhibits would leave. `exhibits`: those that
    were chosen, with their codes, where it is about these and no others; none: about `object` as it is.
    """

    id: UUID
    act: str
    object: UUID | None
    reason: str
    asked_by: UUID
    asker: str
    asked_at: datetime
    answered_by: UUID | None
    answerer: str | None
    state: str
    of_request: bool
    exhibits: tuple[tuple[UUID, str], ...] = ()


def needs_two(organisation: UUID, act: Act) -> bool:
    """Does `act` take two? What others will see always does, whatever the organisation decided."""
    return act in ALWAYS_TWO or act in rules_of(Organisation.objects.get(id=organisation)).two_for


def ask(
    actor: Actor,
    case: UUID,
    act: Act,
    reason: str,
    object: UUID | None = None,  # noqa: A002 - the record's word
    *,
    exhibits: Iterable[UUID] = (),
) -> UUID:
    """Asks for a second person's agreement. `reason` is for the team, kept under the case's key; so is which `exhibits` it is
    about, where a person chose these.

    Raises NotFound when the actor is not of the case's team or an exhibit is not of the case, NotAllowed for who does not work
    cases, BadInput without a reason.
    """
    actor.must_work_cases()
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise BadInput("casework-no-reason", longest=LONGEST_REASON)
    opened, chosen = open_for(actor, case), tuple(dict.fromkeys(exhibits))
    if len(_coded(opened, chosen)) != len(chosen):
        raise NotFound("casework-no-such-exhibit")
    with transaction.atomic():
        row = Approval(id=uuid4(), organisation_id=opened.organisation, case_id=case, act=act, object=object)
        row.asked_by_id = actor.user
        row.reason_sealed = opened.seal(field_of(row, "reason_sealed"), reason.encode())
        if chosen:
            row.exhibits_sealed = opened.seal(field_of(row, "exhibits_sealed"), msgspec.msgpack.encode(chosen))
        row.save(force_insert=True)
        record(actor.user, "approval-asked", organisation=opened.organisation, case=case, object=row.id, act=act)
    return row.id


def answer(actor: Actor, approval: UUID, agreed: bool) -> UUID:
    """Agrees or refuses, as the second person. Returns the case.

    Raises NotFound for who is not of the team, NotAllowed for who asked, Conflict when it was answered already or is older
    than a day.
    """
    actor.must_work_cases()
    row = Approval.objects.filter(id=approval).first()
    if row is None:
        raise NotFound("casework-no-such-approval")
    open_for(actor, row.case_id, "casework-no-such-approval")
    with transaction.atomic():
        row = Approval.objects.select_for_update().get(id=approval)
        if row.asked_by_id == actor.user:
            raise NotAllowed("casework-second-person")
        if row.answered_at is not None or row.asked_at + HOLDS_FOR < timezone.now():
            raise Conflict("casework-approval-over")
        row.answered_by_id, row.answered_at, row.agreed = actor.user, timezone.now(), agreed
        row.save(update_fields=["answered_by", "answered_at", "agreed"])
        word = "approval-agreed" if agreed else "approval-refused"
        record(actor.user, word, organisation=row.organisation_id, case=row.case_id, object=row.id, act=row.act)
    return row.case_id


def use(
    actor: Actor,
    opened: OpenCase,
    act: Act,
    object: UUID | None = None,  # noqa: A002
    *,
    exhibits: Iterable[UUID] = (),
) -> None:
    """Uses up an agreement, in the transaction of the act. Does nothing where one person is enough.

    Raises NotAllowed when two are needed and no fresh agreement of another person for this actor, act and object, and for these
    `exhibits` and no others, is there.
    """
    if not needs_two(opened.organisation, act):
        return
    now = timezone.now()
    agreed = Approval.objects.select_for_update().filter(
        case_id=opened.id, act=act, object=object, asked_by_id=actor.user, agreed=True, used_at=None
    )
    fresh, chosen = agreed.filter(answered_at__gt=now - HOLDS_FOR).exclude(answered_by_id=actor.user), set(exhibits)
    row = next((one for one in fresh if set(_exhibits(opened, one)) == chosen), None)
    if row is None:
        raise NotAllowed("casework-needs-two")
    row.used_at = now
    row.save(update_fields=["used_at"])


def approvals_of(opened: OpenCase) -> tuple[ApprovalView, ...]:
    """What was asked for in an opened case, newest first."""
    rows = Approval.objects.filter(case_id=opened.id).select_related("asked_by", "answered_by").order_by("-asked_at")
    return tuple(view_of(opened, row) for row in rows)


def view_of(opened: OpenCase, row: Approval) -> ApprovalView:
    by, here = row.answered_by, node()
    return ApprovalView(
        id=row.id,
        act=row.act,
        object=row.object,
        reason=opened.open(field_of(row, "reason_sealed"), row.reason_sealed).decode(),
        asked_by=row.asked_by_id,
        asker=here.open_name(row.asked_by_id, row.asked_by.name_sealed),
        asked_at=row.asked_at,
        answered_by=row.answered_by_id,
        answerer=here.open_name(by.id, by.name_sealed) if by else None,
        state=_state(row),
        of_request=row.act == "export" and row.object is not None and Request.objects.filter(id=row.object).exists(),
        exhibits=_coded(opened, _exhibits(opened, row)),
    )


def _exhibits(opened: OpenCase, row: Approval) -> tuple[UUID, ...]:
    if not row.exhibits_sealed:
        return ()
    said = opened.open(field_of(row, "exhibits_sealed"), row.exhibits_sealed)
    return msgspec.msgpack.decode(said, type=tuple[UUID, ...])


def _coded(opened: OpenCase, exhibits: tuple[UUID, ...]) -> tuple[tuple[UUID, str], ...]:
    rows = Exhibit.objects.filter(case_id=opened.id, id__in=exhibits).order_by("number") if exhibits else ()
    return tuple((row.id, code_of(row.number)) for row in rows)


def _state(row: Approval) -> str:
    if row.used_at:
        return "used"
    if row.agreed is False:
        return "refused"
    begun = row.answered_at or row.asked_at
    if begun + HOLDS_FOR < timezone.now():
        return "expired"
    return "agreed" if row.agreed else "waiting"
