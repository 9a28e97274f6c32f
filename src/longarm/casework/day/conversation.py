"""The two-way conversation with the person harmed, and with others outside the team, seen from the team's side."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for
from longarm.casework.channels import OpenChannel, for_team
from longarm.casework.intake import letters
from longarm.casework.intake.consents import ConsentView, standing
from longarm.casework.intake.contact import wishes_of
from longarm.casework.intake.letters import Body, LetterView
from longarm.casework.intake.statuses import Standing, Status, put_status, status_of
from longarm.casework.intake.waits import waits_since
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.intake.wishes import Wishes
from longarm.store.models import Case, Channel, EscrowOpened, Letter, Upload, User

LONGEST_STATUS = 500  # characters


class Thread(NamedTuple):
    """A channel as the team reads it. `names`: of who wrote for the team; `files`: whole ones that wait to be taken in."""

    id: UUID
    kind: str
    state: str
    wishes: Wishes
    status: Status | None
    letters: tuple[LetterView, ...]
    consents: tuple[ConsentView, ...]
    names: dict[UUID, str]
    files: int
    arriving: int
    seen_at: datetime | None

    @property
    def unread(self) -> int:
        """Letters of the holder that nobody of the team has opened."""
        return sum(not one.from_team and one.read_at is None for one in self.letters)


def of_case(actor: Actor, case: UUID) -> tuple[Thread, ...]:
    """Every channel of a case, that of the person harmed first. What the holders wrote counts as read from now on.

    Raises NotFound as `open_for` does.
    """
    opened = open_for(actor, case)
    with transaction.atomic():
        found = threads(opened)
        if sum(one.unread for one in found):
            unread = Letter.objects.filter(channel__in=[one.id for one in found], by=None, read_at=None)
            unread.update(read_at=timezone.now())
        record(actor.user, "conversation-read", organisation=opened.organisation, case=case)
    return found


def threads(opened: OpenCase) -> tuple[Thread, ...]:
    """The channels of an opened case, without a line in the record: for functions that write their own."""
    rows = Channel.objects.filter(case_id=opened.id).exclude(kind=Channel.Kind.STATEMENT).order_by("made_at")
    first = sorted(rows, key=lambda row: row.kind != Channel.Kind.COMPLAINANT)
    return tuple(_thread(for_team(opened, row), row) for row in first)


def answer(actor: Actor, channel: UUID, text: str) -> UUID:
    """A letter to the holder of a channel; who waited for it waits no more. Returns its id.

    Raises NotFound when it is no channel of the actor's cases, Conflict when its holder has withdrawn or it is closed,
    BadInput for an empty letter.
    """
    actor.must_work_cases()
    opened, row = channel_for(actor, channel)
    with transaction.atomic():
        case, row = lock(opened), Channel.objects.select_for_update().get(id=row.id)
        if row.state != Channel.State.OPEN:
            raise Conflict("casework-channel-closed")
        letter = letters.add(for_team(opened, row), Body(text=text), by=actor.user)
        case.asked_at = _still_waiting(case)
        if case.stage == Case.Stage.RECEIVED:
            case.stage = Case.Stage.OPEN
        if case.claimed_by_id is None:
            case.claimed_by_id = actor.user  # who answers has it, unless somebody had it before
        case.save(update_fields=["asked_at", "stage", "claimed_by"])
        record(actor.user, "answered", organisation=opened.organisation, case=opened.id, object=letter)
    return letter


def settle(actor: Actor, case: UUID) -> None:
    """Nobody waits any more though no letter was written: a thank-you, a withdrawal, a call that was made."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        row.asked_at = None
        row.save(update_fields=["asked_at"])
        record(actor.user, "needs-no-answer", organisation=opened.organisation, case=case)


def set_status(actor: Actor, channel: UUID, standing: Standing, words: str = "") -> None:
    """What the holder reads about where the matter stands. Raises as `answer` does."""
    actor.must_work_cases()
    opened, row = channel_for(actor, channel)
    if len(words) > LONGEST_STATUS:
        raise BadInput("casework-bad-text", longest=LONGEST_STATUS)
    with transaction.atomic():
        lock(opened)
        row = Channel.objects.select_for_update().get(id=row.id)
        put_status(for_team(opened, row), row, Status(standing=standing, words=words.strip(), at=timezone.now()))
        record(actor.user, "status-set", organisation=opened.organisation, case=opened.id, object=channel, standing=standing)


def channel_for(actor: Actor, channel: UUID) -> tuple[OpenCase, Channel]:
    """The row of a channel and its case, opened with the actor's key. Raises NotFound where it is none of the actor's."""
    row = Channel.objects.filter(id=channel).exclude(kind=Channel.Kind.STATEMENT).first()
    if row is None:
        raise NotFound("casework-no-such-channel")
    try:
        return open_for(actor, row.case_id), row
    except NotFound:
        raise NotFound("casework-no-such-channel") from None


def _still_waiting(case: Case) -> datetime | None:
    """Since when another channel of the case waits, or a report in escrow that opened and that nobody has looked at."""
    rows = Channel.objects.filter(case_id=case.id, state=Channel.State.OPEN).exclude(kind=Channel.Kind.STATEMENT)
    waiting = [since for row in rows for since in [waits_since(row, case)] if since]
    unseen = EscrowOpened.objects.filter(escrowed__case_id=case.id, looked_at=None)
    return min((*waiting, *unseen.values_list("made_at", flat=True)), default=None)


def _thread(channel: OpenChannel, row: Channel) -> Thread:
    said = letters.read(channel)
    here, writers = node(), {one.by for one in said if one.by}
    uploads = Upload.objects.filter(channel_id=row.id)
    return Thread(
        id=row.id,
        kind=row.kind,
        state=row.state,
        wishes=wishes_of(channel, row),
        status=status_of(channel, row),
        letters=said,
        consents=standing(channel),
        names={user.id: here.open_name(user.id, user.name_sealed) for user in User.objects.filter(id__in=writers)},
        files=uploads.filter(state=Upload.State.WHOLE).count(),
        arriving=uploads.filter(state=Upload.State.ARRIVING).count(),
        seen_at=row.seen_at,
    )
