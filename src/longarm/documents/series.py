"""The paper on a series for the prosecutor, whole: its nine parts share the numbers of the cases, so they stand in one file.

Which cases, what ties them and how surely, what that cannot prove, what is asked.

Not a paper of one case, so it has no form: everything in it comes from the cases, from `longarm.matching` and from the facts of
law. Persons harmed stand in it by alias only, children without even that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

import msgspec

from longarm.case.model import Case, Person
from longarm.case.when import When
from longarm.documents.content import Grid, Text
from longarm.documents.dates import say_date
from longarm.documents.matter import ExhibitLine
from longarm.documents.series_law import conventions, offences
from longarm.documents.series_proves import proves
from longarm.documents.typeset import pdf
from longarm.law.model import Facts
from longarm.matching.explain import sentence, why_aside
from longarm.matching.link import Link, SetAside
from longarm.matching.series import Held, Series
from longarm.texts import Language, TextMissing, say

_LIMITS: Final = ("lead", "person", "held", "judged", "missing")


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A case of the series. `key` is what the links call it; `exhibits` are those that go with the paper. `withheld`: where who
    was harmed lives may stay unsaid, so that its lack is not called unknown."""

    key: str
    file: Case
    exhibits: tuple[ExhibitLine, ...] = ()
    withheld: bool = False


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about two cases: `verdict` as in `matching.judgement`, `role` already in the paper's language."""

    between: tuple[str, str]
    verdict: str
    role: str
    on: date
    why: str


class SeriesMatter(msgspec.Struct, frozen=True, kw_only=True):
    """`joined`: every two cases that are joined. `left_out`: how many cases of the series may not leave; nothing else is said
    of them. `by`: the organisation that asks; None leaves a blank. `kept_back`: identifiers of a suspect that hold a name or
    number of somebody harmed and stay. `exhibits_here`: those listed come with the paper."""

    series: Series
    members: tuple[Member, ...]
    joined: tuple[Held, ...]
    aside: tuple[SetAside, ...] = ()
    decided: tuple[Decided, ...] = ()
    left_out: int = 0
    by: str | None = None
    kept_back: int = 0
    exhibits_here: bool = True


class SeriesPaper(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    pdf: bytes


def series_paper(matter: SeriesMatter, facts: Facts, language: Language, as_of: date) -> SeriesPaper:
    """The paper as PDF. Pairs and decisions that name a case outside `members` are left out. Same input, same bytes."""
    writing = _Writing(matter, facts, language, as_of)
    title = say("series-title", language)
    reference = matter.members[0].file.reference
    data: dict[str, object] = {
        "language": language,
        "digits": "latn",
        "title": f"{title} {reference}",
        "heading": title,
        "reference": reference,
        "by": matter.by,
        "date": say_date(When.parse(as_of.isoformat()), language, None),
        "parts": [
            {"name": name, "title": say(f"series-part-{name}", language), "content": content} for name, content in writing.parts()
        ],
        # What the frame of every paper reads, and this one has not:
        "fields": {},
        "answers": {},
        "labels": {},
        "mandatory": [],
    }
    return SeriesPaper(title=title, pdf=pdf("series-report.typ", data, as_of))


class _Writing:
    """One paper being written: cases are numbered in the order of `members`."""

    def __init__(self, matter: SeriesMatter, facts: Facts, language: Language, as_of: date) -> None:
        self.matter, self.facts, self.language, self.as_of = matter, facts, language, as_of
        self.numbers = {member.key: number for number, member in enumerate(matter.members, 1)}

    def parts(self) -> Iterator[tuple[str, list[Text | Grid]]]:
        matter, files = self.matter, {self.numbers[one.key]: one.file for one in self.matter.members}
        yield "asked", [self.text(f"asked-{name}", cases=len(files)) for name in ("join", "ask", "protect")]
        yield "cases", [self.cases(), *([self.text("left-out", count=matter.left_out)] if matter.left_out else [])]
        back = [self.text("kept-back", count=matter.kept_back)] if matter.kept_back else []
        yield "ties", [self.text(f"strength-{matter.series.strength}"), self.identifiers(), *back, self.ties(), *self.weakest()]
        if shown := proves((link.reason for link in self.links()), self.language):
            yield "proves", [shown]
        if matter.aside:
            yield "aside", list(dict.fromkeys(self.why_aside(one) for one in matter.aside))
        if decided := self.decided():
            yield "decided", [decided]
        law: list[Text | Grid] = [offences(self.facts, files, self.language, self.as_of)]
        if bound := conventions(self.facts, self.states(), self.language, self.as_of):
            law += [bound, self.text("group")]
        yield "law", law
        yield "limits", [self.text(f"limit-{name}") for name in _LIMITS]
        if any(one.exhibits for one in matter.members):
            yield "exhibits", [self.exhibits(), *([] if matter.exhibits_here else [self.text("exhibits-apart")])]

    def why_aside(self, one: SetAside) -> Text:
        """What belongs to the harmed side is not written out: it is how she is reached."""
        return self.text("aside-harmed-side") if one.ground == "harmed_side" else Text(why_aside(one, self.language))

    def text(self, name: str, **facts: object) -> Text:
        return Text(say(f"series-{name}", self.language, **facts))

    def grid(self, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], *mono: int) -> Grid:
        return Grid(tuple(say(f"series-column-{name}", self.language) for name in columns), tuple(rows), mono)

    def cases(self) -> Grid:
        rows = [
            (
                str(self.numbers[one.key]),
                one.file.reference,
                self.listed(self.harmed(person, withheld=one.withheld) for person in one.file.complainants),
                self.listed(self.state(person) for person in one.file.suspects),
                self.days(one.file),
                self.listed(self.word(event.kind) for event in one.file.events_in_order() if self.by_suspect(one.file, event.by)),
            )
            for one in self.matter.members
        ]
        return self.grid(("number", "case", "harmed", "suspect", "days", "alleged"), rows, 1)

    def harmed(self, person: Person, *, withheld: bool) -> str:
        called = say("series-child", self.language) if person.minor else person.alias or say("series-somebody", self.language)
        if withheld and not person.locations:
            return called
        return say("series-in-state", self.language, who=called, state=self.state(person))

    def state(self, person: Person) -> str:
        if not person.locations:
            return say("series-unknown", self.language)
        code = person.locations[-1].state
        known = self.facts.states.get(code)
        return known.names.in_language(self.language) if known else code

    def by_suspect(self, file: Case, who: str | None) -> bool:
        return who is None or who in {person.id for person in file.suspects}

    def days(self, file: Case) -> str:
        known = [event.at for event in file.events_in_order() if event.at.known]
        if not known:
            return say("series-unknown", self.language)
        first, last = (say_date(at, self.language, None) for at in (known[0], known[-1]))
        return first if first == last else say("series-from-to", self.language, first=first, last=last)

    def word(self, kind: str) -> str:
        try:
            return say(f"desk-event-{kind.replace('_', '-')}", self.language)
        except TextMissing:
            return kind

    def identifiers(self) -> Grid:
        """What two cases and more name: the thing as written, and in which cases. Content is named by its exhibit."""
        found: dict[str, dict[int, str]] = {}
        kinds: dict[str, str] = {}
        for link in self.links():
            for place in link.because:
                named = next((x for x in self.file(place.case).identifiers if x.id == place.what), None)
                found.setdefault(link.group, {})[self.numbers[place.case]] = _rightwards(named.value) if named else place.what
                kinds[link.group] = self.kind(link, named.type if named else None)
        rows = [
            (kinds[group], "\n".join(dict.fromkeys(those.values())), self.comma(sorted(those))) for group, those in found.items()
        ]
        return self.grid(("kind", "identifier", "cases"), rows, 1)

    def kind(self, link: Link, type_: str | None) -> str:
        if type_ is None:
            return say(f"same-thing-{link.facet}", self.language) if link.facet in ("text", "image", "voice") else link.facet
        try:
            return say(f"desk-type-{type_.replace('_', '-')}", self.language)
        except TextMissing:
            return type_

    def ties(self) -> Grid:
        rows = []
        for held in self.held():
            pair = self.comma(sorted(self.numbers[case] for case in held.between))
            if held.judged:
                rows.append((pair, say("series-by-decision", self.language), say("series-decision", self.language)))
            for link in held.reasons:
                weight = say(f"matching-strength-{link.strength}", self.language)
                rows.append((pair, sentence(link, self.language), weight))
        return self.grid(("cases", "reason", "weight"), rows)

    def weakest(self) -> list[Text | Grid]:
        found, here = self.matter.series, self.numbers
        said = [found.weakest.between] if set(found.weakest.between) <= here.keys() else []
        lines: list[Text | Grid] = [self.text("weakest", pair=self.comma(sorted(here[case] for case in pair))) for pair in said]
        bridges = [pair for pair in found.bridges if set(pair) <= here.keys()] if len(here) > 2 else []
        lines += [self.text("bridge", pair=self.comma(sorted(here[case] for case in pair))) for pair in bridges]
        return lines + ([self.text("beside", count=len(found.beside))] if found.beside else [])

    def decided(self) -> Grid | None:
        rows = [
            (
                self.comma(sorted(self.numbers[case] for case in one.between)),
                say(f"series-verdict-{one.verdict}", self.language),
                say(
                    "series-who-when", self.language, role=one.role,
                    day=say_date(When.parse(one.on.isoformat()), self.language, None),
                ),
                one.why,
            )
            for one in self.matter.decided
            if set(one.between) <= self.numbers.keys()
        ]  # fmt: skip
        if not any(row[3] for row in rows):  # of a node the words stay with the team
            return self.grid(("cases", "decision", "who"), [row[:3] for row in rows]) if rows else None
        return self.grid(("cases", "decision", "who", "why"), rows)

    def exhibits(self) -> Grid:
        rows = [
            (str(self.numbers[one.key]), line.id, line.description, line.sha256)
            for one in self.matter.members
            for line in one.exhibits
        ]
        return self.grid(("case", "exhibit", "file", "digest"), rows, 1, 3)

    def held(self) -> list[Held]:
        return [one for one in self.matter.joined if set(one.between) <= self.numbers.keys()]

    def links(self) -> list[Link]:
        return [link for held in self.held() for link in held.reasons]

    def file(self, key: str) -> Case:
        return self.matter.members[self.numbers[key] - 1].file

    def states(self) -> tuple[str, ...]:
        people = [person for one in self.matter.members for person in (*one.file.complainants, *one.file.suspects)]
        return tuple(sorted({person.locations[-1].state for person in people if person.locations}))

    def listed(self, parts: Iterator[str]) -> str:
        return {"ar": "، ", "fr": ", "}.get(self.language, ", ").join(dict.fromkeys(parts))

    def comma(self, numbers: list[int]) -> str:
        """In Arabic with its direction told: digits alone have none, and would be set from left to right (UAX 9, P2)."""
        return ("\u200f" if self.language == "ar" else "") + self.listed(str(number) for number in numbers)


def _rightwards(value: str) -> str:
    """Groups of Arabic digits stay in the order in which they are dialled: a space between two would turn them (UAX 9, N1)."""
    return value.replace(" ", "\u200e \u200e")
