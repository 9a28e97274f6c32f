"""The figures in words: states by name, spans of days, reasons; what is not told reads 'fewer than', and never nought."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple, get_args

from longarm.casework.exchange.figures.reading import Table
from longarm.casework.exchange.figures.telling import Quarter
from longarm.exchange.figures.document import number
from longarm.exchange.figures.outcome import DAYS, Result
from longarm.exchange.figures.published import EPSILON, SCALE, Figure
from longarm.exchange.figures.table import Line
from longarm.texts import Language, say
from longarm.web.dates import state

RESULTS: Final[tuple[Result, ...]] = get_args(Result)


class Number(NamedTuple):
    """`told`: it stands in the figures of some; else `text` says what it is smaller than."""

    word: str
    text: str
    told: bool


class Row(NamedTuple):
    line: Line
    state: str
    measure: str
    off_by: str
    results: tuple[Number, ...]
    half: str
    days: tuple[Number, ...]
    reasons: tuple[Number, ...]


class Telling(NamedTuple):
    """`leaves`: every number of it, in words: state, measure, what is counted."""

    quarter: Quarter
    word: str
    stands: str
    state: str
    leaves: tuple[tuple[str, str, str, int], ...]


def shown(table: Table, language: Language) -> dict[str, Any]:
    return {
        "rows": rows(table.lines, language),
        "heads": [say("figure-result", language, result=one) for one in RESULTS],
        "quarter": table.period if table.period in table.periods else "",
        "periods": [(one, quarter_word(one, language)) for one in table.periods],
        "sources": [
            (one, quarter_word(one.published.period, language), [state(code, language) for code in one.published.asking])
            for one in table.sources
        ],
        "noise": round(3 * SCALE),
        "epsilon": str(EPSILON),
    }


def rows(lines: Iterable[Line], language: Language) -> list[Row]:
    return [_row(line, language) for line in lines]


def to_tell(quarters: Iterable[Quarter], language: Language) -> list[Telling]:
    return [_telling(one, language) for one in quarters]


def quarter_word(period: str, language: Language) -> str:
    year, _, quarter = period.partition("-Q")
    return say("figure-quarter", language, quarter=int(quarter), year=year)


def _row(line: Line, language: Language) -> Row:
    def cell(what: str, value: str, count: int, word: str) -> Number:
        most = number(line, what, value, count).at_most
        if most == count:
            return Number(word, str(count), True)
        if not count:
            return Number(word, say("figure-fewer", language, number=str(most + 1)), False)
        return Number(word, say("figure-range", language, least=str(count), most=str(most)), True)

    spans = zip((*DAYS, "longer"), line.days, strict=True)
    return Row(
        line=line,
        state=state(line.requested, language),
        measure=say("request-measure", language, measure=line.measure),
        off_by=say("figure-off-by", language, number=str(line.off_by)) if line.off_by else "",
        results=tuple(
            cell("result", one, line.results.get(one, 0), say("figure-result", language, result=one)) for one in RESULTS
        ),
        half=say("figure-half-none", language) if line.median is None else say("figure-half-days", language, days=line.median),
        days=tuple(
            cell("days", str(place), count, say("figure-span", language, days=one)) for place, (one, count) in enumerate(spans)
        ),
        reasons=tuple(
            cell("reason", one, count, say("request-reason-said", language, reason=one)) for one, count in line.reasons
        ),
    )


def _telling(quarter: Quarter, language: Language) -> Telling:
    stands = "not-drawn" if quarter.published is None else "told" if quarter.told_at else "drawn"
    return Telling(
        quarter=quarter,
        word=quarter_word(quarter.period, language),
        stands=say("figure-stands", language, state=stands),
        state=stands,
        leaves=tuple(_leaves(one, language) for one in quarter.published.figures) if quarter.published else (),
    )


def _leaves(one: Figure, language: Language) -> tuple[str, str, str, int]:
    match one.what:
        case "result":
            what = say("figure-result", language, result=one.value)
        case "days":
            what = say("figure-span", language, days=(*DAYS, "longer")[int(one.value)])
        case _:
            what = say("request-reason-said", language, reason=one.value)
    return state(one.requested, language), say("request-measure", language, measure=one.measure), what, one.count
