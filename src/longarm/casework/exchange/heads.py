"""Heads of a hub's log: every one that is seen is held against those before, and against what other nodes were shown.
Long: every way in which a head comes is held against the same rows.

A hub that tells two nodes different things signs two heads that no log that only grows can have: that is evidence, and the
hub is in doubt (`doubts`).
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from longarm.casework.exchange import members
from longarm.casework.exchange.asking import ask
from longarm.casework.exchange.doubts import settled_at, standing
from longarm.casework.exchange.parties import card_in
from longarm.casework.node import record_everywhere
from longarm.errors import BadInput, Unsound
from longarm.exchange.card import Card
from longarm.exchange.hub.bodies import AskHead, AskProof, Logged, Proof
from longarm.exchange.log.head import Equivocation, Head, agree
from longarm.exchange.log.tree import holds_leaf, leaf_hash
from longarm.exchange.refused import Refused
from longarm.store.models import Member, SeenHead

_KEPT: Final = 50


class Seen(NamedTuple):
    """`told_by`: the organisation that was shown it; empty: this node itself."""

    size: int
    root: str
    at: datetime
    told_by: str


def check_logged(hub: Card, sent: bytes, logged: Logged) -> None:
    """Does the hub show that our letter stands in its log? Raises Unsound when it does not, or its log did not only grow."""
    leaf = leaf_hash(sha256(sent).digest())
    if not logged.head.signed_by(hub) or not holds_leaf(leaf, logged.leaf, logged.head.size, logged.path, logged.head.root):
        raise Unsound("exchange-hub-not-logged", organisation=hub.organisation)
    saw(hub, logged.head)


def look() -> Head:
    """Fetches the head of now and holds it against those seen before. Raises Unsound as `saw` does."""
    hub = members.hub()
    head = ask(hub, "head", AskHead(), Head).said
    if not head.signed_by(hub):
        raise Unsound("exchange-hub-not-logged", organisation=hub.organisation)
    saw(hub, head)
    return head


def saw(hub: Card, head: Head, told_by: Member | None = None) -> None:
    """Keeps a head that the hub signed. Raises Unsound when no log that only grows has both it and the nearest one seen before;
    both are kept then (`evidence`), and the hub is in doubt: until a person decided, its heads are kept and not compared."""
    row = members.row_of(hub.fingerprint)
    if row is None:
        return
    made = {"at": head.at, "signature": head.signature.encode(), "told_by": told_by}
    mine = {"hub": row, "size": head.size, "root": head.root}
    if SeenHead.objects.filter(**mine).exists():
        return
    for beside in () if standing(row).exists() else _beside(row, head):
        # Nothing is kept before it is shown: else the head would stand there uncompared, and the next be held against it alone.
        if not _consistent(hub, *sorted((_head(beside), head), key=lambda one: one.size)):
            with transaction.atomic():
                _, new = SeenHead.objects.get_or_create(**mine, defaults={**made, "against": beside})
                if new:
                    _record_two_tales(hub, row, (beside.size, head.size), told_by)
            raise Unsound("exchange-hub-two-tales", organisation=hub.organisation, first=beside.size, second=head.size)
    SeenHead.objects.get_or_create(**mine, defaults=made)
    if not standing(row).exists():
        _forget(row)


def _record_two_tales(hub: Card, row: Member, sizes: tuple[int, int], told_by: Member | None) -> None:
    """`told_by` in the record: empty where this node itself was shown the second."""
    by = card_in(told_by).fingerprint if told_by else ""
    first, second = map(str, sizes)
    record_everywhere("hub-two-tales", object=row.id, hub=hub.fingerprint, first=first, second=second, told_by=by)


def to_tell() -> tuple[Head, ...]:
    """What this node was shown last: goes along in letters to other nodes."""
    row = members.row_of(members.hub().fingerprint)
    if row is None:
        return ()
    return tuple(_head(one) for one in _of_now(row).filter(told_by=None).order_by("-size")[:1])


def told_along() -> tuple[str, tuple[Head, ...]]:
    """The hub that is used and `to_tell`; nothing where there is no hub."""
    try:
        return members.hub().fingerprint, to_tell()
    except BadInput:
        return "", ()


def heard(sender: str, hub: str, heads: tuple[Head, ...]) -> None:
    """What another node was shown by the hub with the fingerprint `hub`. Heads it did not sign are let go: anybody can make
    those up. Raises Unsound as `saw` does.
    """
    card, by = members.card_of(hub), members.row_of(sender)
    if card is None or card.role != "hub" or by is None:
        return
    for head in heads:
        if head.signed_by(card):
            saw(card, head, by)


def evidence(hub: Card) -> tuple[Equivocation, ...]:
    """Pairs of heads that cannot be of one log, both signed: anybody who has the hub's card can check them."""
    rows = SeenHead.objects.filter(hub=members.row_of(hub.fingerprint)).exclude(against=None).select_related("against")
    proofs = []
    for row in rows.order_by("seen_at"):
        if row.against is not None:
            first, second = sorted((_head(row.against), _head(row)), key=lambda one: one.size)
            why = "other_root" if first.size == second.size else "not_consistent"
            proofs.append(Equivocation("longarm-equivocation/1", hub.fingerprint, first, second, why))
    return tuple(proofs)


def seen() -> tuple[Seen, ...]:
    """The newest heads of the hub, largest first."""
    row = members.row_of(members.hub().fingerprint)
    rows = SeenHead.objects.filter(hub=row).select_related("told_by").order_by("-size", "seen_at")[:_KEPT]
    return tuple(Seen(one.size, bytes(one.root).hex(), one.at, _name(one.told_by)) for one in rows)


def _of_now(row: Member) -> QuerySet[SeenHead]:
    """Since a person decided to go on with a hub that was in doubt: what it showed before is not held against it again."""
    since = settled_at(row)
    heads = SeenHead.objects.filter(hub=row)
    return heads.filter(seen_at__gt=since) if since else heads


def _beside(row: Member, head: Head) -> list[SeenHead]:
    """The one of the same size with another root, the next smaller, the next larger."""
    others = _of_now(row).exclude(size=head.size, root=head.root)
    same = others.filter(size=head.size)[:1]
    smaller = others.filter(size__lt=head.size).order_by("-size")[:1]
    larger = others.filter(size__gt=head.size).order_by("size")[:1]
    return [one for rows in (same, smaller, larger) for one in rows]


def _forget(row: Member) -> None:
    """Heads that newer ones have taken the place of; evidence stays."""
    heads = SeenHead.objects.filter(hub=row)
    said = heads.exclude(against=None).values_list("id", "against_id")
    kept = {id_ for pair in said for id_ in pair} | set(heads.order_by("-seen_at", "-size").values_list("id", flat=True)[:_KEPT])
    heads.exclude(id__in=kept).delete()


def _consistent(hub: Card, old: Head, new: Head) -> bool:
    if old.size == new.size:
        return old.root == new.root
    try:
        return agree(old, new, ask(hub, "proof", AskProof(old.size, new.size), Proof).said.path)
    except Refused as refused:
        if refused.code == "unknown":  # it signed a head of a size that its log never had
            return False
        raise


def _head(row: SeenHead) -> Head:
    return Head(row.size, bytes(row.root), row.at, bytes(row.signature).decode("ascii", "replace"))


def _name(row: Member | None) -> str:
    return card_in(row).organisation if row else ""
