"""Django's PostgreSQL, whose `select_for_update()` means FOR NO KEY UPDATE.

FOR UPDATE also stops others from adding rows that merely point at the locked one. Every act adds such a row, its line in
the record, while it holds the record's head: whoever holds a case and waits for the head would then be waited for by
whoever holds the head and writes a line about that case. PostgreSQL ends such a circle by failing one of the two. We
never change a key, so the gentler lock (its manual, 13.3.2) keeps out exactly the same writers.
"""

from __future__ import annotations

from django.db.backends.postgresql import base, operations


class DatabaseOperations(operations.DatabaseOperations):
    def for_update_sql(
        self,
        nowait: bool = False,
        skip_locked: bool = False,
        of: tuple[str, ...] = (),
        no_key: bool = True,  # noqa: ARG002 - never the harsher one, whatever was asked
    ) -> str:
        return super().for_update_sql(nowait=nowait, skip_locked=skip_locked, of=of, no_key=True)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
