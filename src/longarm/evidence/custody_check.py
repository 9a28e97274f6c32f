"""Checks a custody record line by line, without holding it: chain, signatures, and which keys may sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Final

import msgspec

from longarm.evidence.custody import MAX_LINE, Line, link, signature_holds
from longarm.evidence.found import Found, found
from longarm.keys.node import PublicKey

# A rewritten record may be wrong on each of a million lines; a person needs the first ones and the number.
_NAMED: Final = 100


@dataclass(slots=True)
class Checked:
    """What a record turned out to be. `heads` are the hashes of all its lines: any earlier checkpoint must be among them."""

    length: int = 0
    heads: list[str] = field(default_factory=list)
    last: Line | None = None
    hashed: dict[str, str] = field(default_factory=dict)
    chain: list[Found] = field(default_factory=list)
    signatures: list[Found] = field(default_factory=list)

    @property
    def head(self) -> str:
        return self.heads[-1] if self.heads else "-"


def lines_of(reader: BinaryIO) -> Iterator[bytes | None]:
    """Each line without its line end; None for one that is too long or has none, after which nothing more is read."""
    while line := reader.readline(MAX_LINE + 1):
        if not line.endswith(b"\n"):
            yield None
            return
        yield line[:-1]


def check(lines: Iterable[bytes | None], keys: Mapping[str, PublicKey]) -> Checked:
    """Read the record to its end. `keys` are those in the bundle, by fingerprint.

    The first line's key may sign; another only after `key-added` (its fingerprint as `object`), none after `key-revoked`.
    """
    checked = Checked()
    allowed: set[str] = set()
    for raw in lines:
        checked.length += 1
        line = _parsed(raw)
        if raw is None or line is None:
            _add(checked.chain, found("verify-fault-custody-line", line=checked.length))
            checked.heads.append(link(raw or b""))
            checked.last = None
            continue
        _chained(checked, line)
        allowed = allowed or {line.key}
        _signed(checked, raw, line, keys, allowed)
        if line.action == "key-added":
            allowed.add(line.object)
        elif line.action == "key-revoked":
            allowed.discard(line.object)
        elif line.action == "hashed" and line.digest:
            checked.hashed[line.object] = line.digest
        checked.heads.append(link(raw))
        checked.last = line
    return checked


def _parsed(raw: bytes | None) -> Line | None:
    try:
        return msgspec.json.decode(raw, type=Line) if raw is not None else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _chained(checked: Checked, line: Line) -> None:
    if line.seq != checked.length:
        _add(checked.chain, found("verify-fault-custody-number", line=checked.length, number=line.seq))
    if line.prev != (checked.heads[-1] if checked.heads else None):
        _add(checked.chain, found("verify-fault-custody-link", line=checked.length))


def _signed(checked: Checked, raw: bytes, line: Line, keys: Mapping[str, PublicKey], allowed: set[str]) -> None:
    key = keys.get(line.key)
    if key is None:
        _add(checked.signatures, found("verify-fault-custody-no-key", line=checked.length, key=line.key[:64]))
    elif not signature_holds(raw, line, key):
        _add(checked.signatures, found("verify-fault-custody-signature", line=checked.length))
    elif line.key not in allowed:
        _add(checked.signatures, found("verify-fault-custody-key-not-introduced", line=checked.length, key=line.key))


def _add(to: list[Found], one: Found) -> None:
    if len(to) < _NAMED:
        to.append(one)
