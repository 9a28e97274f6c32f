"""How many ordered pairs of states share a basis for each measure, and how sure the facts are (docs/law.md)."""

from __future__ import annotations

from collections import Counter
from typing import Final

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.index import index_of
from longarm.law.matrix import MEASURES, Cell, matrix
from longarm.law.model import Facts, MeasureKind
from longarm.law.walk import every_fact

_ALWAYS_MET: Final = frozenset(("transnational",))  # that is why one state asks another
# What one state asks of another; the other measures of instruments bind each state for itself, or to a court.
_ASKED: Final = tuple(m for m in MEASURES if m not in ("criminalise", "jurisdiction", "surrender", "protection_of_data"))


def measures_table(facts: Facts) -> str:
    """A Markdown table, one line a measure, on the day the facts were last checked; then how many facts are how sure."""
    day = index_of(facts).checked
    counted = Counter((cell.measure, _kind(facts, cell)) for cell in matrix(facts, day))
    pairs = len(facts.states) * (len(facts.states) - 1)
    lines = [
        f"Between {len(facts.states)} states ({pairs:,} ordered pairs) on {day.isoformat()}:",
        "",
        "| Measure | Sourced basis | Only for some crimes or conditions | Sourced none | Unknown |",
        "| --- | --- | --- | --- | --- |",
    ]
    for measure in _ASKED:
        cells = (counted[measure, kind] for kind in ("any", "some", "none", "unknown"))
        lines.append(f"| {measure} | {' | '.join(f'{cell:,}' for cell in cells)} |")
    return "\n".join((*lines, "", _sureness(facts))) + "\n"


def _kind(facts: Facts, cell: Cell) -> str:
    if cell.binding is not Answer.YES:
        return "none" if cell.binding is Answer.NO else "unknown"
    return "any" if any(not _asks_more(facts, name, cell.measure) for name in cell.by) else "some"


def _asks_more(facts: Facts, instrument: str, measure: MeasureKind) -> bool:
    """Does it fit only organised crime, a child, listed crimes …? A red notice between police is no basis of a surrender."""
    if measure != "police_channel" and facts.instruments[instrument].kind == "regional_police":
        return True
    fit = rules.fits().get(instrument)
    return fit is not None and not _ALWAYS_MET.issuperset((*fit.needs, *fit.of.get(measure, ())))


def _sureness(facts: Facts) -> str:
    given = Counter(fact.confidence for _, fact in every_fact(facts) if fact.source)
    return f"Facts: {given['high']:,} high, {given['medium']:,} medium, {given['low']:,} low."
