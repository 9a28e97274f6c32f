"""The label of a bag, `bag-info.txt` (RFC 8493, section 2.2.2): `Name: value` a line."""

from __future__ import annotations

from collections.abc import Iterable

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_info(fields: Iterable[tuple[str, str]]) -> bytes:
    """The file. Line ends inside a value become spaces: a value must not write a field of its own."""
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in fields).encode("utf-8")


def parse_bag_info(data: bytes) -> dict[str, str]:
    """Name to value; a line that begins with a blank goes on with the value before (section 2.2.2).

    Raises ValueError naming the line (from 1) that is no field, or repeats one of ours: two values, two readings.
    """
    found: dict[str, str] = {}
    name = ""
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        if line[:1] in (" ", "\t") and name:
            found[name] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        if not colon or not name.strip() or name in found:
            raise ValueError(number)
        found[name] = value.strip()
    return found
