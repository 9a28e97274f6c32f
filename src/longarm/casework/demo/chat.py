"""A chat composed from the written talk of a case: who says what, and when, the same every time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from longarm.casework.demo.dice import Dice
from longarm.casework.demo.phrases import Exchange, Line, Phrases

OWNER: Final = "v"  # the person harmed, whose phone it is
_SLOT: Final = re.compile(r"\{(\w+)\}")
# What is said in the morning and at night, so that nobody says good night at noon.
_MORNING: Final = re.compile("صباح|الفجر|فطر|فطور|good morning|just back", re.IGNORECASE)
_NIGHT: Final = re.compile("مساء|ليلة|ليلتك|تصبح|نمت|ناموا|نامت|ما أگدر أنام|عشا|mum calls", re.IGNORECASE)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Said:
    """A line and the moment it was sent (with its zone)."""

    at: datetime
    line: Line


@dataclass(frozen=True, slots=True)
class Scene:
    """A phase of the talk between two days (both included) and between two hours of each.

    `lines`: how many lines in all; what the phase does not hold is filled with its routine. None: the phase as it is.
    `mixed`: the exchanges in an order of chance, only so many as are needed. `moods` are emoji everybody may add, `tears`
    those of the person harmed alone.
    """

    phase: str
    first: date
    last: date
    hours: tuple[int, int] = (9, 23)
    lines: int | None = None
    mixed: bool = False
    moods: tuple[str, ...] = ()
    tears: tuple[str, ...] = ()

    @property
    def in_order(self) -> bool:
        """Is it a story that goes from one exchange to the next?"""
        return self.lines is None


def compose(words: Phrases, scenes: Sequence[Scene], zone: tzinfo, dice: Dice) -> tuple[Said, ...]:
    """All scenes one after another. Raises ValueError when a scene cannot be filled to its number of lines."""
    said: list[Said] = []
    for scene in scenes:
        exchanges = [_filled(exchange, words, scene, dice) for exchange in _chosen(words, scene, dice)]
        said += _timed(exchanges, scene, zone, dice, said[-1].at if said else None)
    return tuple(said)


def _chosen(words: Phrases, scene: Scene, dice: Dice) -> list[Exchange]:
    told = words.told[scene.phase]
    if scene.mixed:
        return _cut(dice.shuffled(told), scene)
    missing = (scene.lines or 0) - sum(len(exchange) for exchange in told)
    if scene.lines is None or missing == 0:
        return list(told)
    routine: list[Exchange] = []
    deck: list[Exchange] = []
    while missing > 0:
        deck = deck or dice.shuffled(words.routine[scene.phase])
        exchange = deck.pop()[:missing]
        routine.append(exchange)
        missing -= len(exchange)
    if missing < 0:
        raise ValueError(f"{scene.phase} holds more than {scene.lines} lines")
    mixed = list(told)
    for exchange in routine:
        mixed.insert(dice.below(len(mixed) + 1), exchange)
    return mixed


def _cut(exchanges: list[Exchange], scene: Scene) -> list[Exchange]:
    """So many exchanges that their lines are the number asked for."""
    left = scene.lines or 0
    chosen: list[Exchange] = []
    for exchange in exchanges:
        if left:
            chosen.append(exchange[:left])
            left -= len(chosen[-1])
    if left:
        raise ValueError(f"{scene.phase} is {left} lines too short")
    return chosen


def _filled(exchange: Exchange, words: Phrases, scene: Scene, dice: Dice) -> Exchange:
    """Slots filled with words of chance, and now and then a mood at the end of a line."""
    filled = []
    for line in exchange:
        text = _SLOT.sub(lambda slot: dice.one_of(words.slots[slot[1]]), line.text)
        moods = scene.moods + (scene.tears if line.speaker == OWNER else ())
        if text and moods and dice.chance(9):
            text = f"{text} {dice.one_of(moods)}"
        filled.append(replace(line, text=text))
    return tuple(filled)


def _timed(exchanges: list[Exchange], scene: Scene, zone: tzinfo, dice: Dice, after: datetime | None) -> list[Said]:
    """Spread over the days of the scene: an exchange goes quickly, between two of them some time passes; never backwards."""
    days = (scene.last - scene.first).days + 1
    by_day: dict[int, list[Exchange]] = {}
    for number, exchange in enumerate(exchanges):
        by_day.setdefault(number * days // len(exchanges), []).append(exchange)
    said: list[Said] = []
    clock = after or datetime.combine(scene.first, time(scene.hours[0]), zone) - _MINUTE
    for day, held in by_day.items():
        opens = datetime.combine(scene.first + timedelta(days=day), time(scene.hours[0]), zone)
        span = (scene.hours[1] - scene.hours[0]) * 3600
        starts = [_start(exchange, span, scene, dice) for exchange in held]
        in_time = zip(sorted(starts), held, strict=True) if scene.in_order else sorted(zip(starts, held, strict=True), key=_first)
        for start, exchange in in_time:
            clock = max(clock + timedelta(seconds=dice.between(70, 400)), opens + timedelta(seconds=start))
            for line in exchange:
                said.append(Said(clock, line))
                clock += timedelta(seconds=dice.between(6, 20 + 3 * len(line.text)))
    return said


def _start(exchange: Exchange, span: int, scene: Scene, dice: Dice) -> int:
    """Seconds after the scene opens; words of the morning fall early, words of the night late."""
    if not scene.in_order and _MORNING.search(exchange[0].text):
        return dice.below(span // 6)
    if not scene.in_order and _NIGHT.search(exchange[0].text):
        return span - dice.below(span // 7) - 300
    return dice.below(span)


def _first(pair: tuple[int, Exchange]) -> int:
    return pair[0]
