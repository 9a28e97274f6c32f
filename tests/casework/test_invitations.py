"""Invitation codes: a school adds what it received, sees its own channel only, and a supporter comes in when the team agrees."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from longarm.casework.actor import Actor
from longarm.casework.day.conversation import answer, of_case
from longarm.casework.intake import giving, holder, invitations, invited, returns
from longarm.casework.intake import submit as intake
from longarm.casework.intake.returns import Holder
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.intake.report import Report
from longarm.store.models import Case, Channel
from people import PASSPHRASE, enter, join


@pytest.fixture
def basma(db: None) -> Actor:
    set_up_organisation("قاوم", "Basma", PASSPHRASE)
    return enter("Basma")


@pytest.fixture
def amal(basma: Actor) -> Holder:
    return returns.holder_of(intake.submit(Report(language="ar", child="no", words="سر بيني وبينكم")).token)


def come(code: str) -> Holder:
    return returns.holder_of(returns.enter(code))


def test_a_school_adds_what_it_received_and_sees_nothing_else(basma: Actor, amal: Holder) -> None:
    code = invitations.invite(basma, amal.case, "recipient", "المدرسة", "ar")
    school = come(code)
    upload = giving.begin(school, "letter.txt", 4)
    giving.receive(school, upload, 0, b"text")
    giving.finish(school, upload)
    holder.write(school, "وصلتنا هذه الرسالة")
    page = holder.page(school)
    assert (page.kind, page.consents) == ("recipient", ())
    assert [letter.body.text for letter in page.letters if letter.body.text] == ["وصلتنا هذه الرسالة"]
    assert "سر بيني وبينكم" not in str(page)
    assert "المدرسة" not in str(page)
    mine = holder.page(amal)
    assert mine.uploads == ()
    assert "وصلتنا" not in str(mine)
    threads = {thread.kind: thread for thread in of_case(basma, amal.case)}
    answer(basma, threads["recipient"].id, "شكرًا")
    assert "شكرًا" not in str(holder.page(amal))
    [listed] = invited.list_invited(basma, amal.case)
    assert (listed.about, listed.state, listed.letters, listed.files) == ("المدرسة", "open", 2, 1)


def test_an_invitation_that_is_not_used_expires_and_one_that_is_stays(basma: Actor, amal: Holder) -> None:
    unused = invitations.invite(basma, amal.case, "recipient", "أ", "ar")
    used = invitations.invite(basma, amal.case, "supporter", "ب", "en", form="digits")
    come(used)
    assert [one.state for one in invited.list_invited(basma, amal.case)] == ["waiting", "open"]
    past = Channel.objects.exclude(ends_at=None).get().ends_at - invitations.LASTS - timedelta(days=1)
    Channel.objects.exclude(ends_at=None).update(ends_at=past)
    with pytest.raises(BadInput, match="opens nothing here"):
        returns.enter(unused)
    assert come(used).kind == "supporter"
    assert [one.state for one in invited.list_invited(basma, amal.case)] == ["expired", "open"]


def test_the_team_closes_a_code_and_keeps_what_was_given(basma: Actor, amal: Holder) -> None:
    code = invitations.invite(basma, amal.case, "recipient", "المدرسة", "ar")
    token = returns.enter(code)
    holder.write(returns.holder_of(token), "رسالة")
    [listed] = invited.list_invited(basma, amal.case)
    invited.close(basma, amal.case, listed.channel)
    with pytest.raises(returns.Gone):
        returns.holder_of(token)
    with pytest.raises(BadInput, match="opens nothing here"):
        returns.enter(code)
    assert any(thread.letters[-1].body.text == "رسالة" for thread in of_case(basma, amal.case))
    with pytest.raises(NotAllowed):
        invited.close(basma, amal.case, amal.channel)
    with pytest.raises(NotFound):
        invited.close(basma, amal.case, uuid4())


def test_a_code_of_the_complainant_opens_nothing_before_the_team_agrees(basma: Actor, amal: Holder) -> None:
    code = invitations.invite_by_holder(amal, "supporter", "صديقتي", "ar")
    with pytest.raises(BadInput, match="opens nothing here"):
        returns.enter(code)
    [wanted] = invitations.asked(basma, amal.case)
    assert (wanted.kind, wanted.about) == ("supporter", "صديقتي")
    made = invitations.confirm(basma, amal.case, wanted.letter)
    assert invitations.confirm(basma, amal.case, wanted.letter) == made
    assert invitations.asked(basma, amal.case) == ()
    friend = come(code)
    assert (friend.channel, friend.kind) == (made, "supporter")
    assert "سر بيني" not in str(holder.page(friend))
    with pytest.raises(NotAllowed):  # and brings nobody else along
        invitations.invite_by_holder(friend, "supporter", "غيري")


def test_bounds_of_what_a_holder_asks_for(basma: Actor, amal: Holder) -> None:
    with pytest.raises(BadInput):
        invitations.invite_by_holder(amal, "supporter", " ")
    for n in range(invitations.MOST_ASKED):
        invitations.invite_by_holder(amal, "recipient", f"مدرسة {n}")
    with pytest.raises(BadInput, match="wait for the team"):
        invitations.invite_by_holder(amal, "recipient", "أخرى")
    holder.withdraw(amal)
    with pytest.raises(Conflict):
        invitations.invite_by_holder(amal, "recipient", "أخرى")


def test_only_the_team_invites_and_only_letters_that_ask_are_confirmed(basma: Actor, amal: Holder) -> None:
    karim, dina = join(basma, "Karim", "caseworker"), join(basma, "Dina", "auditor")
    for other, refusal in ((karim, NotFound), (dina, NotAllowed)):
        with pytest.raises(refusal):
            invitations.invite(other, amal.case, "recipient", "x", "ar")
    holder.write(amal, "رسالة")
    [thread] = of_case(basma, amal.case)
    for letter in (*(one.id for one in thread.letters), uuid4()):
        with pytest.raises(NotFound):
            invitations.confirm(basma, amal.case, letter)


def test_a_school_is_refused_files_too_while_a_child_may_be_concerned(basma: Actor, amal: Holder) -> None:
    school = come(invitations.invite(basma, amal.case, "recipient", "المدرسة", "ar"))
    Case.objects.update(child=True)
    with pytest.raises(NotAllowed):
        giving.begin(school, "a.jpg", 4)
