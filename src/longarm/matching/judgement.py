"""What a person decided about two cases. Kept for ever, the last one counts; the machine never goes against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

Verdict = Literal["same", "different", "unsure", "withdrawn"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """`number` orders judgements: the highest of a pair counts. `withdrawn` undoes the one before, and stays in the record.

    `unsure` closes the question: the machine does not join the two by their own links, nor ask again."""

    between: tuple[str, str]
    verdict: Verdict
    number: int
    by: str = ""
    at: str = ""
    why: str = ""


def in_force(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The judgement that counts for each pair (smaller case first); pairs whose last was withdrawn have none."""
    last: dict[tuple[str, str], Judgement] = {}
    for one in judgements:
        pair = (min(one.between), max(one.between))
        if pair not in last or one.number > last[pair].number:
            last[pair] = one
    return {pair: one for pair, one in last.items() if one.verdict != "withdrawn"}
