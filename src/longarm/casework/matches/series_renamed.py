"""The links of a series under the names of the bundle: what holds it, what was set aside, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from longarm.casework.matches.leaving import series_among
from longarm.casework.matches.reading import Around
from longarm.casework.matches.series_going import Going
from longarm.casework.refusals import Conflict
from longarm.documents.series_file import DecidedLine
from longarm.exchange.request.theirs import Theirs
from longarm.matching.item import Facet
from longarm.matching.judgement import in_force
from longarm.matching.link import Because, Link, Linked, SetAside
from longarm.matching.pair import pairs_of
from longarm.matching.series import Held, Series
from longarm.matching.weights import weights
from longarm.store.models import User

_CONTENT: Final = ("text", "image", "voice")


def held_of(linked: Linked, found: Around, cases: Mapping[str, Going]) -> tuple[Series, tuple[Held, ...]]:
    [one] = series_among(cases, linked.links, found)
    held = {each.between: each for each in one.tree}
    judged = in_force(verdict.as_judgement() for verdict in found.verdicts)
    for between, pair in pairs_of(linked.links, weights()).items():
        if pair.joins and between not in judged and set(between) <= set(one.cases):
            held[between] = Held(between=between, bits=pair.bits, reasons=pair.reasons)
    ordered = sorted(held.values(), key=lambda each: (not each.judged, -each.bits, each.between))

    def pair_of(between: tuple[str, str]) -> tuple[str, str]:
        return cases[between[0]].key, cases[between[1]].key

    def again(each: Held) -> Held:
        reasons = tuple(renamed(link, cases) for link in each.reasons)
        return msgspec.structs.replace(each, between=pair_of(each.between), reasons=reasons)

    made = msgspec.structs.replace(
        one, id=cases[one.id].key, cases=tuple(cases[case].key for case in one.cases), tree=tuple(map(again, one.tree)),
        weakest=again(one.weakest), bridges=tuple(map(pair_of, one.bridges)), beside=tuple(map(pair_of, one.beside)),
        apart=tuple(map(pair_of, one.apart)), conflict=tuple(map(pair_of, one.conflict)),
    )  # fmt: skip
    return made, tuple(map(again, ordered))


def renamed(link: Link, cases: Mapping[str, Going]) -> Link:
    one, other = (_renamed_place(place, link.facet, cases) for place in link.because)
    first, second = link.between
    return msgspec.structs.replace(link, between=(cases[first].key, cases[second].key), because=(one, other))


def _renamed_place(place: Because, facet: Facet, cases: Mapping[str, Going]) -> Because:
    case = cases[place.case]
    if facet not in _CONTENT:
        return Because(case.key, case.told.ids[place.what])
    code, stroke, number = place.what.partition("/")
    if code not in case.exhibits:
        raise Conflict("casework-case-changed")
    return Because(case.key, f"{case.exhibits[code].code}{stroke}{number}")


def aside_of(
    all_aside: Iterable[SetAside], cases: Mapping[str, Going], theirs: Theirs
) -> tuple[tuple[SetAside, ...], tuple[SetAside, ...]]:
    """What was set aside and may be named (a suspect's, in two of these cases or more); what is the harmed side's, unnamed."""
    named, harmed = [], []
    for one in all_aside:
        places = [place for place in one.because if place.case in cases]
        if one.ground == "harmed_side":
            harmed += [msgspec.structs.replace(one, identifier="", because=(), number=0)] if places else []
            continue
        if one.facet not in _CONTENT:
            going = {case: {mine.id for mine in cases[case].told.case.identifiers} for case in {place.case for place in places}}
            places = [place for place in places if cases[place.case].told.ids.get(place.what) in going[place.case]]
        number = len({place.case for place in places})
        if number > 1 and not theirs.in_(one.identifier if one.facet not in _CONTENT else ""):
            because = tuple(_renamed_place(place, one.facet, cases) for place in places)
            named.append(msgspec.structs.replace(one, because=because, number=number))
    return tuple(named), tuple(harmed)


def decided_of(found: Around, cases: Mapping[str, Going]) -> Iterator[DecidedLine]:
    """Without the words of who decided: they are for the team, and may say anything."""
    roles = dict(User.objects.filter(id__in={one.by for one in found.verdicts}).values_list("id", "role"))
    for one in found.verdicts:
        first, second = map(str, one.between)
        if first in cases and second in cases:
            between = (cases[first].key, cases[second].key)
            yield DecidedLine(
                between=between, verdict=one.verdict, role=roles.get(one.by, "caseworker"), on=one.at.date().isoformat()
            )
