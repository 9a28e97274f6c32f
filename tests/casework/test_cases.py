"""Who may open, read and change a case, and what is left behind when they do."""

from __future__ import annotations

import base64
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from longarm.casework.cases import list_cases, open_case, read_case, save_case
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.people.visits import actor_of, sign_in, sign_out
from longarm.casework.proof.exhibits import add_exhibit, exhibit_for, list_exhibits, receive, source_of
from longarm.casework.refusals import Conflict, NotAllowed, NotFound, NotSignedIn
from longarm.errors import BadInput
from longarm.store.models import Session, User
from people import AMAL, PASSPHRASE, everybody

pytestmark = pytest.mark.django_db


def test_basma_opens_a_case_and_reads_it_back() -> None:
    people = everybody()
    made = open_case(people.basma, AMAL, "amal.yaml")
    [summary] = list_cases(people.basma)
    assert (summary.reference, summary.called, summary.events) == ("EG-2026-0007", "Amal", 1)
    assert read_case(people.basma, made.id).case.suspects[0].locations[0].state == "LY"


def test_nobody_outside_the_team_sees_the_case_or_learns_that_it_exists() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    for person in (people.rana, people.karim, people.dina):
        assert list_cases(person) == ()
        with pytest.raises(NotFound) as there:
            read_case(person, case)
        with pytest.raises(NotFound) as nowhere:
            read_case(person, people.rana.user)
        assert str(there.value) == str(nowhere.value)
        with pytest.raises(NotFound):
            receive(person, case)
        with pytest.raises(NotFound):
            list_exhibits(person, case)


def test_an_auditor_opens_no_case() -> None:
    with pytest.raises(NotAllowed):
        open_case(everybody().dina, AMAL)


def test_two_who_change_a_case_at_once_do_not_overwrite_each_other() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    at = read_case(people.basma, case)
    assert save_case(people.basma, case, at.case, from_version=1) == 2
    with pytest.raises(Conflict):
        save_case(people.basma, case, at.case, from_version=1)
    assert read_case(people.basma, case, version=1).version == 1  # the older one stays


def test_an_exhibit_comes_back_byte_for_byte() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    data = bytes(range(256)) * 1000
    exhibit = add_exhibit(people.basma, case, io.BytesIO(data), "محادثة.txt", "complainant")
    [view] = list_exhibits(people.basma, case)
    assert (view.code, view.state, view.size, view.about.name) == ("E0001", "received", len(data), "محادثة.txt")
    opened, row = exhibit_for(people.basma, exhibit)
    assert source_of(opened, row).open().read() == data


def test_a_visit_ends_when_the_person_leaves() -> None:
    everybody()
    visit = sign_in("  basma ", PASSPHRASE)
    assert actor_of(visit.cookie).name == "Basma"
    sign_out(visit.cookie)
    for cookie in (visit.cookie, None, "", "x" * 43, "كعكة"):
        with pytest.raises(NotSignedIn):
            actor_of(cookie)


@pytest.mark.parametrize("past", [{"ends_at": timedelta(hours=13)}, {"seen_at": timedelta(hours=2, minutes=1)}])
def test_a_visit_ends_by_itself(past: dict[str, timedelta]) -> None:
    everybody()
    cookie = sign_in("Basma", PASSPHRASE).cookie
    now = timezone.now()
    Session.objects.update(**{column: now - ago for column, ago in past.items()})
    with pytest.raises(NotSignedIn):
        actor_of(cookie)


def test_a_closed_account_is_out_at_once_and_stays_out() -> None:
    everybody()
    cookie = sign_in("Rana", PASSPHRASE).cookie
    User.objects.update(active=False)
    with pytest.raises(NotSignedIn):
        actor_of(cookie)
    with pytest.raises(BadInput, match="wrong"):
        sign_in("Rana", PASSPHRASE)


def test_a_copy_of_the_database_holds_no_cookie_that_opens() -> None:
    everybody()
    for row in Session.objects.all():
        for stolen in (bytes(row.tag), bytes(row.wrapped)[:32]):
            with pytest.raises(NotSignedIn):
                actor_of(base64.urlsafe_b64encode(stolen).rstrip(b"=").decode())


def test_a_wrong_name_and_a_wrong_passphrase_sound_the_same() -> None:
    everybody()
    said = set()
    for name, passphrase in (("Basma", PASSPHRASE + "x"), ("Nobody", PASSPHRASE)):
        with pytest.raises(BadInput) as fault:
            sign_in(name, passphrase)
        said.add(str(fault.value))
    assert len(said) == 1


def test_a_node_is_set_up_once() -> None:
    everybody()
    with pytest.raises(Conflict):
        set_up_organisation("Second", "Mallory", PASSPHRASE)
