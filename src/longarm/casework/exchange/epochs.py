"""Which key the holders have: taken when most of those this node names say the same, and as many as it takes to evaluate.

How many it takes is what they say themselves, so it counts for nothing alone: one that lies would say "one".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Final

import msgspec
from django.db import transaction
from django.utils import timezone

from longarm.casework.exchange import members
from longarm.casework.exchange.asking import ask, said_by
from longarm.casework.node import node, record
from longarm.errors import BadInput, LongarmError
from longarm.exchange.ceremony.setup import Purpose, epoch_of, number_of
from longarm.exchange.holder.bodies import AskKeys, Key, Keys
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store.models import Epoch
from longarm.texts import Sentence

_LOOKED_AT_EVERY: Final = timedelta(days=1)


def current(purpose: Purpose = "tokens") -> Key:
    """The key that new tokens, or reports in escrow, are made with; asked for where none was taken yet. Raises BadInput when the
    holders do not say."""
    return known(purpose) or take(purpose)


def known(purpose: Purpose = "tokens") -> Key | None:
    """The newest one that was taken. Nobody is asked."""
    return next((key for _, key in _taken() if key.purpose == purpose), None)


def named(epoch: str) -> Key | None:
    """The one of this name, as it was taken last: its shares may have been given anew since."""
    return next((key for _, key in _taken() if key.epoch == epoch), None)


def look(purpose: Purpose) -> None:
    """Once a day: is there a newer key? The old one is answered for some months only; what is made with it must not lie at the
    hub when nobody can open it any more. Before a first key was taken nobody is asked, and who is away is asked again."""
    row = next((row for row, key in _taken() if key.purpose == purpose), None)
    if row is not None and row.taken_at < timezone.now() - _LOOKED_AT_EVERY:
        with suppress(BadInput):
            take(purpose)


def take(purpose: Purpose = "tokens") -> Key:
    """Asks every holder of this node's list and keeps what most of them say. Raises BadInput when too few say the same."""
    holders = members.holders()
    why = Sentence("exchange-two-holders-listed" if len(holders) < 2 else "exchange-holders-differ")
    said: dict[Key, set[str]] = defaultdict(set)
    order: list[Key] = []
    for fingerprint, card in holders.items():
        try:
            found = ask(card, "key", AskKeys(), Keys).said
        except LongarmError as fault:  # away, or it does not know us: the others may be enough
            why = said_by(card, fault)
            continue
        for one in found.keys:
            bare = msgspec.structs.replace(one, until=None)
            if one.until is None and _is_for(one, purpose) and fingerprint in {each.fingerprint for each in one.participants}:
                said[bare].add(fingerprint)
                order.append(bare)
    most = len(holders) // 2 + 1
    agreed = [key for key in order if len(said[key]) >= max(2, most, key.commitments.threshold)]
    if not agreed:
        raise BadInput("exchange-no-epoch", why=why)
    return _keep(agreed[0])


def _is_for(key: Key, purpose: Purpose) -> bool:
    """And its name is that of its public half."""
    try:
        named, number = number_of(key.epoch)
    except ValueError:
        return False
    return key.purpose == named == purpose and key.epoch == epoch_of(number, key.commitments.public, purpose)


def _taken() -> Iterator[tuple[Epoch, Key]]:
    return ((row, _opened(row)) for row in Epoch.objects.order_by("-taken_at").iterator())


def _keep(key: Key) -> Key:
    """Of the one that is taken already: when it was heard last."""
    row, before = next((one for one in _taken() if one[1].purpose == key.purpose), (None, None))
    if row is not None and before == key:
        Epoch.objects.filter(id=row.id).update(taken_at=timezone.now())
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
