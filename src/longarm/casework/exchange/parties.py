"""Who this node is to the others: its two key pairs, and the card it shows."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.node import node, record
from longarm.errors import BadInput
from longarm.exchange.card import Card, make_card, read_card
from longarm.keys.certificate import load_or_create
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import keyed_hash, subkey
from longarm.keys.party import Party
from longarm.store.models import Member


def party() -> Party:
    """The node's keys, made at first use in its keys folder. The signing half is the one that bundles are signed with."""
    return Party.load_or_create(node().folder.keys)


def make_own_card(actor: Actor | None, organisation: str, states: tuple[str, ...], address: str, now: datetime) -> bytes:
    """The card of this node, kept. `address` empty: it is reached by file only, and may still use a hub.

    `actor` None: whoever types commands at the machine. Raises NotAllowed unless the actor administers, BadInput as `make_card`.
    """
    if actor is not None:
        actor.must_be("admin")
    us, parts = party(), urlsplit(address)
    pem = load_or_create(node().folder.keys, parts.hostname or "", now).pem if parts.scheme == "https" else ""
    data = make_card(us, role="node", organisation=organisation, states=states, address=address, certificate=pem, made_at=now)
    with transaction.atomic():
        Member.objects.filter(role=Member.Role.OWN).delete()
        row = Member(role=Member.Role.OWN, tag=tag_of(us.fingerprint), by_id=actor.user if actor else None, since=now)
        row.card_sealed = seal_card(row, data)
        row.save(force_insert=True)
        record(actor.user if actor else None, "card-made", organisation=actor.organisation if actor else None)
    return data


def own_card() -> bytes:
    """Raises BadInput when none was made yet."""
    row = Member.objects.filter(role=Member.Role.OWN).first()
    if row is None:
        raise BadInput("exchange-no-own-card")
    return open_card(row)


def card_in(row: Member) -> Card:
    return read_card(open_card(row))


def tag_of(fingerprint: str) -> bytes:
    return keyed_hash(subkey(node().secret, "member"), "fingerprint", fingerprint)


def seal_card(row: Member, data: bytes) -> bytes:
    return encrypt(subkey(node().secret, "member"), data, Place(str(row.id), "card"))


def open_card(row: Member) -> bytes:
    """Raises Unsound when it was changed from outside."""
    return decrypt(subkey(node().secret, "member"), row.card_sealed, Place(str(row.id), "card"))
