"""The database engines a bench runs on: SQLite in a folder of its own, or the tests' own PostgreSQL, made durable."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ENGINES: Final = ("sqlite", "postgresql")
# As a careful administrator runs it: a commit that was answered is on the disk.
_DURABLE: Final = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


@contextmanager
def environment(engine: str, **options: str) -> Iterator[dict[str, str]]:
    """That of a process for this engine: Django is set up for one. `options` of PostgreSQL's server, which ends with it."""
    found = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if engine == "sqlite":
        yield found
        return
    sys.path.append(str(Path(__file__).parent.parent / "tests"))
    from cluster import Cluster

    cluster = Cluster.start(**_DURABLE, **options)
    try:
        yield {**found, "DATABASE_URL": cluster.address(cluster.create())}
    finally:
        cluster.stop()


def each_in_its_own(script: str, only: str | None, *arguments: str, **options: str) -> None:
    """`script --here --engine …` for each engine, or `only` for one; it prints what it found."""
    print(f"load before: {os.getloadavg()[0]:.2f}", flush=True)
    for engine in (only,) if only else ENGINES:
        with environment(engine, **options) as there:
            subprocess.run([sys.executable, script, "--here", "--engine", engine, *arguments], env=there, check=True)
