"""Changing a passphrase, and opening an account again with the organisation's recovery key when it is forgotten."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.exchange.operations.team import give_again
from longarm.casework.node import node, record
from longarm.casework.people.own_passphrase import must_be_own
from longarm.casework.people.recovery_paper import leave_what_no_paper_opens, open_with_paper, read_paper
from longarm.casework.people.visits import end_visits
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput
from longarm.keys import case as case_keys
from longarm.keys import user as user_keys
from longarm.keys.passphrase import check_new
from longarm.store.models import CaseKey, OperationKey, SecondFactor, User


def change_passphrase(actor: Actor, old: str, new: str) -> None:
    """The actor's passphrase. Every visit of the actor ends, this one too; the cases stay as they are.

    Raises BadInput when `old` is wrong, `new` weak, made of names that everybody knows, or the same as `old`.
    """
    row = User.objects.get(id=actor.user)
    private = must_be_own(row, old)
    if new == old:
        raise BadInput("people-passphrase-same")
    locked = user_keys.lock(str(row.id), private, new, node().passphrase_cost, (actor.name, actor.organisation_name))
    with transaction.atomic():
        User.objects.filter(id=row.id).update(pair=user_keys.to_stored(locked))
        end_visits(row.id)
        record(actor.user, "passphrase-changed", organisation=actor.organisation, object=actor.user)


def reset_with_recovery(actor: Actor, printed: str, user: UUID, new: str) -> int:
    """A new pair for a colleague who forgot the passphrase; the recovery key seals the colleague's cases to it.

    `printed` is the recovery key as it stands on paper. Returns how many cases the colleague has again; one that a new paper
    does not open yet is left, if a colleague still opens it. Raises NotAllowed unless `actor` is an admin, ProveAgain where
    that was not shown lately, BadInput when the key is not this organisation's or `new` is weak, NotFound for no colleague,
    Conflict when nobody else opens such a case: the old passphrase must be found. The colleague changes `new` first of all.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    check_new(new)
    recovery, here = read_paper(actor, printed), node()
    owner = User.objects.filter(id=user, organisation_id=actor.organisation).first()
    if owner is None:
        raise NotFound("casework-no-such-user")
    context = (here.open_name(owner.id, owner.name_sealed), actor.organisation_name)
    pair, _ = user_keys.new_pair(str(user), new, here.passphrase_cost, context, handed_out=user != actor.user)
    with transaction.atomic():
        leave_what_no_paper_opens(CaseKey, "case", user)
        leave_what_no_paper_opens(OperationKey, "operation", user)
        rows = list(CaseKey.objects.select_for_update().filter(user_id=user))
        for row in rows:
            row.sealed = case_keys.seal_to(pair.public, str(row.case_id), open_with_paper(recovery, row.case_id).key)
            row.save(update_fields=["sealed"])
        give_again(user, pair.public, recovery)
        User.objects.filter(id=user).update(pair=user_keys.to_stored(pair), active=True)
        SecondFactor.objects.filter(user_id=user).delete()  # it was sealed to the old pair
        end_visits(user)
        record(actor.user, "passphrase-reset", organisation=actor.organisation, object=user, cases=str(len(rows)))
    return len(rows)
