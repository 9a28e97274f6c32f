"""What an organisation decided: answering times, staffed hours, how long things are kept, what needs two, its neutral face."""

from __future__ import annotations

from typing import Final, Literal
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.node import node, record
from longarm.errors import Unsound
from longarm.exchange.request.words import Kind
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store.models import Organisation

Act = Literal["export", "deletion", "notice", "advisory"]
ALWAYS_TWO: Final[frozenset[Act]] = frozenset({"notice", "advisory"})  # whatever the organisation decided
Icon = Literal["bowl", "leaf", "sun", "book"]
ICONS: Final[tuple[Icon, ...]] = ("bowl", "leaf", "sun", "book")


class Hours(msgspec.Struct, frozen=True):
    """A staffed stretch of a weekday (Monday is 0), by the organisation's clock: `opens` and `closes` as HH:MM."""

    weekday: int
    opens: str
    closes: str


class Rules(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`answer_minutes`: the inner target; alarms come before it. No `staffed`: no time is promised to anybody.

    `retention_days` None: nothing is deleted by itself. `two_for`: acts that need a second person. An empty
    `neutral_title` or `exit_address` means longarm's own words. `second_factor`: who has none sets one before
    anything else. `organisation_kind`: what it tells other nodes that it is.
    """

    answer_minutes: int = 120
    alarm_minutes: tuple[int, ...] = (60, 90)
    staffed: tuple[Hours, ...] = ()
    time_zone: str = "UTC"
    retention_days: int | None = None
    two_for: frozenset[Act] = frozenset()
    neutral_title: str = ""
    neutral_icon: Icon = "bowl"
    exit_address: str = ""
    second_factor: bool = False
    organisation_kind: Kind = "helpline"


def rules_of(organisation: Organisation) -> Rules:
    """Its rules; the usual ones where it decided nothing. Raises Unsound when they were changed from outside."""
    if not organisation.rules_sealed:
        return Rules()
    text = decrypt(subkey(node().secret, "rules"), organisation.rules_sealed, Place(str(organisation.id), "rules"))
    try:
        return msgspec.json.decode(text, type=Rules)
    except msgspec.ValidationError:
        raise Unsound("keys-content-altered", field="rules") from None


def own_rules(actor: Actor) -> Rules:
    """Those of the actor's organisation."""
    return rules_of(Organisation.objects.get(id=actor.organisation))


def change_rules(actor: Actor, rules: Rules) -> None:
    """Puts `rules` in the place of the old ones. Raises NotAllowed for who does not administer, ProveAgain where that was
    not shown lately, BadInput as `check` does.
    """
    from longarm.casework.rules_check import check

    actor.must_be("admin")
    actor.must_be_fresh()
    check(rules)
    with transaction.atomic():
        Organisation.objects.filter(id=actor.organisation).update(rules_sealed=_sealed(actor.organisation, rules))
        record(actor.user, "rules-changed", organisation=actor.organisation)


def _sealed(organisation: UUID, rules: Rules) -> bytes:
    return encrypt(subkey(node().secret, "rules"), msgspec.json.encode(rules), Place(str(organisation), "rules"))
