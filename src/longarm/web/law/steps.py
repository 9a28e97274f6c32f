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


class Step(NamedTuple):
    """`grounds` carry the step. `others`, by what is known of them: instruments the page speaks of that do not, or not surely."""

    card: Card
    grounds: tuple[Grounded, ...]
    others: tuple[tuple[str, tuple[Ground, ...]], ...]
    facts: tuple[Read, ...]


def steps(cards: Iterable[Card], paired: Container[str], notes: Notes) -> tuple[Step, ...]:
    """In the order given. Why an instrument does not bind is said once, where the page speaks of it."""
    return tuple(_step(card, paired, notes) for card in cards)


def _step(card: Card, paired: Container[str], notes: Notes) -> Step:
    there = [ground for ground in card.grounds if ground.id in paired and ground.binding != "yes"]
    others = {ground.binding: tuple(one for one in there if one.binding == ground.binding) for ground in there}
    grounds = []
    for ground in card.grounds:
        if ground.id not in paired:
            grounds.append(Grounded(ground, paired=False, facts=notes.on(ground.facts, ground.title)))
        elif ground.binding == "yes":
            grounds.append(Grounded(ground, paired=True, facts=()))
    return Step(card, tuple(grounds), tuple(others.items()), notes.on(card.facts))
