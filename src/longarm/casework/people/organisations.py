"""An organisation sets up its node, and gives its people a way in."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from longarm.casework.actor import Actor, Role
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.keys import user as user_keys
from longarm.keys.passphrase import check_new
from longarm.keys.recovery import new_recovery
from longarm.store.models import Organisation, SecondFactor, User
from longarm.store.records import hold_end

LONGEST_NAME = 200


class SetUp(NamedTuple):
    organisation: UUID
    user: UUID
    recovery_key: str  # shown once, printed, kept offline; stored nowhere


class Colleague(NamedTuple):
    """A user of the same organisation, as colleagues see each other."""

    id: UUID
    name: str
    role: str
    active: bool
    administers: bool
    on_intake: bool
    second_factor: bool


def is_empty() -> bool:
    """Is there no organisation yet? Then the browser offers set-up or the demonstration."""
    return not Organisation.objects.exists()


def set_up_organisation(name: str, user: str, passphrase: str, *, demonstration: bool = False) -> SetUp:
    """The first organisation of an empty node and its first user, who coordinates and administers; the recovery key is
    shown this once.

    Raises Conflict when the node already has an organisation, BadInput when a name is empty or the passphrase weak.
    """
    name, user = checked_name(name), checked_name(user)
    check_new(passphrase, (name, user))
    with transaction.atomic():
        hold_end()
        if not is_empty():
            raise Conflict("casework-already-set-up")
        return found_organisation(name, user, passphrase, demonstration=demonstration)


def found_organisation(name: str, user: str, passphrase: str, *, demonstration: bool = False) -> SetUp:
    """An organisation beside others on the same node (a region's). `set_up_organisation` is the door for a first one."""
    recovery = new_recovery()
    organisation_id = uuid4()
    with transaction.atomic():
        Organisation.objects.create(
            id=organisation_id,
            name_sealed=node().seal_name(organisation_id, checked_name(name)),
            recovery_public=recovery.public,
            demonstration=demonstration,
        )
        user_id = _create_user(organisation_id, user, _Words(passphrase, name), "coordinator", administers=True)
        record(user_id, "set-up", organisation=organisation_id)
    return SetUp(organisation_id, user_id, recovery.printed)


def add_user(actor: Actor, name: str, passphrase: str, role: Role) -> UUID:
    """A colleague, with a first passphrase that the colleague has to change before the desk opens.

    Raises NotAllowed unless `actor` is an admin, ProveAgain where that was not shown lately, Conflict when the sign-in name is
    taken, BadInput as set-up does.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    with transaction.atomic():
        words = _Words(passphrase, actor.organisation_name, handed_out=True)
        user_id = _create_user(actor.organisation, name, words, role)
        record(actor.user, "user-added", organisation=actor.organisation, object=user_id, role=role)
    return user_id


def colleagues(actor: Actor) -> tuple[Colleague, ...]:
    """Everybody of the actor's organisation, by name."""
    here = node()
    rows = User.objects.filter(organisation_id=actor.organisation)
    locked = set(SecondFactor.objects.filter(user__in=rows, confirmed=True).values_list("user_id", flat=True))
    people = [
        Colleague(
            row.id,
            here.open_name(row.id, row.name_sealed),
            row.role,
            row.active,
            row.administers or row.role == User.Role.ADMIN,
            row.on_intake,
            row.id in locked,
        )
        for row in rows
    ]
    return tuple(sorted(people, key=lambda person: person.name))


def checked_name(name: str) -> str:
    """`name` without spaces around it. Raises BadInput when nothing is left or it is too long."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInput("casework-bad-name", longest=LONGEST_NAME)
    return name


class _Words(NamedTuple):
    """A first passphrase, what the organisation is called (it is not made of that), and whether somebody else chose it."""

    passphrase: str
    organisation: str
    handed_out: bool = False


def _create_user(organisation: UUID, name: str, words: _Words, role: Role, *, administers: bool = False) -> UUID:
    name, user_id, here = checked_name(name), uuid4(), node()
    context = (name, words.organisation)
    pair, _ = user_keys.new_pair(str(user_id), words.passphrase, here.passphrase_cost, context, handed_out=words.handed_out)
    lookup = here.lookup(name)
    if User.objects.filter(lookup=lookup).exists():
        raise Conflict("casework-name-taken")
    try:
        User.objects.create(
            id=user_id,
            organisation_id=organisation,
            lookup=lookup,
            name_sealed=here.seal_name(user_id, name),
            role=role,
            administers=administers or role == "admin",
            on_intake=role == "coordinator",
            pair=user_keys.to_stored(pair),
        )
    except IntegrityError:
        raise Conflict("casework-name-taken") from None
    return user_id
