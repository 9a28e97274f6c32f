"""What a person decides about two cases: one offender or not. Kept under both keys, never erased; the last one counts.

The machine proposes and never goes against it. Which two cases a judgement is about stands in no column: a row lies with each.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, lock, open_for
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.matching.judgement import Judgement as Judged
from longarm.matching.judgement import Verdict as Word
from longarm.store.models import Case, Judgement, User

LONGEST_WHY: Final = 1000
WORDS: Final[tuple[Literal["same", "different", "unsure"], ...]] = ("same", "different", "unsure")


class _About(msgspec.Struct, frozen=True, kw_only=True):
    other: UUID
    verdict: Word
    why: str
    by: UUID
    at: datetime


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as it is read back. `between`: two ids, the smaller first."""

    between: tuple[UUID, UUID]
    verdict: Word
    why: str
    by: UUID
    name: str
    at: datetime

    @property
    def mark(self) -> tuple[str, ...]:
        """The same for both of its rows."""
        return (*map(str, self.between), self.at.isoformat(), str(self.by))

    def as_judgement(self) -> Judged:
        """For `longarm.matching`."""
        one, other = (str(case) for case in self.between)
        number = int(self.at.timestamp() * 1_000_000)
        return Judged(between=(one, other), verdict=self.verdict, number=number, by=str(self.by), at=str(self.at), why=self.why)


def judge(actor: Actor, case: UUID, other: UUID, verdict: Word, why: str) -> None:
    """Records what the actor decided about two cases whose keys the actor holds.

    Raises NotFound when the actor is not of both teams, BadInput without a reason, Conflict for a case with itself, one that
    was merged, or a withdrawal where there is nothing to withdraw.
    """
    actor.must_work_cases()
    why = why.strip()
    if not why or len(why) > LONGEST_WHY:
        raise BadInput("same-no-why", longest=LONGEST_WHY)
    both = open_for(actor, case), open_for(actor, other)
    if case == other:
        raise Conflict("same-not-to-judge")
    with transaction.atomic():
        for opened in sorted(both, key=lambda opened: opened.id):
            lock(opened)
        if verdict == "withdrawn" and _standing(both[0], other) in (None, "withdrawn"):
            raise Conflict("same-not-to-judge")
        now = _after_all(both, timezone.now())
        for opened, beside in (both, both[::-1]):
            row = Judgement(case_id=opened.id)
            about = _About(other=beside.id, verdict=verdict, why=why, by=actor.user, at=now)
            row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(about))
            row.save(force_insert=True)
            record(actor.user, "match-judged", organisation=opened.organisation, case=opened.id, object=beside.id)


def verdicts_of(opened: OpenCase) -> tuple[Verdict, ...]:
    """Every judgement about an opened case, the oldest first. A case that was merged since stands for what it became."""
    abouts = [
        msgspec.json.decode(opened.open(field_of(row, "about_sealed"), row.about_sealed), type=_About)
        for row in Judgement.objects.filter(case_id=opened.id)
    ]
    names = {user.id: node().open_name(user.id, user.name_sealed) for user in User.objects.filter(id__in={a.by for a in abouts})}
    found = []
    for about in sorted(abouts, key=lambda about: about.at):
        other = _now(about.other)
        if other != opened.id:
            one, two = sorted((opened.id, other))
            found.append(
                Verdict(
                    between=(one, two),
                    verdict=about.verdict,
                    why=about.why,
                    by=about.by,
                    name=names.get(about.by, ""),
                    at=about.at,
                )
            )
    return tuple(found)


def _after_all(both: tuple[OpenCase, OpenCase], now: datetime) -> datetime:
    """Now, or just after the last judgement of either case where the clock was set back since: the last word counts."""
    last = max((one.at for opened in both for one in verdicts_of(opened)), default=None)
    return max(now, last + timedelta(microseconds=1)) if last else now


def _standing(opened: OpenCase, other: UUID) -> Word | None:
    return next((one.verdict for one in reversed(verdicts_of(opened)) if other in one.between), None)


def _now(case: UUID) -> UUID:
    """Where a merged case went."""
    seen = {case}
    while into := Case.objects.filter(id=case).values_list("merged_into_id", flat=True).first():
        if into in seen:
            break
        seen.add(into)
        case = into
    return case
