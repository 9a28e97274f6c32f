"""The shares that this holder keeps: sealed under the secret of its keys folder, one row an epoch."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet

from longarm.errors import BadInput
from longarm.exchange.holder.bodies import Key, Keys
from longarm.exchange.oprf.threshold import Share
from longarm.exchange.refused import Refused
from longarm.holder.lines import note
from longarm.holder.models import KeyShare
from longarm.holder.start import Ours
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey

GOES_ON: Final = timedelta(days=90)  # an old epoch is answered while nodes make their tokens again


class Held(NamedTuple):
    key: Key
    share: Share


def keep(ours: Ours, key: Key, share: Share, now: datetime) -> None:
    """Takes the share of a confirmed ceremony, in the caller's transaction. A new epoch ends the others of its purpose.

    A renewed share takes the place of the old one, which is gone from then on. Raises BadInput for a renewal that is not newer.
    """
    known = KeyShare.objects.select_for_update().filter(epoch=key.epoch).first()
    if known is not None and known.renewal >= key.renewal:
        raise BadInput("keyholder-not-newer", epoch=key.epoch)
    values = {
        "renewal": key.renewal,
        "purpose": key.purpose,
        "about": msgspec.msgpack.encode(key),
        "share_sealed": encrypt(subkey(ours.secret, "share"), msgspec.msgpack.encode(share), _place(key.epoch, key.renewal)),
        "made_at": now,
    }
    KeyShare.objects.update_or_create(epoch=key.epoch, defaults=values)
    if known is None:
        KeyShare.objects.exclude(epoch=key.epoch).filter(until=None, purpose=key.purpose).update(until=(now + GOES_ON).date())
    note("share-renewed" if known else "share-kept", None, now)


def end(epoch: str, now: datetime, on: date | None = None) -> None:
    """The epoch's last day: `on`, or yesterday: it is answered no more. Raises BadInput when it is not known."""
    with transaction.atomic():
        if not KeyShare.objects.filter(epoch=epoch).update(until=on or (now - timedelta(days=1)).date()):
            raise BadInput("keyholder-no-such-epoch", epoch=epoch[:40])
        note("epoch-ends", None, now)


def keys(now: datetime) -> Keys:
    """The epochs that are answered today, the newest first."""
    return Keys(tuple(_key(row) for row in _of_today(now).order_by("-made_at")))


def key(epoch: str, now: datetime) -> Key:
    """Raises BadInput when there is no such key today."""
    found = [one for one in keys(now).keys if one.epoch == epoch]
    if not found:
        raise BadInput("keyholder-no-such-epoch", epoch=epoch[:40])
    return found[0]


def held(ours: Ours, epoch: str, renewal: int, now: datetime) -> Held:
    """Raises Refused("wrong-epoch") when there is no such key, its last day is over, or its shares were renewed meanwhile."""
    row = _of_today(now).filter(epoch=epoch, renewal=renewal).first()
    if row is None:
        raise Refused("wrong-epoch")
    return Held(_key(row), _opened(ours, epoch, renewal, bytes(row.share_sealed)))


def own(ours: Ours, epoch: str, renewal: int) -> Share:
    """Our share of a key. Raises BadInput when we hold none, or another renewal."""
    row = KeyShare.objects.filter(epoch=epoch, renewal=renewal).first()
    if row is None:
        raise BadInput("keyholder-no-such-epoch", epoch=epoch[:40])
    return _opened(ours, epoch, renewal, bytes(row.share_sealed))


def drop_ended(now: datetime) -> int:
    """Removes shares whose last day is over. Returns how many."""
    return KeyShare.objects.filter(until__lt=now.date()).delete()[0]


@lru_cache(maxsize=8)
def _opened(ours: Ours, epoch: str, renewal: int, sealed: bytes) -> Share:
    plain = decrypt(subkey(ours.secret, "share"), sealed, _place(epoch, renewal))
    return msgspec.msgpack.decode(plain, type=Share)


def _of_today(now: datetime) -> QuerySet[KeyShare]:
    return KeyShare.objects.filter(Q(until=None) | Q(until__gte=now.date()))


def _key(row: KeyShare) -> Key:
    return msgspec.structs.replace(msgspec.msgpack.decode(bytes(row.about), type=Key), until=row.until)


def _place(epoch: str, renewal: int) -> Place:
    return Place(epoch, "share", renewal + 1)
