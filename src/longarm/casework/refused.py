"""A desk, an authority, a company said no: an event of the case, with its reason as a word that can be counted."""

from __future__ import annotations

from typing import Final
from uuid import UUID

import msgspec

from longarm.case.model import Case, Event
from longarm.case.vocabulary import REASONS
from longarm.case.when import When
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, save_case
from longarm.errors import BadInput

LONGEST: Final = 2000


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """`by`: the body, in words; `at`: the day as it is known; `reason`: one of `vocabulary.REASONS`; `words`: what it said."""

    by: str
    at: When
    reason: str
    words: str = ""


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
