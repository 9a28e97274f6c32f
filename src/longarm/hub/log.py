"""The hub's log: a leaf for each letter that registered or withdrew, so that nothing can be left out or put in unnoticed.

A leaf is the hash of the letter's bytes as they came: its sender has them and can ask for the proof; nobody else can guess them.
A report in escrow is a leaf of its own (`escrow.report.Report.leaf`): key holders, who never see the letter, are shown that it
stands here.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from longarm.exchange.hub.bodies import AskProof, Logged, Proof
from longarm.exchange.log.head import Head, sign_head
from longarm.exchange.log.tree import consistency, grown, inclusion, leaf_hash, root
from longarm.exchange.refused import Refused
from longarm.hub.models import LogHead, Subtree
from longarm.keys.party import Party


def leaf_of(letter: bytes) -> bytes:
    """The hash of the leaf that stands for a letter."""
    return leaf_hash(sha256(letter).digest())


def append(letter: bytes) -> int:
    """The place of the letter's leaf."""
    return append_leaf(leaf_of(letter))


def append_leaf(leaf: bytes) -> int:
    """The place of the new leaf (its hash). Locks the log until the caller's transaction ends: leaves have one order."""
    LogHead.objects.get_or_create(id=1)
    head = LogHead.objects.select_for_update().get(id=1)
    made = grown(head.size, leaf, _hash)
    Subtree.objects.bulk_create(Subtree(level=node.level, place=node.place, hash=node.hash) for node in made)
    head.size += 1
    head.save(update_fields=["size"])
    return head.size - 1


def logged(party: Party, leaf: int, now: datetime) -> Logged:
    """That the leaf stands in the log, with the head of now."""
    head = head_of(party, now)
    return Logged(leaf, head, path_of(leaf, head.size))


def path_of(leaf: int, size: int) -> tuple[bytes, ...]:
    """That the leaf stands in the log of `size`."""
    return inclusion(leaf, size, _hash)


def head_of(party: Party, now: datetime) -> Head:
    size = size_of()
    return sign_head(party, size, root(size, _hash), now)


def prove(body: AskProof) -> Proof:
    """Raises Refused when the log never had these sizes."""
    if not body.old <= body.new <= size_of():
        raise Refused("unknown")
    return Proof(consistency(body.old, body.new, _hash))


def size_of() -> int:
    row = LogHead.objects.filter(id=1).first()
    return row.size if row else 0


def _hash(level: int, place: int) -> bytes:
    return bytes(Subtree.objects.get(level=level, place=place).hash)
