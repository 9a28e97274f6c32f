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
        if self is Answer.NO or other is Answer.NO:
            return Answer.NO
        return Answer.YES if self is Answer.YES and other is Answer.YES else Answer.UNKNOWN

    def __or__(self, other: Answer) -> Answer:
        if self is Answer.YES or other is Answer.YES:
            return Answer.YES
        return Answer.NO if self is Answer.NO and other is Answer.NO else Answer.UNKNOWN

    def __invert__(self) -> Answer:
        if self is Answer.UNKNOWN:
            return self
        return Answer.NO if self is Answer.YES else Answer.YES


def all_of(answers: Iterable[Answer]) -> Answer:
    """`no` if one is no, `yes` if every one is yes (or there is none), else `unknown`."""
    found = Answer.YES
    for answer in answers:
        if answer is Answer.NO:
            return answer
        if answer is Answer.UNKNOWN:
            found = answer
    return found


def any_of(answers: Iterable[Answer]) -> Answer:
    """`yes` if one is yes, `no` if every one is no (or there is none), else `unknown`."""
    found = Answer.NO
    for answer in answers:
        if answer is Answer.YES:
            return answer
        if answer is Answer.UNKNOWN:
            found = answer
    return found
