"""The figures of one node over one period as a file: JSON, signed with the key that is on the node's card (RFC 8032).

The signature stands over one spelling of what is said, however the file is laid out. It says which key published; whether that
is the key of a member, who reads the file has to look up.
"""

from __future__ import annotations

import json
import re
from typing import Annotated, Final, Literal, NamedTuple

import msgspec

from longarm.case.states import STATES
from longarm.errors import BadInput
from longarm.exchange.figures.cells import cells
from longarm.exchange.figures.counts import Cell, ends_on
from longarm.exchange.figures.published import FORMAT, Published
from longarm.keys.node import NodeKey, PublicKey

FILE_FORMAT: Final = "longarm-figures-file/1"
MAX_FILE: Final = 4 * 1024 * 1024
MOST: Final = 1_000_000  # requests in one cell: more in a quarter is a mistake or a lie
_CONTEXT: Final = b"longarm-figures-file/1\x00"
# Two short whole numbers. `Fraction` alone would also take 1e999999999, and work on it for hours.
_SCALE: Final = re.compile(r"[1-9][0-9]{0,5}(/[1-9][0-9]{0,5})?", re.ASCII)


class Told(NamedTuple):
    """`fingerprint`: of the key that signed, as on a card."""

    fingerprint: str
    published: Published


class _Head(msgspec.Struct, frozen=True):
    longarm: str


class _Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    longarm: Literal["longarm-figures-file/1"]
    key: Annotated[str, msgspec.Meta(max_length=400)]
    figures: Published
    signature: Annotated[str, msgspec.Meta(max_length=200)]


def write_figures(key: NodeKey, published: Published) -> bytes:
    """The same figures and key give the same bytes."""
    signed = _Signed(FILE_FORMAT, key.public.pem.decode(), published, key.sign(_said(key.public, published)))
    return msgspec.json.format(msgspec.json.encode(signed), indent=1) + b"\n"


def read_figures(data: bytes) -> Told:
    """Raises BadInput when the file is none, too large, of another version, changed, or says what no node can have counted."""
    if len(data) > MAX_FILE:
        raise BadInput("figure-too-large", most=MAX_FILE // 1024 // 1024)
    try:
        json.loads(data, object_pairs_hook=_once)  # the strict decoder would silently take the last of two
        head = msgspec.json.decode(data, type=_Head)
        if head.longarm.startswith("longarm-figures-file/") and head.longarm != FILE_FORMAT:
            raise BadInput("figure-other-version")
        signed = msgspec.json.decode(data, type=_Signed)
        key, published = PublicKey.parse(signed.key.encode()), signed.figures
    except (ValueError, RecursionError):
        raise BadInput("figure-not-one") from None
    if not key.holds(signed.signature, _said(key, published)):
        raise BadInput("figure-changed")
    if not _possible(published):
        raise BadInput("figure-absurd")
    return Told(key.fingerprint, published)


def _said(key: PublicKey, published: Published) -> bytes:
    return _CONTEXT + key.fingerprint.encode() + b"\x00" + msgspec.json.encode(published)


def _possible(published: Published) -> bool:
    try:
        ends_on(published.period)
    except ValueError:
        return False
    named = [Cell(one.requested, one.measure, one.what, one.value) for one in published.figures]
    return (
        published.longarm == FORMAT
        and set(published.asking) <= STATES
        and _SCALE.fullmatch(published.scale) is not None
        and len(set(named)) == len(named)
        and {cell.requested for cell in named} <= STATES
        and set(named) <= cells({cell.requested for cell in named})
        and all(published.least <= one.count <= MOST for one in published.figures)
    )


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
