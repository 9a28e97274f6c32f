"""A ceremony on disk: where it stands, and all we have said in it, sealed under the holder's secret."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from longarm.exchange.card import Card, read_card
from longarm.exchange.ceremony.messages import Deal, Outgoing
from longarm.exchange.ceremony.state import State
from longarm.holder.models import Ceremony
from longarm.holder.start import Ours
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`said`: what goes to whom, in the order in which it was said."""

    state: State
    said: tuple[Outgoing, ...]


def load(ours: Ours, row: Ceremony) -> Kept:
    """Raises Unsound when the row was changed, or the secret is another."""
    plain = decrypt(subkey(ours.secret, "ceremony"), row.kept_sealed, _place(row))
    return msgspec.msgpack.decode(plain, type=Kept)


def put(ours: Ours, row: Ceremony, state: State, said: tuple[Outgoing, ...]) -> Kept:
    """Into the row, unsaved; values that were dealt are dropped when all have theirs, or nobody will need them."""
    if state.done or state.blame:
        said = tuple(each for each in said if not isinstance(each.message, Deal))
    kept = Kept(state, said)
    row.version += 1
    row.kept_sealed = encrypt(subkey(ours.secret, "ceremony"), msgspec.msgpack.encode(kept), _place(row))
    return kept


def cards_of(row: Ceremony) -> dict[str, Card]:
    """Of the others, by fingerprint."""
    return _cards(bytes(row.cards))


@lru_cache(maxsize=32)
def _cards(kept: bytes) -> dict[str, Card]:
    """Read once: every letter of a stranger asks for them."""
    cards = [read_card(data) for data in msgspec.msgpack.decode(kept, type=tuple[bytes, ...])]
    return {card.fingerprint: card for card in cards}


def _place(row: Ceremony) -> Place:
    return Place(row.session, "ceremony", row.version)
