"""A desk, an authority, a company said no: an event of the case, with its reason as a word that can be counted."""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction
from django.db.models import F

from longarm.case.model import Case, Event
from longarm.case.vocabulary import REASONS
from longarm.case.when import When
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for, open_held
from longarm.casework.cases import case_at, file_of, save_case
from longarm.casework.node import record
from longarm.errors import BadInput
from longarm.store import models

LONGEST: Final = 2000
MOST: Final = 5000  # cases that one count opens, the newest first


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """`by`: the body, in words; `at`: the day as it is known; `reason`: one of `vocabulary.REASONS`; `words`: what it said."""

    by: str
    at: When
    reason: str
    words: str = ""


class Counted(NamedTuple):
    """How often each reason was given. `refused` of the `read` cases hold a refusal; `total` may be more than were read."""

    reasons: dict[str, int]
    refused: int
    read: int
    total: int


def record_refusal(actor: Actor, case: UUID, refused: Refused, from_version: int) -> int:
    """Adds the refusal to the case file. Returns the new version.

    Raises NotFound as `open_for` does, Conflict as `save_case` does, BadInput without a body or with a reason that is none.
    """
    actor.must_work_cases()
    by = " ".join(refused.by.split())
    if not by or len(by) > 200 or len(refused.words) > LONGEST:
        raise BadInput("casework-bad-text", longest=200)
    if refused.reason not in REASONS:
        raise BadInput("casework-no-refusal-reason")
    held = case_at(open_for(actor, case), from_version).case
    event = Event(
        id=_free(held),
        kind="report_refused",
        at=refused.at,
        by=None,
        before=by,
        reason=refused.reason,
        note=refused.words.strip() or None,
    )
    return save_case(actor, case, msgspec.structs.replace(held, events=(*held.events, event)), from_version)


def count_refusals(actor: Actor) -> Counted:
    """The reasons over the cases whose keys the actor holds, those that were merged away not twice; the count is recorded."""
    held = models.Case.objects.filter(keys__user_id=actor.user).exclude(
        stage__in=(models.Case.Stage.MERGED, models.Case.Stage.DELETED)
    )
    rows = {row.id: row for row in held.order_by("-made_at")[:MOST]}
    keys = dict(models.CaseKey.objects.filter(user_id=actor.user).values_list("case_id", "sealed"))
    contents = models.CaseContent.objects.filter(case__in=list(rows), version=F("case__version"))

    def file(content: models.CaseContent) -> Case:
        row = rows[content.case_id]
        return file_of(open_held(actor, row, keys[row.id]), content)

    files = tuple(file(content) for content in contents.iterator())
    with transaction.atomic():
        record(actor.user, "refusals-counted", organisation=actor.organisation, cases=str(len(files)))
    refused = sum(any(event.kind == "report_refused" for event in file.events) for file in files)
    return Counted(reasons(files), refused, len(files), held.count())


def reasons(cases: tuple[Case, ...]) -> dict[str, int]:
    """How often each reason was given in these cases: nothing else of them."""
    counted: dict[str, int] = {}
    for case in cases:
        for event in case.events:
            if event.kind == "report_refused":
                word = event.reason if event.reason in REASONS else "unknown"
                counted[word] = counted.get(word, 0) + 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _free(case: Case) -> str:
    taken = {part.id for kind in (case.persons, case.identifiers, case.events, case.exhibits) for part in kind}
    return next(name for number in range(1, len(taken) + 2) if (name := f"refused-{number}") not in taken)
