"""What stands in a field of a paper: a text, a list, or a table. Layout is the template's."""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Text(msgspec.Struct, frozen=True, tag="text"):
    text: str


class Items(msgspec.Struct, frozen=True, tag="items"):
    items: tuple[str, ...]


class Grid(msgspec.Struct, frozen=True, tag="grid"):
    """A table. `mono` are the columns (from 0) of identifiers and digests: 0-9, left to right, in the mono face."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mono: tuple[int, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """What is asked about things of one kind: the things as they are written, and the points one by one."""

    about: tuple[str, ...]
    kind: str
    points: tuple[str, ...]


class Parts(msgspec.Struct, frozen=True, tag="parts"):
    parts: tuple[Part, ...]


Content: TypeAlias = Text | Items | Grid | Parts


def items(lines: list[str]) -> Content | None:
    """A list, a single text, or nothing."""
    if not lines:
        return None
    return Text(lines[0]) if len(lines) == 1 else Items(tuple(lines))
