"""Cases of a series on their way out: what each may say, under names of the bundle, and its exhibits, numbered through all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from uuid import UUID

from longarm.casework.matches.leaving import Leaving
from longarm.casework.matches.reading import Around, Known
from longarm.casework.proof.exhibits import NEVER_OPENED, About, about_of, bare_name, code_of, source_of
from longarm.documents.matter import ExhibitLine
from longarm.evidence.received import Received
from longarm.exchange.request.theirs import Theirs
from longarm.exchange.request.unnamed import Unnamed, unnamed
from longarm.matching.item import Facet
from longarm.matching.link import Link
from longarm.store.models import Exhibit

_SHARED_KEYS: Final = ("name", "ip", "card")  # one key of many people: that hers is the same says nothing


class Numbered(NamedTuple):
    row: Exhibit
    code: str
    about: About


class Going(NamedTuple):
    """A case on its way: its name in the bundle, what it may say, its exhibits by their code in the case."""

    key: str
    known: Known
    told: Unnamed
    exhibits: dict[str, Numbered]

    @property
    def place(self) -> str:
        """Of its facts in the bundle, below `data/beside/`."""
        return f"cases/{self.key}.json"


def going_of(found: Around, plan: Leaving) -> dict[str, Going]:
    """By the id of the case; numbers of exhibits run through all of them."""
    theirs = Theirs(known.file for known in found.cases.values())
    hers = {(item.facet, item.key) for item in found.items if item.role == "own" and _one_persons(item.facet)}
    here, number, going = _names(plan.ids), 0, {}
    for known in plan.cases:
        case = str(known.opened.id)
        back = {item.what for item in found.items if item.case == case and (item.facet, item.key) in hers}
        exhibits: dict[str, Numbered] = {}
        for row in Exhibit.objects.filter(case_id=case).exclude(state__in=NEVER_OPENED).order_by("number"):
            number += 1
            exhibits[code_of(row.number)] = Numbered(row, code_of(number), about_of(known.opened, row))
        going[case] = Going(here[case], known, unnamed(known.file, here[case], theirs, back), exhibits)
    return going


def _one_persons(facet: Facet) -> bool:
    return "~" not in facet and facet not in _SHARED_KEYS


def _names(ids: tuple[UUID, ...]) -> dict[str, str]:
    """`C-1A2B3C4D`: the beginning of the case's random id, as much as tells them apart."""
    length = next(n for n in (8, 12, 32) if len({one.hex[:n] for one in ids}) == len(ids))
    return {str(one): f"C-{one.hex[:length].upper()}" for one in ids}


def lines_of(one: Going, inside: Iterable[Link], *, all_of: bool) -> tuple[ExhibitLine, ...]:
    """All that go along; else those that a link rests on, so that they can be asked for by number and digest."""
    rest_on = {place.what.partition("/")[0] for link in inside for place in link.because if place.case == one.key}
    return tuple(
        ExhibitLine(id=each.code, description=_name(each), sha256=each.about.sha256, size=each.row.size)
        for each in one.exhibits.values()
        if all_of or each.code in rest_on
    )


def received_of(cases: Iterable[Going]) -> Iterator[Received]:
    for one in cases:
        for each in one.exhibits.values():
            source = source_of(one.known.opened, each.row, name=_name(each))
            at = each.row.received_at.isoformat(timespec="seconds")
            yield Received(source, received_at=at, number=int(each.code[1:]))


def _name(each: Numbered) -> str:
    return bare_name(each.code, each.about.name)
