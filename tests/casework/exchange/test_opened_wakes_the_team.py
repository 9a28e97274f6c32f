"""A report that opened stands on My day and in the inbox, with the case's clock, for the team of its case and nobody else."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import transaction
from nodes import case_of

import people
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.day.closing import close_case
from longarm.casework.day.conversation import answer, of_case, settle
from longarm.casework.day.inbox import Line, alarms, inbox
from longarm.casework.exchange import epochs
from longarm.casework.exchange.escrow import making, opening, showing
from longarm.casework.exchange.escrow.arrived import arrived
from longarm.casework.intake import holder, invitations
from longarm.casework.intake.returns import Holder, enter, holder_of
from longarm.casework.rules import Hours, Rules, change_rules
from longarm.exchange.escrow.report import put
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.keys.party import Party
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case, Escrowed, EscrowOpened, Letter

sys.path.insert(0, str(Path(__file__).parents[1]))
from planted_escrow import escrow_happens

pytestmark = pytest.mark.django_db


class World(NamedTuple):
    people: people.People
    amal: Holder


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, settings) -> World:  # type: ignore[no-untyped-def]
    """Amal reported, a first report opened with hers, and the team saw to it and answered her."""
    settings.LONGARM_RECEIPT_COST = LEAST
    team = people.everybody()
    settings.LONGARM_INTAKE = str(team.basma.organisation)
    line = Commitments((group.base(group.ONE),))
    epochs._keep(Key("1-00000000", 0, line, (Participant(1, "0" * 64),), b"", None))
    for place in (showing, making):
        monkeypatch.setattr(place, "offered", lambda: True)
    monkeypatch.setattr(holder, "escrow_offered", lambda: True)
    change_rules(team.basma, Rules(staffed=tuple(Hours(day, "00:00", "23:59") for day in range(7))))
    amal = escrow_happens(team.basma, case_of("one", "+218910000017"), monkeypatch)
    EscrowOpened.objects.update(made_at=datetime.now(UTC) - timedelta(days=2))
    [thread] = of_case(team.basma, amal.case)
    answer(team.basma, thread.id, "We read it.")
    assert Case.objects.get(id=amal.case).asked_at is None
    assert (arrived(team.basma, datetime.now(UTC)), line_of(team.basma).opened) == ((), 0)
    return World(team, amal)


def opens(basma: Actor, case: object, *, ago: timedelta = timedelta(), of: Party | None = None, person: int = 0) -> datetime:
    row, at = Escrowed.objects.get(case_id=case), datetime.now(UTC) - ago
    about = making.about_of(open_for(basma, row.case_id), row)
    until, whose = (at + timedelta(days=9)).date(), bytes([person]) * 32
    report = put(
        of or Party.new(), about.output, b"", group.base(group.ONE), needed=2, complainant=whose, expires_on=until,
        tokens_epoch=about.tokens_epoch, escrow_epoch=about.escrow_epoch, random=os.urandom,
    )  # fmt: skip
    with transaction.atomic():
        assert opening.keep(row, [opening.Told(report, report.lock.key)], at) == 1
    return at


def line_of(actor: Actor) -> Line:
    [line] = inbox(actor, datetime.now(UTC)).lines
    return line


def test_it_rings_for_the_team_of_the_case_and_stands_on_my_day_until_somebody_saw_to_it(world: World) -> None:
    basma, now = world.people.basma, datetime.now(UTC)
    at = opens(basma, world.amal.case, ago=timedelta(minutes=70))
    [one] = arrived(basma, now)
    assert (one.case, one.number, one.since, one.wait and one.wait.level) == (world.amal.case, 1, at, 1)
    line = line_of(basma)
    assert (line.opened, line.wait and line.wait.minutes) == (1, 70)
    assert alarms(basma, now) == 1
    opens(basma, world.amal.case)
    assert [each.number for each in arrived(basma, now)] == [2]
    showing.kept_closed(basma, world.amal.case)  # looking alone does not end it
    assert (len(arrived(basma, now)), line_of(basma).opened) == (1, 2)
    settle(basma, world.amal.case)
    assert (arrived(basma, now), line_of(basma).opened, line_of(basma).wait) == ((), 0, None)


def test_colleagues_of_other_cases_auditors_and_other_organisations_hear_nothing(world: World) -> None:
    opens(world.people.basma, world.amal.case)
    for other in (world.people.rana, world.people.dina, world.people.karim):
        assert arrived(other, datetime.now(UTC)) == ()
        assert inbox(other, datetime.now(UTC)).lines == ()


def test_an_answer_to_her_does_not_hide_what_nobody_has_looked_at(world: World) -> None:
    basma = world.people.basma
    at = opens(basma, world.amal.case)
    holder.write(world.amal, "Is there news?")
    [thread] = of_case(basma, world.amal.case)
    answer(basma, thread.id, "We will write tomorrow.")
    assert Case.objects.get(id=world.amal.case).asked_at == at
    showing.kept_closed(basma, world.amal.case)
    answer(basma, thread.id, "They asked us to wait.")
    assert arrived(basma, datetime.now(UTC)) == ()


def test_a_closed_case_is_open_again(world: World) -> None:
    basma = world.people.basma
    close_case(basma, world.amal.case, "stopped")
    opens(basma, world.amal.case)
    assert Case.objects.get(id=world.amal.case).stage == Case.Stage.OPEN
    assert line_of(basma).opened == 1


def test_whoever_has_her_code_does_not_see_by_a_clock_that_others_named_the_same(world: World) -> None:
    """The blackmailer reports himself to learn whether anybody did, or holds her code: her page is as it was before."""
    holder.page(world.amal)
    before = holder.page(world.amal)
    opens(world.people.basma, world.amal.case)
    assert holder.page(world.amal) == before
    assert before.answer_by is None
    holder.write(world.amal, "Is there news?")
    assert holder.page(world.amal).answer_by is not None
    settle(world.people.basma, world.amal.case)
    opens(world.people.basma, world.amal.case)
    assert holder.page(world.amal).answer_by is None


def test_a_supporter_who_waits_shows_by_no_clock_of_hers_and_goes_on_waiting_when_she_is_answered(world: World) -> None:
    code = invitations.invite_by_holder(world.amal, "supporter", "a friend")
    [asked] = invitations.asked(world.people.basma, world.amal.case)
    invitations.confirm(world.people.basma, world.amal.case, asked.letter)
    settle(world.people.basma, world.amal.case)
    helper = holder_of(enter(code))
    holder.write(helper, "She cannot write today.")
    assert (holder.page(world.amal).answer_by, holder.page(helper).answer_by is not None) == (None, True)
    hers = next(one for one in of_case(world.people.basma, world.amal.case) if one.kind == "complainant")
    answer(world.people.basma, hers.id, "How are you?")
    assert Case.objects.get(id=world.amal.case).asked_at == Letter.objects.get(channel_id=helper.channel).made_at


def test_a_member_with_very_many_buries_nobody_elses(world: World) -> None:
    basma, many, other = world.people.basma, Party.new(), Party.new()
    opens(basma, world.amal.case, of=other)
    for person in range(9):
        opens(basma, world.amal.case, of=many, person=person)
    kept = showing.kept_closed(basma, world.amal.case)
    assert kept is not None
    assert [one.other for one in kept.opened].count(many.fingerprint) == showing.MOST_OF_ONE
    assert [one.other for one in kept.opened].count(other.fingerprint) == 1
    assert [(one.called, one.number) for one in kept.more] == [(many.fingerprint[:16], 4)]
