"""Resist decided that nothing leaves the house unless two agree."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day import approvals
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof.bundles import open_bundle, seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import Rules, change_rules
from longarm.errors import BadInput
from longarm.store.models import Approval
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: a\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"


@pytest.fixture
def people() -> People:
    return everybody()


@pytest.fixture
def sealed(people: People) -> tuple[UUID, UUID]:
    """Amal's case with a bundle; Basma and Rana are its team, and exports take two."""
    case = open_case(people.basma, AMAL).id
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT), "chat.txt"))
    bundle = seal_case(people.basma, case)
    add_member(people.basma, case, people.rana.user)
    change_rules(people.basma, Rules(two_for=frozenset({"export"})))
    return case, bundle


def test_alone_nothing_leaves(people: People, sealed: tuple[UUID, UUID]) -> None:
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, sealed[1], "court")


def test_two_agree_and_it_leaves_once(people: People, sealed: tuple[UUID, UUID]) -> None:
    case, bundle = sealed
    asked = approvals.ask(people.basma, case, "export", "The court asked for it", bundle)
    approvals.answer(people.rana, asked, agreed=True)
    assert open_bundle(people.basma, bundle, "court").size
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, bundle, "court")
    [seen] = approvals.approvals_of(open_for(people.rana, case))
    assert (seen.reason, seen.asker, seen.answerer, seen.state) == ("The court asked for it", "Basma", "Rana", "used")


def test_nobody_is_the_own_second_person(people: People, sealed: tuple[UUID, UUID]) -> None:
    asked = approvals.ask(people.basma, sealed[0], "export", "why", sealed[1])
    with pytest.raises(NotAllowed):
        approvals.answer(people.basma, asked, agreed=True)


def test_an_agreement_is_for_who_asked_and_for_what_was_asked(people: People, sealed: tuple[UUID, UUID]) -> None:
    case, bundle = sealed
    approvals.answer(people.rana, approvals.ask(people.basma, case, "export", "why", bundle), agreed=True)
    with pytest.raises(NotAllowed):
        open_bundle(people.rana, bundle, "court")
    other = seal_case(people.basma, case)
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, other, "court")


def test_a_refusal_stays_one_and_is_not_answered_twice(people: People, sealed: tuple[UUID, UUID]) -> None:
    case, bundle = sealed
    asked = approvals.ask(people.basma, case, "export", "why", bundle)
    approvals.answer(people.rana, asked, agreed=False)
    with pytest.raises(Conflict):
        approvals.answer(people.rana, asked, agreed=True)
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, bundle, "court")


def test_an_agreement_of_the_day_before_yesterday_is_stale(people: People, sealed: tuple[UUID, UUID]) -> None:
    case, bundle = sealed
    asked = approvals.ask(people.basma, case, "export", "why", bundle)
    approvals.answer(people.rana, asked, agreed=True)
    Approval.objects.update(answered_at=timezone.now() - timedelta(hours=25))
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, bundle, "court")


def test_strangers_auditors_and_colleagues_outside_the_team_neither_ask_nor_answer(
    people: People, sealed: tuple[UUID, UUID]
) -> None:
    case, bundle = sealed
    asked = approvals.ask(people.basma, case, "export", "why", bundle)
    remove_member(people.basma, case, people.rana.user)
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            approvals.ask(person, case, "export", "why", bundle)
        with pytest.raises(refusal):
            approvals.answer(person, asked, agreed=True)


def test_without_a_reason_nobody_can_decide(people: People, sealed: tuple[UUID, UUID]) -> None:
    with pytest.raises(BadInput):
        approvals.ask(people.basma, sealed[0], "export", "   ", sealed[1])


def test_where_one_is_enough_nothing_is_asked(people: People, sealed: tuple[UUID, UUID]) -> None:
    change_rules(people.basma, Rules())
    assert open_bundle(people.basma, sealed[1], "court").size


def test_the_reason_is_read_after_a_change_of_team(people: People, sealed: tuple[UUID, UUID]) -> None:
    approvals.ask(people.basma, sealed[0], "export", "The court asked for it", sealed[1])
    remove_member(people.basma, sealed[0], people.rana.user)
    [seen] = approvals.approvals_of(open_for(people.basma, sealed[0]))
    assert seen.reason == "The court asked for it"
