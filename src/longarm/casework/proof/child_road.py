"""The road of a case that concerns a child, or may: set and cleared with a reason, and what is known of a withheld exhibit.

While a case is on it no holder's file is accepted (`giving`). The reasoning: docs/security.md, Child sexual material.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.case_keys import field_of, lock, open_for
from longarm.casework.cases import case_at
from longarm.casework.day.brief import open_brief
from longarm.casework.exchange.child import hold_back_from_others
from longarm.casework.node import record
from longarm.casework.proof.deliveries import take_one
from longarm.casework.proof.exhibits import exhibit_for
from longarm.casework.proof.withheld import Known, WithheldView, check_words, withheld_of, withhold
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.store.models import Bundle, Case, Exhibit, Note, Upload, Withheld

LONGEST_REASON: Final = 1000


class WithheldPage(NamedTuple):
    """`states`: where the persons harmed and the suspects are, and of what state the harmed are nationals: who must be told."""

    case: UUID
    called: str
    one: WithheldView
    states: tuple[str, ...]
    bundles: int  # sealed ones of the case: those that hold it go with it


class Given(NamedTuple):
    """A file that a holder gave and nobody has taken in: no name, since names tell."""

    id: UUID
    size: int
    given_at: datetime


class Road(NamedTuple):
    """A case on the road: what is withheld in it, what was given and lies unopened."""

    case: UUID
    called: str
    child: bool
    withheld: tuple[WithheldView, ...]
    given: tuple[Given, ...]


def look_at_road(actor: Actor, case: UUID) -> Road:
    """Raises NotFound when the actor is not of the case's team. The look is recorded."""
    opened = open_for(actor, case)
    row = Case.objects.get(id=case)
    files = Upload.objects.filter(channel__case_id=case, state=Upload.State.WHOLE).order_by("made_at", "id")
    with transaction.atomic():
        record(actor.user, "case-read", organisation=opened.organisation, case=case)
    given = tuple(Given(one.id, one.size, one.made_at) for one in files)
    return Road(case, open_brief(opened, row).called, row.child, withheld_of(opened), given)


def withhold_given(actor: Actor, upload: UUID, known: Known) -> UUID:
    """A file that a holder gave before somebody knew: an exhibit from now on, withheld before anybody could open it.

    Its bytes are hashed, and shown to nobody. Raises as `withheld.withhold` does, Conflict where it is not whole or was taken in.
    """
    actor.must_work_cases()
    check_words(known.where, known.how)
    row = Upload.objects.select_related("channel").filter(id=upload).first()
    if row is None:
        raise NotFound("casework-no-such-case")
    open_for(actor, row.channel.case_id)
    whole = row.state == Upload.State.WHOLE
    exhibit = take_one(actor, row.channel.case_id, upload, Exhibit.State.WITHHELD) if whole else None
    if exhibit is None:
        raise Conflict("child-taken-in")
    withhold(actor, exhibit, known)
    return exhibit


def set_child(actor: Actor, case: UUID, concerned: bool, reason: str) -> None:
    """Puts the case on the road, or takes it off where it was put there by mistake; the reason stands as a note in the case.
    On the road, what other organisations could meet is taken back until the team decides anew (`exchange.permitted`).

    Raises NotFound when the actor is not of the case's team, NotAllowed for who does not work cases, BadInput without a
    reason, Conflict when it would be taken off while an exhibit is withheld or was destroyed.
    """
    actor.must_work_cases()
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise BadInput("casework-no-reason", longest=LONGEST_REASON)
    opened = open_for(actor, case)
    with transaction.atomic():
        row = lock(opened)
        if not concerned and Withheld.objects.filter(exhibit__case_id=case).exists():
            raise Conflict("child-stays")
        row.child = concerned
        row.save(update_fields=["child"])
        if concerned:
            hold_back_from_others(case)
        note = Note(case_id=case, by_id=actor.user)
        note.body_sealed = opened.seal(field_of(note, "body_sealed"), reason.encode())
        note.save(force_insert=True)
        word = "child-road-set" if concerned else "child-road-cleared"
        record(actor.user, word, organisation=opened.organisation, case=case, object=note.id)


def look_at_withheld(actor: Actor, exhibit: UUID) -> WithheldPage:
    """What is known of a withheld or destroyed exhibit, in words; nothing of it is opened, the look is recorded.

    Raises NotFound when it is not one of the actor's cases, Conflict where nothing is withheld.
    """
    opened, row = exhibit_for(actor, exhibit)
    one = next((view for view in withheld_of(opened) if view.exhibit == row.id), None)
    if one is None:
        raise Conflict("casework-not-withheld")
    called = open_brief(opened, Case.objects.get(id=opened.id)).called
    states = states_concerned(case_at(opened).case)
    with transaction.atomic():
        record(actor.user, "withheld-viewed", organisation=opened.organisation, case=opened.id, object=exhibit)
    return WithheldPage(opened.id, called, one, states, Bundle.objects.filter(case_id=opened.id).count())


def states_concerned(file: CaseFile) -> tuple[str, ...]:
    """Where the persons harmed are, where the suspects are, then of which states the persons harmed are nationals; each once."""
    places = [where.state for person in (*file.complainants, *file.suspects) for where in person.locations]
    nationals = [one.state for person in file.complainants for one in person.nationalities]
    return tuple(dict.fromkeys(state for state in (*places, *nationals) if state != "unknown"))
