"""Amal's sister is abroad. A consular officer takes her statement, and sees this and nothing else."""

from __future__ import annotations

import io
from uuid import UUID

import pytest

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, read_case
from longarm.casework.day import statements
from longarm.casework.day.inbox import inbox
from longarm.casework.day.joining import merge
from longarm.casework.day.search import search
from longarm.casework.intake import giving
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof.deliveries import take_in
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.store.models import Case, CaseKey, Channel, Letter
from people import AMAL, PASSPHRASE, People, everybody, join

ASKED = "Ask Hana what she received in March, and from which number. Do not ask about the pictures."
SAID = "وصلتني رسالة في آذار من رقم لا أعرفه."
FILE = b"\x89PNG" + bytes(300)


@pytest.fixture
def people(db: None) -> People:
    return everybody()


@pytest.fixture
def omar(people: People) -> Actor:
    return join(people.basma, "Omar", "consular")


@pytest.fixture
def case(people: People) -> UUID:
    return open_case(people.basma, AMAL).id


@pytest.fixture
def channel(people: People, case: UUID, omar: Actor) -> UUID:
    return statements.ask(people.basma, case, omar.user, ASKED, "ar")


def test_he_reads_the_request_and_the_team_reads_the_statement(people: People, case: UUID, omar: Actor, channel: UUID) -> None:
    [line] = statements.for_officer(omar)
    assert (line.asked_by, line.language, line.state) == ("Basma", "ar", "asked")
    assert [letter.body.text for letter in statements.read(omar, channel).letters] == [ASKED]
    statements.write(omar, channel, SAID)
    with pytest.raises(BadInput):
        statements.write(omar, channel, "  ")
    assert statements.for_officer(omar)[0].state == "given"
    [given] = statements.of_case(people.basma, case)
    assert [(letter.from_team, letter.body.text) for letter in given.letters] == [(True, ASKED), (False, SAID)]
    assert given.officer == "Omar"
    assert Letter.objects.filter(read_at=None).count() == 0
    assert SAID.encode() not in b"".join(bytes(row.body_sealed) for row in Letter.objects.all())
    statements.ask_more(people.basma, channel, "Which day?")
    assert statements.read(omar, channel).letters[-1].body.text == "Which day?"


def test_he_sees_nothing_else_of_the_case(people: People, case: UUID, omar: Actor, channel: UUID) -> None:
    add_exhibit(people.basma, case, io.BytesIO(FILE), "secret.png")
    for look in (lambda: open_for(omar, case), lambda: read_case(omar, case), lambda: list_exhibits(omar, case)):
        with pytest.raises(NotFound):
            look()
    assert not CaseKey.objects.filter(user_id=omar.user).exists()
    assert inbox(omar, Case.objects.get(id=case).made_at).lines == ()
    assert search(omar, "Amal").hits == ()
    seen = statements.read(omar, channel)
    assert not {"Amal", "EG-2026-0007", "secret.png"} & set(str(seen).split("'"))
    with pytest.raises(NotAllowed):
        add_member(people.basma, case, omar.user)


def test_nobody_else_reads_it_and_he_reads_no_other(people: People, case: UUID, omar: Actor, channel: UUID) -> None:
    other = join(people.basma, "Sami", "consular")
    assert statements.for_officer(other) == ()
    for act in (statements.read, lambda who, which: statements.write(who, which, "x"), statements.holder):
        with pytest.raises(NotFound):
            act(other, channel)
        for person in (people.basma, people.karim, people.dina):
            with pytest.raises(NotAllowed):
                act(person, channel)
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed), (omar, NotAllowed)):
        with pytest.raises(refusal):
            statements.ask(person, case, omar.user, ASKED, "ar")
        for act in (statements.close, statements.reseal):
            with pytest.raises(refusal):
                act(person, channel)
    with pytest.raises(NotFound):
        statements.of_case(omar, case)


def test_only_an_officer_of_the_organisation_is_asked(people: People, case: UUID) -> None:
    with pytest.raises(NotAllowed):
        statements.ask(people.basma, case, people.rana.user, ASKED, "ar")
    with pytest.raises(NotFound):
        statements.ask(people.basma, case, people.karim.user, ASKED, "ar")


def test_no_embassy_is_asked_where_it_is_the_danger(people: People, omar: Actor) -> None:
    case = open_case(people.basma, AMAL.replace("persons:", "risks: [own_embassy]\npersons:")).id
    with pytest.raises(Conflict):
        statements.ask(people.basma, case, omar.user, ASKED, "ar")
    assert not Channel.objects.exists()


def test_his_files_become_exhibits_and_no_alarm_rings(people: People, case: UUID, omar: Actor, channel: UUID) -> None:
    who = statements.holder(omar, channel)
    upload = giving.begin(who, "letter.png", len(FILE))
    giving.receive(who, upload, 0, FILE)
    giving.finish(who, upload)
    assert Case.objects.get(id=case).asked_at is None
    assert [file.name for file in statements.of_case(people.basma, case)[0].files] == ["letter.png"]
    take_in(people.basma, case)
    [view] = list_exhibits(people.basma, case)
    assert (view.about.name, view.about.received_from) == ("letter.png", "statement")


def test_no_file_where_a_child_may_be_concerned(case: UUID, omar: Actor, channel: UUID) -> None:
    Case.objects.filter(id=case).update(child=True)
    assert not statements.read(omar, channel).takes_files
    with pytest.raises(NotAllowed):
        giving.begin(statements.holder(omar, channel), "letter.png", 10)


def test_after_a_reset_the_team_hands_it_over_again(people: People, case: UUID, omar: Actor, channel: UUID) -> None:
    statements.write(omar, channel, SAID)
    reset_with_recovery(people.basma, people.recovery_key, omar.user, PASSPHRASE + " جديد")
    from longarm.casework.people.visits import sign_in

    again = sign_in("Omar", PASSPHRASE + " جديد").actor
    assert statements.for_officer(again)[0].state == "locked"
    with pytest.raises(Conflict):
        statements.read(again, channel)
    assert statements.of_case(people.basma, case)[0].state == "locked"
    statements.reseal(people.basma, channel)
    assert [letter.body.text for letter in statements.read(again, channel).letters] == [ASKED, SAID]
    with pytest.raises(Conflict):
        statements.read(omar, channel)  # the old pair opens it no more


def test_it_is_still_read_after_the_key_changed_and_the_case_was_joined(
    people: People, case: UUID, omar: Actor, channel: UUID
) -> None:
    add_member(people.basma, case, people.rana.user)
    remove_member(people.basma, case, people.rana.user)
    statements.write(omar, channel, SAID)
    other = open_case(people.basma, AMAL.replace("0007", "0008")).id
    merge(people.basma, other, case)
    assert [letter.body.text for letter in statements.read(omar, channel).letters] == [ASKED, SAID]
    assert [letter.body.text for letter in statements.of_case(people.basma, other)[0].letters] == [ASKED, SAID]


def test_a_request_that_ended_is_gone_for_him_and_stays_for_the_team(
    people: People, case: UUID, omar: Actor, channel: UUID
) -> None:
    statements.write(omar, channel, SAID)
    statements.close(people.basma, channel)
    assert statements.for_officer(omar) == ()
    with pytest.raises(NotFound):
        statements.read(omar, channel)
    assert statements.of_case(people.basma, case)[0].state == "closed"
    with pytest.raises(Conflict):
        statements.ask_more(people.basma, channel, "Which day?")
    assert Channel.objects.get().state == "closed"
