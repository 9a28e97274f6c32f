"""How often somebody knocked: counters under keyed hashes that change with the window and the day, and tell nobody apart later.

Used for sign-in, for reports without a name, for codes. A count is never a lock: what follows from it, each door decides.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from longarm.casework.node import node
from longarm.keys.derive import keyed_hash, subkey
from longarm.store.models import Tries

HOUR: Final = timedelta(hours=1)


def count(kind: str, who: str, window: timedelta = HOUR) -> int:
    """Counts one more knock of `who` at the door `kind` and returns how many there were in this window, this one included.

    `window` at most a day. `kind` 1 to 16 ASCII letters.
    """
    tag, ends_at = _place(kind, who, window)
    if not Tries.objects.filter(tag=tag).update(count=F("count") + 1) and not _first(tag, ends_at):
        Tries.objects.filter(tag=tag).update(count=F("count") + 1)
    return _seen(tag)


def seen(kind: str, who: str, window: timedelta = HOUR) -> int:
    """How many knocks there were in this window, without one more."""
    return _seen(_place(kind, who, window)[0])


def forget(kind: str, who: str, window: timedelta = HOUR) -> None:
    """The count begins again: somebody proved who they are."""
    Tries.objects.filter(tag=_place(kind, who, window)[0]).delete()


def once(kind: str, what: str, until: datetime) -> bool:
    """True the first time for `what`, false ever after until `until`: what was used up cannot be used again."""
    return _first(keyed_hash(subkey(node().secret, "tries"), kind, what), until)


def until(kind: str, what: str) -> datetime | None:
    """Until when `what` was marked by `once`; None where it never was, or that is over."""
    tag = keyed_hash(subkey(node().secret, "tries"), kind, what)
    return Tries.objects.filter(tag=tag, ends_at__gt=timezone.now()).values_list("ends_at", flat=True).first()


def _first(tag: bytes, ends_at: datetime) -> bool:
    now = timezone.now()
    Tries.objects.filter(ends_at__lt=now).delete()
    try:
        with transaction.atomic():
            Tries.objects.create(tag=tag, count=1, since=now, ends_at=ends_at)
    except IntegrityError:
        return False
    return True


def _seen(tag: bytes) -> int:
    return Tries.objects.filter(tag=tag).values_list("count", flat=True).first() or 0


def _place(kind: str, who: str, window: timedelta) -> tuple[bytes, datetime]:
    """The tag of this window of this day, and when it is over."""
    seconds = int(window.total_seconds())
    slot = int(timezone.now().timestamp()) // seconds
    ends_at = datetime.fromtimestamp((slot + 1) * seconds, tz=timezone.now().tzinfo)
    return keyed_hash(subkey(node().secret, "tries"), kind, f"{seconds}|{slot}|{who}"), ends_at
