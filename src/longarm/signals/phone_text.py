"""Telephone numbers in running text, told apart from dates, times, amounts and the numbers of invoices."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from longarm.signals import words
from longarm.signals.found import Sure
from longarm.signals.phone import Reading, read, with_trunk_zero

_RUN: Final = re.compile(
    r"(?:(?<![A-Za-z0-9_@=&#%*+])(?<![0-9][.,])|(?<![A-Za-z0-9_+])(?=\+))"
    r"(?:\+\(?|\()?[0-9](?:[ ().\-/]{0,3}[0-9]){6,119}(?![0-9A-Za-z_@%*])"
)
_GROUP: Final = re.compile(r"\+?\(?[0-9]+\)?")
_MAX_DIGITS: Final = 17  # E.164's fifteen with a leading 00
# Three numbers that can be a date, in any order, Gregorian, Hijri or Solar; a time; thousands set apart.
_DATE: Final = re.compile(
    r"(?<![0-9+.\-/])(?:(?:0?[1-9]|[12][0-9]|3[01])([-/.])(?:0?[1-9]|1[0-2]|[12][0-9]|3[01])\1(?:1[34][0-9]{2}|19[0-9]{2}|20[0-9]{2}|[0-9]{2})"
    r"|(?:1[34][0-9]{2}|19[0-9]{2}|20[0-9]{2})([-/.])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12][0-9]|3[01]))(?![0-9]|[-/.][0-9])"
)
_TIME: Final = re.compile(r"(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])")
_AMOUNT: Final = re.compile(
    r"(?<![0-9+.,])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,3})?(?![0-9,])|(?<![0-9+.,\-])[0-9]{1,3}(?:\.000)+(?![0-9.])"
)
_AROUND: Final = 16
_STRONG: Final = re.compile(r"[/)(]|  | - ")


Regions = Callable[[int, int], tuple[str, ...]]


class Phone(NamedTuple):
    """A number in a text: its span and readings (more than one: which one is meant is open)."""

    start: int
    end: int
    readings: tuple[Reading, ...]
    certainty: Sure
    why: str | None


def scan(text: str, regions: Regions, guesses: Sequence[str] = ()) -> Iterator[Phone]:
    """Every number in folded text. `regions` says for a place in whose plans a national number is read; where it names
    none, `guesses` give candidates only."""
    for run in _RUN.finditer(text):
        start = max(0, run.start() - _AROUND)
        near = text[start : run.end() + _AROUND]
        hidden = _AMOUNT.sub(_blank, _TIME.sub(_blank, _DATE.sub(_blank, near)))
        if hidden == near:
            yield from _in_run(text, run.start(), run.end(), regions, guesses)
            continue
        for rest in _RUN.finditer(hidden, run.start() - start, run.end() - start):
            yield from _in_run(text, start + rest.start(), start + rest.end(), regions, guesses)


def _blank(match: re.Match[str]) -> str:
    return "\n" * len(match[0])


def _in_run(text: str, start: int, end: int, regions: Regions, guesses: Sequence[str]) -> Iterator[Phone]:
    """The numbers of one run of digits: the longest reading from each group on, as people write several in a row."""
    groups = [m.span() for m in _GROUP.finditer(text, start, end)]
    at = 0
    while at < len(groups):
        for last in range(min(len(groups), at + 8) - 1, at - 1, -1):
            first_at, last_at = groups[at][0], groups[last][1]
            if sum(c.isdigit() for c in text[first_at:last_at]) > _MAX_DIGITS:
                continue
            alone = (at == 0 or _STRONG.search(text[groups[at - 1][1] : first_at]) is not None) and (
                last == len(groups) - 1 or _STRONG.search(text[last_at : groups[last + 1][0]]) is not None
            )
            if found := _judge(text, first_at, last_at, regions, guesses, alone=alone):
                yield found
                at = last
                break
        at += 1


def _judge(text: str, start: int, end: int, regions: Regions, guesses: Sequence[str], *, alone: bool) -> Phone | None:
    value = text[start:end]
    marked = value.lstrip("(").startswith(("+", "00"))
    led = marked or value.lstrip("(").startswith("0")
    if not (alone or led):
        return None
    here = regions(start, end) if not marked else ()
    readings = read(value, here)
    if marked:
        return _international(start, end, readings, plus="+" in value)
    readings = tuple(r for r in readings if r.valid)
    spoken = words.near(text, start, end, "phone")
    if not led and _something_else(text, start, end):
        return None
    plausible = tuple(r for r in readings if _plausible(r, spoken=spoken, led=led))
    if plausible:
        return _national(start, end, plausible, spoken=spoken)
    if led and not here and len(re.sub(r"[^0-9]", "", value)) >= 9:
        candidates = tuple(
            r for r in read(value, with_trunk_zero(tuple(guesses))) if r.valid and r.mobile and r.how == "national" and r.trunk
        )
        return Phone(start, end, candidates, "low", "region_unknown") if candidates else None
    return None


def _international(start: int, end: int, readings: tuple[Reading, ...], *, plus: bool) -> Phone | None:
    if not readings or not (plus or readings[0].valid):
        return None
    if readings[0].how == "rented":
        return Phone(start, end, readings, "medium", "rented_number")
    return (
        Phone(start, end, readings, "high", None) if readings[0].valid else Phone(start, end, readings, "low", "range_not_in_use")
    )


def _national(start: int, end: int, readings: tuple[Reading, ...], *, spoken: bool) -> Phone:
    if len(readings) > 1:
        return Phone(start, end, readings, "low", "two_readings")
    reading = readings[0]
    if reading.how == "national" and reading.trunk and (reading.mobile or spoken):
        return Phone(start, end, readings, "medium", "national_number")
    return Phone(
        start,
        end,
        readings,
        "medium" if spoken else "low",
        "written_without_plus" if reading.how == "bare" else "national_number",
    )


def _plausible(reading: Reading, *, spoken: bool, led: bool) -> bool:
    """Digits that nothing marks as a number must be a mobile one, and long, unless a telephone is spoken of."""
    if reading.how == "bare":
        return spoken or (reading.mobile and len(reading.e164) > 11)
    return led or spoken or (reading.trunk and reading.mobile)


def _something_else(text: str, start: int, end: int) -> bool:
    """An amount or the number of a paper, by the word directly beside it."""
    return words.near(text, start, end, "money", before=2, after=8) or words.near(
        text, start, end, "reference", before=18, after=0
    )
