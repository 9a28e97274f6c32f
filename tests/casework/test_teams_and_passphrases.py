"""Who joins a team reads its case; who leaves cannot, even with the key kept from before; a forgotten passphrase is no end."""

from __future__ import annotations

import io

import pytest

from longarm.casework.audit import check_record, read_record
from longarm.casework.case_keys import OpenCase, open_for
from longarm.casework.cases import case_at, list_cases, open_case, read_case, save_case
from longarm.casework.people.passphrases import change_passphrase, reset_with_recovery
from longarm.casework.people.team import add_member, members_of, remove_member
from longarm.casework.people.visits import actor_of, sign_in
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import add_exhibit, exhibit_for, list_exhibits, receive, source_of
from longarm.casework.refusals import Conflict, NotAllowed, NotFound, NotSignedIn
from longarm.errors import BadInput, Unsound
from longarm.keys.recovery import new_recovery
from people import AMAL, PASSPHRASE, People, enter, everybody

pytestmark = pytest.mark.django_db
NEW = "four other words here"


def with_a_case() -> tuple[People, OpenCase]:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    add_exhibit(people.basma, case, io.BytesIO(b"hello" * 1000), "chat.txt")
    save_case(people.basma, case, read_case(people.basma, case).case, 1)
    return people, open_for(people.basma, case)


def test_rana_joins_and_reads_everything() -> None:
    people, opened = with_a_case()
    add_member(people.basma, opened.id, people.rana.user)
    add_member(people.basma, opened.id, people.rana.user)  # twice is once
    assert [member.name for member in members_of(opened)] == ["Basma", "Rana"]
    assert list_cases(people.rana)[0].called == "Amal"
    opened_by_rana, row = exhibit_for(people.rana, list_exhibits(people.rana, opened.id)[0].id)
    assert source_of(opened_by_rana, row).open().read() == b"hello" * 1000


def test_only_a_colleague_who_works_cases_joins_and_only_a_member_lets_in() -> None:
    people, opened = with_a_case()
    with pytest.raises(NotFound):
        add_member(people.basma, opened.id, people.karim.user)
    with pytest.raises(NotAllowed):
        add_member(people.basma, opened.id, people.dina.user)
    with pytest.raises(NotFound):
        add_member(people.rana, opened.id, people.rana.user)
    with pytest.raises(NotFound):
        remove_member(people.karim, opened.id, people.basma.user)


def test_who_leaves_cannot_read_on_even_with_the_key_of_before() -> None:
    people, opened = with_a_case()
    add_member(people.basma, opened.id, people.rana.user)
    kept = open_for(people.rana, opened.id)
    remove_member(people.basma, opened.id, people.rana.user)
    with pytest.raises(NotFound):
        read_case(people.rana, opened.id)
    with pytest.raises(Unsound):
        case_at(kept)
    with pytest.raises(Unsound):
        custody.lines(kept)
    after = open_for(people.basma, opened.id)
    assert case_at(after, 1).case == case_at(after, 2).case
    assert custody.unbroken(custody.lines(after))
    _, row = exhibit_for(people.basma, list_exhibits(people.basma, opened.id)[0].id)
    assert source_of(after, row).open().read() == b"hello" * 1000


def test_what_was_on_its_way_while_the_key_changed_is_readable_after() -> None:
    people, opened = with_a_case()
    add_member(people.basma, opened.id, people.rana.user)
    arriving = receive(people.basma, opened.id)
    arriving.write(b"late")
    remove_member(people.basma, opened.id, people.rana.user)
    arriving.finish("late.txt")
    assert [view.about.name for view in list_exhibits(people.basma, opened.id)] == ["chat.txt", "late.txt"]
    with pytest.raises(Conflict):  # the key of before seals nothing any more
        custody.note(opened, people.basma.user, "viewed", "E0001")


def test_the_last_member_stays() -> None:
    people, opened = with_a_case()
    with pytest.raises(Conflict):
        remove_member(people.basma, opened.id, people.basma.user)
    assert read_case(people.basma, opened.id)


def test_a_changed_passphrase_opens_the_same_cases_and_ends_the_visits() -> None:
    people, opened = with_a_case()
    visit = sign_in("Basma", PASSPHRASE)
    with pytest.raises(BadInput, match="wrong"):
        change_passphrase(people.basma, "not the right words", NEW)
    change_passphrase(people.basma, PASSPHRASE, NEW)
    with pytest.raises(NotSignedIn):
        actor_of(visit.cookie)
    with pytest.raises(BadInput):
        enter("Basma")
    assert read_case(sign_in("Basma", NEW).actor, opened.id)


def test_a_forgotten_passphrase_is_no_end_while_the_paper_is_there() -> None:
    people, opened = with_a_case()
    add_member(people.basma, opened.id, people.rana.user)
    with pytest.raises(NotAllowed):
        reset_with_recovery(people.rana, people.recovery_key, people.rana.user, NEW)
    with pytest.raises(BadInput):
        reset_with_recovery(people.basma, new_recovery().printed, people.rana.user, NEW)
    with pytest.raises(NotFound):
        reset_with_recovery(people.basma, people.recovery_key, people.karim.user, NEW)
    assert reset_with_recovery(people.basma, people.recovery_key.lower(), people.rana.user, NEW) == 1
    assert read_case(sign_in("Rana", NEW).actor, opened.id)


def test_the_paper_of_before_opens_a_case_whose_key_has_changed_since() -> None:
    people, opened = with_a_case()
    add_member(people.basma, opened.id, people.rana.user)
    remove_member(people.basma, opened.id, people.rana.user)
    assert reset_with_recovery(people.basma, people.recovery_key, people.basma.user, NEW) == 1
    assert read_case(sign_in("Basma", NEW).actor, opened.id)


def test_dina_sees_every_act_of_her_organisation_and_no_other_and_no_content() -> None:
    people, opened = with_a_case()
    open_case(people.karim, AMAL)
    acts = read_record(people.dina)
    assert {act.name for act in acts} == {"Basma", "Rana", "Dina"}
    assert [act.line.action for act in acts][:3] == ["case-changed", "case-read", "exhibit-received"]
    assert not any(word in repr(acts) for word in ("Amal", "EG-2026", "chat.txt", "+218"))
    assert check_record(people.dina) > len(acts)
    for person in (people.rana,):
        with pytest.raises(NotAllowed):
            read_record(person)
    assert opened.id
