"""Checks 10 to 14: the custody record as a whole, its end, its key, and what an earlier checkpoint says of it."""

from __future__ import annotations

from typing import Final

import msgspec

from longarm.evidence import custody_check
from longarm.evidence.bundle import UNREADABLE
from longarm.evidence.custody import Checkpoint, signature_holds
from longarm.evidence.found import Found, found
from longarm.evidence.inspection import Inspection, Outcome, not_checked, outcome
from longarm.keys.node import PublicKey

RECORD: Final = "custody/custody.jsonl"
CHECKPOINT: Final = "custody/checkpoint.json"


def custody_chain(seen: Inspection) -> Outcome:
    for name in sorted(seen.names):
        if name.startswith("custody/keys/") and (pem := seen.small(name)):
            _know(seen, pem)
    try:
        with seen.bundle.open(RECORD) as reader:
            seen.custody = custody_check.check(custody_check.lines_of(reader), seen.keys)
    except (KeyError, *UNREADABLE):
        return outcome([found("verify-fault-missing", file=RECORD)])
    empty = [] if seen.custody.length else [found("verify-fault-custody-empty")]
    return outcome(empty + seen.custody.chain)


def custody_signatures(seen: Inspection) -> Outcome:
    if not seen.custody.length:
        return not_checked(found("verify-because-no-record"))
    return outcome(seen.custody.signatures)


def custody_end(seen: Inspection) -> Outcome:
    """A chain does not show a tail that was cut off. Four places say how long it was: they must agree."""
    if not seen.custody.length:
        return not_checked(found("verify-because-no-record"))
    return outcome([*_last_line(seen), *_checkpoint(seen), *_label(seen)])


def earlier_checkpoint(seen: Inspection) -> Outcome:
    if seen.checkpoint is None:
        return not_checked(found("verify-because-no-earlier-checkpoint"))
    point = _point(seen.checkpoint)
    if point is None or (key := seen.keys.get(point.key)) is None or not signature_holds(seen.checkpoint.strip(), point, key):
        return outcome([found("verify-fault-earlier-checkpoint-unsigned")])
    heads = seen.custody.heads
    fits = 0 < point.length <= len(heads) and heads[point.length - 1] == point.head
    return outcome([] if fits else [found("verify-fault-earlier-checkpoint", length=point.length)])


def node_key(seen: Inspection) -> Outcome:
    """The key of the last line, which seals. Known to the caller, or nobody vouched for it."""
    key = sealing_key(seen)
    if seen.node_key is None:
        return not_checked(found("verify-because-no-node-key", key=key or "-"))
    if key != seen.node_key:
        return outcome([found("verify-fault-node-key", key=key or "-", expected=seen.node_key)])
    return outcome([])


def sealing_key(seen: Inspection) -> str | None:
    """The fingerprint of the key in custody/keys/node.pem."""
    pem = seen.small("custody/keys/node.pem")
    try:
        return PublicKey.parse(pem).fingerprint if pem else None
    except ValueError:
        return None


def _know(seen: Inspection, pem: bytes) -> None:
    """A file that is no key is not one of ours; the lines it should check then have no key, which is said there."""
    try:
        key = PublicKey.parse(pem)
    except ValueError:
        return
    seen.keys[key.fingerprint] = key


def _last_line(seen: Inspection) -> list[Found]:
    last, length = seen.custody.last, seen.custody.length
    if last is None or last.action != "sealed" or last.count != length:
        return [found("verify-fault-custody-not-sealed", length=length)]
    wrong = []
    manifest = seen.hashed.get("manifest-sha256.txt")
    if manifest is None or last.digest != f"sha256:{manifest.sha256}":
        wrong.append(found("verify-fault-custody-other-payload"))
    if last.key != sealing_key(seen):
        wrong.append(found("verify-fault-custody-other-key", key=last.key))
    return wrong


def _checkpoint(seen: Inspection) -> list[Found]:
    data = seen.small(CHECKPOINT)
    if data is None:
        return [found("verify-fault-missing", file=CHECKPOINT)]
    point = _point(data)
    key = seen.keys.get(point.key) if point else None
    if (
        point is None
        or key is None
        or point.key != sealing_key(seen)
        or not signature_holds(data.removesuffix(b"\n"), point, key)
    ):
        return [found("verify-fault-checkpoint-unsigned")]
    return _differs(seen, "checkpoint.json", str(point.length), point.head)


def _label(seen: Inspection) -> list[Found]:
    """bag-info.txt says it too. Where it cannot be read, check 9 has said so."""
    info = seen.info
    if not info:
        return []
    wrong = _differs(seen, "bag-info.txt", info.get("Longarm-Custody-Length", "-"), info.get("Longarm-Custody-Head", "-"))
    if info.get("Longarm-Node-Key") != sealing_key(seen):
        wrong.append(found("verify-fault-label-other-key", stated=info.get("Longarm-Node-Key", "-")))
    return wrong


def _differs(seen: Inspection, file: str, length: str, head: str) -> list[Found]:
    if length == str(seen.custody.length) and head == seen.custody.head:
        return []
    return [found("verify-fault-custody-length", file=file, stated=length, counted=seen.custody.length)]


def _point(data: bytes) -> Checkpoint | None:
    try:
        return msgspec.json.decode(data, type=Checkpoint)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
