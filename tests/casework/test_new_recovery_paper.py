"""A new recovery paper: with the old one in hand everything is under it at once; without, case by case."""

from __future__ import annotations

from threading import Thread
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client

from longarm.casework.audit import read_record
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, read_case
from longarm.casework.exchange.operations import kept
from longarm.casework.people.accounts import close_account
from longarm.casework.people.new_paper import Witness, new_paper
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.casework.people.recovery_paper import open_with_paper, read_paper
from longarm.casework.people.renewing import how_many_wait, renew_if_left
from longarm.casework.people.team import add_member
from longarm.casework.people.visits import sign_in
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.errors import BadInput
from longarm.keys.recovery import new_recovery
from longarm.store.models import CaseKey, OperationKey, Organisation, User
from people import AMAL, PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db
NEW = "four other words here"
OPERATION = UUID("6f1d7a52-0000-4000-8000-000000000001")


@pytest.fixture
def people() -> People:
    return everybody()


def beside(people: People) -> Witness:
    """Rana works cases, and says too that the paper is lost."""
    return Witness(people.rana.user, PASSPHRASE)


def test_with_the_old_paper_in_hand_the_new_one_opens_everything_at_once(people: People) -> None:
    case, other = open_case(people.basma, AMAL).id, open_case(people.karim, AMAL).id
    theirs = bytes(CaseKey.objects.get(case_id=other, user=None).sealed)
    made = new_paper(people.basma, people.recovery_key)
    assert made.waiting == how_many_wait(people.basma.organisation) == 0
    assert open_with_paper(read_paper(people.basma, made.printed), case).key == open_for(people.basma, case).key
    with pytest.raises(BadInput):
        read_paper(people.basma, people.recovery_key)
    assert bytes(CaseKey.objects.get(case_id=other, user=None).sealed) == theirs, "of another organisation nothing changes"
    assert "recovery-renewed" in {act.line.action for act in read_record(people.dina)}


def test_without_it_the_old_one_opens_nothing_and_a_member_who_comes_by_puts_the_case_under_the_new(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    before = open_for(people.basma, case).key
    made = new_paper(people.basma, "", beside(people))
    assert made.waiting == how_many_wait(people.basma.organisation) == 1
    assert bytes(CaseKey.objects.get(case_id=case, user=None).sealed) == b""
    new = read_paper(people.basma, made.printed)
    with pytest.raises(Conflict):
        open_with_paper(new, case)
    assert renew_if_left(people.basma, case)
    assert open_with_paper(new, case).key == open_for(people.basma, case).key != before
    assert how_many_wait(people.basma.organisation) == 0
    assert read_case(people.basma, case).case.reference == "EG-2026-0007"


def test_a_second_paper_before_that_leaves_the_case_waiting_though_the_first_is_in_hand(people: People) -> None:
    open_case(people.basma, AMAL)
    lost = new_paper(people.basma, "", beside(people))
    assert new_paper(people.basma, lost.printed).waiting == 1


def test_a_colleague_gets_a_passphrase_again_and_what_waits_from_a_member(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    own = open_case(people.rana, AMAL).id
    made = new_paper(people.basma, "", beside(people))
    with pytest.raises(Conflict):
        reset_with_recovery(people.basma, made.printed, people.rana.user, NEW)  # her own case would be lost
    with pytest.raises(Conflict):
        close_account(people.basma, people.rana.user, made.printed, people.basma.user)
    renew_if_left(people.rana, own)
    assert reset_with_recovery(people.basma, made.printed, people.rana.user, NEW) == 1
    rana = sign_in("Rana", NEW).actor
    assert read_case(rana, own)
    assert not CaseKey.objects.filter(case_id=case, user_id=rana.user).exists()
    add_member(people.basma, case, rana.user)
    assert read_case(rana, case)


def test_an_account_closes_with_a_paper_that_does_not_open_all_yet(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    basma, made = people.basma, new_paper(people.basma, "", beside(people))
    CaseKey.objects.filter(case_id=case, user_id=basma.user).delete()  # Rana's alone, and Basma's no more
    add_member(people.rana, case, basma.user)
    assert close_account(basma, people.rana.user, made.printed).waiting == 0, "Basma holds the key herself"


def test_an_operation_follows(people: People) -> None:
    organisation, basma = Organisation.objects.get(id=people.basma.organisation), User.objects.get(id=people.basma.user)
    row = kept.begin(OPERATION, organisation, [basma], None)
    kept.renew(row)  # somebody who read it went
    held = OperationKey.objects.filter(operation=row, user=None)
    pairs = kept.open_operation(people.basma, OPERATION).privates
    made = new_paper(people.basma, people.recovery_key)
    assert kept.privates_of(held.all(), read_paper(people.basma, made.printed)) == pairs
    lost = new_paper(people.basma, "", beside(people))
    assert [bytes(one.sealed) for one in held.all()] == [b"", b""]
    kept.locked(people.basma, OPERATION)  # who next writes in it
    assert kept.privates_of(held.all(), read_paper(people.basma, lost.printed)) == pairs
    assert sorted(pairs) == [1, 2]


def test_only_who_administers_and_only_with_the_right_paper(people: People) -> None:
    for somebody in (people.rana, people.dina):
        with pytest.raises(NotAllowed):
            new_paper(somebody, people.recovery_key)
    with pytest.raises(BadInput):
        new_paper(people.basma, new_recovery().printed)
    assert read_paper(people.basma, people.recovery_key), "nothing has changed"


def test_nobody_says_alone_that_it_is_lost(people: People) -> None:
    open_case(people.basma, AMAL)
    for witness in (
        None,
        Witness(people.rana.user, "not hers at all"),
        Witness(people.basma.user, PASSPHRASE),  # oneself
        Witness(people.dina.user, PASSPHRASE),  # works no cases
        Witness(people.karim.user, PASSPHRASE),  # of another organisation
    ):
        with pytest.raises(BadInput):
            new_paper(people.basma, "", witness)
    assert read_paper(people.basma, people.recovery_key), "nothing has changed"
    assert how_many_wait(people.basma.organisation) == 0
    new_paper(people.basma, "", beside(people))
    [line] = [act.line for act in read_record(people.dina) if act.line.action == "recovery-renewed"]
    assert str(people.rana.user) in repr(line)


def test_who_is_alone_needs_nobody(people: People) -> None:
    assert new_paper(people.karim, "").waiting == 0


def test_on_the_page_it_is_shown_once_and_nothing_typed_wrongly_counts_as_lost(people: People) -> None:
    open_case(people.basma, AMAL)
    client = Client(HTTP_ACCEPT_LANGUAGE="en")
    client.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})
    assert "Make a new paper" in client.get("/desk/people/").content.decode()
    for form in ({}, {"recovery": "abcd"}, {"recovery": people.recovery_key, "lost": "yes"}):
        assert client.post("/desk/people/recovery/", form).status_code == 400
    assert read_paper(people.basma, people.recovery_key)
    lost = {"lost": "yes", "witness": str(people.rana.user)}
    for form in ({"lost": "yes"}, lost, lost | {"witness_passphrase": "not hers at all"}):
        assert client.post("/desk/people/recovery/", form).status_code == 400
    assert read_paper(people.basma, people.recovery_key)
    page = client.post("/desk/people/recovery/", lost | {"witness_passphrase": PASSPHRASE}).content.decode()
    assert "destroy it" in page
    assert "One case is not opened by this paper" in page
    with pytest.raises(BadInput):
        read_paper(people.basma, people.recovery_key)


@pytest.mark.postgresql  # SQLite lets one write at a time
@pytest.mark.django_db(transaction=True)
def test_a_case_that_begins_while_the_paper_is_made_is_not_sealed_to_the_old_one() -> None:
    people, begun = everybody(), []

    def begin() -> None:
        begun.append(open_case(people.basma, AMAL).id)
        connection.close()

    other = Thread(target=begin)
    with transaction.atomic():
        made = new_paper(people.basma, "", beside(people))
        other.start()
        other.join(2)
        assert other.is_alive()
    other.join(60)
    assert open_with_paper(read_paper(people.basma, made.printed), begun[0]).key == open_for(people.basma, begun[0]).key
