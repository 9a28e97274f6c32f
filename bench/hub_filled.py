"""A hub with many tokens: the engine itself makes them, in the order of its index, ten million in a few minutes."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

MEMBERS = 100  # that hold them, in turns; further ones ask
SPREAD = 500  # tokens that are told, from all over the table

_SQLITE = """
INSERT INTO hub_registration (token, member_id, envelope, expires_on, leaf)
WITH RECURSIVE place(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < {tokens}),
     made AS MATERIALIZED (SELECT randomblob(32) AS token, n FROM place ORDER BY 1)
SELECT token, {first} + n % {members}, randomblob({envelope}), '{until}', 0 FROM made
"""
_POSTGRESQL = """
INSERT INTO hub_registration (token, member_id, envelope, expires_on, leaf)
SELECT token, {first} + n % {members}, decode(rpad('', 2 * {envelope}, md5(n::text)), 'hex'), '{until}', 0
FROM (SELECT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS token, n
      FROM generate_series(1, {tokens}) AS n ORDER BY 1) AS made
"""


def fill(tokens: int, first: int, envelope: int, until: date) -> tuple[float, list[bytes]]:
    """Into the hub that Django is set up for. `first`: number of the first of a hundred members. Tokens a second; some tokens."""
    from django.db import connection

    from longarm.hub.models import Registration

    begun = time.perf_counter()
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if sqlite:  # while the table is filled: nobody waits for the disk
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-262144")
        facts = {"tokens": tokens, "first": first, "members": MEMBERS, "envelope": envelope, "until": until}
        cursor.execute((_SQLITE if sqlite else _POSTGRESQL).format(**facts))
        if not sqlite:
            cursor.execute("ANALYZE")
    rate = tokens / (time.perf_counter() - begun)
    connection.close()  # the next one is as a hub has it
    lowest = Registration.objects.order_by("id").values_list("id", flat=True)[0]
    places = [lowest + place for place in range(0, tokens, max(1, tokens // SPREAD))]
    return rate, [bytes(one) for one in Registration.objects.filter(id__in=places).values_list("token", flat=True)]


def size(folder: Path) -> int:
    """Bytes on disk of the tokens, their indices, and what SQLite keeps beside."""
    from django.db import connection

    if connection.vendor == "sqlite":
        return sum(path.stat().st_size for path in folder.iterdir())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_total_relation_size('hub_registration')")
        return int(cursor.fetchone()[0])
