"""`make spark`: the weights and features of longarm on Splink's Spark backend, on a real Spark of this machine.

The same rows go through `matching.links`, through Splink on DuckDB and through Splink on Spark. Pairs, levels and scores must be
equal; the exit code is 1 when they are not. Java has to be there (apt: openjdk-17-jre-headless).

    .venv/spark/bin/python bench/spark.py [--cases 3000]
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]

import msgspec
from splink import DuckDBAPI, Linker
from world import make

from longarm.matching.at_scale.rows import COLUMNS, Row, rows
from longarm.matching.at_scale.settings import names, settings
from longarm.matching.groups import groups_of
from longarm.matching.item import Facet, Item
from longarm.matching.links import links
from longarm.matching.period import Period
from longarm.matching.text.minhash import WIDEST
from longarm.matching.weights import weights

Said = dict[tuple[tuple[str, str], tuple[str, str]], tuple[str, float]]  # the two places, their level and score
Name = tuple[tuple[str, str], tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    world = make(options.seed, options.cases, max(10, options.cases // 60))
    items = open_items([*world.items, *turned(world.items), *others()])
    table = list(rows(items, groups_of(items), b"make spark"))
    want = timed(f"longarm, {options.cases:,} generated cases, {len(table):,} items", lambda: own(items))
    unseen = weights().levels.keys() - {level for level, _ in want.values()}
    equal = True
    say(f"levels of the table of weights that no pair shows: {', '.join(sorted(unseen)) or 'none'}")
    for name, run in (("Splink on DuckDB", on_duckdb), ("Splink on Spark", on_spark)):
        got = timed(name, lambda run=run: run(table))  # type: ignore[misc]
        equal &= same(want, got, passed_over(table))
    say("equal: the same pairs, levels and scores" if equal else "NOT equal")
    sys.exit(not equal)


def open_items(items: Iterable[Item]) -> list[Item]:
    """Without what the guards set aside: that needs the whole graph, and stays with longarm wherever the pairs were scored."""
    kept = list(items)
    table = weights()
    while True:
        groups = groups_of(kept)
        aside = {(one.facet, one.identifier) for one in links(kept).set_aside}
        many = {(g.facet, g.key) for g in groups if len(g.cases) > table.many.get(g.facet, table.many["other"])}
        gone = {item for g in groups if (g.facet, g.key) in aside | many for item in g.items}
        if not gone:
            return kept
        kept = [item for item in kept if item not in gone]


def turned(items: Iterable[Item]) -> list[Item]:
    """Some pictures again in a case of their own, as somebody who mirrored them: the seven turnings have to be looked at too."""
    made = []
    for number, item in enumerate(item for item in items if item.picture):
        if number % 9 == 0 and item.picture:
            variants = tuple(bytes(byte ^ turn for byte in item.picture.pdq) for turn in range(7))
            picture = type(item.picture)(bytes(byte ^ 7 for byte in item.picture.pdq), 90, variants)
            made.append(msgspec.structs.replace(item, case=f"T-{number}", key=picture.pdq.hex(), picture=picture))
    return made


def others() -> list[Item]:
    """Two cases for every likeness that the world does not hold."""
    kinds: tuple[tuple[Facet, Any, Any], ...] = (
        ("phone~alias", {}, {}), ("wallet~address", {}, {}), ("card", {}, {}), ("url", {}, {}), ("url~site", {}, {}),
        ("imei", {}, {}), ("url~alike", {}, {}), ("voice", {}, {}), ("phone", {"rented": True}, {"rented": True}),
        ("phone", {"certainty": "low"}, {}), ("ip", {"period": day(1)}, {"period": day(2)}),
        ("ip", {"period": day(1)}, {"period": day(4)}), ("ip", {}, {"period": day(4)}),
    )  # fmt: skip
    return [
        Item(case=f"O-{number}-{side}", what="i", facet=facet, key=f"{facet}{number}", role="suspect", **more)
        for number, (facet, *sides) in enumerate(kinds)
        for side, more in enumerate(sides)
    ]


def day(number: int) -> Period:
    return Period(date(2022, 1, number), date(2022, 1, number))


def own(items: list[Item]) -> Said:
    return {((a.case, a.what), (b.case, b.what)): (one.level, one.score) for one in links(items).links for a, b in (one.because,)}


def on_duckdb(table: list[Row]) -> Said:
    import duckdb

    connection = duckdb.connect()
    with tempfile.NamedTemporaryFile("wb", suffix=".json") as file:
        file.write(b"\n".join(map(msgspec.json.encode, table)))
        file.flush()
        kinds: Any = {name: kind.replace("STRING", "VARCHAR") for name, kind in COLUMNS.items()}
        connection.read_json(file.name, format="newline_delimited", columns=kinds).create("items")
    return scored(DuckDBAPI(connection=connection), "items", "duckdb", lambda sql: connection.sql(sql).fetchall())


def on_spark(table: list[Row]) -> Said:
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession
    from splink.backends.spark import SparkAPI, similarity_jar_location

    with tempfile.TemporaryDirectory() as folder:
        made = SparkSession.builder.master("local[2]").appName("longarm")
        for name, value in {
            "spark.driver.memory": "2g", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false", "spark.sql.shuffle.partitions": "4", "spark.default.parallelism": "4",
            "spark.jars": similarity_jar_location(), "spark.local.dir": folder, "spark.sql.warehouse.dir": f"{folder}/warehouse",
            "spark.log.level": "ERROR",
        }.items():  # fmt: skip
            made = made.config(name, value)
        session = made.getOrCreate()
        try:
            file = Path(folder) / "items.json"
            file.write_bytes(b"\n".join(map(msgspec.json.encode, table)))
            kinds = ", ".join(f"`{n}` {'ARRAY<' + k[:-2] + '>' if k.endswith('[]') else k}" for n, k in COLUMNS.items())
            api = SparkAPI(spark_session=session, break_lineage_method="persist")
            held = session.read.schema(kinds).json(str(file))
            return scored(api, held, "spark", lambda sql: [tuple(row) for row in session.sql(sql).collect()])
        finally:
            session.stop()


def scored(api: Any, table: Any, dialect: Any, ask: Callable[[str], list[Any]]) -> Said:
    """Of several likenesses between the same two things the one that `links` would keep."""
    linker = Linker(api.register(table), settings(weights(), dialect))
    called = names()
    found: dict[Name, tuple[tuple[bool, float, str], str, float]] = {}
    made = linker.inference.predict(warning_mode="never").physical_name
    columns = "gamma_likeness, of_case_l, what_l, of_case_r, what_r, facet_l, match_weight, match_probability"
    for number, case_l, what_l, case_r, what_r, facet, weight, chance in ask(
        f"select {columns} from {made} where gamma_likeness > 0"  # noqa: S608
    ):
        level = called[number - 1]
        one, other = sorted(((case_l, what_l), (case_r, what_r)))
        rank = (facet == "payment_handle", round(weight - weights().prior, 2), level)
        if (one, other) not in found or rank > found[one, other][0]:
            found[one, other] = (rank, level, round(chance, 6))
    return {name: (level, score) for name, (_, level, score) in found.items()}


def passed_over(table: list[Row]) -> Callable[[Name], bool]:
    """Two texts that meet only in bands which more than 60 share: there longarm's own run looks at neighbours only."""
    count = Counter(block for row in table if row.facet == "text" for block in row.blocks)
    held = defaultdict(list)
    for row in table:
        if row.facet == "text":
            held[row.of_case, row.what].append(row)

    def crowded(pair: Name) -> bool:
        ends = ([block for row in held[end] for block in row.blocks] for end in pair)
        shared = set.intersection(*map(set, ends))
        return bool(shared) and all(count[block] > WIDEST for block in shared)

    return crowded


def same(want: Said, got: Said, crowded: Callable[[Name], bool]) -> bool:
    """Says where the two part; scores may differ in the sixth digit, by rounding."""
    missing = want.keys() - got.keys()
    passed = {pair for pair in got.keys() - want.keys() if crowded(pair)}
    more = got.keys() - want.keys() - passed
    both = want.keys() & got.keys()
    other = {pair for pair in both if want[pair][0] != got[pair][0] or abs(want[pair][1] - got[pair][1]) > 2e-6}
    say(
        f"  {len(both) - len(other):,} pairs equal in level and score;"
        f" missing {len(missing)}, more {len(more)}, other {len(other)}"
    )
    say(f"  {len(passed)} more of texts whose words so many share that longarm's own run passes them over")
    for pair in [*sorted(missing)[:3], *sorted(more)[:3], *sorted(other)[:3]]:
        say(f"    {pair}: {want.get(pair)} and {got.get(pair)}")
    return bool(want) and not (missing or more or other)


def timed(name: str, work: Callable[[], Said]) -> Said:
    begun = time.perf_counter()
    made = work()
    say(f"{name}: {len(made):,} links in {time.perf_counter() - begun:.1f} s")
    return made


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    logging.getLogger("splink").setLevel(logging.ERROR)
    main()
