"""The table of weights as settings of Splink 5: the levels of `features.py` in SQL, each with the m and u of `weights.yaml`.

A plain dictionary: nothing here needs Splink, and nothing is trained. One row is one evidence item (`rows.py`); a pair that
Splink scores is a link: its match weight is the prior and the link's bits. `make spark` holds that DuckDB, Spark and `links`
say the same.
"""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

from longarm.matching.features import NEAR
from longarm.matching.links import COMMON
from longarm.matching.period import GAP
from longarm.matching.weights import Weights

Dialect = Literal["duckdb", "spark"]
_GAP: Final = "greatest(0, first_l - last_r, first_r - last_l)"
_DATED: Final = {"handle": "handle", "phone": "phone", "payment": "payment_handle"}
_NOTHING: Final = {"sql_condition": "facet_l is null or facet_r is null", "label_for_charts": "no item", "is_null_level": True}
_KEYED: Final = {  # levels that say no more than that the keys are one
    "phone-alias": "phone~alias", "account-id": "account", "email": "email", "wallet": "wallet",
    "wallet-address": "wallet~address", "iban": "iban", "card": "card", "url": "url",
    "url-site": "url~site", "imei": "imei", "name": "name", "voice": "voice",
}  # fmt: skip

NOT_HERE: Final = frozenset({"voice-near"})  # how two recordings lie best beside each other is no question for SQL


class _Words(NamedTuple):
    """What the two dialects call differently: how many there are in an array, its nth (from 1 on), exclusive or."""

    length: str
    nth: str
    xor: str


_SAID: Final[dict[Dialect, _Words]] = {
    "duckdb": _Words("array_length({})", "list_element({}, {})", "xor({}, {})"),
    "spark": _Words("array_size({})", "element_at({}, {})", "({} ^ {})"),
}


def settings(table: Weights, dialect: Dialect) -> dict[str, Any]:
    """Settings for `splink.Linker`. Candidates share a block of one kind and are of two cases."""
    odds = 2.0**table.prior
    rule = "l.facet = r.facet and l.blocks = r.blocks and l.of_case <> r.of_case"
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "sql_dialect": dialect,
        "probability_two_random_records_match": odds / (1 + odds),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": rule, "sql_dialect": dialect, "arrays_to_explode": ["blocks"]}
        ],
        "comparisons": [_likeness(table, dialect), _common(table)],
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
        "additional_columns_to_retain": ["of_case", "what", "facet"],
    }


def names() -> list[str]:
    """Levels by what Splink calls them: `gamma_likeness` counts them from the last, at 1; 0 is none."""
    return [*reversed([name for name, _ in _conditions("duckdb")])]


def _likeness(table: Weights, dialect: Dialect) -> dict[str, Any]:
    levels = [
        _level(name, test, table.levels[name].m, table.levels[name].u)
        for name, test in _conditions(dialect)
        if name in table.levels
    ]
    return {"output_column_name": "likeness", "comparison_levels": [_NOTHING, *levels, _level("none", "ELSE", 0.5, 0.5)]}


def _common(table: Weights) -> dict[str, Any]:
    """Where a key can be common, each doubling of the cases that have it takes one bit off."""
    kinds = ", ".join(f"'{facet}'" for facet in sorted(COMMON))
    levels = [
        _level(f"{number} cases", f"facet_l in ({kinds}) and cases_l = {number}", 0.5 / (number - 1), 0.5)
        for number in range(3, max(table.many.values()) + 1)
    ]
    return {"output_column_name": "common", "comparison_levels": [_NOTHING, *levels, _level("two", "ELSE", 0.5, 0.5)]}


def _level(name: str, test: str, m: float, u: float) -> dict[str, Any]:
    return {"sql_condition": test, "label_for_charts": name, "m_probability": m, "u_probability": u}


def _conditions(dialect: Dialect) -> list[tuple[str, str]]:
    """Level and test, in the order in which `features.py` asks."""
    found = [
        ("phone-rented", "facet_l = 'phone' and rented_l"),
        ("phone-unsure", "facet_l = 'phone' and (unsure_l or unsure_r)"),
    ]
    for level, facet in _DATED.items():
        found += [
            (f"{level}-undated", f"facet_l = '{facet}' and (first_l is null or first_r is null)"),
            (f"{level}-together", f"facet_l = '{facet}' and {_GAP} <= {GAP}"),
            (f"{level}-apart", f"facet_l = '{facet}'"),
        ]
    found += [(level, f"facet_l = '{facet}'") for level, facet in _KEYED.items()]
    found += [("alike", "facet_l in ('handle~alike', 'email~alike', 'url~alike')")]
    found += [("ip", f"facet_l = 'ip' and first_l is not null and first_r is not null and {_GAP} <= 1")]
    share, bits = _share(dialect), _bits(dialect)
    found += [(f"text-{name}", f"facet_l = 'text' and {share} >= {least}") for name, least in _TEXT]
    found += [(f"image-{name}", f"facet_l = 'image' and {bits} <= {most}") for name, most in _IMAGE]
    return found


_TEXT: Final = (("same", 0.9), ("near", 0.7), ("far", 0.5))
_IMAGE: Final = (("same", 10), ("near", 20), ("far", NEAR))


def _share(dialect: Dialect) -> str:
    """Jaccard of the shingles."""
    count = _SAID[dialect].length.format
    shared = count(f"{'array_intersect' if dialect == 'spark' else 'list_intersect'}(shingles_l, shingles_r)")
    return f"{shared} / ({count('shingles_l')} + {count('shingles_r')} - {shared})"


def _bits(dialect: Dialect) -> str:
    """Bits between two pictures, the nearest of all turnings: `pdq` holds four words, `turned` seven times four, or nothing."""
    said = _SAID[dialect]

    def apart(one: str, other: str, turn: int = 0) -> str:
        words = (said.xor.format(said.nth.format(one, 4 * turn + n), said.nth.format(other, n)) for n in range(1, 5))
        return " + ".join(f"cast(bit_count({word}) as int)" for word in words)

    turns = [apart(f"turned_{a}", f"pdq_{b}", turn) for a, b in (("l", "r"), ("r", "l")) for turn in range(7)]
    return f"least({', '.join([apart('pdq_l', 'pdq_r'), *turns])})"
