"""Before Amal blocks him, Basma takes what would vanish with the account."""

from __future__ import annotations

from uuid import UUID

import pytest

from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, open_case
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof.steps import Taken, Worked, missing_before, take_step, worked
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.evidence.checklists import checklists
from longarm.store.models import Step
from longarm.texts import LANGUAGES, say
from people import AMAL, People, everybody

ACCOUNT = '  - {id: his, type: account, value: "https://www.facebook.com/profile.php?id=100000000000017", used_by: suspect-1}\n'
CASE = AMAL.replace("events:\n", ACCOUNT + "events:\n")


@pytest.fixture
def people(db: None) -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    return open_case(people.basma, CASE).id


def lists(people: People, case: UUID) -> dict[str, Worked]:
    opened = open_for(people.basma, case)
    return {one.checklist.id: one for one in worked(opened, case_at(opened).case)}


def take(people: People, case: UUID, step: str, subject: str = "his", *, checklist: str = "account", words: str = "") -> None:
    take_step(people.basma, case, Taken(checklist=checklist, step=step, subject=subject, words=words))


def test_every_identifier_of_his_has_its_list(people: People, case: UUID) -> None:
    assert set(lists(people, case)) == {"phone", "account"}
    assert lists(people, case)["account"].missing == 8


def test_blocking_waits_until_the_required_steps_are_taken(people: People, case: UUID) -> None:
    with pytest.raises(BadInput):
        take(people, case, "block")
    for step in lists(people, case)["account"].steps:
        if step.step.required:
            take(people, case, step.step.id, words="seen on the screen")
    assert missing_before(tuple(lists(people, case).values()), frozenset({"account"})) == ()
    take(people, case, "block")
    last = lists(people, case)["account"].steps[-1]
    assert (last.done, last.by) == (True, "Basma")


def test_a_step_taken_twice_is_taken_once_and_keeps_its_first_words(people: People, case: UUID) -> None:
    take(people, case, "stable-id", words="100000000000017")
    take(people, case, "stable-id", words="other")
    [done] = [step for step in lists(people, case)["account"].steps if step.done]
    assert done.words == "100000000000017"
    assert b"100000000000017" not in bytes(Step.objects.get().about_sealed)


def test_what_was_written_down_is_read_after_somebody_left_the_team(people: People, case: UUID) -> None:
    add_member(people.basma, case, people.rana.user)
    take(people, case, "stable-id", words="100000000000017")
    remove_member(people.basma, case, people.rana.user)
    assert lists(people, case)["account"].steps[2].words == "100000000000017"


def test_a_list_does_not_fit_every_identifier_and_strangers_take_no_step(people: People, case: UUID) -> None:
    for checklist, step, subject in (("account", "nothing", "his"), ("account", "names", "phone-1"), ("x", "names", "his")):
        with pytest.raises(NotFound):
            take(people, case, step, subject, checklist=checklist)
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            take_step(person, case, Taken(checklist="account", step="names", subject="his"))


def test_every_step_says_what_and_why_in_every_language() -> None:
    for one in checklists():
        for language in LANGUAGES:
            assert say(f"checklist-{one.id}", language)
            for step in one.steps:
                assert say(f"checklist-{one.id}-{step.id}", language)
                assert say(f"checklist-{one.id}-{step.id}.why", language)
