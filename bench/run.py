"""`make bench`: ours beside the named peers, on the same bytes, in one run; prints the tables that docs/benchmarks.md keeps."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import match
import node
import read
import seal
import upload

import law


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=read.LINES, help="lines of the WhatsApp export")
    parser.add_argument("--gigabytes", type=float, default=seal.GIGABYTES, help="size of the sealed exhibit, in GiB")
    parser.add_argument("--quick", action="store_true", help="all of it on little: does it run?")
    options = parser.parse_args()
    if options.quick:
        options.lines, options.gigabytes = 10_000, 0.05
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start"
    say(f"Measured {date.today().isoformat()}, {machine}.")
    say(f"\n## Sealing one exhibit of {options.gigabytes:g} GiB\n")
    table(
        ("contender", "GB/s", "of the limit", "CPU s", "peak MB"),
        [
            (r.contender, f"{r.gb_per_second:.2f}", f"{r.of_limit:.2f}", f"{r.cpu_seconds:.1f}", f"{r.peak_mb:.0f}")
            for r in seal.rows(options.gigabytes)
        ],
    )
    say(f"\n## Reading a WhatsApp export of {options.lines:,} lines, JSON out\n")
    readers = read.rows(options.lines)
    ours = readers[0].lines_per_second or 0.0
    table(
        ("reader", "lines/s", "ours is faster by", "peak MB", "messages", "remark"),
        [
            (
                r.reader,
                number(r.lines_per_second),
                f"{ours / r.lines_per_second:.1f}" if r.lines_per_second else "",
                number(r.peak_mb),
                str(r.messages or ""),
                r.remark,
            )
            for r in readers
        ],
    )
    say("\n## Law, and the command line\n")
    table(("what", "figure", "of the limit"), [(r.what, r.figure, f"{r.ratio:.2f}" if r.ratio else "") for r in law.rows()])
    say(f"\n## The node under load, {os.getloadavg()[0]:.1f} the load before it\n")
    pages = node.rows(sizes=(500,), seconds=0.5, rounds=1) if options.quick else node.rows()
    table(node.HEAD, [node.cells(row) for row in pages])
    say("\n## A file on its way in\n")
    table(upload.HEAD, [upload.cells(row) for row in (upload.rows(8, 1) if options.quick else upload.rows())])
    say("\n## Matching\n")
    table(("what", "contender", "figure", "remark"), [tuple(row) for row in match.rows()])


def number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}"


def table(head: tuple[str, ...], body: list[tuple[str, ...]]) -> None:
    """A Markdown table."""
    for row in (head, tuple("---" for _ in head), *body):
        say(f"| {' | '.join(row)} |")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
