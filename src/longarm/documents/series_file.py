"""`series.json` beside the paper on a series: the same links, for a machine. Format `series/1`, docs/schemas/series.schema.json.

Cases, identifiers, events and exhibits have names of this file alone: `C-1A2B3C4D`, `id-1`, `event-1`, `E0001`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from longarm.matching.answer import AsideLine, LinkLine, SeriesLine


class ExhibitName(msgspec.Struct, frozen=True, kw_only=True):
    """An exhibit of a case by its number in the bundle and its digest. `here`: its bytes are in this bundle."""

    id: str
    sha256: str
    size: int
    here: bool


class SeriesCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case of the series. `facts`: where its minimised case file (`case/1`) stands in the bundle. `kept_back`: identifiers of a
    suspect that hold a name or number of somebody harmed, and so stayed with the organisation."""

    key: str
    facts: str
    kept_back: int
    exhibits: tuple[ExhibitName, ...]


class DecidedLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about two cases, in what role, on which day. The reason stays with the organisation."""

    between: tuple[str, str]
    verdict: Literal["same", "different", "unsure", "withdrawn"]
    role: str
    on: str


class SeriesFile(msgspec.Struct, frozen=True, kw_only=True):
    """`joined`: every two cases that are joined directly. `left_out`: how many cases of the series did not go along; of them
    nothing else is said. `set_aside_harmed_side`: how many identifiers were set aside because they are somebody's who was
    harmed or helps; those are not named."""

    longarm: Literal["series/1"] = "series/1"
    made_on: str
    by: str
    cases: tuple[SeriesCase, ...]
    series: SeriesLine
    joined: tuple[tuple[str, str], ...]
    links: tuple[LinkLine, ...]
    set_aside: tuple[AsideLine, ...]
    set_aside_harmed_side: int
    decided: tuple[DecidedLine, ...]
    left_out: int


def to_json(file: SeriesFile) -> bytes:
    """The file, indented by two; the same input, the same bytes."""
    return msgspec.json.format(msgspec.json.encode(file, order="deterministic"), indent=2) + b"\n"
