"""Which key the holders have: taken when as many of them say the same as it takes to evaluate, never from one alone."""

from __future__ import annotations

from collections import defaultdict

import msgspec
from django.db import transaction

from longarm.casework.exchange import members
from longarm.casework.exchange.asking import ask
from longarm.casework.node import node, record
from longarm.errors import BadInput, LongarmError
from longarm.exchange.holder.bodies import AskKeys, Key, Keys
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store.models import Epoch


def current() -> Key:
    """The key that new tokens are made with; asked for where none was taken yet. Raises BadInput when the holders do not say."""
    row = Epoch.objects.order_by("-taken_at").first()
    return _opened(row) if row else take()


def take() -> Key:
    """Asks every holder and keeps what a threshold of those it names says. Raises BadInput when too few say the same."""
    said: dict[Key, set[str]] = defaultdict(set)
    order: list[Key] = []
    for fingerprint, card in members.holders().items():
        try:
            found = ask(card, "key", AskKeys(), Keys).said
        except LongarmError:  # away, or it does not know us: the others may be enough
            continue
        for one in found.keys:
            bare = msgspec.structs.replace(one, until=None)
            if one.until is None and fingerprint in {each.fingerprint for each in one.participants}:
                said[bare].add(fingerprint)
                order.append(bare)
    agreed = [key for key in order if len(said[key]) >= key.commitments.threshold]
    if not agreed:
        raise BadInput("exchange-no-epoch")
    return _keep(agreed[0])


def _keep(key: Key) -> Key:
    row = Epoch.objects.order_by("-taken_at").first()
    if row is not None and _opened(row) == key:
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
