"""Paths as cards: a title, the status, why in two or three lines, what stands in the way, the next action, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from longarm.casework.desk import CaseView
from longarm.documents.draft import drafted
from longarm.documents.form import documents, form
from longarm.law.answer import Basis, OffenceLine, Path
from longarm.texts import Language, say
from longarm.web.dates import state
from longarm.web.desk import people
from longarm.web.desk.names import law_named

_MOST_WHY = 3
_MOST_OBSTACLES = 3
_MOST_OPENINGS = 2
# Steps that are known by whom they are taken with, not by a state.
_BY_NAME = ("takedown", "provider_request", "hash_block", "hotline", "consult_first")


class Paper(NamedTuple):
    """A document of a path. `ready` in which languages longarm drafts it; none: it is only named."""

    id: str
    title: str
    ready: tuple[Language, ...]


class Ground(NamedTuple):
    """A line of the unfolding part: an instrument or law, its articles, whether it binds, and the ids of the facts."""

    title: str
    articles: str
    binding: str
    chip: str
    why: str
    sources: tuple[str, ...]


class Card(NamedTuple):
    id: str
    status: str
    chip: str
    title: str
    before: str | None
    contact: str | None
    by: str
    why: tuple[str, ...]
    obstacles: tuple[str, ...]
    opens_if: tuple[str, ...]
    papers: tuple[Paper, ...]
    forum: str | None
    deadline: str | None
    hazards: tuple[str, ...]
    confidence: str
    grounds: tuple[Ground, ...]
    sources: tuple[str, ...]
    events: tuple[str, ...]
    identifiers: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Is this the complaint, and can it be drafted now? Then it is shown whole whatever its place."""
        complaint = any(paper.ready and paper.id.startswith("complaint") for paper in self.papers)
        return complaint and self.status in ("open", "conditional")

    @property
    def named(self) -> tuple[Paper, ...]:
        """Papers of the path that are not drafted here."""
        return tuple(paper for paper in self.papers if not paper.ready)


class ArticleShown(NamedTuple):
    article: str
    events: str
    most: str | None
    unsure: bool


class OffencesShown(NamedTuple):
    """The articles of one law of one state that the events meet."""

    state: str
    law: str
    articles: tuple[ArticleShown, ...]


_CHIPS = {"open": "open", "conditional": "conditional", "blocked": "blocked", "unknown": "", "yes": "open", "no": "blocked"}


def cards(view: CaseView, language: Language) -> tuple[Card, ...]:
    """In the order of the engine."""
    return tuple(_card(path, view, language) for path in sorted(view.answer.paths, key=lambda path: path.rank))


def counts(shown: Sequence[Card]) -> tuple[tuple[str, int], ...]:
    """How many of each status, for the line above the cards."""
    numbers = {status: sum(card.status == status for card in shown) for status in ("open", "conditional", "unknown", "blocked")}
    return tuple((status, number) for status, number in numbers.items() if number)


def offences(view: CaseView, language: Language) -> tuple[OffencesShown, ...]:
    """By state and law, in the order of the engine."""
    laws: dict[tuple[str, str], list[ArticleShown]] = {}
    for line in view.answer.offences:
        shown = ArticleShown(
            "" if line.article == "unknown" else line.article,
            ", ".join(line.events),
            _most(line, language),
            line.applies == "unknown",
        )
        laws.setdefault((line.state, line.law), []).append(shown)
    return tuple(
        OffencesShown(state(code, language), law_named(law, language), tuple(lines)) for (code, law), lines in laws.items()
    )


def _card(path: Path, view: CaseView, language: Language) -> Card:
    stated = sorted(path.basis, key=lambda basis: (basis.binding != "yes", basis.fits != "yes"))
    before = path.before.name.get(language) or path.before.name.get("en") if path.before else None
    in_title = path.action in _BY_NAME and before is not None
    return Card(
        id=path.id,
        status=path.status,
        chip=_CHIPS[path.status],
        title=_title(path, before if in_title else None, language),
        before=None if in_title else before,
        contact=path.before.contact if path.before else None,
        by=path.by,
        why=_named(_why(path, stated, language), view, language),
        obstacles=_named(_obstacles(path, language), view, language),
        opens_if=_named(_opens_if(path, language), view, language),
        papers=tuple(_paper(name, language) for name in path.documents) if path.status != "blocked" else (),
        forum=path.forum,
        deadline=path.deadline,
        hazards=path.hazards,
        confidence=path.confidence,
        grounds=tuple(_ground(basis, language) for basis in stated),
        sources=path.sources,
        events=path.events,
        identifiers=path.identifiers,
    )


def _why(path: Path, stated: Sequence[Basis], language: Language) -> list[str]:
    """What the path brings, then what carries it: instruments that bind and fit; failing those, the nearest one."""
    carrying = [basis for basis in stated if basis.binding == "yes" and basis.fits == "yes"] or list(stated[:1])
    return [path.why.in_language(language), *(basis.text.in_language(language) for basis in carrying[: _MOST_WHY - 1])]


def _obstacles(path: Path, language: Language) -> list[str]:
    """What stands in the way of the path itself; of the instruments only a signature without ratification: the rest unfolds."""
    own = [one.text.in_language(language) for one in path.obstacles if one.instrument is None]
    unfinished = [one.text.in_language(language) for one in path.obstacles if one.instrument and one.code == "not_ratified"]
    return own[:_MOST_OBSTACLES] + unfinished[:1]


def _opens_if(path: Path, language: Language) -> list[str]:
    """The nearest openings: facts of the case before ratifications by states."""
    near = sorted(path.opens_if, key=lambda one: one.code.startswith("ratification"))
    return [one.text.in_language(language) for one in near[:_MOST_OPENINGS]] if path.status != "open" else []


def _named(sentences: Sequence[str], view: CaseView, language: Language) -> tuple[str, ...]:
    """Each once; ids of persons in them become what the desk calls those persons."""
    called = {person.id: people.called_by(person, language) for person in view.case.persons}
    found = []
    for sentence in dict.fromkeys(line for line in sentences if line):
        for name, shown in called.items():
            sentence = sentence.replace(f"\u2068{name}\u2069", f"\u2068{shown}\u2069")  # noqa: PLW2901
        found.append(sentence)
    return tuple(found)


def _title(path: Path, before: str | None, language: Language) -> str:
    """`Complaint: Egypt`, `Who holds the number: Egypt asks Libya`, `Have it taken down: Facebook`."""
    action = say(f"desk-action-{path.action.replace('_', '-')}", language)
    if before:
        return say("desk-path-in", language, action=action, state=before)
    forum = state(path.forum, language) if path.forum else ""
    if path.forum and path.requested and path.requested != path.forum:
        return say("desk-path-asks", language, action=action, forum=forum, requested=state(path.requested, language))
    if path.forum or path.requested:
        return say("desk-path-in", language, action=action, state=forum or state(path.requested, language))
    return action


def _paper(name: str, language: Language) -> Paper:
    title = form(name).title.in_(language) if name in documents() else name
    return Paper(name, title, drafted().get(name, ()))


def _ground(basis: Basis, language: Language) -> Ground:
    return Ground(
        title=law_named(basis.instrument, language),
        articles=", ".join(basis.articles),
        binding=basis.binding,
        chip=_CHIPS.get(basis.binding, ""),
        why=basis.text.in_language(language),
        sources=basis.sources,
    )


def _most(line: OffenceLine, language: Language) -> str | None:
    """The ceiling of the penalty in words; None where it is not known."""
    if line.max_years in ("life", "death"):
        return say(f"desk-most-{line.max_years}", language)
    if line.max_years == 0:
        return say("desk-most-fine", language)
    if not isinstance(line.max_years, (int, float)):
        return None
    if line.max_years != int(line.max_years):
        return say("desk-most-months", language, months=round(line.max_years * 12))
    return say("desk-most-years", language, years=int(line.max_years))
