"""Yes, no, or unknown: the three answers of law. Unknown is never no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Answer(StrEnum):
    """Kleene's strong three-valued logic: `no` decides an and, `yes` decides an or, `unknown` stays unknown."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __and__(self, other: Answer) -> Answer:
        return all_of((self, other))

    def __or__(self, other: Answer) -> Answer:
        return any_of((self, other))

    def __invert__(self) -> Answer:
        return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(self, Answer.UNKNOWN)


def all_of(answers: Iterable[Answer]) -> Answer:
    """`no` if one is no, `yes` if every one is yes (or there is none), else `unknown`."""
    given = set(answers)
    if Answer.NO in given:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in given else Answer.YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """`yes` if one is yes, `no` if every one is no (or there is none), else `unknown`."""
    given = set(answers)
    if Answer.YES in given:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in given else Answer.NO
