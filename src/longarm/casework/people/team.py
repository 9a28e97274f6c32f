"""The team of a case: who holds its key. Joining seals the key to a colleague; leaving changes the key for everybody left."""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, give_key, lock, open_for
from longarm.casework.node import node, record
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rotation import rotate
from longarm.store.models import Case, CaseKey, User

MAY_READ: Final = (User.Role.COORDINATOR, User.Role.CASEWORKER, User.Role.COUNSEL)


class Member(NamedTuple):
    id: UUID
    name: str


def members_of(opened: OpenCase) -> tuple[Member, ...]:
    """The team of an opened case, by name."""
    here = node()
    rows = CaseKey.objects.filter(case_id=opened.id, user__active=True).select_related("user")
    people = [Member(row.user.id, here.open_name(row.user.id, row.user.name_sealed)) for row in rows if row.user]
    return tuple(sorted(people, key=lambda member: member.name))


def remove_member(actor: Actor, case: UUID, user: UUID) -> None:
    """Takes a member out of the team. The case gets a new key, sealed to who is left: the old one opens nothing stored.

    What the person has read before cannot be unread. Raises NotFound as `add_member` does, Conflict for the last member.
    """
    opened = open_for(actor, case)
    with transaction.atomic():
        lock(opened, merged_too=True)
        leaving = CaseKey.objects.filter(case_id=case, user_id=user).first()
        if leaving is None:
            raise NotFound("casework-no-such-user")
        if CaseKey.objects.filter(case_id=case, user__active=True).count() == 1:
            raise Conflict("casework-last-member")
        leaving.delete()
        Case.objects.filter(id=case, claimed_by_id=user).update(claimed_by=None)
        rotate(opened)
        record(actor.user, "member-removed", organisation=actor.organisation, case=case, object=user)


def add_member(actor: Actor, case: UUID, user: UUID) -> None:
    """Lets a colleague of the same organisation into the case.

    Raises NotFound when the actor is not of its team or there is no such colleague, NotAllowed
    when that is somebody who reads no case (an auditor, an administrator, a consular officer).
    """
    opened = open_for(actor, case)
    colleague = User.objects.filter(id=user, organisation_id=opened.organisation, active=True).first()
    if colleague is None:
        raise NotFound("casework-no-such-user")
    if colleague.role not in MAY_READ:
        raise NotAllowed("casework-not-allowed")
    with transaction.atomic():
        lock(opened, merged_too=True)
        give_key(opened, colleague)
        record(actor.user, "member-added", organisation=actor.organisation, case=case, object=user)
