"""Which reports of one offender have the company that each of them asked for.

The rule of SAE: a group opens when it is as large as the largest number that any of its own asked for, so that nobody is opened
for the sake of reports that themselves stay shut. Of our own: one person counts once, and one member for half at most: who
wants another's report open cannot make up the company alone (but for `needed` of 2, where one more report is all it takes).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from longarm.exchange.escrow.report import FEWEST, MOST, Report


def opens(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Of reports with one token: those that open now, none where the company does not suffice. In the order of their leaves."""
    persons: dict[tuple[str, bytes], Report] = {}
    for each in sorted(reports, key=lambda report: (report.needed, report.leaf)):
        persons[each.member, each.complainant] = each  # of two of one person, the one that asks for more
    for size in range(MOST, FEWEST - 1, -1):
        some = [each for each in persons.values() if each.needed <= size]
        if _counted(some, size) >= size:
            return tuple(sorted(some, key=lambda report: report.leaf))
    return ()


def _counted(reports: list[Report], size: int) -> int:
    most = max(1, size // 2)
    return sum(min(count, most) for count in Counter(each.member for each in reports).values())
