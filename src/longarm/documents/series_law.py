"""What the facts of law say on a series: the articles its cases meet, the conventions on organised crime between its states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from longarm.case.answer import Answer
from longarm.case.model import Case
from longarm.documents.content import Grid
from longarm.documents.legal import grid_of
from longarm.documents.matter import Matter
from longarm.law.binding import bound
from longarm.law.model import Facts
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.texts import Language, say

_PLAIN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")  # a paper of several states keeps one kind of digits


def offences(facts: Facts, files: Mapping[int, Case], language: Language, as_of: date) -> Grid:
    """State, law and articles, and the cases that meet them, by number. The prosecution qualifies; this only proposes."""
    found: dict[tuple[str, str], dict[str, list[int]]] = {}
    for number, file in files.items():
        traces = trace_case(file, facts)
        answer = paths(file, facts, as_of, traces)
        for state in dict.fromkeys(line.state for line in answer.offences if line.applies == "yes"):
            matter = Matter(
                document="complaint-generic", case=file, facts=facts, answer=answer, traces=traces, language=language,
                forum=state, as_of=as_of,
            )  # fmt: skip
            grid = grid_of(matter, state)
            law = ""
            for row in grid.rows if isinstance(grid, Grid) else ():
                law = row[0] or law
                numbers = found.setdefault((matter.state(state), law), {}).setdefault(row[1], [])
                if number not in numbers:
                    numbers.append(number)
    comma = "، " if language == "ar" else ", "
    rows = []
    for (state, law), by_article in sorted(found.items()):
        by_cases: dict[str, list[str]] = {}
        for articles, numbers in by_article.items():
            by_cases.setdefault(comma.join(map(str, sorted(numbers))), []).append(articles.translate(_PLAIN))
        rows += [(state, law.translate(_PLAIN), comma.join(those), cases) for cases, those in by_cases.items()]
    return Grid(tuple(say(f"series-column-{name}", language) for name in ("state", "law", "article", "cases")), tuple(rows))


def conventions(facts: Facts, states: tuple[str, ...], language: Language, as_of: date) -> Grid | None:
    """The conventions on organised crime that bind two and more of `states` on that day, each with those states."""
    comma = "، " if language == "ar" else ", "
    rows = []
    for instrument in sorted(facts.instruments.values(), key=lambda one: one.id):
        if instrument.kind != "organised_crime" or instrument.absence:
            continue
        those = [state for state in states if bound(instrument, state, as_of).holds is Answer.YES]
        if len(those) > 1:
            names = [facts.states[s].names.in_language(language) if s in facts.states else s for s in those]
            rows.append((instrument.title.in_language(language), comma.join(names)))
    columns = tuple(say(f"series-column-{name}", language) for name in ("convention", "states"))
    return Grid(columns, tuple(rows)) if rows else None
