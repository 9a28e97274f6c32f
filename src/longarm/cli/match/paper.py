"""`longarm match … --paper FILE`: the report on the one series among the given cases, for the prosecutor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import msgspec

from longarm.case.file import parse_case, read_case
from longarm.case.model import Case
from longarm.documents.matter import ExhibitLine
from longarm.documents.series import Member, SeriesMatter, series_paper
from longarm.errors import BadInput, system_reason
from longarm.evidence.bundle import open_bundle, read_small
from longarm.evidence.exhibit import Exhibit
from longarm.law.model import Facts
from longarm.matching.link import Linked
from longarm.matching.pair import pairs_of
from longarm.matching.series import Held, Series
from longarm.matching.weights import weights
from longarm.texts import Language

_LARGEST: Final = 8 * 1024**2  # bytes of a case file


def write_paper(
    out: Path, paths: Sequence[Path], found: tuple[Linked, tuple[Series, ...]], facts: Facts, *, in_: Language, on: date
) -> None:
    """Raises BadInput where the cases make no series or several, and when the file is there already or cannot be written."""
    linked, all_series = found
    if len(all_series) != 1:
        raise BadInput("series-none", count=len(all_series))
    [series] = all_series
    members = tuple(one for path in paths if (one := _member(path)).key in series.cases)
    within = {one.key for one in members}
    aside = tuple(one for one in linked.set_aside if any(place.case in within for place in one.because))
    matter = SeriesMatter(series=series, members=members, joined=tuple(_joined(linked, series)), aside=aside)
    made = series_paper(matter, facts, in_, on)
    try:
        with out.open("xb") as file:
            file.write(made.pdf)
    except OSError as fault:
        raise BadInput("series-not-written", file=str(out), why=system_reason(fault)) from fault


def _joined(linked: Linked, series: Series) -> Iterator[Held]:
    for between, pair in sorted(pairs_of(linked.links, weights()).items()):
        if pair.joins and set(between) <= set(series.cases):
            yield Held(between=between, bits=pair.bits, reasons=pair.reasons)


def _member(path: Path) -> Member:
    """A case that `longarm match` has read before: its file, and its exhibits by hash."""
    if not path.is_dir() and path.suffix.lower() != ".zip":
        case = read_case(path).case
        return Member(key=case.reference, file=case, exhibits=tuple(_named(case)))
    bundle = open_bundle(path)
    try:
        case = parse_case(read_small(bundle, "data/case.json", _LARGEST), str(path)).case
        exhibits = [
            msgspec.json.decode(read_small(bundle, name, 1024**2), type=Exhibit)
            for name in sorted(bundle.names)
            if name.startswith("data/exhibits/") and name.endswith("/exhibit.json")
        ]
        lines = tuple(ExhibitLine(id=one.id, description=one.name, sha256=one.sha256, size=one.size) for one in exhibits)
        return Member(key=case.reference, file=case, exhibits=lines)
    finally:
        bundle.close()


def _named(case: Case) -> Iterator[ExhibitLine]:
    for one in case.exhibits:
        if one.sha256:
            yield ExhibitLine(id=one.id, description=one.file.rpartition("/")[2], sha256=one.sha256)
