"""What this organisation is, as it says to others: an administrator sets it; what may be asked follows from it."""

from __future__ import annotations

from uuid import UUID

from msgspec.structs import replace

from longarm.casework.actor import Actor
from longarm.casework.rules import change_rules, own_rules, rules_of
from longarm.exchange.request.words import Kind
from longarm.store.models import Organisation


def own_kind(organisation: UUID) -> Kind:
    """A helpline, where nobody said anything: that may ask least."""
    return rules_of(Organisation.objects.get(id=organisation)).organisation_kind


def set_kind(actor: Actor, kind: Kind) -> None:
    """Raises NotAllowed for who does not administer."""
    change_rules(actor, replace(own_rules(actor), organisation_kind=kind))
