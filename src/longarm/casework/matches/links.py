"""The same offender in other cases: what ties a case of the actor's to others of the actor's, each look recorded.
Long: three looks at the same links.

Of cases of other teams only that there are some (`elsewhere`); of other organisations on this node, nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db import transaction

from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.day.brief import brief_of
from longarm.casework.matches.agreed import agreed
from longarm.casework.matches.elsewhere import Elsewhere, elsewhere
from longarm.casework.matches.judging import Verdict
from longarm.casework.matches.leaving import Leaving, leaving
from longarm.casework.matches.reading import Around, Known, around
from longarm.casework.matches.renewing import renew_if_bare
from longarm.casework.node import record
from longarm.casework.proof.exhibits import code_of
from longarm.casework.refusals import NotFound
from longarm.matching.answer import PartLine
from longarm.matching.link import Link, SetAside
from longarm.matching.pair import Pair
from longarm.matching.series import Held, Series
from longarm.matching.weights import Strength
from longarm.store.models import Exhibit

_Id = TypeVar("_Id")


class Side(NamedTuple):
    """A case as it is named beside another."""

    id: UUID
    called: str
    reference: str


class Tie(NamedTuple):
    """Another case and what ties it to this one, weightiest first. `strength` is that of all together: strong where they join the
    two. `verdicts`: every judgement of the two, the oldest first."""

    other: Side
    links: tuple[Link, ...]
    strength: Strength
    joins: bool
    verdicts: tuple[Verdict, ...]

    @property
    def verdict(self) -> str | None:
        """What counts now; None: nobody has judged, or it was withdrawn."""
        last = self.verdicts[-1].verdict if self.verdicts else None
        return None if last == "withdrawn" else last


class Same(NamedTuple):
    """`series`: how many cases it has together with this one, 0 for none. `cut`: more hangs together than one look opens.
    `agreed`: False where who reported has not allowed the comparison; then there is nothing else. `unheard`: recordings of the
    case without a fingerprint, how many by which reason."""

    ties: tuple[Tie, ...]
    set_aside: tuple[SetAside, ...]
    elsewhere: Elsewhere
    series: int
    cut: bool
    agreed: bool = True
    unheard: tuple[tuple[str, int], ...] = ()


class Compared(NamedTuple):
    """Two cases side by side. `reasons` are independent; `quotes`: aligned threats by what their link rests on; `exhibits` by
    case and code."""

    one: Known
    other: Known
    tie: Tie
    reasons: tuple[Link, ...]
    quotes: dict[Any, tuple[PartLine, ...]]
    exhibits: dict[tuple[UUID, str], UUID]


class SeriesView(NamedTuple):
    """A series of the actor's cases: files by id, who is who, and every two of them that are joined, the firmest first. `links`:
    all between two of its cases; `set_aside`: what they name and what joins nothing; `verdicts`: every judgement about two
    of its cases, or about one of them and another, the oldest first. `leaving`: what may go to a prosecutor."""

    series: Series
    joined: tuple[Held, ...]
    links: tuple[Link, ...]
    set_aside: tuple[SetAside, ...]
    verdicts: tuple[Verdict, ...]
    sides: dict[str, Side]
    files: dict[str, CaseFile]
    cut: bool
    leaving: Leaving


def same_of(actor: Actor, case: UUID) -> Same:
    """What ties `case` to others. Recorded when there is something. Raises NotFound when the actor is not of its team."""
    opened = open_for(actor, case)
    if not agreed(opened):
        return Same((), (), Elsewhere(0), 0, cut=False, agreed=False)
    renew_if_bare(actor, opened)
    found = around(actor, case)
    ties = _ties(found, case) if len(found.cases) > 1 else ()
    linked = _linked(found)
    aside = tuple(one for one in linked.set_aside if any(place.case == str(case) for place in one.because))
    series = _series_of(found, case)
    apart = elsewhere(actor, found.cases[case])
    if ties or apart.cases:
        with transaction.atomic():
            record(
                actor.user,
                "matches-listed",
                organisation=actor.organisation,
                case=case,
                count=str(len(ties)),
                others=str(apart.cases),
            )
    unheard = Counter[str]()
    for shown in found.cases[case].seen.values():
        unheard.update(shown.unheard)
    several = len(series.cases) if series else 0
    return Same(ties, aside, apart, several, found.cut, unheard=tuple(sorted(unheard.items())))


def compare(actor: Actor, case: UUID, other: UUID) -> Compared:
    """Two tied cases side by side; the look is recorded for both.

    Raises NotFound when the actor is not of both teams, or when nothing ties the two and nobody judged them.
    """
    from longarm.matching.pair import independent
    from longarm.matching.quotes import quotes

    found = around(actor, case, "same-no-tie")
    tie = next((one for one in _ties(found, case) if one.other.id == other), None)
    if tie is None:
        raise NotFound("same-no-tie")
    with transaction.atomic():
        for here, there in ((case, other), (other, case)):
            record(actor.user, "match-seen", organisation=actor.organisation, case=here, object=there)
    both = [item for item in found.items if item.case in (str(case), str(other))]
    linked = _linked(found)
    mine = tuple(link for link in linked.links if set(link.between) == {str(case), str(other)})
    made = quotes(both, type(linked)(mine, ()))
    rows = Exhibit.objects.filter(case_id__in=(case, other)).values_list("case_id", "number", "id")
    exhibits = {(of, code_of(number)): one for of, number, one in rows}
    return Compared(found.cases[case], found.cases[other], tie, independent(tie.links), made, exhibits)


def series_of(actor: Actor, case: UUID) -> SeriesView:
    """The series that `case` is of, among the actor's cases; the look is recorded for each of them. Raises NotFound for none."""
    found, series = whole_series(actor, case)
    with transaction.atomic():
        for one in series.cases:
            record(actor.user, "series-seen", organisation=actor.organisation, case=UUID(one), object=UUID(series.id))
    known = {one: found.cases[UUID(one)] for one in series.cases}
    linked, within = _linked(found), set(series.cases)
    inside = tuple(link for link in linked.links if set(link.between) <= within)
    aside = tuple(one for one in linked.set_aside if any(place.case in within for place in one.because))
    judged = tuple(one for one in found.verdicts if {*map(str, one.between)} & within and {*one.between} <= found.cases.keys())
    beside = {one for pair in (*series.beside, *series.apart, *series.conflict) for one in pair}
    beside |= {str(one) for verdict in judged for one in verdict.between}
    sides = {one: side_of(found.cases[UUID(one)]) for one in {*series.cases, *beside}}
    files = {one: each.file for one, each in known.items()}
    going = leaving(found, series, case)
    return SeriesView(series, _joined(found, series), inside, aside, judged, sides, files, found.cut, going)


def whole_series(actor: Actor, case: UUID) -> tuple[Around, Series]:
    """All that hangs together with `case`, and the series it is of. Not recorded: for acts that record themselves."""
    found = around(actor, case, "same-no-series")
    series = _series_of(found, case)
    if series is None:
        raise NotFound("same-no-series")
    return found, series


def side_of(known: Known) -> Side:
    brief = brief_of(known.file)
    return Side(known.opened.id, brief.called, brief.reference)


def _linked(found: Around) -> Any:
    from longarm.matching.links import links

    return links(found.items)


def _ties(found: Around, case: UUID) -> tuple[Tie, ...]:
    from longarm.matching.pair import pairs_of
    from longarm.matching.weights import rank, weights

    links = [link for link in _linked(found).links if str(case) in link.between]
    pairs = {_other(pair.between, str(case)): pair for pair in pairs_of(links, weights()).values()}
    judged = {_other(one.between, case) for one in found.verdicts if case in one.between}
    ties = []
    for other in {*(UUID(one) for one in pairs), *judged} & found.cases.keys():
        pair: Pair | None = pairs.get(str(other))
        those = tuple(link for link in links if str(other) in link.between)
        joins = bool(pair and pair.joins)
        strength: Strength = "strong" if joins else max((link.strength for link in those), key=rank, default="weak")
        about = tuple(one for one in found.verdicts if {case, other} == set(one.between))
        ties.append(Tie(side_of(found.cases[other]), those, strength, joins, about))
    return tuple(sorted(ties, key=lambda tie: (-rank(tie.strength), -sum(link.bits for link in tie.links), tie.other.reference)))


def _joined(found: Around, series: Series) -> tuple[Held, ...]:
    from longarm.matching.judgement import in_force
    from longarm.matching.pair import pairs_of
    from longarm.matching.weights import weights

    judged = in_force(one.as_judgement() for one in found.verdicts)
    held = {one.between: one for one in series.tree}
    for between, pair in pairs_of(_linked(found).links, weights()).items():
        if pair.joins and between not in judged and set(between) <= set(series.cases):
            held[between] = Held(between=between, bits=pair.bits, reasons=pair.reasons)
    return tuple(sorted(held.values(), key=lambda one: (not one.judged, -one.bits, one.between)))


def _series_of(found: Around, case: UUID) -> Series | None:
    from longarm.matching.series import series

    if len(found.cases) < 2:
        return None
    made = series(_linked(found), [one.as_judgement() for one in found.verdicts])
    return next((one for one in made if str(case) in one.cases), None)


def _other(between: tuple[_Id, _Id], one: _Id) -> _Id:
    return between[1] if between[0] == one else between[0]
