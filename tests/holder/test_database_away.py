"""The holder's PostgreSQL is away for a while: each letter is told `busy`, the log has one line of it, and then all goes on."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest

from cluster import Cluster, OwnDatabase
from holder.running import Node, Running
from longarm.exchange.refused import Refused

pytestmark = pytest.mark.postgresql


def told(node: Node, holder: Running) -> str:
    try:
        node.keys(holder)
    except Refused as refused:
        return refused.code
    return ""


def test_postgresql_is_away_for_a_while(own_database: OwnDatabase, tmp_path: Path) -> None:
    address = own_database.environment["DATABASE_URL"]
    name = address.rpartition("/")[2].partition("?")[0]
    cluster = Cluster(Path(os.environ["LONGARM_TEST_CLUSTER"]))
    holder, node = Running(tmp_path / "holder", address).make("holder").start(), Node()
    try:
        node.join(holder)
        assert told(node, holder) == ""
        with psycopg.connect(cluster.address("postgres"), autocommit=True) as above:
            above.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
            above.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,))
            assert [told(node, holder) for _ in range(3)] == ["busy"] * 3
            above.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        assert told(node, holder) == ""
        lines = [line for line in holder.log.splitlines() if "away, locked or full" in line]
        assert len(lines) == 1
        assert "Traceback" not in holder.log
    finally:
        holder.stop()
