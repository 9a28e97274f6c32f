"""A clock that jumps, forward and back: nobody stays in longer, nobody is locked out for a day, nothing is deleted by mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from longarm.casework.audit import check_record
from longarm.casework.backup.marker import LastChores
from longarm.casework.cases import open_case, read_case
from longarm.casework.day.approvals import answer, ask
from longarm.casework.day.closing import close_case
from longarm.casework.day.inbox import inbox
from longarm.casework.intake import returns
from longarm.casework.intake import submit as intake
from longarm.casework.life.doubt import ROUNDS, Seen, doubted
from longarm.casework.people import patience
from longarm.casework.people.team import add_member
from longarm.casework.people.visits import actor_of, sign_in
from longarm.casework.refusals import Conflict, NotSignedIn
from longarm.casework.rules import Rules, change_rules
from longarm.casework.work import chores
from longarm.errors import BadInput
from longarm.intake.report import Report
from people import AMAL, PASSPHRASE, everybody

pytestmark = pytest.mark.django_db
Jump = Callable[[timedelta], None]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def jump(monkeypatch: pytest.MonkeyPatch) -> Iterator[Jump]:
    """Sets the clock of everybody, from now on, so far away from the true one."""
    true = timezone.now

    def by(far: timedelta) -> None:
        monkeypatch.setattr(timezone, "now", lambda: true() + far)

    _forget_chores()
    yield by
    _forget_chores()


def _forget_chores() -> None:
    chores._before.clear()
    (settings.LONGARM_FOLDER.data / "last-chores.json").unlink(missing_ok=True)


def test_visits_end_when_the_clock_jumps_either_way(jump: Jump) -> None:
    everybody()
    cookie = sign_in("Basma", PASSPHRASE).cookie
    jump(timedelta(minutes=-2))  # set right by a little
    assert actor_of(cookie)
    for far in (13 * HOUR, -HOUR, -DAY):
        jump(far)
        with pytest.raises(NotSignedIn):
            actor_of(cookie)
        assert actor_of(sign_in("Basma", PASSPHRASE).cookie)


def test_a_holder_comes_back_with_the_code_whatever_the_clock_says(jump: Jump, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(everybody().basma.organisation), raising=False)
    code, token = intake.submit(Report(language="ar", child="no", words="بدأ"))
    jump(4 * HOUR)
    with pytest.raises(returns.Gone):
        returns.holder_of(token)
    for far in (400 * DAY, -400 * DAY):
        jump(far)
        assert returns.holder_of(returns.enter(code))


def test_who_guessed_wrong_waits_a_quarter_of_an_hour_and_not_a_day(jump: Jump) -> None:
    everybody()
    for _ in range(9):
        patience.wrong("somebody")
    with pytest.raises(patience.Waiting):
        patience.must_not_wait("somebody")
    jump(-HOUR)
    patience.must_not_wait("somebody")


def test_an_agreement_is_over_after_a_jump_and_the_inbox_counts_no_minutes_below_zero(
    jump: Jump, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    asked = ask(people.basma, case, "export", "court")
    intake.submit(Report(language="ar", child="no", words="بدأ"))
    jump(-DAY)
    waits = [line.wait.minutes for line in inbox(people.basma, timezone.now()).lines if line.wait]
    assert waits == [0]
    jump(2 * DAY)
    with pytest.raises(Conflict):
        answer(people.rana, asked, True)
    assert check_record(people.basma)  # lines of yesterday behind lines of today: still one chain


def test_a_jump_forward_deletes_nothing_by_itself(jump: Jump, monkeypatch: pytest.MonkeyPatch) -> None:
    people = everybody()
    change_rules(people.basma, Rules(retention_days=365))
    case = open_case(people.basma, AMAL).id
    close_case(people.basma, case, "advised")
    assert chores.do_chores().failed == ()
    jump(400 * DAY)
    for left in range(ROUNDS, 0, -1):
        done = chores.do_chores()
        assert (done.failed, done.doubted) == (("clock",), left)
    chores._before.clear()  # a start in between changes nothing
    jump(timedelta())
    assert chores.do_chores().failed == ("clock",)  # set right: that is a jump as well
    assert read_case(people.basma, case)
    chores._before.clear()
    monkeypatch.setattr(chores, "last_chores", lambda _: None)  # a year has truly gone by
    jump(400 * DAY)
    assert chores.do_chores().failed == ()
    with pytest.raises(BadInput):
        read_case(people.basma, case)


@pytest.mark.parametrize(
    ("gap", "counted", "wanted"),
    [(HOUR, 3600.0, 0), (HOUR, 7300.0, ROUNDS), (3 * HOUR, 3600.0, ROUNDS), (-HOUR, 3600.0, ROUNDS), (DAY, 86400.0, 0)],
)
def test_what_is_a_jump(gap: timedelta, counted: float, wanted: int) -> None:
    now = timezone.now()
    last: Any = LastChores(at=now, failed=())
    assert doubted(last, Seen(now, 0.0), Seen(now + gap, counted)) == wanted


@pytest.mark.parametrize(("since", "wanted"), [(HOUR, 0), (3 * DAY, 0), (8 * DAY, ROUNDS), (-2 * HOUR, ROUNDS)])
def test_what_is_a_jump_after_a_start(since: timedelta, wanted: int) -> None:
    now = timezone.now()
    assert doubted(LastChores(at=now - since, failed=()), None, Seen(now, 5.0)) == wanted
    assert doubted(None, None, Seen(now, 5.0)) == 0
