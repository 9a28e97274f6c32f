"""The statement of a national abroad: the team asks, a consular officer takes it down; the officer sees this and nothing else.
Long: both sides of one paper, so that what each may see is read together.

A channel of its own, its key sealed to the officer's own pair. The officer holds no key of the case: neither persons nor proof,
neither notes nor the reference are within reach, whatever the code above asks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.channels import OpenChannel, for_holder, for_team, make_channel
from longarm.casework.intake import letters
from longarm.casework.intake.given import UploadView, uploads_of
from longarm.casework.intake.letters import Body, LetterView
from longarm.casework.intake.returns import Holder
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import Unsound
from longarm.keys import case as case_keys
from longarm.keys.user import from_stored
from longarm.law.load import load
from longarm.store.models import Case, Channel, Letter, User
from longarm.texts import Language

MOST_UNREAD: Final = 50  # letters the team has not read yet
State = Literal["asked", "given", "locked", "closed"]


class Line(NamedTuple):
    """A request in an officer's list. `locked`: sealed to an older pair; the team must seal it again."""

    id: UUID
    asked_by: str
    asked_at: datetime
    language: Language | None
    state: State


class Statement(NamedTuple):
    """A channel as its officer, or the team, reads it. `names`: of who wrote for the team."""

    id: UUID
    case: UUID
    officer: str
    language: Language | None
    state: State
    letters: tuple[LetterView, ...]
    names: dict[UUID, str]
    files: tuple[UploadView, ...]
    takes_files: bool


def ask(actor: Actor, case: UUID, officer: UUID, text: str, language: Language) -> UUID:
    """Opens a request: what the national is to be asked, and in which language. Returns the channel.

    Raises NotFound when the case is not the actor's or there is no such officer, NotAllowed when that is no consular officer,
    BadInput for an empty request, Conflict for a case that was merged, or that names a danger for which the law's facts forbid
    a consular statement: the own embassy.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    row = User.objects.filter(id=officer, organisation_id=opened.organisation, active=True).first()
    if row is None:
        raise NotFound("casework-no-such-user")
    if row.role != User.Role.CONSULAR:
        raise NotAllowed("statement-no-officer")
    hazards = load().hazards
    if any("consular_statement" in hazards[risk].blocks_paths for risk in case_at(opened).case.risks):
        raise Conflict("statement-forbidden")
    with transaction.atomic():
        lock(opened)
        channel = make_channel(opened, "statement", from_stored(row.pair).public, user=officer)
        letters.add(channel, Body(text=text, language=language), by=actor.user)
        record(actor.user, "statement-asked", organisation=opened.organisation, case=case, object=channel.id)
    return channel.id


def for_officer(actor: Actor) -> tuple[Line, ...]:
    """What the officer is asked, newest first. Raises NotAllowed for everybody else."""
    actor.must_be("consular")
    rows = Channel.objects.filter(user_id=actor.user, kind=Channel.Kind.STATEMENT).exclude(state=Channel.State.CLOSED)
    return tuple(_line(actor, row) for row in rows.order_by("-made_at"))


def read(actor: Actor, channel: UUID) -> Statement:
    """The request and what was given; the team's letters count as read, the look is recorded.

    Raises NotFound when it is not the officer's or was closed, Conflict when it is sealed to an older pair, NotAllowed as
    `for_officer` does.
    """
    row, opened = _own(actor, channel)
    with transaction.atomic():
        Letter.objects.filter(channel=row, by__isnull=False, read_at=None).update(read_at=timezone.now())
        record(actor.user, "statement-read", organisation=actor.organisation, case=row.case_id, object=channel)
    return _statement(row, opened, actor.name)


def write(actor: Actor, channel: UUID, text: str) -> None:
    """The statement, or a further part of it; what was given is never changed. Raises as `read` does, BadInput when empty."""
    row, _ = _own(actor, channel)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(id=row.case_id)  # rotation locks it too: nothing under an old key
        row, opened = _own(actor, channel)
        if Letter.objects.filter(channel=row, by=None, read_at=None).count() >= MOST_UNREAD:
            raise Conflict("holder-too-many")
        letters.add(opened, Body(text=text))
        record(actor.user, "statement-given", organisation=case.organisation_id, case=case.id, object=channel)


def holder(actor: Actor, channel: UUID) -> Holder:
    """The officer as the holder of the channel, so that files come in as from every holder (`giving`). Raises as `read` does."""
    row, _ = _own(actor, channel)
    return Holder(row.id, row.case_id, actor.organisation, row.kind, actor.private)


def of_case(actor: Actor, case: UUID) -> tuple[Statement, ...]:
    """Every request of a case, as its team reads it; what officers wrote counts as read. Raises NotFound as `open_for` does."""
    opened = open_for(actor, case)
    rows = Channel.objects.select_related("user").filter(case_id=case, kind=Channel.Kind.STATEMENT).order_by("made_at")
    with transaction.atomic():
        found = tuple(_statement(row, for_team(opened, row), _named(row.user)) for row in rows)
        Letter.objects.filter(channel__in=[one.id for one in found], by=None, read_at=None).update(read_at=timezone.now())
        record(actor.user, "statements-read", organisation=opened.organisation, case=case)
    return found


def ask_more(actor: Actor, channel: UUID, text: str) -> UUID:
    """A further question. Returns the case. Raises NotFound when it is none of the actor's cases, Conflict when it was closed."""
    actor.must_work_cases()
    opened, row = _of_team(actor, channel)
    with transaction.atomic():
        lock(opened)
        row = Channel.objects.select_for_update().get(id=row.id)
        if row.state != Channel.State.OPEN:
            raise Conflict("casework-channel-closed")
        letters.add(for_team(opened, row), Body(text=text), by=actor.user)
        record(actor.user, "statement-asked", organisation=opened.organisation, case=opened.id, object=channel)
    return opened.id


def close(actor: Actor, channel: UUID) -> UUID:
    """The officer sees it no more; the team keeps what was given. Returns the case. Raises NotFound as `ask_more` does."""
    actor.must_work_cases()
    opened, row = _of_team(actor, channel)
    with transaction.atomic():
        lock(opened)
        Channel.objects.filter(id=row.id).update(state=Channel.State.CLOSED)
        record(actor.user, "statement-closed", organisation=opened.organisation, case=opened.id, object=channel)
    return opened.id


def reseal(actor: Actor, channel: UUID) -> UUID:
    """Seals the channel to the pair the officer has now, after a reset of the passphrase: the team decides that it is still the
    same person. Returns the case.

    Raises NotFound as `ask_more` does, Conflict for who is no officer any more or a channel that was closed.
    """
    actor.must_work_cases()
    opened, row = _of_team(actor, channel)
    with transaction.atomic():
        lock(opened)
        row = Channel.objects.select_for_update().get(id=row.id)
        user = row.user
        if row.state != Channel.State.OPEN or user is None or not user.active or user.role != User.Role.CONSULAR:
            raise Conflict("statement-no-officer")
        row.holder_public = from_stored(user.pair).public
        row.holder_key_sealed = case_keys.seal_to(row.holder_public, str(row.id), for_team(opened, row).key)
        row.save(update_fields=["holder_public", "holder_key_sealed"])
        record(actor.user, "statement-sealed-again", organisation=opened.organisation, case=opened.id, object=channel)
    return opened.id


def _own(actor: Actor, channel: UUID) -> tuple[Channel, OpenChannel]:
    actor.must_be("consular")
    own = Channel.objects.filter(id=channel, user_id=actor.user, kind=Channel.Kind.STATEMENT, state=Channel.State.OPEN)
    row = own.first()
    if row is None:
        raise NotFound("statement-no-such")
    try:
        return row, for_holder(row, actor.private)
    except Unsound:
        raise Conflict("statement-locked") from None


def _of_team(actor: Actor, channel: UUID) -> tuple[OpenCase, Channel]:
    row = Channel.objects.filter(id=channel, kind=Channel.Kind.STATEMENT).first()
    if row is None:
        raise NotFound("statement-no-such")
    try:
        return open_for(actor, row.case_id), row
    except NotFound:
        raise NotFound("statement-no-such") from None


def _line(actor: Actor, row: Channel) -> Line:
    first = Letter.objects.select_related("by").filter(channel=row, by__isnull=False).order_by("number").first()
    by = _named(first.by) if first else ""
    try:
        opened = for_holder(row, actor.private)
    except Unsound:
        return Line(row.id, by, row.made_at, None, "locked")
    asked = letters.read(opened)[0].body.language if first else None
    return Line(row.id, by, row.made_at, asked, _state(row))


def _state(row: Channel) -> State:
    if row.state != Channel.State.OPEN:
        return "closed"
    user = row.user
    if user is not None and bytes(row.holder_public) != from_stored(user.pair).public:
        return "locked"
    return "given" if Letter.objects.filter(channel=row, by=None).exists() else "asked"


def _statement(row: Channel, opened: OpenChannel, officer: str) -> Statement:
    said, here = letters.read(opened), node()
    writers = User.objects.filter(id__in={one.by for one in said if one.by})
    return Statement(
        id=row.id,
        case=row.case_id,
        officer=officer,
        language=said[0].body.language if said else None,
        state=_state(row),
        letters=said,
        names={user.id: here.open_name(user.id, user.name_sealed) for user in writers},
        files=uploads_of(opened),
        takes_files=not Case.objects.filter(id=row.case_id, child=True).exists(),
    )


def _named(user: User | None) -> str:
    return node().open_name(user.id, user.name_sealed) if user else ""
