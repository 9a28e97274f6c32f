"""The gate before a lawful notice: each condition looked up in the case where the case can tell, told in words where it cannot.

Whoever is written to learns that somebody acts against them. So nothing goes out while a name is a guess, the proof lies open, a
child is near, or nobody has thought about what he may do next (guide of the forms, the lawful notice).
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

import msgspec

from longarm.case.model import Case, Person
from longarm.casework.day.tasks import TaskView
from longarm.casework.proof.proof_of import Proof
from longarm.documents.noticed import ACTS
from longarm.law.model import Facts

Name = Literal["identity", "acts", "sealed", "preserved", "child", "danger", "plan", "authority"]
# A plan or an answer of an authority is more than a word.
SHORTEST: Final = 20
LONGEST: Final = 4000
_OPEN_FILE: Final = ("report_filed", "arrest", "warrant_issued")
_OF_CHILDREN: Final = ("grooming", "child_sexual_demand")
_NEVER_OPENED: Final = ("withheld", "destroyed")


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What only people can tell. `plan`: what is done should he publish, threaten, come; `preserved`: of whom and on which day
    preservation was asked, where no task of the case says it; `authority`: who agreed and when, where a file is open.
    """

    suspect: str
    complainant: str
    plan: str = ""
    preserved: str = ""
    authority: str = ""


class Condition(NamedTuple):
    """`rests`: what it rests on, as the case says it (an id, a day, the words)."""

    name: Name
    holds: bool
    rests: str


class Seen(NamedTuple):
    """What the gate looks at. `child`: the mark of the case; `today`: by whose law and age it is judged."""

    case: Case
    child: bool
    proof: Proof
    tasks: tuple[TaskView, ...]
    facts: Facts
    today: date


def gate(seen: Seen, told: Told) -> tuple[Condition, ...]:
    """Every condition but the second person, in the order in which they are met."""
    suspect = next((one for one in seen.case.with_role("suspect") if one.id == told.suspect), None)
    known = suspect is not None and bool(suspect.legal_name) and suspect.identity == "known"
    acts = tuple(event.id for event in between(seen.case, told).events)
    bundle = seen.proof.bundles[-1] if seen.proof.bundles else None
    shown = [one for one in seen.proof.exhibits if one.state not in _NEVER_OPENED]
    sealed = bool(shown) and all(one.state == "sealed" for one in shown) and bundle is not None and bundle.stamp == "stamped"
    asked = next((one for one in seen.tasks if one.done_at and one.body.subject.startswith("preserve_data:")), None)
    preserved = f"{asked.body.subject} {asked.done_at:%Y-%m-%d}" if asked and asked.done_at else _enough(told.preserved)
    forbids = tuple(risk for risk in seen.case.risks if "lawful-notice" in seen.facts.hazards[risk].blocks_paths)
    open_file = tuple(event.id for event in seen.case.events if event.kind in _OPEN_FILE)
    authority = _enough(told.authority) if open_file else "-"
    return (
        Condition("identity", known, suspect.id if known and suspect else ""),
        Condition("acts", bool(acts), " ".join(acts)),
        Condition("sealed", sealed, f"bundle-{bundle.number} {bundle.about.stamped_at}" if sealed and bundle else ""),
        Condition("preserved", bool(preserved), preserved),
        Condition("child", not child_near(seen.case, seen.today, marked=seen.child), ""),
        Condition("danger", not set(forbids) - {"child_at_risk"}, " ".join(forbids)),
        Condition("plan", bool(_enough(told.plan)), _enough(told.plan)),
        Condition("authority", bool(authority), authority),
    )


def asks_authority(case: Case) -> bool:
    """Is a file open with an authority, so that it must agree first?"""
    return any(event.kind in _OPEN_FILE for event in case.events)


def between(case: Case, told: Told) -> Case:
    """What the paper may speak of: one suspect, one person harmed, what he did to her. No other person, number or exhibit."""
    two = tuple(
        msgspec.structs.replace(person, locations=person.locations if person.id == told.complainant else ())
        for person in case.persons
        if person.id in (told.suspect, told.complainant)
    )
    acts = tuple(
        msgspec.structs.replace(event, concerns=None, events=(), exhibits=(), note=None, notes=None, via=None)
        for event in case.events
        if event.kind in ACTS
        and event.by == told.suspect
        and (event.concerns or event.to or told.complainant) == told.complainant
    )
    kept = tuple(msgspec.structs.replace(act, to=told.complainant) for act in acts)
    return msgspec.structs.replace(case, persons=two, events=kept, identifiers=(), exhibits=(), risks=(), note=None, notes=None)


def child_near(case: Case, today: date, *, marked: bool) -> bool:
    """May a child be concerned? `marked`: the case goes the child's road."""
    return (
        marked
        or bool({"child_at_risk", "minor_needs_guardian"} & set(case.risks))
        or any(event.kind in _OF_CHILDREN for event in case.events)
        or any(_minor(person, today) for person in case.persons if set(person.roles) & {"complainant", "suspect"})
    )


def _minor(person: Person, today: date) -> bool:
    """True also for who may not be eighteen yet, as far as the year tells."""
    return bool(person.minor) or (person.birth_year is not None and person.minor is None and today.year - person.birth_year <= 18)


def _enough(words: str) -> str:
    words = words.strip()
    return words if len(words) >= SHORTEST else ""
