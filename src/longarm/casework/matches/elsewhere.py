"""Cases of other teams of the same organisation: that there are some which name the same, not which, not what. They can be asked.

A question is a row with the case it is asked of, and who asks: no words, and not which case it comes from. The team sees it on
the case and on *My day*, and talks; whoever agrees lets the other into the team. Nothing is opened for who asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for, open_with_key
from longarm.casework.cases import case_at
from longarm.casework.day.brief import open_brief
from longarm.casework.matches.named import tag_of
from longarm.casework.matches.reading import LIVE, MOST_SHARING, Known, items_in
from longarm.casework.matches.seen import seen_in
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotFound
from longarm.keys import case as case_keys
from longarm.store.models import Case, CaseKey, Named, Question, SeenTag

# Which tag an item's key has in the blind index. What many share (an address on the internet, a site) asks nobody.
_KINDS: Final = {
    "phone": "phone", "account": "account", "handle": "account", "email": "email", "payment_handle": "payment_handle",
    "wallet": "wallet", "iban": "iban", "url": "url", "imei": "imei",
}  # fmt: skip
_BANDS: Final = 12  # of 32 that two threats must have in common: about four fifths of their words
_AT_ONCE: Final = 500


class Elsewhere(NamedTuple):
    """How many cases of other teams name the same; since when the actor waits for an answer of any of them."""

    cases: int
    asked_at: datetime | None


class QuestionView(NamedTuple):
    """Who asks the team of a case to talk, and since when. `called`: the case, in a list across cases."""

    id: UUID
    name: str
    made_at: datetime
    case: UUID
    called: str = ""


def elsewhere(actor: Actor, known: Known) -> Elsewhere:
    """What other teams have, for an opened case."""
    cases = _cases(actor, known)
    asked = Question.objects.filter(by_id=actor.user, case_id__in=cases, closed_at=None).order_by("made_at").first()
    return Elsewhere(len(cases), asked.made_at if asked else None)


def ask_them(actor: Actor, case: UUID) -> int:
    """Leaves a question with every other team that has something; twice is once. Returns how many were asked.

    Raises NotFound when the actor is not of the case's team, Conflict where no other team has anything.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    others = _cases(actor, Known(opened, case_at(opened).case, seen_in(opened)))
    if not others:
        raise Conflict("same-nobody-to-ask")
    with transaction.atomic():
        asked = set(Question.objects.filter(by_id=actor.user, closed_at=None).values_list("case_id", flat=True))
        new = [other for other in others if other not in asked]
        Question.objects.bulk_create([Question(case_id=other, by_id=actor.user) for other in new])
        record(actor.user, "match-asked", organisation=actor.organisation, case=case, count=str(len(new)))
        for other in new:
            record(actor.user, "match-asked-of", organisation=actor.organisation, case=other)
    return len(new)


def questions_of(case: UUID) -> tuple[QuestionView, ...]:
    """Open questions to the team of a case that the caller has opened."""
    rows = Question.objects.filter(case_id=case, closed_at=None).select_related("by").order_by("made_at")
    return tuple(QuestionView(row.id, node().open_name(row.by.id, row.by.name_sealed), row.made_at, case) for row in rows)


def questions_for(actor: Actor) -> tuple[QuestionView, ...]:
    """Open questions to the teams of the actor, the oldest first: for *My day*."""
    cases = Question.objects.filter(case__keys__user_id=actor.user, case__stage__in=LIVE, closed_at=None).values_list("case_id")
    found = []
    for key in CaseKey.objects.filter(user_id=actor.user, case_id__in=cases).select_related("case"):
        opened = open_with_key(key.case, case_keys.open_with(actor.private, str(key.case_id), key.sealed))
        called = open_brief(opened, key.case).called
        found += [one._replace(called=called) for one in questions_of(opened.id)]
    return tuple(sorted(found, key=lambda one: one.made_at))


def close_question(actor: Actor, question: UUID) -> UUID:
    """The team has talked, or will not. Returns the case. Raises NotFound when it is not asked of the actor's teams, Conflict
    when it was closed before."""
    actor.must_work_cases()
    row = Question.objects.filter(id=question).first()
    if row is None:
        raise NotFound("same-no-question")
    opened = open_for(actor, row.case_id, "same-no-question")
    with transaction.atomic():
        now = timezone.now()
        if not Question.objects.filter(id=question, closed_at=None).update(closed_at=now, closed_by_id=actor.user):
            raise Conflict("same-question-closed")
        record(actor.user, "match-answered", organisation=opened.organisation, case=opened.id, object=row.by_id)
    return opened.id


def _cases(actor: Actor, known: Known) -> tuple[UUID, ...]:
    """Of other teams. What is official, the harmed side's own, or named by very many asks nobody."""
    theirs = Case.objects.filter(organisation_id=actor.organisation, stage__in=LIVE).exclude(keys__user_id=actor.user)
    found = dict.fromkeys(_by_identifiers(known, theirs))
    found.update(dict.fromkeys(_by_threats(known.opened.id, theirs)))
    return tuple(sorted(found))


def _by_identifiers(known: Known, theirs: Any) -> Iterator[UUID]:
    tags = {
        tag_of(kind, item.key)
        for item in items_in(known)
        if (kind := _KINDS.get(item.facet)) and item.role != "own" and not item.official
    }
    rows = Named.objects.filter(tag__in=tags, case__organisation_id=known.opened.organisation)
    crowded = rows.values("tag").annotate(number=Count("case")).filter(number__gt=MOST_SHARING)
    shared = {bytes(tag) for tag in crowded.values_list("tag", flat=True)}
    yield from theirs.filter(named__tag__in=tags - shared).values_list("id", flat=True).distinct()


def _by_threats(case: UUID, theirs: Any) -> Iterator[UUID]:
    tags = list(SeenTag.objects.filter(seen__exhibit__case_id=case).values_list("tag", flat=True).distinct())
    met: dict[UUID, int] = {}
    for first in range(0, len(tags), _AT_ONCE):
        rows = SeenTag.objects.filter(tag__in=tags[first : first + _AT_ONCE], seen__exhibit__case__in=theirs)
        counted = rows.values("seen__exhibit__case_id").annotate(number=Count("tag", distinct=True))
        for other, number in counted.values_list("seen__exhibit__case_id", "number"):
            met[other] = met.get(other, 0) + number
    yield from (other for other, number in met.items() if number >= _BANDS)
