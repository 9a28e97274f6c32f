"""Signing in and out. The browser holds one cookie; the server stores nothing that opens a case without it."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from functools import lru_cache
from typing import Final, NamedTuple, cast
from uuid import UUID

from django.db import OperationalError, transaction
from django.utils import timezone

from longarm.casework.actor import Actor, Role
from longarm.casework.day import search
from longarm.casework.node import node, record
from longarm.casework.people import patience, refused
from longarm.casework.people.narrow import Narrow
from longarm.casework.refusals import NotSignedIn
from longarm.casework.rules import rules_of
from longarm.errors import BadInput, Unsound
from longarm.keys import session as session_keys
from longarm.keys import user as user_keys
from longarm.keys.passphrase import Cost, Stretch, new_stretch
from longarm.store.models import SecondFactor, Session, User

LONGEST: Final = timedelta(hours=12)
HALF_WAY: Final = timedelta(minutes=5)  # between the passphrase and the second factor
IDLE: Final = timedelta(hours=2)
FRESH: Final = timedelta(minutes=5)  # after passphrase and second factor: what weighs is done without asking again
_NOTED_EVERY: Final = timedelta(minutes=1)
_APART: Final = timedelta(minutes=5)  # by which a clock may be set right; one that went back further would prolong every visit
DOOR: Final = Narrow()


class SignedIn(NamedTuple):
    cookie: str  # for the browser alone: HttpOnly, SameSite=Strict; never logged
    whole: bool  # false while the second factor is still to come
    known: str  # for the browser to keep: see `patience`

    @property
    def actor(self) -> Actor:
        """Raises NotSignedIn while the second factor is still to come."""
        return actor_of(self.cookie)


def sign_in(name: str, passphrase: str, known: str | None = None, before: str | None = None) -> SignedIn:
    """Opens a visit, or half of one where the user has a second factor (`second_factor.pass_second_factor`).

    `known` is what an earlier visit gave the browser (`patience.known_mark`), `before` its cookie, which opens nothing from now
    on. Raises BadInput (`keys-wrong-passphrase`) for an
    unknown name, a wrong passphrase, a closed account: all three take the same time and sound the same. Raises
    `patience.Waiting` after too many of them, whether there is such a name or not, `narrow.Crowded` where too many try at once.
    """
    here = node()
    lookup = here.lookup(name)
    who = patience.who_knocks(lookup.hex(), known)
    row = User.objects.select_related("organisation").filter(lookup=lookup, active=True).first()
    try:
        patience.must_not_wait(who)
    except patience.Waiting:
        refused.note("sign-in-refused", "waiting", refused.knocking(lookup, row))
        raise
    with DOOR:
        try:
            if row is None:
                _nobody(here.passphrase_cost).key(passphrase)
                raise BadInput("keys-wrong-passphrase")
            private = user_keys.unlock(str(row.id), user_keys.from_stored(row.pair), passphrase)
        except BadInput:
            patience.wrong(who)
            refused.note("sign-in-refused", "passphrase", refused.knocking(lookup, row))
            raise
    patience.right(who)
    opened = session_keys.open_session(str(row.id), private)
    now = timezone.now()
    with transaction.atomic():
        Session.objects.filter(ends_at__lt=now).delete()
        if before and (tag := session_keys.tag_of(before)):
            Session.objects.filter(tag=tag).delete()
        whole = not _has_factor(row.id)
        ends = now + (LONGEST if whole else HALF_WAY)
        times = {"made_at": now, "seen_at": now, "ends_at": ends}
        Session.objects.create(tag=opened.tag, user=row, wrapped=opened.wrapped, whole=whole, **times)
        record(row.id, "signed-in" if whole else "passphrase-given", organisation=row.organisation_id)
    return SignedIn(opened.cookie, whole, patience.known_mark(bytes(row.lookup).hex()))


def actor_of(cookie: str | None, *, used: bool = True) -> Actor:
    """Who holds `cookie`; `used` is false where nobody did anything: a page that renews itself.

    Raises NotSignedIn when it opens no visit, or the visit has ended (12 hours, or 2 without use).
    """
    tag = session_keys.tag_of(cookie) if cookie else None
    row = None
    if tag is not None:
        row = Session.objects.select_related("user__organisation").filter(tag=tag, whole=True, user__active=True).first()
    now = timezone.now()
    if cookie is None or row is None or row.ends_at < now or row.seen_at + IDLE < now or row.made_at > now + _APART:
        raise NotSignedIn("casework-not-signed-in")
    try:
        private = session_keys.private_key(cookie, str(row.user_id), row.wrapped)
    except Unsound:
        raise NotSignedIn("casework-not-signed-in") from None
    if used and now - row.seen_at > _NOTED_EVERY:
        with suppress(OperationalError):  # a full disk: the health page must open all the same
            Session.objects.filter(tag=tag).update(seen_at=now)
    user, here = row.user, node()
    return Actor(
        user=user.id,
        organisation=user.organisation_id,
        role=cast(Role, user.role),
        administers=user.administers or user.role == User.Role.ADMIN,
        name=here.open_name(user.id, user.name_sealed),
        organisation_name=here.open_name(user.organisation_id, user.organisation.name_sealed),
        demonstration=user.organisation.demonstration,
        private=private,
        must_set_factor=rules_of(user.organisation).second_factor and not _has_factor(user.id),
        must_change_passphrase=user_keys.from_stored(user.pair).handed_out,
        visit=tag or b"",
        fresh_until=row.made_at + FRESH,
    )


def _has_factor(user: UUID) -> bool:
    return SecondFactor.objects.filter(user_id=user, confirmed=True).exists()


def sign_out(cookie: str | None) -> None:
    """Ends the visit; the cookie opens nothing any more. Quietly does nothing for a cookie that opens none."""
    tag = session_keys.tag_of(cookie) if cookie else None
    if tag is None:
        return
    with transaction.atomic():
        row = Session.objects.select_related("user").filter(tag=tag).first()
        if row is not None:
            record(row.user_id, "signed-out", organisation=row.user.organisation_id)
            row.delete()
            search.forget(row.user_id)


def end_visits(user: UUID, but: bytes = b"") -> int:
    """Ends every visit of a user, except the one with the tag `but`: after a change of passphrase or second factor, when an
    account is closed. Returns how many."""
    gone, _ = Session.objects.filter(user_id=user).exclude(tag=but).delete()
    search.forget(user)
    return gone


@lru_cache(maxsize=2)
def _nobody(cost: Cost) -> Stretch:
    return new_stretch(cost)
