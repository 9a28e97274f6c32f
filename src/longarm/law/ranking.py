"""The order of the paths: the rows of `rules/ranking.yaml`, from the top, each a question with a number for an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Path
from longarm.law.rules.tables import RowName
from longarm.law.step import Step

_NEVER: Final = "9999-12-31"
Key = tuple[int | str, ...]


def ranked(steps: list[Step]) -> tuple[Path, ...]:
    """The steps as paths, best first. The same steps always give the same order."""
    ordered = sorted(steps, key=key)
    return tuple(_path(step, rank) for rank, step in enumerate(_proof_first(ordered), start=1))


def key(step: Step) -> Key:
    """The answers of all rows for a step; its id decides what they leave equal."""
    return (*(_ROWS[row.row](step) for row in rules.ranking()), step.id)


def _proof_first(steps: list[Step]) -> list[Step]:
    """A report to a platform moves behind the last request to keep data; but not where a child is shown."""
    last = max((place for place, step in enumerate(steps) if step.action == "preserve_data"), default=-1)
    early = [step for place, step in enumerate(steps) if step.action == "takedown" and step.purpose != "child" and place < last]
    kept = [step for step in steps if step not in early]
    place = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].action == "preserve_data"), -1) + 1
    return [*kept[:place], *early, *kept[place:]]


def _blocked(step: Step) -> int:
    return int(step.status == "blocked" and step.action != "preserve_data")


def _child(step: Step) -> int:
    if step.purpose != "child":
        return 2
    return {"child_protection": 0, "hotline": 1}.get(step.action, 2)


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


def _path(step: Step, rank: int) -> Path:
    told = {name: getattr(step, name) for name in step.__struct_fields__ if name not in ("purpose", "part", "danger")}
    return Path(id=step.id, rank=rank, **told)
