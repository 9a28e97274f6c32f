"""A case lets its tokens go: deleted, merged, the consent taken back, an identifier no longer in it. Needs no case key."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from longarm.casework.node import node
from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store.models import Hit, Leaving, Member, Registered


def let_go(case: UUID | None, rows: Iterable[UUID] | None = None) -> int:
    """All tokens of the case (None: of no case, which are probes), or those in `rows`, with the hits they gave; in the caller's
    transaction. Returns how many.

    A token that another case holds stays at the hub. Others are withdrawn at the next round, also where the hub never said
    that it has them: its answer may have been lost.
    """
    mine = Registered.objects.filter(case=case)
    if rows is not None:
        mine = mine.filter(id__in=list(rows))
    found = list(mine)
    Hit.objects.filter(registered__in=found).delete()
    for row in found:
        row.delete()
        if not Registered.objects.filter(tag=row.tag).exists():
            leave(row)
    return len(found)


def leave(row: Registered, hub: Member | None = None) -> None:
    """Its token is to be withdrawn. `hub`: from another than the one that is used."""
    tag = bytes(row.tag)
    leaving = Leaving.objects.filter(tag=tag, hub=hub).first() or Leaving(tag=tag, hub=hub)
    leaving.token_sealed = seal_token(tag, open_token(tag, row.token_sealed))
    leaving.save()


def seal_token(tag: bytes, content: bytes) -> bytes:
    """What is sent to the hub, under the node's secret, bound to its tag."""
    return encrypt(subkey(node().secret, "exchange"), content, Place(tag.hex(), "token"))


def open_token(tag: bytes, sealed: Stored) -> bytes:
    """Raises Unsound when it was changed or moved."""
    return decrypt(subkey(node().secret, "exchange"), sealed, Place(tag.hex(), "token"))
