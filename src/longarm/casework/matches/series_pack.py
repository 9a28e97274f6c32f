"""What goes along when a series leaves: the paper, its links for a machine, each case's facts, and, where chosen, the exhibits.

Everything has names of the bundle alone. Who was harmed stands in none of what longarm writes; exhibits are as they came, and
may show anything.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from longarm.case.file import to_json as case_json
from longarm.casework.matches.leaving import Leaving, series_among
from longarm.casework.matches.reading import Around, Known
from longarm.casework.proof.exhibits import NEVER_OPENED, About, about_of, code_of, source_of
from longarm.casework.refusals import Conflict
from longarm.documents.matter import ExhibitLine
from longarm.documents.series import Decided, Member, SeriesMatter, series_paper
from longarm.documents.series_file import DecidedLine, ExhibitName, SeriesCase, SeriesFile, to_json
from longarm.evidence.received import Received
from longarm.exchange.request.unnamed import Theirs, Unnamed, unnamed
from longarm.law.model import Facts
from longarm.matching.answer import answer
from longarm.matching.item import Facet
from longarm.matching.judgement import in_force
from longarm.matching.link import Because, Link, Linked, SetAside
from longarm.matching.pair import pairs_of
from longarm.matching.series import Held, Series
from longarm.matching.weights import weights
from longarm.store.models import Exhibit, User
from longarm.texts import Language, say

_CONTENT: Final = ("text", "image", "voice")
_SHARED_KEYS: Final = ("name", "ip", "card")  # one key of many people: that hers is the same says nothing


class Wanted(NamedTuple):
    """`by`: the organisation that asks; `on`: the day by which law is applied; `exhibits`: these go along too."""

    by: str
    facts: Facts
    language: Language
    on: date
    exhibits: bool


class Packing(NamedTuple):
    """`beside`: what longarm wrote, by its path; `received`: the exhibits that go."""

    beside: dict[str, bytes]
    received: tuple[Received, ...]


class _Numbered(NamedTuple):
    row: Exhibit
    code: str
    about: About


class _Going(NamedTuple):
    """A case on its way: its name in the bundle, what it may say, its exhibits by their code in the case."""

    key: str
    known: Known
    told: Unnamed
    exhibits: dict[str, _Numbered]


def pack(found: Around, plan: Leaving, wanted: Wanted) -> Packing:
    """Everything that goes, exhibits as sources that are read while they are sealed. Raises BadInput where the law engine refuses
    a case, Conflict when an exhibit went in the meantime."""
    from longarm.matching.links import links

    linked = links(found.items)
    cases = _going(found, plan)
    series, joined = _held(linked, found, cases)
    aside, harmed = _aside(linked.set_aside, cases, Theirs(known.file for known in found.cases.values()))
    decided = tuple(_decided(found, cases))
    inside = [_renamed(link, cases) for link in linked.links if all(case in cases for case in link.between)]
    members = tuple(
        Member(key=one.key, file=one.told.case, exhibits=_lines(one, inside, all_of=wanted.exhibits), withheld=True)
        for one in cases.values()
    )
    matter = SeriesMatter(
        series=series, members=members, joined=joined, aside=(*aside, *harmed), left_out=plan.stay, by=wanted.by,
        decided=tuple(_said(one, wanted.language) for one in decided),
        kept_back=sum(one.told.kept_back for one in cases.values()), exhibits_here=wanted.exhibits,
    )  # fmt: skip
    paper = series_paper(matter, wanted.facts, wanted.language, wanted.on)
    listed = answer(Linked(tuple(inside), aside), (series,), {})
    file = SeriesFile(
        made_on=wanted.on.isoformat(),
        by=wanted.by,
        cases=tuple(_case(one, member, here=wanted.exhibits) for one, member in zip(cases.values(), members, strict=True)),
        series=listed.series[0],
        joined=tuple(held.between for held in joined),
        links=listed.links,
        set_aside=listed.set_aside,
        set_aside_harmed_side=len(harmed),
        decided=decided,
        left_out=plan.stay,
    )
    beside = {_place(one.key): case_json(one.told.case) for one in cases.values()}
    beside |= {"series.json": to_json(file), "series.pdf": paper.pdf}
    return Packing(beside, tuple(_received(cases.values())) if wanted.exhibits else ())


def _going(found: Around, plan: Leaving) -> dict[str, _Going]:
    """By the id of the case; numbers of exhibits run through all of them."""
    theirs = Theirs(known.file for known in found.cases.values())
    hers = {(item.facet, item.key) for item in found.items if item.role == "own" and _one_persons(item.facet)}
    here, number, going = _names(plan.ids), 0, {}
    for known in plan.cases:
        case = str(known.opened.id)
        back = {item.what for item in found.items if item.case == case and (item.facet, item.key) in hers}
        exhibits: dict[str, _Numbered] = {}
        for row in Exhibit.objects.filter(case_id=case).exclude(state__in=NEVER_OPENED).order_by("number"):
            number += 1
            exhibits[code_of(row.number)] = _Numbered(row, code_of(number), about_of(known.opened, row))
        going[case] = _Going(here[case], known, unnamed(known.file, here[case], theirs, back), exhibits)
    return going


def _one_persons(facet: Facet) -> bool:
    return "~" not in facet and facet not in _SHARED_KEYS


def _names(ids: tuple[UUID, ...]) -> dict[str, str]:
    """`C-1A2B3C4D`: the beginning of the case's random id, as much as tells them apart."""
    length = next(n for n in (8, 12, 32) if len({one.hex[:n] for one in ids}) == len(ids))
    return {str(one): f"C-{one.hex[:length].upper()}" for one in ids}


def _held(linked: Linked, found: Around, cases: Mapping[str, _Going]) -> tuple[Series, tuple[Held, ...]]:
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
        reasons = tuple(_renamed(link, cases) for link in each.reasons)
        return msgspec.structs.replace(each, between=pair_of(each.between), reasons=reasons)

    made = msgspec.structs.replace(
        one, id=cases[one.id].key, cases=tuple(cases[case].key for case in one.cases), tree=tuple(map(again, one.tree)),
        weakest=again(one.weakest), bridges=tuple(map(pair_of, one.bridges)), beside=tuple(map(pair_of, one.beside)),
        apart=tuple(map(pair_of, one.apart)), conflict=tuple(map(pair_of, one.conflict)),
    )  # fmt: skip
    return made, tuple(map(again, ordered))


def _renamed(link: Link, cases: Mapping[str, _Going]) -> Link:
    one, other = (_renamed_place(place, link.facet, cases) for place in link.because)
    first, second = link.between
    return msgspec.structs.replace(link, between=(cases[first].key, cases[second].key), because=(one, other))


def _renamed_place(place: Because, facet: Facet, cases: Mapping[str, _Going]) -> Because:
    case = cases[place.case]
    if facet not in _CONTENT:
        return Because(case.key, case.told.ids[place.what])
    code, stroke, number = place.what.partition("/")
    if code not in case.exhibits:
        raise Conflict("casework-case-changed")
    return Because(case.key, f"{case.exhibits[code].code}{stroke}{number}")


def _aside(
    all_aside: Iterable[SetAside], cases: Mapping[str, _Going], theirs: Theirs
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


def _decided(found: Around, cases: Mapping[str, _Going]) -> Iterator[DecidedLine]:
    """Without the words of who decided: they are for the team, and may say anything."""
    roles = dict(User.objects.filter(id__in={one.by for one in found.verdicts}).values_list("id", "role"))
    for one in found.verdicts:
        first, second = map(str, one.between)
        if first in cases and second in cases:
            between = (cases[first].key, cases[second].key)
            yield DecidedLine(
                between=between, verdict=one.verdict, role=roles.get(one.by, "caseworker"), on=one.at.date().isoformat()
            )


def _said(one: DecidedLine, language: Language) -> Decided:
    role = say("desk-role", language, role=one.role)
    return Decided(between=one.between, verdict=one.verdict, role=role, on=date.fromisoformat(one.on), why="")


def _lines(one: _Going, inside: Iterable[Link], *, all_of: bool) -> tuple[ExhibitLine, ...]:
    """All that go along; else those that a link rests on, so that they can be asked for by number and digest."""
    rest_on = {place.what.partition("/")[0] for link in inside for place in link.because if place.case == one.key}
    return tuple(
        ExhibitLine(id=each.code, description=_name(each), sha256=each.about.sha256, size=each.row.size)
        for each in one.exhibits.values()
        if all_of or each.code in rest_on
    )


def _case(one: _Going, member: Member, *, here: bool) -> SeriesCase:
    exhibits = tuple(
        ExhibitName(id=line.id, sha256=line.sha256, size=line.size or 0, here=here) for line in member.exhibits
    )  # fmt: skip
    return SeriesCase(key=one.key, facts=f"data/beside/{_place(one.key)}", kept_back=one.told.kept_back, exhibits=exhibits)


def _received(cases: Iterable[_Going]) -> Iterator[Received]:
    for one in cases:
        for each in one.exhibits.values():
            source = source_of(one.known.opened, each.row, name=_name(each))
            at = each.row.received_at.isoformat(timespec="seconds")
            yield Received(source, received_at=at, number=int(each.code[1:]))


def _name(each: _Numbered) -> str:
    """`E0003.jpg`: of the real name only an ending that says a kind of file."""
    end = PurePosixPath(each.about.name).suffix.lower()
    return each.code + (end if end.isascii() and mimetypes.guess_type(f"x{end}")[0] else "")


def _place(key: str) -> str:
    return f"cases/{key}.json"
