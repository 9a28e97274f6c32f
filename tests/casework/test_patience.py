"""Somebody tries passphrases of a name he knows. The door grows slow for him, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from longarm.casework.people import patience
from longarm.casework.people.patience import FREE, Waiting
from longarm.casework.people.second_factor import begin_second_factor, confirm_second_factor, pass_second_factor
from longarm.casework.people.visits import sign_in
from longarm.errors import BadInput
from longarm.keys.second_factor import step_of
from longarm.store.models import Tries
from people import PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> People:
    return everybody()


def guess(name: str, times: int, known: str | None = None) -> None:
    for _ in range(times):
        with pytest.raises(BadInput) as refused:
            sign_in(name, "a wrong passphrase of his", known)
        assert refused.value.message == "keys-wrong-passphrase"


def test_the_seventh_guess_waits_even_with_the_right_words(people: People) -> None:
    guess("Rana", FREE + 1)
    with pytest.raises(Waiting) as refused:
        sign_in("Rana", PASSPHRASE)
    assert "a minute" in refused.value.in_language("en")


def test_five_slips_of_ones_own_cost_nothing(people: People) -> None:
    guess("Rana", FREE)
    assert sign_in("Rana", PASSPHRASE).whole
    guess("Rana", FREE)  # counted anew
    assert sign_in("Rana", PASSPHRASE).whole


def test_a_name_that_does_not_exist_waits_as_well(people: People) -> None:
    guess("Nobody", FREE + 1)
    with pytest.raises(Waiting):
        sign_in("Nobody", PASSPHRASE)


def test_the_rest_of_the_school_is_not_kept_waiting(people: People) -> None:
    guess("Rana", FREE + 1)
    assert sign_in("Basma", PASSPHRASE).whole


def test_rana_herself_comes_in_from_a_browser_that_is_known(people: People) -> None:
    known = sign_in("Rana", PASSPHRASE).known
    guess("Rana", FREE + 1)
    assert sign_in("Rana", PASSPHRASE, known).whole
    with pytest.raises(Waiting):
        sign_in("Rana", PASSPHRASE, sign_in("Basma", PASSPHRASE).known)  # another's mark is none
    with pytest.raises(Waiting):
        sign_in("Rana", PASSPHRASE, "not base 64 at all")


def test_a_known_browser_has_patience_of_its_own(people: People) -> None:
    known = sign_in("Rana", PASSPHRASE).known
    guess("Rana", FREE + 1, known)
    with pytest.raises(Waiting):
        sign_in("Rana", PASSPHRASE, known)


def test_each_wait_is_longer_and_none_longer_than_a_quarter_of_an_hour(people: People) -> None:
    for _ in range(12):
        patience.wrong("somebody")
    waits = [row.ends_at - timezone.now() for row in Tries.objects.all()]
    longest = sorted(wait for wait in waits if wait < timedelta(hours=1))
    assert timedelta(seconds=20) < longest[0] < timedelta(seconds=31)
    assert timedelta(minutes=14) < longest[-1] < timedelta(minutes=15, seconds=1)


def test_six_digits_cannot_be_tried_through(people: People) -> None:
    begun = begin_second_factor(people.rana)
    import base64

    from longarm.keys.second_factor import Factor

    factor = Factor(base64.b32decode(begun.written + "=" * (-len(begun.written) % 8)), ())
    code = next(f"{n:06d}" for n in range(10**6) if step_of(factor, f"{n:06d}", timezone.now(), 0))
    confirm_second_factor(people.rana, code)
    visit = sign_in("Rana", PASSPHRASE)
    for _ in range(FREE + 1):
        with pytest.raises(BadInput):
            pass_second_factor(visit.cookie, code)  # used already
    with pytest.raises(Waiting):
        pass_second_factor(visit.cookie, "123456")


def test_what_is_stored_of_the_knocks_names_nobody(people: People) -> None:
    guess("Rana", FREE + 2 - 1)
    stored = b"".join(bytes(row.tag) for row in Tries.objects.all())
    assert b"Rana" not in stored
    assert Tries.objects.count() >= 2
