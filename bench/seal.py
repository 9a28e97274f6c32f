"""Sealing beside its peers, on the same bytes: bagit.py, sha256sum and sha512sum at once, and the bare limit of hashing.

    .venv/bin/python bench/seal.py [--gigabytes N] [--folder DIR] [--rounds N]

Each contender runs in a process of its own and is timed inside it; the best of the rounds counts, and rounds are
interleaved, so that other load on the machine meets all of them. Memory is the peak of that process. The file is made of
random blocks (not sparse: a peer could skip the holes). Three times its size must fit into the folder.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

GIGABYTES: Final = 1.0
_BLOCK: Final = 1 << 20

_HEAD: Final = """
import hashlib, os, resource, shutil, subprocess, sys, threading, time
from datetime import UTC, datetime
from pathlib import Path
source, work = Path(sys.argv[1]), Path(sys.argv[2])
def sealed(target):
    from longarm.evidence.received import walk
    from longarm.evidence.seal import Sealer, seal
    from longarm.keys.node import create
    seal(walk([source])[0], target, Sealer(key=create(), clock=lambda: datetime.now(UTC)))
"""
_BEGIN: Final = "\nbegun = time.perf_counter()\n"
_TAIL: Final = """
seconds = time.perf_counter() - begun
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(seconds, sum(u.ru_utime + u.ru_stime for u in used), max(u.ru_maxrss for u in used) / 1024)
"""
# Each: what is made ready, what is timed, what is cleared away.
_CONTENDERS: Final = {
    "the limit: both hashes, two threads, memory only": (
        """
blocks = source.stat().st_size >> 20
data = os.urandom(1 << 20)
def hashed(name):
    hasher = hashlib.new(name)
    for _ in range(blocks):
        hasher.update(data)
threads = [threading.Thread(target=hashed, args=(name,)) for name in ("sha256", "sha512")]
""",
        "for t in threads: t.start()\nfor t in threads: t.join()",
        "",
    ),
    "longarm: both hashes while reading": (
        "from longarm.evidence.hashing import digests_of\nreader = source.open('rb', buffering=0)",
        "digests_of(reader)",
        "",
    ),
    "longarm seal, whole bundle, on the disk": (
        "from longarm.evidence.target import FolderTarget",
        "sealed(FolderTarget(work / 'bundle'))",
        "shutil.rmtree(work / 'bundle')",
    ),
    "longarm seal --zip": (
        "from longarm.evidence.target import ZipFileTarget",
        "sealed(ZipFileTarget(work / 'bundle.zip'))",
        "(work / 'bundle.zip').unlink()",
    ),
    "longarm verify": (
        """
from longarm.evidence.target import FolderTarget
from longarm.evidence.verify import verify
if not (work / 'kept').exists(): sealed(FolderTarget(work / 'kept'))
""",
        "assert verify(work / 'kept').sound",
        "",
    ),
    "sha256sum and sha512sum at once": (
        "",
        "for p in [subprocess.Popen([t, str(source)], stdout=subprocess.DEVNULL) for t in ('sha256sum', 'sha512sum')]: p.wait()",
        "",
    ),
    "bagit.make_bag, both hashes (moves, copies nothing)": (
        "import bagit\n(work / 'bag').mkdir()\nos.link(source, work / 'bag' / 'exhibit.bin')",
        "bagit.make_bag(str(work / 'bag'), checksums=['sha256', 'sha512'])",
        "shutil.rmtree(work / 'bag')",
    ),
}


class Row(NamedTuple):
    """One line of the table. `of_limit` is the share of the bare limit's speed; `cpu_seconds` counts all threads."""

    contender: str
    gb_per_second: float
    of_limit: float
    cpu_seconds: float
    peak_mb: float


def rows(gigabytes: float = GIGABYTES, folder: Path | None = None, rounds: int = 3) -> list[Row]:
    """The table, for one exhibit of `gigabytes` GiB."""
    with tempfile.TemporaryDirectory(dir=folder) as work:
        source = Path(work, "exhibit.bin")
        size = write_exhibit(source, gigabytes)
        best: dict[str, tuple[float, float, float]] = {}
        for _ in range(rounds):
            for name in _CONTENDERS:
                best[name] = min(best.get(name, (float("inf"), 0.0, 0.0)), _measure(name, source, Path(work)))
    limit = next(iter(best.values()))[0]
    return [Row(name, size / 1e9 / seconds, limit / seconds, cpu, peak) for name, (seconds, cpu, peak) in best.items()]


def write_exhibit(path: Path, gigabytes: float) -> int:
    """Random blocks out of a small set: nothing to skip or compress, quickly made. Its size in bytes."""
    blocks = [os.urandom(_BLOCK) for _ in range(17)]
    with path.open("wb") as file:
        for number in range(max(1, int(gigabytes * 1024))):
            file.write(blocks[number % len(blocks)])
    return path.stat().st_size


def _measure(name: str, source: Path, work: Path) -> tuple[float, float, float]:
    ready, timed, clear = _CONTENDERS[name]
    code = _HEAD + ready + _BEGIN + timed + _TAIL + clear
    done = subprocess.run([sys.executable, "-c", code, str(source), str(work)], check=True, capture_output=True, text=True)
    seconds, cpu, peak = (float(number) for number in done.stdout.split())
    return seconds, cpu, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gigabytes", type=float, default=GIGABYTES, help="size of the exhibit, in GiB")
    parser.add_argument("--folder", type=Path, help="where to work")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for row in rows(options.gigabytes, options.folder, options.rounds):
        numbers = f"{row.gb_per_second:6.2f} GB/s {row.of_limit:6.2f} of limit {row.cpu_seconds:7.1f} s CPU {row.peak_mb:6.0f} MB"
        sys.stdout.write(f"{row.contender:<54}{numbers}\n")


if __name__ == "__main__":
    main()
