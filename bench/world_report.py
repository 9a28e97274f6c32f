"""Precision and recall on the generated world, by series, by pair of cases and by signal, with 95 % intervals (Wilson 1927)."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from world import World, make

from longarm.matching.links import links
from longarm.matching.series import Series, series


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="2,3,4")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--offenders", type=int, default=300)
    options = parser.parse_args()
    for seed in options.seeds.split(","):
        begun = time.perf_counter()
        world = make(int(seed), options.cases, options.offenders)
        made = time.perf_counter() - begun
        begun = time.process_time()
        linked = links(world.items)
        found = series(linked)
        took = time.process_time() - begun
        head = f"Seed {seed}: {len(world.cases):,} cases, {options.offenders} offenders with two or more"
        say(f"\n## {head}; made in {made:.0f} s, matched in {took:.1f} s of CPU\n")
        say("| what | precision | recall |\n| --- | --- | --- |")
        right, said, there = pairs(world, found)
        say(f"| pairs of cases in one series | {share(right, said)} | {share(right, there)} |")
        pure, whole, _ = by_case(world, found)
        say(f"| mean over cases (B-cubed) | {pure:.4f} | {whole:.4f} |")
        firm = [one for one in found if one.strength == "strong"]
        say(f"| series called strong ({len(firm)} of {len(found)}), pairs | {share(*pairs(world, firm)[:2])} | |")
        largest = max((len(one.cases) for one in found), default=0)
        aside = ", ".join(f"{ground} {n}" for ground, n in sorted(Counter(one.ground for one in linked.set_aside).items()))
        say(f"\nLargest series {largest}; {len(linked.set_aside)} identifiers set aside ({aside}).\n")
        say("| signal | strength | links right | of all pairs of one offender |\n| --- | --- | --- | --- |")
        for (reason, strength), (good, all_) in sorted(by_signal(world, linked.links).items()):
            say(f"| {reason} | {strength} | {share(good, all_)} | {share(good, there)} |")


def pairs(world: World, found: Iterable[Series]) -> tuple[int, int, int]:
    """Right pairs, pairs said, pairs there are."""
    right = said = 0
    for one in found:
        sizes = Counter(world.offender[case] for case in one.cases)
        right += sum(n * (n - 1) // 2 for n in sizes.values())
        said += len(one.cases) * (len(one.cases) - 1) // 2
    there = sum(n * (n - 1) // 2 for n in Counter(world.offender.values()).values())
    return right, said, there


def by_case(world: World, found: Iterable[Series]) -> tuple[float, float, int]:
    """B-cubed over the cases of offenders with two or more (recall) and over the cases in a series (precision)."""
    group = {case: one for one in found for case in one.cases}
    sizes = Counter(world.offender.values())
    precision, recall = [], []
    for case, who in world.offender.items():
        mates = group[case].cases if case in group else (case,)
        same = sum(world.offender[other] == who for other in mates)
        if len(mates) > 1:
            precision.append(same / len(mates))
        if sizes[who] > 1:
            recall.append(same / sizes[who])
    return sum(precision) / max(1, len(precision)), sum(recall) / max(1, len(recall)), len(recall)


def by_signal(world: World, found: Iterable[object]) -> dict[tuple[str, str], tuple[int, int]]:
    counts: dict[tuple[str, str], dict[tuple[str, str], bool]] = defaultdict(dict)
    for link in found:
        counts[link.reason, link.strength][link.between] = world.offender[link.between[0]] == world.offender[link.between[1]]  # type: ignore[attr-defined]
    return {key: (sum(those.values()), len(those)) for key, those in counts.items()}


def share(part: int, whole: int) -> str:
    if not whole:
        return "–"
    z, p = 1.96, part / whole
    middle, half = (
        (p + z * z / (2 * whole)) / (1 + z * z / whole),
        z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole),
    )
    return f"{p:.4f} ({max(0, middle - half):.4f}–{min(1, middle + half):.4f}; {part:,} of {whole:,})"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
