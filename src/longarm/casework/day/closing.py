"""How a case ends, each time it does: an outcome from a list that is data, and words. Reopened, it goes on where it stood."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.day.tasks import next_day
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.store.models import Case, Closing, User
from longarm.strict_yaml import load
from longarm.typed_yaml import convert

LONGEST = 4_000  # characters


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is sealed. No outcome: the case was opened again."""

    outcome: str = ""
    words: str = ""


class _Outcomes(msgspec.Struct, frozen=True):
    outcomes: tuple[str, ...]


class Ending(NamedTuple):
    """A closing or a reopening, as the desk shows it."""

    outcome: str
    words: str
    by: str
    at: datetime


@cache
def outcomes() -> tuple[str, ...]:
    """Their codes, in the order in which they are offered; said in Fluent (`work-outcome-<code>`)."""
    text = files("longarm.casework.day").joinpath("outcomes.yaml").read_bytes()
    return convert(load(text, "outcomes.yaml"), _Outcomes).outcomes


def close_case(actor: Actor, case: UUID, outcome: str, words: str = "") -> None:
    """Ends a case. Nobody waits any more, its tasks rest; everything stays as it is until rules or people delete it.

    Raises NotFound as `open_for` does, Conflict when it is closed already, BadInput for an unknown outcome.
    """
    actor.must_work_cases()
    if outcome not in outcomes():
        raise BadInput("casework-no-outcome")
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if row.stage not in (Case.Stage.RECEIVED, Case.Stage.OPEN):
            raise Conflict("casework-case-closed")
        row.stage, row.closed_at, row.asked_at, row.due_on = Case.Stage.CLOSED, timezone.now(), None, None
        row.save(update_fields=["stage", "closed_at", "asked_at", "due_on"])
        _write(opened, actor, About(outcome=outcome, words=_checked(words)))
        record(actor.user, "case-closed", organisation=opened.organisation, case=case, outcome=outcome)


def reopen(actor: Actor, case: UUID, words: str = "") -> None:
    """Raises Conflict when the case is not closed, NotFound as `open_for` does."""
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if row.stage != Case.Stage.CLOSED:
            raise Conflict("casework-case-not-closed")
        row.stage, row.closed_at, row.due_on = Case.Stage.OPEN, None, next_day(case)
        row.save(update_fields=["stage", "closed_at", "due_on"])
        _write(opened, actor, About(words=_checked(words)))
        record(actor.user, "case-reopened", organisation=opened.organisation, case=case)


def endings_of(opened: OpenCase) -> tuple[Ending, ...]:
    """Every closing and reopening of an opened case, the newest first."""
    rows = list(Closing.objects.filter(case_id=opened.id).order_by("-made_at"))
    here = node()
    names = {
        user.id: here.open_name(user.id, user.name_sealed) for user in User.objects.filter(id__in={row.by_id for row in rows})
    }
    found = []
    for row in rows:
        about = msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=About)
        found.append(Ending(about.outcome, about.words, names[row.by_id], row.made_at))
    return tuple(found)


def _checked(words: str) -> str:
    words = words.strip()
    if len(words) > LONGEST:
        raise BadInput("casework-bad-text", longest=LONGEST)
    return words


def _write(opened: OpenCase, actor: Actor, about: About) -> None:
    row = Closing.objects.create(case_id=opened.id, about_sealed=b"", by_id=actor.user)  # its number is part of the seal
    row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(about))
    row.save(update_fields=["about_sealed"])
