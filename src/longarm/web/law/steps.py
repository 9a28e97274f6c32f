"""The cards of the public page with their notes: the facts each ground rests on, and the numbers of their sources."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from longarm.web.law.noted import Notes, Read
from longarm.web.path_cards import Card, Ground


class Grounded(NamedTuple):
    """A ground and its facts. `paired`: a part of the page on this instrument holds them, a link leads there."""

    ground: Ground
    paired: bool
    facts: tuple[Read, ...]


class Other(NamedTuple):
    """An instrument that does not carry the step, or not surely. `why` is empty where the page has said it already."""

    ground: Ground
    paired: bool
    why: str


class Step(NamedTuple):
    """`grounds` carry the step; `others`, by whether they bind, do not. Their facts stand on the page of each instrument."""

    card: Card
    grounds: tuple[Grounded, ...]
    others: tuple[tuple[str, tuple[Other, ...]], ...]
    facts: tuple[Read, ...]


def steps(cards: Iterable[Card], paired: Container[str], notes: Notes) -> tuple[Step, ...]:
    """In the order given. Why an instrument does not bind is said once on the page."""
    said: set[str] = set()
    return tuple(_step(card, paired, notes, said) for card in cards)


def _step(card: Card, paired: Container[str], notes: Notes, said: set[str]) -> Step:
    grounds: list[Grounded] = []
    others: dict[str, list[Other]] = {}
    for ground in card.grounds:
        there = ground.id in paired
        if not ground.treaty or ground.binding == "yes":
            facts = () if there else notes.on(ground.facts, ground.title)
            grounds.append(Grounded(ground, paired=there, facts=facts))
            continue
        why = "" if there or ground.why in said else ground.why
        said.add(ground.why)
        others.setdefault(ground.binding, []).append(Other(ground, there, why))
    listed = tuple((binding, tuple(found)) for binding, found in others.items())
    return Step(card, tuple(grounds), listed, notes.on(card.facts))
