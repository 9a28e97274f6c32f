"""Rana left a computer open at the school. From her telephone she sees the visit and ends it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from test_second_factor import Telephone

from longarm.casework.audit import read_record
from longarm.casework.people.open_visits import end_other_visits, end_own_visit, end_visits_of, own_visits, visits_of
from longarm.casework.people.organisations import add_user
from longarm.casework.people.patience import FREE, Waiting
from longarm.casework.people.prove_again import prove_again
from longarm.casework.people.second_factor import begin_second_factor, confirm_second_factor, drop_second_factor
from longarm.casework.people.visits import actor_of, sign_in
from longarm.casework.refusals import NotAllowed, NotFound, NotSignedIn, ProveAgain
from longarm.casework.rules import Rules, change_rules
from longarm.errors import BadInput
from longarm.store.models import Session
from people import PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


@pytest.fixture
def people() -> People:
    return everybody()


def later(cookie: str, by: timedelta) -> None:
    """Time goes by for this visit, in use."""
    tag = actor_of(cookie).visit
    row = Session.objects.get(tag=tag)
    Session.objects.filter(tag=tag).update(made_at=row.made_at - by, ends_at=row.ends_at - by)


def is_open(cookie: str) -> bool:
    try:
        return bool(actor_of(cookie))
    except NotSignedIn:
        return False


def test_she_sees_her_visits_and_ends_the_one_at_the_school(people: People) -> None:
    school, telephone = sign_in("Rana", PASSPHRASE).cookie, sign_in("Rana", PASSPHRASE).cookie
    later(school, 3 * HOURS)
    rana = actor_of(telephone)
    seen = own_visits(rana)
    assert [visit.this for visit in seen] == [True, False, False]  # the third is the one of `everybody`
    left = next(visit for visit in seen if timezone.now() - visit.since > 2 * HOURS)
    end_own_visit(rana, left.id)
    assert (is_open(school), is_open(telephone)) == (False, True)
    with pytest.raises(NotFound):
        end_own_visit(rana, left.id)
    assert end_other_visits(rana) == 1
    assert [visit.this for visit in own_visits(rana)] == [True]
    assert [act.line.action for act in read_record(people.dina)][:2] == ["visits-ended", "visits-ended"]


def test_nobody_ends_the_visit_of_another_and_rubbish_ends_none(people: People) -> None:
    hers = own_visits(people.rana)[0].id
    for person in (people.basma, people.karim):
        for visit in (hers, "no number", ""):
            with pytest.raises(NotFound):
                end_own_visit(person, visit)
    assert own_visits(people.rana)


def test_a_visit_that_ended_by_itself_is_not_shown(people: People) -> None:
    Session.objects.filter(user_id=people.rana.user).update(seen_at=timezone.now() - 3 * HOURS)
    assert own_visits(people.rana) == ()


def test_who_administers_ends_those_of_a_colleague(people: People) -> None:
    telephone = sign_in("Rana", PASSPHRASE).cookie
    with pytest.raises(NotAllowed):
        end_visits_of(people.dina, people.rana.user)
    with pytest.raises(NotFound):
        end_visits_of(people.karim, people.rana.user)
    assert visits_of(people.karim, people.rana.user) == 0
    assert visits_of(people.basma, people.rana.user) == 2
    assert end_visits_of(people.basma, people.rana.user) == 2
    assert not is_open(telephone)


def test_a_factor_set_or_taken_off_ends_the_other_visits(people: People) -> None:
    school, telephone = sign_in("Rana", PASSPHRASE).cookie, sign_in("Rana", PASSPHRASE).cookie
    rana = actor_of(telephone)
    shown = Telephone(begin_second_factor(rana).address)
    confirm_second_factor(rana, shown.shows(-30))
    assert (is_open(school), is_open(telephone)) == (False, True)
    Session.objects.create(tag=b"another", user_id=rana.user, wrapped=b"", ends_at=timezone.now() + HOURS)
    drop_second_factor(rana, PASSPHRASE, shown.shows())
    assert [visit.this for visit in own_visits(rana)] == [True]


def test_a_visit_left_open_changes_nothing_that_weighs(people: People) -> None:
    visit = sign_in("Basma", PASSPHRASE)
    later(visit.cookie, timedelta(minutes=6))
    basma = actor_of(visit.cookie)
    for act in (
        lambda: add_user(basma, "Mallory", PASSPHRASE, "admin"),
        lambda: change_rules(basma, Rules()),
        lambda: begin_second_factor(basma),
        lambda: confirm_second_factor(basma, "000000"),
        lambda: end_other_visits(basma),
        lambda: end_visits_of(basma, people.rana.user),
    ):
        with pytest.raises(ProveAgain):
            act()


def test_the_passphrase_once_more_opens_five_minutes_under_a_new_cookie(people: People) -> None:
    cookie = sign_in("Basma", PASSPHRASE).cookie
    later(cookie, 3 * HOURS)
    before = own_visits(actor_of(cookie))[0]
    with pytest.raises(ProveAgain):
        prove_again(cookie, "", "")
    with pytest.raises(BadInput):
        prove_again(cookie, "not her words at all", "")
    after = prove_again(cookie, PASSPHRASE, "")
    assert not is_open(cookie)
    basma = actor_of(after)
    change_rules(basma, Rules(second_factor=True))
    assert own_visits(basma)[0].since == before.since  # it lives no longer by this
    with pytest.raises(NotSignedIn):
        prove_again(cookie, PASSPHRASE, "")


def test_with_a_second_factor_the_passphrase_alone_is_not_enough(people: People) -> None:
    shown = Telephone(begin_second_factor(people.basma).address)
    spare = confirm_second_factor(people.basma, shown.shows())
    cookie = sign_in("Basma", PASSPHRASE).cookie
    Session.objects.update(whole=True)
    with pytest.raises(BadInput):
        prove_again(cookie, PASSPHRASE, "")
    assert actor_of(prove_again(cookie, PASSPHRASE, spare[0])).fresh


def test_who_sits_at_the_open_visit_and_guesses_waits_and_the_door_does_not(people: People) -> None:
    cookie = sign_in("Rana", PASSPHRASE).cookie
    for _ in range(FREE + 1):
        with pytest.raises(BadInput):
            prove_again(cookie, "a guess of somebody", "")
    with pytest.raises(Waiting):
        prove_again(cookie, PASSPHRASE, "")
    assert sign_in("Rana", PASSPHRASE).whole


def test_signing_in_again_in_the_same_browser_leaves_no_visit_behind(people: People) -> None:
    first = sign_in("Rana", PASSPHRASE).cookie
    second = sign_in("Rana", PASSPHRASE, before=first).cookie
    assert (is_open(first), is_open(second)) == (False, True)
