"""What SQLite's planner knows of the tables: how many rows one value of an index leads to. PostgreSQL keeps count by itself.

Without it SQLite takes every index for equally good, and looks through all cases of an organisation for the two that name a
number (sqlite.org/lang_analyze.html). Counts of rows only, no value of any. Other connections learn of it
when they are made again.
"""

from __future__ import annotations

from typing import Final

from django.db import connection

_LOOKED_AT: Final = 1000  # rows of an index at most: some ten milliseconds, however many cases there are


def refresh() -> int:
    """Counts anew. Returns how many indices are known now."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit={_LOOKED_AT}")
        cursor.execute("ANALYZE")
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1")
        return int(cursor.fetchone()[0])
