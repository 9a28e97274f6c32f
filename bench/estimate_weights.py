"""m and u of the weights, estimated with Splink 5 on DuckDB: u by sampling pairs of a world without repeated offenders,
m from the labels of the world of seed 1. Prints what `weights.yaml` holds. Needs `splink` and `duckdb`, at run time nobody does.

    python bench/estimate_weights.py
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from world import World, make

from longarm.matching.groups import groups_of
from longarm.matching.links import links

GAP = 183
PAIRS = 1.8e7
DATED = ("phone", "handle", "payment_handle")
PLAIN = ("account", "email", "wallet", "iban", "name", "text", "image")
_TIE = "greatest(date_diff('day', x.last, y.first), date_diff('day', y.last, x.first))"


def rows(world: World) -> list[dict[str, Any]]:
    """One row a case: for each facet a list of keys, with days of use where they decide. Near texts share a key."""
    held: dict[str, dict[str, list[Any]]] = {case: defaultdict(list) for case in world.offender}
    near = {}
    for group in groups_of(world.items):
        if group.near is not None:
            near.update(dict.fromkeys(group.items, group.key))
    paid = {(item.case, item.what) for item in world.items if item.facet == "payment_handle"}
    for item in world.items:
        if item.role != "suspect" or (item.facet == "phone" and (item.case, item.what) in paid):
            continue
        if item.facet in DATED:
            first, last = (item.period.first, item.period.last) if item.period else (None, None)
            held[item.case][item.facet].append({"key": item.key, "first": first and str(first), "last": last and str(last)})
        elif item.facet in PLAIN:
            held[item.case][item.facet].append(near.get(item, item.key))
    return [
        {"unique_id": case, "offender": str(world.offender[case])}
        | {facet: held[case][facet] or None for facet in (*DATED, *PLAIN)}
        for case in world.offender
    ]


def comparison(facet: str) -> Any:
    if facet in PLAIN:
        some = f"{facet}_l is not null and {facet}_r is not null and len(list_intersect({facet}_l, {facet}_r)) > 0"
        levels = [cll.NullLevel(facet), cll.CustomLevel(some, label_for_charts="same")]
        return cl.CustomComparison(output_column_name=facet, comparison_levels=[*levels, cll.ElseLevel()])

    def where(test: str) -> str:
        return (
            f"{facet}_l is not null and {facet}_r is not null and "
            f"len(list_filter({facet}_l, lambda x: len(list_filter({facet}_r, lambda y: y.key = x.key and {test})) > 0)) > 0"
        )

    levels = [
        cll.NullLevel(facet),
        cll.CustomLevel(where(f"{_TIE} <= {GAP}"), label_for_charts="together"),
        cll.CustomLevel(where("(x.first is null or y.first is null)"), label_for_charts="undated"),
        cll.CustomLevel(where("true"), label_for_charts="apart"),
    ]
    return cl.CustomComparison(output_column_name=facet, comparison_levels=[*levels, cll.ElseLevel()])


def linker(world: World) -> Linker:
    days = 'STRUCT(key VARCHAR, "first" DATE, "last" DATE)[]'
    connection = duckdb.connect()
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        for row in rows(world):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        columns = {"unique_id": "VARCHAR", "offender": "VARCHAR"} | dict.fromkeys(DATED, days) | dict.fromkeys(PLAIN, "VARCHAR[]")
        cases = connection.read_json(file.name, format="newline_delimited", columns=columns)
        cases.create("cases")
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison(facet) for facet in (*DATED, *PLAIN)],
        blocking_rules_to_generate_predictions=[block_on("offender")],
    )
    database = DuckDBAPI(connection=connection)
    return Linker(database.register("cases"), settings)


def main() -> None:
    others, mates = make(11, 6000, 0), make(1)
    between = linker(others)
    between.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=1, min_count_per_level=None)
    within = linker(mates)
    within.training.estimate_m_from_label_column("offender")
    u = {name: level.u_probability if level._u_is_trained else None for name, level in levels(between)}
    common = degrees(others)
    for name, level in levels(within):
        rare = u[name] or 0.5 / PAIRS  # not once in all pairs: half a time
        two = rare * 2 / common[name[0]] if name[0] in common else rare
        seen = "" if u[name] else " (none seen)"
        say(f"{name[0]:<16} {name[1]:<10} m {level.m_probability!s:<24} u {rare:.3g}{seen}, of a key of two cases {two:.3g}")
    for title, world in (("one offender", mates), ("different offenders", others)):
        found = Counter(link.level for link in links(world.items).links if link.level.startswith(("text", "image")))
        say(f"{title}: {dict(found)}")


def degrees(world: World) -> dict[str, float]:
    """How many cases have the key that a pair shares, in the mean over such pairs."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(world):
        for facet in ("payment_handle", "wallet", "name", "text", "image"):
            found[facet].update({key["key"] if isinstance(key, dict) else key for key in row[facet] or ()})
    return {
        facet: max(2.0, sum(n * n * (n - 1) for n in counts.values()) / max(1, sum(n * (n - 1) for n in counts.values())))
        for facet, counts in found.items()
    }


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def levels(of: Linker) -> list[tuple[tuple[str, str], Any]]:
    """Every level but null and else, by comparison and label."""
    return [
        ((comparison.output_column_name, level.label_for_charts), level)
        for comparison in of._settings_obj.comparisons
        for level in comparison.comparison_levels
        if not level.is_null_level and not level._is_else_level
    ]


if __name__ == "__main__":
    main()
