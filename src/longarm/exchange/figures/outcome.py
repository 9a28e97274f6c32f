"""What became of one request, as far as figures need it: no case, no person, no number."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

Result = Literal["answered", "partly", "refused", "silent", "open"]

# The upper ends, in days, of how long an answer took; the last one is open. A week, two, a month, a quarter, half a year, a year.
DAYS: Final = (2, 7, 14, 30, 90, 180, 365)


class Outcome(NamedTuple):
    """`requested`: the state that was asked (ISO 3166-1). `measure`, `reason`: codes of the request. `silent`: past its day
    without a word. `answered_on`: the day of the answer or refusal."""

    requested: str
    measure: str
    result: Result
    asked_on: date
    answered_on: date | None = None
    reason: str = ""


def as_of(outcome: Outcome, due_on: date, day: date) -> Outcome:
    """How it stood at the end of `day`, whatever came later; silent where the day it was due is past.

    So a quarter counts the same whenever it is counted, and no node waits for its answers longer than another.
    """
    if outcome.answered_on is not None and outcome.answered_on <= day:
        return outcome
    return Outcome(outcome.requested, outcome.measure, "silent" if due_on < day else "open", outcome.asked_on)


def band(days: int) -> int:
    """Which of the spans of `DAYS` so many days fall into, from 0; the last is longer than all of them."""
    return next((place for place, end in enumerate(DAYS) if days <= end), len(DAYS))
