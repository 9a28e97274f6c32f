"""The law engine on one core: cases a second over the founding cases, and the load time of the facts, each in its own process.

There is no peer that answers the same question; the limit named is the same loop doing nothing but encoding the answers. The best
of sixty rounds of a tenth of a second counts: other processes share the cores, and a long round measures them too.
`python bench/law.py` prints its rows alone.
"""

from __future__ import annotations

import subprocess
import sys
from typing import NamedTuple

_ENGINE = """
import resource, sys, time
from datetime import date
from importlib.resources import files
import msgspec
from longarm.case.file import parse_case
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
facts = load()
folder = files("longarm.casework") / "demo" / "cases"
cases = [parse_case(f.read_bytes(), f.name).case for f in sorted(folder.iterdir(), key=str) if f.name.endswith(".yaml")]
ready = [(case, trace_case(case, facts), case.opened.first) for case in cases]
answers = [paths(case, facts, day, traces) for case, traces, day in ready]
def rate(work):
    best = 0.0
    for _ in range(60):
        begun, done = time.process_time(), 0
        while time.process_time() - begun < 0.1:
            work(); done += len(ready)
        best = max(best, done / (time.process_time() - begun))
    return best
ours = rate(lambda: [paths(case, facts, day, traces) for case, traces, day in ready])
limit = rate(lambda: [msgspec.json.encode(answer) for answer in answers])
print(ours, limit, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_LOAD = """
import time
import longarm.law.model
from importlib.resources import files
from longarm.law.load import COMPILED, load
begun = time.process_time(); (files("longarm.law") / COMPILED).read_bytes(); raw = time.process_time() - begun
begun = time.process_time(); load(); first = time.process_time() - begun
load.cache_clear()
begun = time.process_time(); load(); again = time.process_time() - begun
print(first * 1000, again * 1000, raw * 1000)
"""
_MATRIX = """
import resource, time
from datetime import date
from longarm.law.load import load
from longarm.law.matrix import matrix
facts = load()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
best = 99.0
for _ in range(3):
    begun = time.process_time(); cells = list(matrix(facts, date(2026, 9, 1))); best = min(best, time.process_time() - begun)
print(best, len(cells), (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
_HELP = """
import os, resource, subprocess, sys
subprocess.run([sys.executable, "-m", "longarm", "--help"], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print((used.ru_utime + used.ru_stime) * 1000)
"""


class Row(NamedTuple):
    """One figure. `ratio` is against the limit named in `what`, None where there is none."""

    what: str
    figure: str
    ratio: float | None


def rows() -> list[Row]:
    """Cases a second, load time of the facts, the full matrix, CPU of `longarm --help` (the least of five)."""
    ours, limit, peak = _run(_ENGINE)
    first, again, _ = _run(_LOAD)
    seconds, cells, memory = _run(_MATRIX)
    help_ms = min(_run(_HELP)[0] for _ in range(5))
    return [
        Row("paths, founding cases, one core (limit: encoding the answers)", f"{ours:,.0f} cases/s, {peak:.0f} MB", ours / limit),
        Row("facts loaded, first time in a process", f"{first:.0f} ms of CPU", None),
        Row("facts loaded, again", f"{again:.0f} ms of CPU", None),
        Row(
            "all ordered pairs of states, each measure", f"{seconds:.2f} s of CPU, {cells:,.0f} cells, {memory:.0f} MB more", None
        ),
        Row("longarm --help", f"{help_ms:.0f} ms of CPU", None),
    ]


def _run(code: str) -> list[float]:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return [float(number) for number in done.stdout.split()]


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"| {row.what} | {row.figure} | {'' if row.ratio is None else f'{row.ratio:.2f}'} |\n")
