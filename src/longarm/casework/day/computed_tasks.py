"""The tasks that follow from a case: a day by which a step must be taken, a day on which a trace may be gone.

Each has a stable mark (what it is, about what), so that once is once: worked out again it changes with the facts, and one that
was done stays done.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final
from uuid import UUID

import msgspec

from longarm.case.model import Case
from longarm.casework.node import node
from longarm.keys.derive import keyed_hash, subkey
from longarm.law.answer import PathsAnswer
from longarm.law.change import title_of
from longarm.law.model import Facts
from longarm.texts import LANGUAGES, wording

_GRACE: Final = timedelta(days=7)  # what is past for longer is no task any more: the trace is gone, the time has run out


class Body(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is sealed of a task. `text`: a person's own words; `title`: a computed one in every language.

    `subject`: the path, or the identifier of the case, whose value is `value`.
    """

    text: str = ""
    title: dict[str, str] = {}
    subject: str = ""
    value: str = ""


Wanted = dict[bytes, tuple[Body, date]]


def wanted(case: UUID, file: Case, answer: PathsAnswer, facts: Facts, today: date) -> Wanted:
    """By mark. Steps whose time limit runs and that are not blocked; traces that have not perished.

    Of several roads to the same thing (the same data, by another state) only the first: the page of the case shows them all,
    a list of tasks that nobody can work through shows nothing.
    """
    found: Wanted = {}

    def add(kind: str, subject: str, day: str | None, body: Body) -> None:
        if day and date.fromisoformat(day) + _GRACE >= today:
            found[_mark(case, kind, subject)] = (body, date.fromisoformat(day))

    begun: set[tuple[str, ...]] = set()
    for path in sorted(answer.paths, key=lambda path: path.rank):
        what = (path.action, *path.identifiers, path.before.id if path.before and path.by != "authority" else "")
        if path.status in ("open", "conditional") and path.deadline and what not in begun:
            begun.add(what)
            named = path.before.name if path.before else {}
            title = title_of(path, facts)
            words = {str(one): _with(title.in_language(one), named.get(one) or named.get("en", "")) for one in LANGUAGES}
            add("deadline", path.id, path.deadline, Body(title=words, subject=path.id))
    values = {one.id: one.value for one in file.identifiers}
    for line in answer.identifiers:
        body = Body(title=wording("casework-task-perishes"), subject=line.id, value=line.normal or values.get(line.id, ""))
        add("perishes", line.id, line.perishes_on, body)
    return found


def _with(title: str, name: str) -> str:
    return f"{title} · {name}" if name and name not in title else title


def _mark(case: UUID, kind: str, subject: str) -> bytes:
    return keyed_hash(subkey(node().secret, "task"), "task-mark", f"{case}/{kind}/{subject}")
