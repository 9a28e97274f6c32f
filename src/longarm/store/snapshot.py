"""One moment of the database, read while others write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of the same moment; nobody waits for it and nothing can be written.

    SQLite: a deferred transaction reads one state of the write-ahead log. PostgreSQL: REPEATABLE READ, READ ONLY.
    Begun by hand: Django's own transactions take the write lock on SQLite (`store.database`).
    """
    if connection.in_atomic_block:
        raise RuntimeError("a snapshot is not taken inside a transaction")
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY" if connection.vendor == "postgresql" else "BEGIN DEFERRED"
    with connection.cursor() as cursor:
        cursor.execute(begin)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
