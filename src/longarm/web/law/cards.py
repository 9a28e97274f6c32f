"""Paths for somebody who reads them alone: title, status, why, what stands in the way, what would open it, on what ground."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from longarm.law.answer import Basis, Path, PathsAnswer
from longarm.law.change import title_of
from longarm.law.model import Facts
from longarm.texts import Language, say
from longarm.web.law.cited import Cited, Page, all_cited, cited

_MOST_WHY: Final = 3
_MOST_OBSTACLES: Final = 4
_MOST_OPENINGS: Final = 4
CHIPS: Final = {"open": "open", "conditional": "conditional", "blocked": "blocked", "yes": "open", "no": "blocked"}
# Steps that are known by whom they are taken with, not by a state.
_BY_NAME: Final = ("takedown", "provider_request", "hash_block", "hotline", "consult_first", "child_protection")


class Ground(NamedTuple):
    """An instrument or law beside a path: does it bind, why, and the facts it rests on."""

    id: str
    treaty: bool
    title: str
    articles: str
    binding: str
    chip: str
    why: str
    facts: tuple[Cited, ...]


class Card(NamedTuple):
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
    facts: tuple[Cited, ...]


def cards(answer: PathsAnswer, facts: Facts, language: Language, paired: Container[str] = ()) -> tuple[Card, ...]:
    """In the order of the engine; each fact is written out where it is first met.

    `paired`: instruments that stand elsewhere on the page, with their facts.
    """
    page = Page(paired)
    return tuple(_card(path, page, facts, language) for path in sorted(answer.paths, key=lambda path: path.rank))


def called(sentence: str, language: Language) -> str:
    """The persons of a case of few facts by what the reader calls them."""
    for person in ("complainant", "suspect-1", "child"):
        sentence = sentence.replace(f"\u2068{person}\u2069", f"\u2068{say(f'between-called-{person}', language)}\u2069")
    return sentence


def titled(name: str, facts: Facts, language: Language) -> str:
    """The title of an instrument or a law by its id; the id where the facts hold none."""
    if instrument := facts.instruments.get(name):
        return instrument.title.in_language(language)
    law = next((law for part in facts.states.values() if (law := part.law(name))), None)
    if law:
        return law.title.in_language(language)
    if "#" in name and (fact := cited(facts, name, language)):
        return fact.title
    return say(f"between-ground-{name}", language) if name in ("reciprocity", "provider-policy") else name


def _card(path: Path, page: Page, facts: Facts, language: Language) -> Card:
    stated = sorted(path.basis, key=lambda basis: (basis.binding != "yes", basis.fits != "yes"))
    before = path.before.name.get(language) or path.before.name.get("en") if path.before else None
    rules = [fact for fact in path.sources if not any(fact in basis.sources for basis in path.basis)]
    return Card(
        id=path.id,
        status=path.status,
        chip=CHIPS.get(path.status, ""),
        title=_title(path, before, facts, language),
        before=None if path.action in _BY_NAME else before,
        contact=path.before.contact if path.before else None,
        own=path.by != "authority",
        why=_said(_why(path, stated, language), language),
        obstacles=_said([one.text.in_language(language) for one in path.obstacles][:_MOST_OBSTACLES], language),
        opens_if=_said(_openings(path, language), language),
        hazards=tuple(facts.hazards[h].text.in_language(language) for h in path.hazards if h in facts.hazards),
        deadline=path.deadline,
        confidence=path.confidence,
        grounds=tuple(_ground(basis, page, facts, language) for basis in stated),
        facts=page.once(all_cited(facts, rules, language)),
    )


def _title(path: Path, before: str | None, facts: Facts, language: Language) -> str:
    if path.action in _BY_NAME and before:
        return say("between-step-with", language, action=say(f"paths-action-{path.action}", language), name=before)
    return title_of(path, facts).in_language(language)


def _why(path: Path, stated: Sequence[Basis], language: Language) -> list[str]:
    carrying = [basis for basis in stated if basis.binding == "yes" and basis.fits == "yes"] or list(stated[:1])
    return [path.why.in_language(language), *(basis.text.in_language(language) for basis in carrying[: _MOST_WHY - 1])]


def _openings(path: Path, language: Language) -> list[str]:
    """Facts of the case before ratifications by states; an open path needs none."""
    near = sorted(path.opens_if, key=lambda one: one.code.startswith("ratification"))
    return [one.text.in_language(language) for one in near[:_MOST_OPENINGS]] if path.status != "open" else []


def _said(sentences: Sequence[str], language: Language) -> tuple[str, ...]:
    return tuple(called(line, language) for line in dict.fromkeys(sentences) if line)


def _ground(basis: Basis, page: Page, facts: Facts, language: Language) -> Ground:
    return Ground(
        id=basis.instrument,
        treaty=basis.instrument in facts.instruments,
        title=titled(basis.instrument, facts, language),
        articles=", ".join(basis.articles),
        binding=basis.binding,
        chip=CHIPS.get(basis.binding, ""),
        why=basis.text.in_language(language),
        facts=() if basis.instrument in page.paired else page.once(all_cited(facts, basis.sources, language)),
    )
