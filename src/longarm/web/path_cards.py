"""A path as a card, on the desk as on the public page: what it is, why, what stands in the way, what opens it, on what ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from longarm.documents.articles import article
from longarm.documents.draft import drafted
from longarm.documents.form import documents, form
from longarm.law.answer import Basis, Path, PathsAnswer
from longarm.law.model import Facts
from longarm.texts import Language, say
from longarm.web import path_sentences as sentences
from longarm.web.dates import days_named
from longarm.web.law.cited import cited
from longarm.web.path_sentences import said

CHIPS: Final = {"open": "open", "conditional": "conditional", "blocked": "blocked", "yes": "open", "no": "blocked"}
# Steps that are known by whom they are taken with, not by a state.
_BY_NAME: Final = (
    "takedown", "removal_request", "provider_request", "hash_block", "hotline", "consult_first", "child_protection",
)  # fmt: skip


class Paper(NamedTuple):
    """A document of a path. `ready` in which languages longarm drafts it; none: it is only named."""

    id: str
    title: str
    ready: tuple[Language, ...]


class Ground(NamedTuple):
    """An instrument or law beside a path: does it bind, why (empty where the card says it already), and the ids of its facts."""

    id: str
    treaty: bool
    title: str
    articles: str
    binding: str
    chip: str
    why: str
    facts: tuple[str, ...]


class Card(NamedTuple):
    """`own`: no authority is needed for it. `facts`: ids of the rules it rests on beside those of its grounds."""

    id: str
    status: str
    chip: str
    title: str
    before: str | None
    contact: str | None
    own: bool
    why: tuple[str, ...]
    obstacles: tuple[str, ...]
    opens_if: tuple[str, ...]
    hazards: tuple[str, ...]
    deadline: str | None
    confidence: str
    grounds: tuple[Ground, ...]
    facts: tuple[str, ...]
    forum: str | None
    papers: tuple[Paper, ...]
    events: tuple[str, ...]
    identifiers: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Is this the complaint, and can it be drafted now? Then the desk shows it whole whatever its place."""
        complaint = any(paper.ready and paper.id.startswith("complaint") for paper in self.papers)
        return complaint and self.status in ("open", "conditional")

    @property
    def named(self) -> tuple[Paper, ...]:
        """Papers of the path that are not drafted here."""
        return tuple(paper for paper in self.papers if not paper.ready)


def cards(answer: PathsAnswer, facts: Facts, language: Language, called: Mapping[str, str]) -> tuple[Card, ...]:
    """In the order of the engine. `called`: how the reader calls each person, by the id that person has in the case."""
    return tuple(_card(path, facts, language, called) for path in sorted(answer.paths, key=lambda path: path.rank))


def counts(shown: Sequence[Card]) -> tuple[tuple[str, int], ...]:
    """How many of each status, for the line above the cards."""
    numbers = {status: sum(card.status == status for card in shown) for status in ("open", "conditional", "unknown", "blocked")}
    return tuple((status, number) for status, number in numbers.items() if number)


def titled(name: str, facts: Facts, language: Language) -> str:
    """The title of an instrument or law by its id, whose rule a fact is; the id where the facts hold none."""
    if instrument := facts.instruments.get(name):
        return instrument.title.in_language(language)
    law = next((law for part in facts.states.values() if (law := part.law(name))), None)
    if law:
        return law.title.in_language(language)
    if name in ("reciprocity", "provider-policy"):
        return say(f"between-ground-{name}", language)
    fact = cited(facts, name, language) if "#" in name else None
    return fact.title if fact else name


def _card(path: Path, facts: Facts, language: Language, called: Mapping[str, str]) -> Card:
    stated = sorted(path.basis, key=lambda basis: (basis.binding != "yes", basis.fits != "yes"))
    before = path.before.name.get(language) or path.before.name.get("en") if path.before else None
    in_title = before if path.action in _BY_NAME else None
    why = said(sentences.why(path, stated, language), called, language)
    obstacles = said(sentences.obstacles(path, language), called, language)
    grounds = tuple(_ground(basis, facts, language, (*why, *obstacles)) for basis in stated)
    return Card(
        id=path.id,
        status=path.status,
        chip=CHIPS.get(path.status, ""),
        title=sentences.title(path, in_title, facts, language),
        before=None if in_title else before,
        contact=path.before.contact if path.before else None,
        own=path.by != "authority",
        why=why,
        obstacles=obstacles,
        opens_if=said(sentences.openings(path, language), called, language),
        hazards=tuple(facts.hazards[h].text.in_language(language) for h in path.hazards if h in facts.hazards),
        deadline=path.deadline,
        confidence=path.confidence,
        grounds=grounds,
        facts=tuple(fact for fact in path.sources if not any(fact in basis.sources for basis in path.basis)),
        forum=path.forum,
        papers=tuple(_paper(name, language) for name in path.documents) if path.status != "blocked" else (),
        events=path.events,
        identifiers=path.identifiers,
    )


def _paper(name: str, language: Language) -> Paper:
    title = form(name).title.in_(language) if name in documents() else name
    return Paper(name, title, drafted().get(name, ()))


def _ground(basis: Basis, facts: Facts, language: Language, above: Sequence[str]) -> Ground:
    why = days_named(basis.text.in_language(language), language)
    return Ground(
        id=basis.instrument,
        treaty=basis.instrument in facts.instruments,
        title=titled(basis.instrument, facts, language),
        articles=article(", ".join(basis.articles), language, None),
        binding=basis.binding,
        chip=CHIPS.get(basis.binding, ""),
        why="" if why in above else why,
        facts=basis.sources,
    )
