"""The order of the paths: the rows of `rules/ranking.yaml`, from the top, each a question with a number for an answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Action, By, Path, PathStatus, Wording
from longarm.law.rules.tables import RowName
from longarm.law.step import Purpose, Step

_NEVER: Final = "9999-12-31"
_OF_A_CHILD: Final[dict[str, int]] = {"child_protection": 0, "hotline": 1, "removal_request": 2, "takedown": 2}
Key = tuple[int | str, ...]
_UNSAID: Final = Wording(ar="", en="", fr="")


def ranked(steps: list[Step]) -> tuple[Path, ...]:
    """The steps as paths, best first. The same steps always give the same order."""
    keyed = sorted(((key(step), step) for step in steps), key=itemgetter(0))
    return tuple(_path(step, str(answers[-1]), rank) for rank, (answers, step) in enumerate(keyed, start=1))


def key(step: Step) -> Key:
    """The answers of all rows for a step; its id decides what they leave equal."""
    return (*_answers((step.action, step.status, step.purpose, step.by, step.danger, step.forbidden, step.deadline)), step.id)


@lru_cache(maxsize=4096)
def _answers(read: tuple[Action, PathStatus, Purpose, By, int, bool, str | None]) -> Key:
    """The answers of all rows: they read no more of a step than this, and few steps differ in it."""
    action, status, purpose, by, danger, forbidden, deadline = read
    like = Step(
        action=action, status=status, purpose=purpose, by=by, danger=danger, forbidden=forbidden, deadline=deadline, why=_UNSAID
    )
    return tuple(row(like) for row in _rows())


@cache
def _rows() -> tuple[Callable[[Step], int | str], ...]:
    return tuple(_ROWS[row.row] for row in rules.ranking())


def _blocked(step: Step) -> int:
    """A preservation request that nobody can make today keeps its place, one that would endanger her does not."""
    return int(step.status == "blocked" and (step.action != "preserve_data" or step.forbidden))


def _child(step: Step) -> int:
    """Protection, then a report of where the pictures are, then their removal: the one removal that waits for no proof."""
    return _OF_A_CHILD.get(step.action, 3) if step.purpose == "child" else 3


def _life(step: Step) -> int:
    return int(step.purpose != "life")


def _consult(step: Step) -> int:
    return int(step.purpose != "consult")


def _silent(step: Step) -> int:
    return int(not (step.action == "hash_block" and step.status == "open"))


def _perishing(step: Step) -> int:
    return int(step.action != "preserve_data")


def _hand(step: Step) -> int:
    return int(step.by == "authority")


def _danger(step: Step) -> int:
    return step.danger


def _openness(step: Step) -> int:
    return ("open", "conditional", "unknown", "blocked").index(step.status)


def _alerts(step: Step) -> int:
    return int(rules.action(step.action).alerts is Answer.YES)


def _speed(step: Step) -> int:
    return rules.action(step.action).speed


def _deadline(step: Step) -> str:
    return step.deadline or _NEVER


def _burden(step: Step) -> int:
    return rules.action(step.action).burden


_ROWS: Final[dict[RowName, Callable[[Step], int | str]]] = {
    "blocked": _blocked,
    "child": _child,
    "life": _life,
    "consult": _consult,
    "silent": _silent,
    "perishing": _perishing,
    "hand": _hand,
    "danger": _danger,
    "openness": _openness,
    "alerts": _alerts,
    "speed": _speed,
    "deadline": _deadline,
    "burden": _burden,
}


def _path(step: Step, step_id: str, rank: int) -> Path:
    return Path(
        id=step_id,
        rank=rank,
        status=step.status,
        action=step.action,
        forum=step.forum,
        requested=step.requested,
        by=step.by,
        before=step.before,
        why=step.why,
        events=step.events,
        identifiers=step.identifiers,
        basis=step.basis,
        obstacles=step.obstacles,
        opens_if=step.opens_if,
        documents=step.documents,
        deadline=step.deadline,
        hazards=step.hazards,
        confidence=step.confidence,
        sources=step.sources,
    )
