"""The cases and bundles that `longarm match` was given, as evidence items."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from longarm.case.file import parse_case, read_case
from longarm.case.model import Case
from longarm.casework.sandbox.listening import listen_confined
from longarm.errors import BadInput
from longarm.evidence.bundle import UNREADABLE, Bundle, open_bundle, read_small
from longarm.evidence.exhibit import Exhibit
from longarm.evidence.manifest import safe_path
from longarm.evidence.source import BytesSource, FileSource, Source
from longarm.law.model import Facts
from longarm.matching.exhibits import Seen, seen_in
from longarm.matching.item import Item
from longarm.matching.items import items_of
from longarm.matching.official import official_numbers
from longarm.signals.trace import trace_case

_CASE: Final = "data/case.json"
_LARGEST: Final = 256 * 1024**2  # bytes of an exhibit that is looked at


class Warn(Protocol):
    def __call__(self, message: str, **facts: str) -> None: ...


def given(paths: Sequence[Path], bundles: Sequence[Path], facts: Facts, warn: Warn) -> tuple[Item, ...]:
    """Raises BadInput for what is no case and no bundle, for one case alone, and for two cases under one reference."""
    cases = given_cases(paths, bundles, facts, warn)
    if len(cases) < 2:
        raise BadInput("matching-one-case", reference=next(iter(cases), "?"))
    return tuple(item for items in cases.values() for item in items)


def given_cases(paths: Sequence[Path], bundles: Sequence[Path], facts: Facts, warn: Warn) -> dict[str, tuple[Item, ...]]:
    """The items by case, one case or more. Raises BadInput like `given`."""
    cases: dict[str, Case] = {}
    seen: dict[str, dict[str, Seen]] = {}
    for path in paths:
        if path.is_dir() or path.suffix.lower() == ".zip":
            _bundle(path, cases, seen, warn, only_exhibits=False)
            continue
        read = read_case(path)
        for warned in read.warnings:
            warn(warned.message, **warned.facts)
        _add(cases, read.case, path)
        seen.setdefault(read.case.reference, {}).update(_beside(read.case, path, warn))
    for path in bundles:
        _bundle(path, cases, seen, warn, only_exhibits=True)
    official = official_numbers(facts)
    return {one.reference: tuple(_items(one, seen.get(one.reference, {}), facts, official)) for one in cases.values()}


def _items(case: Case, seen: dict[str, Seen], facts: Facts, official: frozenset[str]) -> Iterable[Item]:
    texts, images = {what: one.texts for what, one in seen.items()}, {what: one.images for what, one in seen.items()}
    voices = {what: one.voices for what, one in seen.items()}
    return items_of(case, trace_case(case, facts), texts=texts, images=images, voices=voices, official=official)


def _add(cases: dict[str, Case], case: Case, path: Path) -> None:
    if cases.setdefault(case.reference, case) != case:
        raise BadInput("matching-same-reference", file=str(path), reference=case.reference)


def _beside(case: Case, path: Path, warn: Warn) -> Iterator[tuple[str, Seen]]:
    """The exhibits that the case file names, where they lie below its folder; what is missing is said."""
    for exhibit in case.exhibits:
        file = path.parent / exhibit.file
        try:
            inside = file.resolve().is_relative_to(path.parent.resolve())
            usable = inside and stat.S_ISREG(file.stat().st_mode) and file.stat().st_size <= _LARGEST
        except (OSError, ValueError):  # ValueError: a name with a zero byte in it
            usable = False
        if not usable:
            warn("matching-exhibit-missing", file=exhibit.file)
            continue
        yield exhibit.id, _seen(FileSource(file), warn)


def _bundle(path: Path, cases: dict[str, Case], seen: dict[str, dict[str, Seen]], warn: Warn, *, only_exhibits: bool) -> None:
    bundle = open_bundle(path)
    try:
        try:
            case = parse_case(read_small(bundle, _CASE, 8 * 1024**2), f"{path}/{_CASE}").case
        except (KeyError, *UNREADABLE) as fault:
            raise BadInput("matching-no-case", file=str(path)) from fault
        if not only_exhibits:
            _add(cases, case, path)
        cases.setdefault(case.reference, case)
        seen.setdefault(case.reference, {}).update(_exhibits(bundle, warn))
    finally:
        bundle.close()


def _exhibits(bundle: Bundle, warn: Warn) -> Iterator[tuple[str, Seen]]:
    import msgspec

    for name in bundle.names:
        if not (name.startswith("data/exhibits/") and name.endswith("/exhibit.json")):
            continue
        try:
            exhibit = msgspec.json.decode(read_small(bundle, name, 1024**2), type=Exhibit)
            if not safe_path(exhibit.file) or exhibit.file not in bundle.names:
                raise ValueError(exhibit.file)
            source: Any = BytesSource(exhibit.name, read_small(bundle, exhibit.file, _LARGEST))
        except (KeyError, msgspec.DecodeError, *UNREADABLE):
            warn("matching-exhibit-missing", file=name)
            continue
        yield exhibit.case_exhibit or exhibit.id, _seen(source, warn)


def _seen(source: Source, warn: Warn) -> Seen:
    return seen_in(source, lambda file, why: warn(f"matching-exhibit-{why}", file=file), _listen(warn))


def _listen(warn: Warn) -> Callable[[Source], Mapping[str, bytes]]:
    """In a child without rights, as on a node: decoders of sound are larger than what reads pictures, and break more often."""

    def listen(source: Source) -> Mapping[str, bytes]:
        listened = listen_confined(source)
        if listened is None:
            warn("matching-recordings-exact")
        return listened.prints if listened else {}

    return listen
