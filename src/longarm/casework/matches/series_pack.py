"""What goes along when a series leaves: the paper, its links for a machine, each case's facts, and, where chosen, the exhibits.

Everything has names of the bundle alone. Who was harmed stands in none of what longarm writes; exhibits are as they came, and
may show anything.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from longarm.case.file import to_json as case_json
from longarm.casework.matches.leaving import Leaving
from longarm.casework.matches.reading import Around
from longarm.casework.matches.series_going import Going, going_of, lines_of, received_of
from longarm.casework.matches.series_renamed import aside_of, decided_of, held_of, renamed
from longarm.documents.series import Decided, Member, SeriesMatter, series_paper
from longarm.documents.series_file import DecidedLine, ExhibitName, SeriesCase, SeriesFile, to_json
from longarm.evidence.received import Received
from longarm.exchange.request.theirs import Theirs
from longarm.law.model import Facts
from longarm.matching.answer import answer
from longarm.matching.link import Linked
from longarm.texts import Language, say


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


def pack(found: Around, plan: Leaving, wanted: Wanted) -> Packing:
    """Everything that goes, exhibits as sources that are read while they are sealed. Raises BadInput where the law engine refuses
    a case, Conflict when an exhibit went in the meantime."""
    from longarm.matching.links import links

    linked = links(found.items)
    cases = going_of(found, plan)
    series, joined = held_of(linked, found, cases)
    aside, harmed = aside_of(linked.set_aside, cases, Theirs(known.file for known in found.cases.values()))
    decided = tuple(decided_of(found, cases))
    inside = [renamed(link, cases) for link in linked.links if all(case in cases for case in link.between)]
    members = tuple(
        Member(key=one.key, file=one.told.case, exhibits=lines_of(one, inside, all_of=wanted.exhibits), withheld=True)
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
    beside = {one.place: case_json(one.told.case) for one in cases.values()}
    beside |= {"series.json": to_json(file), "series.pdf": paper.pdf}
    return Packing(beside, tuple(received_of(cases.values())) if wanted.exhibits else ())


def _said(one: DecidedLine, language: Language) -> Decided:
    role = say("desk-role", language, role=one.role)
    return Decided(between=one.between, verdict=one.verdict, role=role, on=date.fromisoformat(one.on), why="")


def _case(one: Going, member: Member, *, here: bool) -> SeriesCase:
    exhibits = tuple(
        ExhibitName(id=line.id, sha256=line.sha256, size=line.size or 0, here=here) for line in member.exhibits
    )  # fmt: skip
    return SeriesCase(key=one.key, facts=f"data/beside/{one.place}", kept_back=one.told.kept_back, exhibits=exhibits)
