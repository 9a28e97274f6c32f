"""The second factor of a user: begun, confirmed with a first code, asked for at the door, taken off.
Long: its whole life, since each step guards the next.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from nacl.public import PrivateKey

from longarm.casework.actor import Actor
from longarm.casework.node import record
from longarm.casework.people import patience, refused
from longarm.casework.people.own_passphrase import must_be_own
from longarm.casework.people.visits import LONGEST, end_visits
from longarm.casework.refusals import NotFound, NotSignedIn
from longarm.errors import BadInput
from longarm.keys import second_factor as factors
from longarm.keys import session as session_keys
from longarm.keys.user import from_stored
from longarm.store.models import SecondFactor, Session, User

_BEGUN_FOR: Final = timedelta(days=1)  # not confirmed in that time, it counts as seen by others


class Enrolment(NamedTuple):
    """Shown while a factor is begun: `address` as a picture to scan, `written` to type in."""

    address: str
    written: str


def has_second_factor(actor: Actor) -> bool:
    return SecondFactor.objects.filter(user_id=actor.user, confirmed=True).exists()


def begin_second_factor(actor: Actor) -> Enrolment:
    """A factor that counts once a first code has shown that the telephone knows it. The same one until then, for a day.

    Raises ProveAgain where the actor did not show lately who that is, BadInput when there is one already.
    """
    actor.must_be_fresh()
    with transaction.atomic():
        user = User.objects.select_for_update().get(id=actor.user)
        _begun_too_long_ago().filter(user=user).delete()
        row = SecondFactor.objects.filter(user=user).first()
        if row is not None and row.confirmed:
            raise BadInput("casework-second-factor-there")
        if row is None:
            sealed = factors.seal(factors.new_factor(), str(user.id), from_stored(user.pair).public)
            row = SecondFactor.objects.create(user=user, sealed=sealed)
    factor = factors.unseal(row.sealed, str(actor.user), actor.private)
    return Enrolment(factors.address(factor, actor.name, f"longarm · {actor.organisation_name}"), factors.written(factor))


def drop_never_confirmed() -> int:
    """Returns how many went, of those that were begun and left."""
    return _begun_too_long_ago().delete()[0]


def _begun_too_long_ago() -> QuerySet[SecondFactor]:
    return SecondFactor.objects.filter(confirmed=False, made_at__lt=timezone.now() - _BEGUN_FOR)


def confirm_second_factor(actor: Actor, code: str) -> tuple[str, ...]:
    """The factor counts from now on; the actor's other visits end. Returns the spare codes, shown this once.

    Raises ProveAgain as `begin_second_factor` does, BadInput when the code is not it.
    """
    actor.must_be_fresh()
    with transaction.atomic():
        begun = SecondFactor.objects.select_for_update().filter(user_id=actor.user, confirmed=False)
        row = begun.filter(made_at__gte=timezone.now() - _BEGUN_FOR).first()
        if row is None:
            raise BadInput("casework-second-factor-wrong")
        factor = factors.unseal(row.sealed, str(actor.user), actor.private)
        step = factors.step_of(factor, code, timezone.now(), row.last_step)
        if step is None:
            raise BadInput("casework-second-factor-wrong")
        row.confirmed, row.last_step = True, step
        row.save(update_fields=["confirmed", "last_step"])
        end_visits(actor.user, but=actor.visit)
        record(actor.user, "second-factor-set", organisation=actor.organisation, object=actor.user)
    return factor.spare


def drop_second_factor(actor: Actor, passphrase: str, code: str) -> None:
    """Takes the actor's own factor off; both must show that it is the actor. The actor's other visits end.

    Raises BadInput when one is wrong, ProveAgain where no passphrase was given.
    """
    must_be_own(User.objects.get(id=actor.user), passphrase)
    with transaction.atomic():
        row = SecondFactor.objects.select_for_update().filter(user_id=actor.user, confirmed=True).first()
        if row is None or not _holds(row, actor.user, factors.unseal(row.sealed, str(actor.user), actor.private), code):
            raise BadInput("casework-second-factor-wrong")
        row.delete()
        end_visits(actor.user, but=actor.visit)
        record(actor.user, "second-factor-dropped", organisation=actor.organisation, object=actor.user)


def drop_for_colleague(actor: Actor, user: UUID) -> None:
    """An administrator takes off the factor of a colleague whose telephone and paper are lost; the record says who did.

    Raises NotAllowed unless the actor administers, ProveAgain where that was not shown lately, NotFound for nobody of the
    organisation or nobody with a factor.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    with transaction.atomic():
        gone, _ = SecondFactor.objects.filter(user_id=user, user__organisation_id=actor.organisation).delete()
        if not gone:
            raise NotFound("casework-no-such-user")
        end_visits(user)
        record(actor.user, "second-factor-dropped", organisation=actor.organisation, object=user)


def pass_second_factor(cookie: str | None, code: str) -> None:
    """Makes the visit whole that the passphrase opened.

    Raises BadInput for a wrong code, `patience.Waiting` after too many, NotSignedIn where no visit waits.
    """
    tag = session_keys.tag_of(cookie) if cookie else None
    now = timezone.now()
    waiting = Session.objects.select_related("user").filter(tag=tag, whole=False, user__active=True, ends_at__gt=now)
    visit = waiting.first()
    if cookie is None or tag is None or visit is None:
        raise NotSignedIn("casework-not-signed-in")
    who = f"second|{visit.user_id}"
    _must_not_wait(who, visit.user)
    if not _passed(cookie, tag, code):
        raise _wrong(who, visit.user)
    patience.right(who)


def must_hold(user: User, private: PrivateKey, code: str) -> None:
    """Nothing where no factor is set. Raises BadInput for a wrong code, `patience.Waiting` after too many."""
    if not SecondFactor.objects.filter(user=user, confirmed=True).exists():
        return
    who = f"second|{user.id}"
    _must_not_wait(who, user)
    with transaction.atomic():
        row = SecondFactor.objects.select_for_update().select_related("user").get(user=user)
        held = _holds(row, user.id, factors.unseal(row.sealed, str(user.id), private), code)
    if not held:
        raise _wrong(who, user)
    patience.right(who)


def _must_not_wait(who: str, user: User) -> None:
    try:
        patience.must_not_wait(who)
    except patience.Waiting:
        refused.note("sign-in-refused", "waiting", refused.Who(who, user.id, user.organisation_id))
        raise


def _wrong(who: str, user: User) -> BadInput:
    patience.wrong(who)
    refused.note("sign-in-refused", "second-factor", refused.Who(who, user.id, user.organisation_id))
    return BadInput("casework-second-factor-wrong")


def _passed(cookie: str, tag: bytes, code: str) -> bool:
    with transaction.atomic():
        visit = Session.objects.select_for_update().get(tag=tag)
        row = SecondFactor.objects.select_for_update().select_related("user").get(user_id=visit.user_id)
        private = session_keys.private_key(cookie, str(visit.user_id), visit.wrapped)
        if not _holds(row, visit.user_id, factors.unseal(row.sealed, str(visit.user_id), private), code):
            return False
        visit.whole = True
        visit.ends_at = visit.made_at + LONGEST
        visit.save(update_fields=["whole", "ends_at"])
        record(visit.user_id, "signed-in", organisation=row.user.organisation_id, factor="second")
    return True


def _holds(row: SecondFactor, user: UUID, factor: factors.Factor, code: str) -> bool:
    """Is this a code of now, or a spare one? Either is used up by it. The row is locked: one code, one door."""
    step = factors.step_of(factor, code, timezone.now(), row.last_step)
    if step is not None:
        row.last_step = step
        row.save(update_fields=["last_step"])
        return True
    left = factors.without_spare(factor, code)
    if left is None:
        return False
    row.sealed = factors.seal(left, str(user), from_stored(row.user.pair).public)
    row.save(update_fields=["sealed"])
    return True
