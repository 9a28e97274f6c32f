"""Which key the holders have: taken when most of those this node names say the same, and as many as it takes to evaluate.

How many it takes is what they say themselves, so it counts for nothing alone: one that lies would say "one".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from django.db import transaction

from longarm.casework.exchange import members
from longarm.casework.exchange.asking import ask
from longarm.casework.node import node, record
from longarm.errors import BadInput, LongarmError
from longarm.exchange.ceremony.setup import Purpose, epoch_of, number_of
from longarm.exchange.holder.bodies import AskKeys, Key, Keys
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store.models import Epoch


def current(purpose: Purpose = "tokens") -> Key:
    """The key that new tokens, or reports in escrow, are made with; asked for where none was taken yet. Raises BadInput when the
    holders do not say."""
    return known(purpose) or take(purpose)


def known(purpose: Purpose = "tokens") -> Key | None:
    """The newest one that was taken. Nobody is asked."""
    return next((key for key in _taken() if key.purpose == purpose), None)


def named(epoch: str) -> Key | None:
    """The one of this name, as it was taken last: its shares may have been given anew since."""
    return next((key for key in _taken() if key.epoch == epoch), None)


def take(purpose: Purpose = "tokens") -> Key:
    """Asks every holder of this node's list and keeps what most of them say. Raises BadInput when too few say the same."""
    holders = members.holders()
    said: dict[Key, set[str]] = defaultdict(set)
    order: list[Key] = []
    for fingerprint, card in holders.items():
        try:
            found = ask(card, "key", AskKeys(), Keys).said
        except LongarmError:  # away, or it does not know us: the others may be enough
            continue
        for one in found.keys:
            bare = msgspec.structs.replace(one, until=None)
            if one.until is None and _is_for(one, purpose) and fingerprint in {each.fingerprint for each in one.participants}:
                said[bare].add(fingerprint)
                order.append(bare)
    most = len(holders) // 2 + 1
    agreed = [key for key in order if len(said[key]) >= max(2, most, key.commitments.threshold)]
    if not agreed:
        raise BadInput("exchange-no-epoch")
    return _keep(agreed[0])


def _is_for(key: Key, purpose: Purpose) -> bool:
    """And its name is that of its public half."""
    try:
        named, number = number_of(key.epoch)
    except ValueError:
        return False
    return key.purpose == named == purpose and key.epoch == epoch_of(number, key.commitments.public, purpose)


def _taken() -> Iterator[Key]:
    return map(_opened, Epoch.objects.order_by("-taken_at").iterator())


def _keep(key: Key) -> Key:
    if known(key.purpose) == key:
        return key
    with transaction.atomic():
        row = Epoch()
        row.about_sealed = encrypt(_key(), msgspec.msgpack.encode(key), _place(row))
        row.save(force_insert=True)
        record(None, "epoch-taken", organisation=None, object=row.id, epoch=key.epoch)
    return key


def _opened(row: Epoch) -> Key:
    return msgspec.msgpack.decode(decrypt(_key(), row.about_sealed, _place(row)), type=Key)


def _key() -> bytes:
    return subkey(node().secret, "epoch")


def _place(row: Epoch) -> Place:
    return Place(str(row.id), "epoch")
