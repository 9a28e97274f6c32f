"""A path as a card, on the desk as on the public page: what it is, why, what stands in the way, what opens it, on what ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from longarm.documents.draft import drafted
from longarm.documents.form import documents, form
from longarm.law.answer import Basis, Obstacle, Path, PathsAnswer
from longarm.law.change import title_of
from longarm.law.model import Facts
from longarm.texts import Language, say
from longarm.web.law.cited import cited

CHIPS: Final = {"open": "open", "conditional": "conditional", "blocked": "blocked", "yes": "open", "no": "blocked"}
_MOST_WHY: Final = 3
_MOST_OBSTACLES: Final = 3
_MOST_OPENINGS: Final = 3
# Steps that are known by whom they are taken with, not by a state.
_BY_NAME: Final = ("takedown", "provider_request", "hash_block", "hotline", "consult_first", "child_protection")


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


def with_names(sentence: str, called: Mapping[str, str]) -> str:
    """The persons of a sentence of the engine by what the reader calls them."""
    for person, name in called.items():
        sentence = sentence.replace(f"\u2068{person}\u2069", f"\u2068{name}\u2069")
    return sentence


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
    why = _said(_why(path, stated, language), called)
    obstacles = _said([one.text.in_language(language) for one in _obstacles(path)], called)
    grounds = tuple(_ground(basis, facts, language, (*why, *obstacles)) for basis in stated)
    return Card(
        id=path.id,
        status=path.status,
        chip=CHIPS.get(path.status, ""),
        title=_title(path, in_title, facts, language),
        before=None if in_title else before,
        contact=path.before.contact if path.before else None,
        own=path.by != "authority",
        why=why,
        obstacles=obstacles,
        opens_if=_said(_openings(path, language), called),
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


def _title(path: Path, name: str | None, facts: Facts, language: Language) -> str:
    """`File a complaint, Egypt`, `Report to the platform: Facebook`."""
    if name:
        return say("between-step-with", language, action=say(f"paths-action-{path.action}", language), name=name)
    return title_of(path, facts).in_language(language)


def _why(path: Path, stated: Sequence[Basis], language: Language) -> list[str]:
    """What the path brings, then what carries it: instruments that bind and fit; failing those, the nearest one."""
    carrying = [basis for basis in stated if basis.binding == "yes" and basis.fits == "yes"] or list(stated[:1])
    return [path.why.in_language(language), *(basis.text.in_language(language) for basis in carrying[: _MOST_WHY - 1])]


def _obstacles(path: Path) -> list[Obstacle]:
    """What stands in the way of the path itself; of its instruments the one or two that matter first: the rest unfolds."""
    own = [one for one in path.obstacles if one.instrument is None]
    others = sorted((one for one in path.obstacles if one.instrument), key=lambda one: one.code != "not_ratified")
    return own[:_MOST_OBSTACLES] + others[: 1 if own else 2]


def _openings(path: Path, language: Language) -> list[str]:
    """Facts of the case before ratifications by states; an open path needs none."""
    near = sorted(path.opens_if, key=lambda one: one.code.startswith("ratification"))
    return [one.text.in_language(language) for one in near[:_MOST_OPENINGS]] if path.status != "open" else []


def _said(sentences: Sequence[str], called: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(with_names(line, called) for line in dict.fromkeys(sentences) if line)


def _paper(name: str, language: Language) -> Paper:
    title = form(name).title.in_(language) if name in documents() else name
    return Paper(name, title, drafted().get(name, ()))


def _ground(basis: Basis, facts: Facts, language: Language, said: Sequence[str]) -> Ground:
    why = basis.text.in_language(language)
    return Ground(
        id=basis.instrument,
        treaty=basis.instrument in facts.instruments,
        title=titled(basis.instrument, facts, language),
        articles=", ".join(basis.articles),
        binding=basis.binding,
        chip=CHIPS.get(basis.binding, ""),
        why="" if why in said else why,
        facts=basis.sources,
    )
