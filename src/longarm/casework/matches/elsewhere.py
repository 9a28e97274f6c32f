"""Cases of other teams of the same organisation: that there are some which name the same, not which, not what. They can be asked.
Long: the question and its answer, so that what each tells is read together.

A question is a row with the case it is asked of, and who asks: no words, and not which case it comes from. The team sees it on
the case and on *My day* and answers: with a name to talk to, or not at all. Whoever agrees lets the other into the team. Nothing
is opened for who asked. Who puts numbers into a case of their own to learn whether somebody reported meets three things: a
harmed person's own number has another tag (`named`), a case looks for its first `MOST_NAMED` identifiers only, and a person's
looks are counted by the day and recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for, open_with_key
from longarm.casework.cases import case_at
from longarm.casework.day.brief import open_brief
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.named import THEIRS, tag_of
from longarm.casework.matches.reading import KINDS, LIVE, MOST_SHARING, Known, items_in
from longarm.casework.matches.seen import seen_in
from longarm.casework.node import node, record
from longarm.casework.people import tries
from longarm.casework.refusals import Conflict, NotFound
from longarm.keys import case as case_keys
from longarm.store.models import Case, CaseKey, Named, Question, SeenTag

MOST_NAMED: Final = 200  # identifiers of one case that are looked for in other teams' cases: more is fishing
LOOKS_A_DAY: Final = 100  # cases, or versions of cases, for which a person is told on one day what other teams have
ASKED_FOR: Final = timedelta(days=30)  # a question, answered or not, is not asked again before
_DAY: Final = timedelta(days=1)
_BANDS: Final = 12  # of 32 that two threats must have in common: about four fifths of their words
_AT_ONCE: Final = 500


class Elsewhere(NamedTuple):
    """How many cases of other teams name the same; since when the actor waits for an answer of any of them; who of those teams
    answered, and when. `spent`: the actor has looked too often today to be told."""

    cases: int
    asked_at: datetime | None = None
    answers: tuple[tuple[str, datetime], ...] = ()
    spent: bool = False


class QuestionView(NamedTuple):
    """Who asks the team of a case to talk, and since when. `called`: the case, in a list across cases."""

    id: UUID
    name: str
    made_at: datetime
    case: UUID
    called: str = ""


def elsewhere(actor: Actor, known: Known) -> Elsewhere:
    """What other teams have, for an opened case."""
    if not agreed(known.opened):
        return Elsewhere(0)
    if _spent(actor, known):
        return Elsewhere(0, spent=True)
    cases = _cases(actor, known)
    mine = Question.objects.filter(by_id=actor.user, case_id__in=cases).select_related("closed_by").order_by("made_at")
    waiting = [one for one in mine if one.closed_by is None and one.made_at > timezone.now() - ASKED_FOR]
    answers = [
        (node().open_name(one.closed_by.id, one.closed_by.name_sealed), one.closed_at)
        for one in mine
        if one.closed_by and one.closed_at
    ]
    return Elsewhere(len(cases), waiting[0].made_at if waiting else None, tuple(answers))


def ask_them(actor: Actor, case: UUID) -> int:
    """Leaves a question with every other team that has something; twice is once. Returns how many were asked.

    Raises NotFound when the actor is not of the case's team, Conflict where no other team has anything.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    known = Known(opened, case_at(opened).case, seen_in(opened))
    others = () if not agreed(opened) or _spent(actor, known) else _cases(actor, known)
    if not others:
        raise Conflict("same-nobody-to-ask")
    with transaction.atomic():
        lately = Question.objects.filter(by_id=actor.user, made_at__gt=timezone.now() - ASKED_FOR)
        open_still = Question.objects.filter(by_id=actor.user, closed_at=None)
        asked = {*lately.values_list("case_id", flat=True), *open_still.values_list("case_id", flat=True)}
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


def close_question(actor: Actor, question: UUID, *, talks: bool = True) -> UUID:
    """The actor will talk, and is named to who asked; or nobody will, and nobody is. Returns the case.

    Raises NotFound when it is not asked of the actor's teams, Conflict when it was closed before.
    """
    actor.must_work_cases()
    row = Question.objects.filter(id=question).first()
    if row is None:
        raise NotFound("same-no-question")
    opened = open_for(actor, row.case_id, "same-no-question")
    with transaction.atomic():
        now = timezone.now()
        if not Question.objects.filter(id=question, closed_at=None).update(
            closed_at=now, closed_by_id=actor.user if talks else None
        ):
            raise Conflict("same-question-closed")
        act = "match-answered" if talks else "match-declined"
        record(actor.user, act, organisation=opened.organisation, case=opened.id, object=row.by_id)
    return opened.id


def _spent(actor: Actor, known: Known) -> bool:
    """Counts each version of a case once a day; the first look over the measure is recorded."""
    what = f"{actor.user}|{known.opened.id}|{known.opened.version}"
    if not tries.once("elsewhere", what, timezone.now() + _DAY):
        return tries.seen("elsewhere", str(actor.user), _DAY) > LOOKS_A_DAY
    looks = tries.count("elsewhere", str(actor.user), _DAY)
    if looks == LOOKS_A_DAY + 1:
        with transaction.atomic():
            record(actor.user, "matches-spent", organisation=actor.organisation, case=known.opened.id)
    return looks > LOOKS_A_DAY


def _cases(actor: Actor, known: Known) -> tuple[UUID, ...]:
    """Of other teams. What is official, the harmed side's own, or named by very many asks nobody."""
    theirs = Case.objects.filter(organisation_id=actor.organisation, stage__in=LIVE).exclude(keys__user_id=actor.user)
    found = dict.fromkeys(_by_identifiers(known, theirs))
    found.update(dict.fromkeys(_by_threats(known.opened.id, theirs)))
    return tuple(sorted(found))


def _by_identifiers(known: Known, theirs: Any) -> Iterator[UUID]:
    asked: dict[str, None] = {}
    tags: set[bytes] = set()
    for item in items_in(known):
        kind = KINDS.get(item.facet)
        if kind is None or item.role not in THEIRS or item.official:
            continue
        asked[item.what] = None
        if len(asked) > MOST_NAMED:
            break
        tags.add(tag_of(kind, item.key))
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
