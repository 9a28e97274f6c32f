"""Every fact with its id, in the order of the files: for the lint, the report of old facts, the tables in the documentation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import msgspec

from longarm.law.model import Facts, Instrument, Sourced

_KINDS: Final = ("states", "instruments", "platforms", "hazards", "lines", "hash_programs", "platform_rules", "former_states")


def every_fact(facts: Facts) -> Iterator[tuple[str, Sourced]]:
    """`(id, fact)` for each fact; `facts.at(id)` finds it again. What is left out in the YAML is no fact."""
    for kind in _KINDS:
        for name, item in getattr(facts, kind).items():
            if isinstance(item, Sourced):
                yield f"{kind}/{name}", item
            for path, fact in _within(item):
                yield f"{kind}/{name}#{path}", fact


def _within(value: msgspec.Struct) -> Iterator[tuple[str, Sourced]]:
    if isinstance(value, Instrument):
        yield from _of_parties(value)
    for name, default in _fields(type(value)):
        inner = getattr(value, name)
        if isinstance(inner, (msgspec.Struct, tuple)) and inner != default:
            yield from _step(name, inner)


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """The names and defaults of what `kind` holds; a `parent` has its own facts elsewhere."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind) if field.name != "parent")


def _of_parties(instrument: Instrument) -> Iterator[tuple[str, Sourced]]:
    for state, events in instrument.parties.items():
        for event in events:
            yield f"{state}/{event.status}", event
    for state, known in instrument.not_party.items():
        yield f"{state}/not_party", known
    for state, obligations in instrument.obliged.items():
        for obligation in obligations:
            yield f"{state}/obliged", obligation


def _step(path: str, value: Any) -> Iterator[tuple[str, Sourced]]:
    if isinstance(value, msgspec.Struct):
        if isinstance(value, Sourced):
            yield path, value
        for below, fact in _within(value):
            yield f"{path}/{below}", fact
        return
    for number, item in enumerate(value):
        if isinstance(item, msgspec.Struct):
            yield from _step(f"{path}/{getattr(item, 'id', None) or number}", item)
