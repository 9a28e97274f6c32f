"""Somebody knocks at Rana's door with passphrases of his. Dina reads of it in the record, and the record does not fill up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from longarm.casework.audit import check_record, read_record
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.casework.people.patience import FREE
from longarm.casework.people.second_factor import begin_second_factor, confirm_second_factor, pass_second_factor
from longarm.casework.people.visits import sign_in
from longarm.errors import BadInput
from longarm.keys.recovery import new_recovery
from longarm.keys.second_factor import Factor, step_of
from longarm.store.models import Record, Tries
from people import PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db
TYPED = "a wrong passphrase of his"


@pytest.fixture
def people() -> People:
    return everybody()


def knock(name: str, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(BadInput):
            sign_in(name, TYPED)


def refusals(people: People) -> list[tuple[str | None, str | None, dict[str, str]]]:
    lines = read_record(people.dina)
    return [(act.name, act.whom, act.line.facts) for act in lines if act.line.action in ("sign-in-refused", "act-refused")]


def a_quarter_later() -> None:
    for row in Tries.objects.filter(ends_at__lt=timezone.now() + timedelta(minutes=16)):
        Tries.objects.filter(tag=row.tag).update(ends_at=row.ends_at - timedelta(minutes=15))


def test_a_refused_sign_in_is_a_line_without_what_was_typed(people: People) -> None:
    knock("Rana")
    assert refusals(people) == [(None, "Rana", {"why": "passphrase", "today": "1"})]
    assert TYPED not in repr(read_record(people.dina))
    assert check_record(people.dina)


def test_many_tries_are_a_line_a_quarter_with_their_number(people: People) -> None:
    knock("Rana", 3)
    assert len(refusals(people)) == 1
    a_quarter_later()
    knock("Rana")
    assert refusals(people)[0] == (None, "Rana", {"why": "passphrase", "today": "4"})


def test_who_has_to_wait_is_told_of_once(people: People) -> None:
    knock("Rana", FREE + 10)
    assert [facts["why"] for _, _, facts in refusals(people)] == ["waiting", "passphrase"]


def test_a_name_that_nobody_has_fills_no_record_and_costs_the_same(people: People) -> None:
    knock("Rana", FREE)  # what is counted for the first time in the test is counted already
    knock("Nobody", FREE)
    before = Record.objects.count()
    a_quarter_later()
    with CaptureQueriesContext(
        connection,
    ) as nobody:
        knock("Nobody")
    assert Record.objects.count() == before
    with CaptureQueriesContext(connection) as rana:
        knock("Rana")
    assert Record.objects.count() == before + 1

    def kinds(seen: CaptureQueriesContext) -> list[str]:
        kept = [one["sql"].split()[0] for one in seen.captured_queries]
        return [kind for kind in kept if kind not in ("SAVEPOINT", "RELEASE", "ROLLBACK")]

    assert kinds(nobody) == kinds(rana)
    assert "INSERT" in kinds(rana)


def test_a_wrong_second_factor_and_a_wrong_recovery_paper_stand_there_too(people: People) -> None:
    import base64

    begun = begin_second_factor(people.rana)
    factor = Factor(base64.b32decode(begun.written + "=" * (-len(begun.written) % 8)), ())
    code = next(f"{n:06}" for n in range(10**6) if step_of(factor, f"{n:06}", timezone.now(), 0) is not None)
    confirm_second_factor(people.rana, code)
    with pytest.raises(BadInput):
        pass_second_factor(sign_in("Rana", PASSPHRASE).cookie, "000000")
    with pytest.raises(BadInput):
        reset_with_recovery(people.basma, new_recovery().printed, people.rana.user, "another lamp beside the sea")
    assert [(name, whom, facts["why"]) for name, whom, facts in refusals(people)] == [
        ("Basma", "Basma", "recovery-key"),
        (None, "Rana", "second-factor"),
    ]
