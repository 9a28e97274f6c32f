"""Rana leaves the initiative. What her account opened is opened by nobody with it, and what comes later neither by old keys."""

from __future__ import annotations

from uuid import UUID

import pytest

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for, open_with_key
from longarm.casework.cases import case_at, open_case, read_case
from longarm.casework.day.claims import claim
from longarm.casework.day.tasks import add_task, give_task
from longarm.casework.people.accounts import change_person, close_account
from longarm.casework.people.organisations import colleagues
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.casework.people.renewing import how_many_wait, renew_if_left
from longarm.casework.people.team import add_member, members_of
from longarm.casework.people.visits import actor_of, sign_in
from longarm.casework.refusals import Conflict, NotAllowed, NotFound, NotSignedIn
from longarm.errors import BadInput, Unsound
from longarm.keys import case as case_keys
from longarm.store.models import Case, CaseKey, Task, User
from people import AMAL, PASSPHRASE, People, enter, everybody, join

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> People:
    return everybody()


@pytest.fixture
def sami(people: People) -> Actor:
    return join(people.basma, "Sami", "caseworker")


@pytest.fixture
def shared(people: People, sami: Actor) -> UUID:
    """A case of Rana and Sami, of which Basma, who administers, is not."""
    case = open_case(people.rana, AMAL).id
    add_member(people.rana, case, sami.user)
    return case


def test_her_account_opens_nothing_and_the_case_gets_a_new_key_when_a_member_comes_by(
    people: People, sami: Actor, shared: UUID
) -> None:
    visit = sign_in("Rana", PASSPHRASE)
    kept = open_for(people.rana, shared).key  # copied out of a running process
    left = close_account(people.basma, people.rana.user)
    assert (left.renewed, left.waiting) == (0, 1)
    with pytest.raises(NotSignedIn):
        actor_of(visit.cookie)
    with pytest.raises(BadInput):
        sign_in("Rana", PASSPHRASE)
    sealed = CaseKey.objects.get(case=shared, user=people.rana.user).sealed
    with pytest.raises(Unsound):
        case_keys.open_with(people.rana.private, str(shared), sealed)
    assert [member.name for member in members_of(open_for(sami, shared))] == ["Sami"]
    assert how_many_wait(people.basma.organisation) == 1
    assert case_at(open_with_key(shared, kept))  # what she kept opens the old rows until then: said in docs/security.md
    assert renew_if_left(sami, shared)
    with pytest.raises(Unsound):
        case_at(open_with_key(shared, kept))
    assert how_many_wait(people.basma.organisation) == 0
    assert not renew_if_left(sami, shared)
    assert read_case(sami, shared)


def test_with_the_paper_every_key_changes_at_once(people: People, sami: Actor, shared: UUID) -> None:
    kept = open_for(people.rana, shared).key
    with pytest.raises(BadInput):
        close_account(people.basma, people.rana.user, "0000-0000")
    assert close_account(people.basma, people.rana.user, people.recovery_key).renewed == 1
    with pytest.raises(Unsound):
        case_at(open_with_key(shared, kept))
    assert read_case(sami, shared)
    assert not CaseKey.objects.filter(user=people.rana.user).exists()


def test_a_case_that_nobody_else_opens_goes_to_somebody_with_the_paper(people: People, sami: Actor) -> None:
    case = open_case(people.rana, AMAL).id
    with pytest.raises(Conflict):
        close_account(people.basma, people.rana.user)
    with pytest.raises(Conflict):
        close_account(people.basma, people.rana.user, people.recovery_key)
    assert enter("Rana")
    with pytest.raises(BadInput):
        close_account(people.basma, people.rana.user, people.recovery_key, people.dina.user)  # an auditor opens no case
    close_account(people.basma, people.rana.user, people.recovery_key, sami.user)
    assert read_case(sami, case)


def test_what_she_had_is_nobodys_and_she_can_come_back(people: People, sami: Actor, shared: UUID) -> None:
    claim(people.rana, shared)
    task = add_task(people.rana, shared, "Call")
    give_task(people.rana, task, people.rana.user)
    close_account(people.basma, people.rana.user)
    assert Case.objects.get(id=shared).claimed_by is None
    assert Task.objects.get(id=task).given_to is None
    assert reset_with_recovery(people.basma, people.recovery_key, people.rana.user, PASSPHRASE) == 1
    assert read_case(enter("Rana"), shared)


def test_never_without_an_administrator_and_nobody_closes_oneself(people: People, sami: Actor) -> None:
    with pytest.raises(Conflict):
        close_account(people.basma, people.basma.user)
    with pytest.raises(Conflict):
        change_person(people.basma, people.basma.user, role="coordinator", administers=False, on_intake=True)
    change_person(people.basma, sami.user, role="caseworker", administers=True, on_intake=False)
    change_person(enter("Sami"), people.basma.user, role="coordinator", administers=False, on_intake=True)
    with pytest.raises(NotAllowed):
        close_account(enter("Basma"), sami.user)


def test_on_intake_and_administering_only_where_the_role_may(people: People) -> None:
    change_person(people.basma, people.dina.user, role="auditor", administers=True, on_intake=True)
    dina = User.objects.get(id=people.dina.user)
    assert (dina.administers, dina.on_intake) == (False, False)
    change_person(people.basma, people.rana.user, role="caseworker", administers=False, on_intake=True)
    assert [one.name for one in colleagues(people.basma) if one.on_intake] == ["Basma", "Rana"]


def test_who_becomes_an_auditor_leaves_every_team_with_a_new_key_now_or_not_at_all(
    people: People, sami: Actor, shared: UUID
) -> None:
    kept = open_for(people.rana, shared).key
    with pytest.raises(Conflict):
        change_person(people.basma, people.rana.user, role="auditor", administers=False, on_intake=False)
    assert read_case(people.rana, shared)
    change_person(people.basma, people.rana.user, role="auditor", administers=False, on_intake=False, printed=people.recovery_key)
    rana = enter("Rana")
    with pytest.raises(NotFound):
        open_for(rana, shared)
    with pytest.raises(Unsound):
        case_at(open_with_key(shared, kept))
    assert read_case(sami, shared)


def test_only_who_administers_and_only_the_own_people(people: People) -> None:
    for act in (
        close_account,
        lambda who, whom: change_person(who, whom, role="admin", administers=True, on_intake=False),
    ):
        for person in (people.rana, people.dina):
            with pytest.raises(NotAllowed):
                act(person, people.basma.user)
        with pytest.raises(NotFound):
            act(people.karim, people.rana.user)
