"""The lawful notice to a suspect: prepared once its gate is open, agreed to by a second person, made once, kept.
Long: the whole life of one paper.

It is the only way in which a case writes to a suspect: channels are for those who were harmed and who help them.
"""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.case.model import Case
from longarm.case.when import When
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.day import approvals
from longarm.casework.day.notice_gate import LONGEST, Condition, Seen, Told, between, gate
from longarm.casework.day.tasks import tasks_of
from longarm.casework.node import node, record
from longarm.casework.proof.proof_of import proof_of
from longarm.casework.refusals import Conflict, NotFound
from longarm.documents.dates import say_date
from longarm.documents.draft import draft
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.store import models
from longarm.texts import PAPER_LANGUAGES, PaperLanguage

LONGEST_LAWYER: Final = 300


class Asked(Told, frozen=True, kw_only=True):
    """A notice as it is to be: what the gate is told, and all that the paper leaves to whoever sends it."""

    lawyer: str
    language: PaperLanguage
    reply_by: date | None = None


class _About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is sealed. `rests`: each condition with what it rested on when it was prepared and, later, when the paper was made."""

    asked: Asked
    version: int
    rests: tuple[tuple[str, str], ...]
    paper: bytes = b""
    sha256: str = ""


class NoticeView(NamedTuple):
    """A notice of a case. `sent_at`: since when the paper is there."""

    id: UUID
    asked: Asked
    rests: tuple[tuple[str, str], ...]
    by: str
    by_id: UUID
    made_at: datetime
    sent_at: datetime | None
    sha256: str


class Paper(NamedTuple):
    pdf: bytes
    language: PaperLanguage


class Page(NamedTuple):
    """Everything the screen of the gate shows: the case, its conditions as they stand, the notices there are, newest first."""

    case: Case
    conditions: tuple[Condition, ...]
    notices: tuple[NoticeView, ...]


def read(actor: Actor, case: UUID, told: Told) -> Page:
    """The look is recorded. Raises NotFound as `open_for` does, NotAllowed for who works no cases."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    at = case_at(opened)
    with transaction.atomic():
        record(actor.user, "case-read", organisation=opened.organisation, case=case, version=str(at.version))
    return Page(at.case, gate(_seen(opened, at.case), told), notices_of(opened))


def prepare(actor: Actor, case: UUID, asked: Asked) -> UUID:
    """A notice that waits for a second person. Returns its id.

    Raises Conflict with the sentence of the first condition that is missing (`notice-lacks-…`), BadInput without a lawyer,
    NotFound and NotAllowed as `read` does.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    _check(asked)
    with transaction.atomic():
        lock(opened)
        at = case_at(opened)
        row = models.Notice(case_id=case, by_id=actor.user)
        about = _About(asked=asked, version=at.version, rests=_passed(opened, at.case, asked))
        row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(about))
        row.save(force_insert=True)
        record(actor.user, "notice-prepared", organisation=opened.organisation, case=case, object=row.id)
    return row.id


def issue(actor: Actor, notice: UUID) -> Paper:
    """Makes the paper, once: the gate is looked at again, the agreement of a second person is used up.

    Raises Conflict as `prepare` does and when it was made already, NotAllowed without a fresh agreement of another member of the
    team for this notice, NotFound when it is none of the actor's cases.
    """
    actor.must_work_cases()
    opened, row = _notice_for(actor, notice)
    with transaction.atomic():
        lock(opened)
        row = models.Notice.objects.select_for_update().get(id=notice)
        if row.sent_at is not None:
            raise Conflict("notice-made-already")
        about, at = _about(opened, row), case_at(opened)
        rests = _passed(opened, at.case, about.asked)
        approvals.use(actor, opened, "notice", notice)
        pdf = _drafted(at.case, about.asked)
        digest = sha256(pdf).hexdigest()
        about = msgspec.structs.replace(about, version=at.version, rests=rests, paper=pdf, sha256=digest)
        row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(about))
        row.sent_at = timezone.now()
        row.save(update_fields=["about_sealed", "sent_at"])
        record(actor.user, "notice-made", organisation=opened.organisation, case=opened.id, object=notice)
    return Paper(pdf, about.asked.language)


def again(actor: Actor, notice: UUID) -> Paper:
    """The paper as it was made. Raises NotFound where there is none."""
    actor.must_work_cases()
    opened, row = _notice_for(actor, notice)
    about = _about(opened, row)
    if row.sent_at is None:
        raise NotFound("notice-no-such")
    with transaction.atomic():
        record(actor.user, "notice-read", organisation=opened.organisation, case=opened.id, object=notice)
    return Paper(about.paper, about.asked.language)


def notices_of(opened: OpenCase) -> tuple[NoticeView, ...]:
    """Newest first."""
    rows = models.Notice.objects.filter(case_id=opened.id).select_related("by").order_by("-made_at")
    return tuple(_view(opened, row) for row in rows)


def _check(asked: Asked) -> None:
    if not asked.lawyer.strip() or len(asked.lawyer) > LONGEST_LAWYER:
        raise BadInput("notice-no-lawyer", longest=LONGEST_LAWYER)
    if any(len(words) > LONGEST for words in (asked.plan, asked.preserved, asked.authority)):
        raise BadInput("casework-bad-text", longest=LONGEST)
    if asked.language not in PAPER_LANGUAGES:
        raise BadInput("desk-no-language")


def _passed(opened: OpenCase, case: Case, told: Told) -> tuple[tuple[str, str], ...]:
    if told.complainant not in {person.id for person in case.complainants}:
        raise NotFound("casework-no-such-person")
    found = gate(_seen(opened, case), told)
    for one in found:
        if not one.holds:
            raise Conflict(f"notice-lacks-{one.name}")
    return tuple((str(one.name), one.rests) for one in found)


def _seen(opened: OpenCase, case: Case) -> Seen:
    row = models.Case.objects.get(id=opened.id)
    return Seen(case, row.child, proof_of(opened), tasks_of(opened), load(), timezone.localdate())


def _drafted(case: Case, asked: Asked) -> bytes:
    answers = {"sender_lawyer": asked.lawyer, "contact_lawyer": asked.lawyer}
    if asked.reply_by:
        answers["deadline"] = say_date(When.parse(asked.reply_by.isoformat()), asked.language, None)
    today = timezone.localdate()
    return draft("lawful-notice", between(case, asked), load(), asked.language, today, answers=answers, passed=True).pdf


def _notice_for(actor: Actor, notice: UUID) -> tuple[OpenCase, models.Notice]:
    row = models.Notice.objects.filter(id=notice).first()
    if row is None:
        raise NotFound("notice-no-such")
    try:
        return open_for(actor, row.case_id), row
    except NotFound:
        raise NotFound("notice-no-such") from None


def _about(opened: OpenCase, row: models.Notice) -> _About:
    return msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=_About)


def _view(opened: OpenCase, row: models.Notice) -> NoticeView:
    about = _about(opened, row)
    name = node().open_name(row.by_id, row.by.name_sealed)
    return NoticeView(row.id, about.asked, about.rests, name, row.by_id, row.made_at, row.sent_at, about.sha256)
