"""The node under load beside a bare Django page: requests a second and times, on SQLite and PostgreSQL, with many cases.

    .venv/bin/python bench/node.py [--quick] [--cases N,N] [--seconds S] [--rounds N] [--database NAME]

Real HTTP on this machine against `longarm serve` (one worker) and against a bare page on the same server, started
for the same run. Browsers are a process of their own and ask again as soon as they are answered: `alone`, and four at once.
Rounds are interleaved, so that other load on the machine meets all alike. PostgreSQL is the tests' own cluster, made durable
as a database of people's cases has to be.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "tests")]

from engines import ENGINES, environment
from load import Plan, load
from served import Node, Server, report, serving

BARE: Final = "a bare Django page"
TOGETHER: Final = 4
_REPORTS: Final = 300  # more than a stretch can send
SIZES: Final = (10_000, 100_000)


class Row(NamedTuple):
    """`rate` is of four browsers at once, `of_bare` its share of the bare page's; times in milliseconds.

    `cpu`: milliseconds of CPU that one request takes of the server, whatever else runs on the machine (a database server of its
    own is not counted).
    """

    database: str
    cases: int
    what: str
    rate: float
    of_bare: float
    alone: float  # median
    alone_p95: float
    together_p95: float
    cpu: float


def rows(sizes: tuple[int, ...] = SIZES, databases: tuple[str, ...] = ENGINES, seconds: float = 2, rounds: int = 3) -> list[Row]:
    """Each database in a process of its own: Django is set up for one."""
    return [row for database in databases for row in _of(database, sizes, seconds, rounds)]


def _of(database: str, sizes: tuple[int, ...], seconds: float, rounds: int) -> list[Row]:
    with environment(database, shared_buffers="256MB", wal_keep_size="0") as there:
        plan = json.dumps({"database": database, "sizes": sizes, "seconds": seconds, "rounds": rounds})
        command = [sys.executable, __file__, "--measure", plan]
        done = subprocess.run(command, env=there, check=True, stdout=subprocess.PIPE, text=True)
        return [Row(*row) for row in json.loads(done.stdout)]


def _measure(database: str, sizes: list[int], seconds: float, rounds: int) -> list[Row]:
    found = []
    with tempfile.TemporaryDirectory() as folder:
        node = Node(Path(folder, "data"))
        for cases in sizes:
            begun = time.perf_counter()
            node.fill(cases)
            sys.stderr.write(f"{database}: {cases:,} cases, {time.perf_counter() - begun:.0f} s to write them\n")
            with serving() as (ours, theirs):
                found += _rows(database, cases, _asked(node, ours, theirs), seconds, rounds)
    return found


Asked = dict[str, tuple[Server, Callable[[], Plan]]]


def _asked(node: Node, ours: Server, theirs: Server) -> Asked:
    def got(server: Server, *addresses: str) -> tuple[Server, Callable[[], Plan]]:
        requests = [node.get(address, server.port) for address in addresses]
        return server, lambda: Plan(server.port, 1, 0, requests)

    def reports() -> Plan:
        return Plan(ours.port, 1, 0, [report(ours.port) for _ in range(_REPORTS)], once=True)

    return {
        BARE: got(theirs, "/"),
        "a bare page with fifty rows": got(theirs, "/fifty/"),
        "intake, first page": got(ours, "/"),
        "intake, sending a report": (ours, reports),
        "inbox, fifty lines": got(ours, "/desk/cases/"),
        "case page, the founding cases": got(ours, *(f"/desk/cases/{case}/" for case in node.cases)),
    }


def _rows(database: str, cases: int, asked: Asked, seconds: float, rounds: int) -> list[Row]:
    alone: dict[str, list[float]] = {what: [] for what in asked}
    together: dict[str, list[float]] = {what: [] for what in asked}
    spent, cpu = dict.fromkeys(asked, 0.0), dict.fromkeys(asked, 0.0)
    stretches: list[float] = []
    for _, plan in asked.values():  # so that nothing is cold; more at once would be sent away where keys are stretched
        load(plan()._replace(connections=TOGETHER, seconds=1))
    for round_ in range(rounds):
        sys.stderr.write(f"{database}, {cases:,} cases, round {round_ + 1}, load {os.getloadavg()[0]:.1f}\n")
        stretches += _stretches()
        for what, (server, plan) in asked.items():
            before = server.spent()
            alone[what] += load(plan()._replace(seconds=seconds)).times
            seen = load(plan()._replace(connections=TOGETHER, seconds=seconds))
            together[what] += seen.times
            spent[what] += seen.seconds
            cpu[what] += server.spent() - before
    rates = {what: len(together[what]) / spent[what] for what in asked}
    found = [
        Row(database, cases, what, rates[what], rates[what] / rates[BARE], _part(alone[what], 0.5), _part(alone[what], 0.95),
            _part(together[what], 0.95), cpu[what] * 1000 / (len(alone[what]) + len(together[what])))
        for what in asked
    ]  # fmt: skip
    middle = _part(stretches, 0.5)
    return [*found, Row(database, cases, "Argon2id of one receipt code", 0, 0, middle, _part(stretches, 0.95), 0, 0)]


def _stretches() -> list[float]:
    """What the receipt code of a report costs by itself; in life two at a time, without Python's lock."""
    from longarm.casework.node import node
    from longarm.keys.receipt import open_code

    found = []
    for number in range(4):
        begun = time.perf_counter()
        open_code(f"1234 5678 9012 345{number}", node().secret)
        found.append((time.perf_counter() - begun) * 1000)
    return found


def _part(times: list[float], part: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def cells(row: Row) -> tuple[str, ...]:
    """As the table of docs/benchmarks.md shows it."""
    shown = ("–", "–", "–", "–")
    if row.rate:
        rate = f"{row.rate:,.0f}" if row.rate > 20 else f"{row.rate:.1f}"
        shown = (rate, f"{row.of_bare:.4f}", f"{row.together_p95:.0f}", f"{row.cpu:.2f}")
    return (
        row.database,
        f"{row.cases:,}",
        row.what,
        shown[3],
        f"{row.alone:.1f}",
        f"{row.alone_p95:.1f}",
        shown[2],
        shown[0],
        shown[1],
    )


HEAD: Final = (
    "database",
    "cases",
    "page",
    "CPU ms",
    "alone, ms",
    "alone, p95",
    "four, p95",
    "four, requests/s",
    "of the bare page",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="500 cases, one short round: does it run?")
    parser.add_argument("--cases", default=",".join(map(str, SIZES)))
    parser.add_argument("--seconds", type=float, default=2, help="of each stretch")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--database", choices=ENGINES, action="append")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        json.dump(_measure(**json.loads(options.measure)), sys.stdout)
        return
    sizes = tuple(sorted(int(size) for size in options.cases.split(",")))
    found = rows(
        (500,) if options.quick else sizes,
        tuple(options.database or ENGINES),
        *((0.5, 1) if options.quick else (options.seconds, options.rounds)),
    )
    for line in (HEAD, tuple("---" for _ in HEAD), *map(cells, found)):
        sys.stdout.write(f"| {' | '.join(line)} |\n")


if __name__ == "__main__":
    main()
