"""Basma's passphrase was seen over her shoulder. With a second factor it opens nothing."""

from __future__ import annotations

import base64
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.utils import timezone

from longarm.casework.people.organisations import colleagues
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.casework.people.second_factor import (
    begin_second_factor,
    confirm_second_factor,
    drop_for_colleague,
    drop_second_factor,
    has_second_factor,
    pass_second_factor,
)
from longarm.casework.people.visits import actor_of, sign_in
from longarm.casework.refusals import NotAllowed, NotFound, NotSignedIn
from longarm.casework.work.chores import end_visits_that_are_over
from longarm.errors import BadInput
from longarm.store.models import SecondFactor
from people import PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> People:
    return everybody()


class Telephone:
    """An authenticator program: it knows what was scanned, and the time."""

    def __init__(self, address: str) -> None:
        asked = parse_qs(urlsplit(address).query)
        secret = asked["secret"][0]
        assert (asked["algorithm"], asked["digits"], asked["period"]) == (["SHA1"], ["6"], ["30"])
        self._totp = TOTP(base64.b32decode(secret + "=" * (-len(secret) % 8)), 6, SHA1(), 30)  # noqa: S303 - RFC 6238

    def shows(self, later: int = 0) -> str:
        return self._totp.generate(int(timezone.now().timestamp()) + later).decode()


def set_for(people: People) -> tuple[Telephone, tuple[str, ...]]:
    telephone = Telephone(begin_second_factor(people.basma).address)
    return telephone, confirm_second_factor(people.basma, telephone.shows(-30))


def test_the_passphrase_alone_opens_half_a_visit_that_shows_nothing(people: People) -> None:
    telephone, _ = set_for(people)
    visit = sign_in("Basma", PASSPHRASE)
    assert not visit.whole
    with pytest.raises(NotSignedIn):
        actor_of(visit.cookie)
    with pytest.raises(BadInput):
        pass_second_factor(visit.cookie, "000000")
    with pytest.raises(NotSignedIn):
        actor_of(visit.cookie)
    pass_second_factor(visit.cookie, telephone.shows())
    assert actor_of(visit.cookie).name == "Basma"


def test_a_code_seen_over_the_shoulder_works_once(people: People) -> None:
    telephone, _ = set_for(people)
    code = telephone.shows()
    pass_second_factor(sign_in("Basma", PASSPHRASE).cookie, code)
    with pytest.raises(BadInput):
        pass_second_factor(sign_in("Basma", PASSPHRASE).cookie, code)


def test_eastern_digits_and_spaces_are_the_same_code(people: People) -> None:
    telephone, _ = set_for(people)
    code = telephone.shows().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    visit = sign_in("Basma", PASSPHRASE)
    pass_second_factor(visit.cookie, f"{code[:3]} {code[3:]}")
    assert actor_of(visit.cookie)


def test_the_telephone_is_lost_and_the_paper_opens_once_a_line(people: People) -> None:
    _, spare = set_for(people)
    assert len(set(spare)) == 10
    pass_second_factor(sign_in("Basma", PASSPHRASE).cookie, spare[3])
    with pytest.raises(BadInput):
        pass_second_factor(sign_in("Basma", PASSPHRASE).cookie, spare[3])
    pass_second_factor(sign_in("Basma", PASSPHRASE).cookie, spare[4])


def test_a_factor_that_was_never_confirmed_locks_nobody_out(people: People) -> None:
    begin_second_factor(people.basma)
    assert sign_in("Basma", PASSPHRASE).whole


def test_beginning_twice_shows_the_same_picture_and_a_set_one_is_not_shown_again(people: People) -> None:
    assert begin_second_factor(people.basma) == begin_second_factor(people.basma)
    set_for(people)
    with pytest.raises(BadInput):
        begin_second_factor(people.basma)


def test_taking_it_off_needs_the_passphrase_and_one_of_its_codes(people: People) -> None:
    telephone, _ = set_for(people)
    with pytest.raises(BadInput):
        drop_second_factor(people.basma, PASSPHRASE, "123")
    with pytest.raises(BadInput):
        drop_second_factor(people.basma, "not her words at all", telephone.shows())
    drop_second_factor(people.basma, PASSPHRASE, telephone.shows())
    assert not has_second_factor(people.basma)
    assert sign_in("Basma", PASSPHRASE).whole


def test_who_administers_may_take_it_off_and_nobody_else(people: People) -> None:
    telephone = Telephone(begin_second_factor(people.rana).address)
    confirm_second_factor(people.rana, telephone.shows())
    for other in (people.rana, people.dina):
        with pytest.raises(NotAllowed):
            drop_for_colleague(other, people.rana.user)
    with pytest.raises(NotFound):
        drop_for_colleague(people.karim, people.rana.user)
    drop_for_colleague(people.basma, people.rana.user)
    assert sign_in("Rana", PASSPHRASE).whole


def test_a_new_pair_from_the_recovery_key_starts_without_a_factor(people: People) -> None:
    confirm_second_factor(people.rana, Telephone(begin_second_factor(people.rana).address).shows())
    reset_with_recovery(people.basma, people.recovery_key, people.rana.user, "another lamp beside the sea")
    assert sign_in("Rana", "another lamp beside the sea").whole


def test_the_stored_row_holds_no_secret_in_the_clear(people: People) -> None:
    enrolment = begin_second_factor(people.basma)
    secret = base64.b32decode(enrolment.written)
    spare = confirm_second_factor(people.basma, Telephone(enrolment.address).shows())
    stored = bytes(SecondFactor.objects.get(user_id=people.basma.user).sealed)
    assert secret not in stored
    assert not any(code.encode() in stored for code in spare)
    assert len(colleagues(people.basma)) == 3


def test_one_that_was_begun_and_never_confirmed_is_gone_after_a_day(people: People) -> None:
    """Who passed by and saw the square on an open screen months ago must not hold the telephone that somebody confirms today."""
    set_for(people)
    begin_second_factor(people.rana)
    SecondFactor.objects.update(made_at=timezone.now() - timedelta(hours=25))
    assert end_visits_that_are_over() == 1
    assert [row.user_id for row in SecondFactor.objects.all()] == [people.basma.user], "confirmed, it stays for good"
    seen = begin_second_factor(people.rana)
    SecondFactor.objects.filter(confirmed=False).update(made_at=timezone.now() - timedelta(hours=25))
    assert begin_second_factor(people.rana).written != seen.written, "though the worker has not come by yet"
