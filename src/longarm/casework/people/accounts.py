"""What an administrator changes of a colleague: role, who administers, who is on intake; and closing an account.
Long: every way to leave ends in the same hands.

Who no longer reads cases leaves every team, and keys change: at once where the actor holds the case's key or the recovery
paper is given, otherwise when a member next opens the case (`renewing`).
"""

from __future__ import annotations

from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction
from nacl.public import PrivateKey

from longarm.casework.actor import Actor, Role
from longarm.casework.case_keys import OpenCase, give_key, open_for
from longarm.casework.day.claims import MAY_HAVE
from longarm.casework.exchange.operations import team as operations
from longarm.casework.node import record
from longarm.casework.people.recovery_paper import open_with_paper, paper_opens, read_paper
from longarm.casework.people.renewing import renew
from longarm.casework.people.team import MAY_READ
from longarm.casework.people.visits import end_visits
from longarm.casework.refusals import Conflict, NotFound
from longarm.errors import BadInput
from longarm.store.models import Case, CaseKey, Channel, Organisation, Task, User

# Beside what an auditor checks, or an officer of another body takes down, nobody governs.
MAY_ADMINISTER: Final = (User.Role.ADMIN, User.Role.COORDINATOR, User.Role.CASEWORKER, User.Role.COUNSEL)


class Left(NamedTuple):
    """`renewed`: cases that have a new key already; `waiting`: those that get one when a member next opens them."""

    renewed: int
    waiting: int


def change_person(actor: Actor, user: UUID, *, role: Role, administers: bool, on_intake: bool, printed: str = "") -> Left:
    """The role and the two switches of a colleague, or of the actor.

    `administers` where the role may, always for a role of `admin`; `on_intake` for who works cases. Who no longer reads cases
    leaves the teams now. Raises NotAllowed unless the actor administers, NotFound for nobody, Conflict when nobody would be
    left to administer, or when a case could not be given a new key: the recovery paper (`printed`) then helps, or a colleague
    must join its team first. Raises BadInput for a paper that is not this organisation's, ProveAgain where the actor did not
    show lately who that is.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    recovery = read_paper(actor, printed) if printed.strip() else None
    with transaction.atomic():
        row = _locked(actor, user)
        was = row.role
        row.role = role
        row.administers = role == "admin" or (administers and role in MAY_ADMINISTER)
        row.on_intake = on_intake and role in MAY_HAVE
        _must_leave_an_administrator(row)
        held = _cases_of(row.id) if role not in MAY_READ else []
        if alone := _alone_in(row.id, held):
            raise Conflict("people-last-of", count=len(alone))
        opened = _all_opened(actor, held, recovery)
        CaseKey.objects.filter(user=row).filter(case_id__in=held).delete()
        for one in opened:
            renew(one, actor)
        if role not in MAY_HAVE:
            _lay_down(row)
            operations.leave_all(row.id, None, None)
        if was == User.Role.CONSULAR and role != "consular":
            _end_statements(row)
        row.save(update_fields=["role", "administers", "on_intake"])
        if role != was:
            end_visits(row.id)
        record(
            actor.user,
            "user-changed",
            organisation=actor.organisation,
            object=user,
            role=role,
            administers=_word(row.administers),
            on_intake=_word(row.on_intake),
        )
    return Left(len(held), 0)


def close_account(actor: Actor, user: UUID, printed: str = "", heir: UUID | None = None) -> Left:
    """Nobody signs in with it any more; visits end, claims and tasks are laid down, its keys are taken away.

    Cases that nobody else opens go to `heir`, who works cases, with the recovery paper (`printed`); with the paper every key
    changes at once. Raises NotAllowed unless the actor administers, NotFound for nobody, Conflict for the actor's own account,
    for the last who administers, and for cases that nobody else could open; BadInput and ProveAgain as `change_person` does.
    """
    actor.must_be("admin")
    actor.must_be_fresh()
    recovery = read_paper(actor, printed) if printed.strip() else None
    with transaction.atomic():
        row = _locked(actor, user)
        if row.id == actor.user:
            raise Conflict("people-not-oneself")
        row.active, row.on_intake = False, False
        _must_leave_an_administrator(row)
        row.administers = row.role == User.Role.ADMIN
        held = _cases_of(row.id)
        _hand_on(actor, _alone_in(row.id, held), recovery, heir)
        operations.leave_all(row.id, recovery, _heir(actor, heir))
        row.save(update_fields=["active", "on_intake", "administers"])
        CaseKey.objects.filter(user=row).update(sealed=b"")
        _lay_down(row)
        _end_statements(row)
        end_visits(row.id)
        record(actor.user, "account-closed", organisation=actor.organisation, object=user, cases=str(len(held)))
    renewed = 0
    for case in held:  # one by one: what a crash leaves waits for a member
        opened = _opened(actor, case, recovery)
        if opened is not None:
            renew(opened, actor)
            renewed += 1
    return Left(renewed, len(held) - renewed)


def cases_only_of(actor: Actor, user: UUID) -> int:
    """How many cases nobody but this colleague can open. Raises NotAllowed unless the actor administers."""
    actor.must_be("admin")
    held = CaseKey.objects.filter(user_id=user, case__organisation_id=actor.organisation)
    return len(_alone_in(user, list(held.values_list("case_id", flat=True))))


def _locked(actor: Actor, user: UUID) -> User:
    """The colleague; one who governs at a time, so that two do not put each other out."""
    Organisation.objects.select_for_update().get(id=actor.organisation)
    row = User.objects.select_for_update().filter(id=user, organisation_id=actor.organisation, active=True).first()
    if row is None:
        raise NotFound("casework-no-such-user")
    return row


def _must_leave_an_administrator(row: User) -> None:
    if row.active and row.administers:
        return
    if not User.objects.filter(organisation=row.organisation_id, active=True, administers=True).exclude(id=row.id).exists():
        raise Conflict("people-last-administrator")


def _cases_of(user: UUID) -> list[UUID]:
    return list(CaseKey.objects.filter(user_id=user).values_list("case_id", flat=True))


def _alone_in(user: UUID, cases: list[UUID]) -> list[UUID]:
    others = CaseKey.objects.filter(case_id__in=cases, user__active=True).exclude(user_id=user)
    shared = set(others.values_list("case_id", flat=True))
    return [case for case in cases if case not in shared]


def _hand_on(actor: Actor, cases: list[UUID], recovery: PrivateKey | None, heir: UUID | None) -> None:
    if not cases:
        return
    if recovery is None or heir is None:
        raise Conflict("people-last-of", count=len(cases))
    colleague = _heir(actor, heir)
    if colleague is None:
        raise BadInput("casework-no-such-user")
    for case in cases:
        give_key(open_with_paper(recovery, case), colleague)
        record(actor.user, "member-added", organisation=actor.organisation, case=case, object=colleague.id)


def _heir(actor: Actor, heir: UUID | None) -> User | None:
    if heir is None:
        return None
    return User.objects.filter(id=heir, organisation_id=actor.organisation, active=True, role__in=MAY_HAVE).first()


def _opened(actor: Actor, case: UUID, recovery: PrivateKey | None) -> OpenCase | None:
    if CaseKey.objects.filter(case_id=case, user_id=actor.user).exists():
        return open_for(actor, case)
    return open_with_paper(recovery, case) if recovery is not None and paper_opens(case) else None


def _all_opened(actor: Actor, cases: list[UUID], recovery: PrivateKey | None) -> list[OpenCase]:
    opened = [one for case in cases if (one := _opened(actor, case, recovery)) is not None]
    if len(opened) < len(cases):
        raise Conflict("people-in-teams", count=len(cases) - len(opened))
    return opened


def _lay_down(row: User) -> None:
    """What was theirs is nobody's now, and shows as such in the inbox."""
    Case.objects.filter(claimed_by=row).update(claimed_by=None)
    Task.objects.filter(given_to=row, done_at=None).update(given_to=None)


def _end_statements(row: User) -> None:
    Channel.objects.filter(user=row).update(state=Channel.State.CLOSED, holder_key_sealed=b"")


def _word(on: bool) -> str:
    return "yes" if on else "no"
