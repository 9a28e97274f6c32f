"""The inbox: danger first, then who waits longest. One person at a time has a case; tasks follow from it; it ends and goes on."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from longarm.case.file import parse_case
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.day import inbox_order
from longarm.casework.day.claims import claim, give_back, hand_over
from longarm.casework.day.clock import answer_by, wait
from longarm.casework.day.closing import close_case, outcomes, reopen
from longarm.casework.day.desk import case_view
from longarm.casework.day.inbox import inbox
from longarm.casework.day.my_day import my_day
from longarm.casework.day.notes import add_note
from longarm.casework.day.tasks import add_task, finish_task, give_task
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import Hours, Rules, change_rules, rules_of
from longarm.errors import BadInput
from longarm.store.models import Case, CaseKey, Organisation, Record, Task
from longarm.texts import LANGUAGES, say
from people import AMAL, enter, everybody, join

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)  # a Wednesday


def cases_of(actor, *states: dict[str, object]):  # type: ignore[no-untyped-def]
    """A case for each of `states`, which are the columns of its row."""
    made = []
    for number, columns in enumerate(states, 1):
        case = open_case(actor, AMAL.replace("EG-2026-0007", f"EG-{number}")).id
        Case.objects.filter(id=case).update(**columns)
        made.append(case)
    return made


@pytest.mark.parametrize("few", [2_000, 0])
def test_danger_first_then_who_waits_longest_then_what_is_due(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    """Both ways to the order are the same order: one query for few keys, the index walked for very many."""
    monkeypatch.setattr(inbox_order, "FEW", few)
    basma = everybody().basma
    states: list[dict[str, object]] = [
        {"made_at": NOW},
        {"due_on": date(2026, 12, 24)},
        {"due_on": date(2026, 12, 1)},
        {"asked_at": NOW - timedelta(minutes=10), "stage": "received"},
        {"asked_at": NOW - timedelta(minutes=95)},
        {"urgent": True},
        {"urgent": True, "asked_at": NOW, "stage": "received"},
        {"stage": "closed", "closed_at": NOW},
    ]
    made = cases_of(basma, *states)
    found = inbox(basma, NOW)
    assert [made.index(line.id) for line in found.lines] == [6, 5, 4, 3, 2, 1, 0]
    assert found.counts == {"all": 7, "mine": 0, "unclaimed": 7, "waiting": 3, "urgent": 2, "closed": 1}
    assert found.alarms == 1
    assert [line.id for line in inbox(basma, NOW, "waiting").lines] == [made[6], made[4], made[3]]
    assert [line.id for line in inbox(basma, NOW, "closed").lines] == [made[7]]
    line = next(line for line in found.lines if line.id == made[4])
    assert (line.brief.called, line.brief.risks, line.brief.harmed, line.brief.suspect) == ("Amal", (), "EG", "LY")
    assert line.wait is not None
    assert (line.wait.minutes, line.wait.level, line.wait.late) == (95, 2, False)


def test_a_line_is_as_new_as_the_file_and_missing_ones_are_written() -> None:
    basma = everybody().basma
    case = open_case(basma, AMAL).id
    save_case(basma, case, parse_case(AMAL.replace("alias: Amal", "alias: Noor"), "case").case, 1)
    assert inbox(basma, NOW).lines[0].brief.called == "Noor"
    Case.objects.update(brief_sealed=b"")
    assert inbox(basma, NOW).lines[0].brief.called == "Noor"
    assert bytes(Case.objects.get(id=case).brief_sealed)
    assert inbox(enter("Rana"), NOW).lines == ()  # not of the team


def test_the_clock_counts_staffed_hours_only_where_there_are_some() -> None:
    asked = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)  # Friday, 17:30 in Cairo
    monday = datetime(2026, 11, 30, 7, 45, tzinfo=UTC)  # 09:45 there
    rules = Rules(staffed=(Hours(4, "09:00", "18:00"), Hours(0, "09:00", "17:00")), time_zone="Africa/Cairo")
    assert wait(asked, monday, rules).minutes == 30 + 45
    assert wait(asked, monday, Rules()).late
    assert answer_by(asked, rules) == datetime(2026, 11, 30, 8, 30, tzinfo=UTC)
    assert answer_by(asked, Rules()) is None
    assert wait(monday, asked, rules) == (0, 0, False)  # a clock that jumped back


def test_rules_that_contradict_themselves_are_refused_and_only_an_administrator_changes_them() -> None:
    people = everybody()
    wrong = [
        Rules(alarm_minutes=(90, 60)),
        Rules(answer_minutes=80),
        Rules(time_zone="Mars/Olympus"),
        Rules(retention_days=0),
        Rules(staffed=(Hours(1, "17:00", "09:00"),)),
        Rules(staffed=(Hours(1, "09:00", "12:00"), Hours(1, "11:00", "13:00"))),
        Rules(staffed=(Hours(1, "nine", "12:00"),)),
    ]
    for rules in wrong:
        with pytest.raises(BadInput):
            change_rules(people.basma, rules)
    with pytest.raises(NotAllowed):
        change_rules(people.rana, Rules())
    change_rules(people.basma, Rules(alarm_minutes=(30, 45), retention_days=365))
    assert rules_of(Organisation.objects.get(id=people.basma.organisation)).alarm_minutes == (30, 45)
    assert rules_of(Organisation.objects.get(id=people.karim.organisation)) == Rules()


def test_of_two_who_take_a_case_one_wins_and_the_other_is_told() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    claim(people.rana, case)
    claim(people.rana, case)
    with pytest.raises(Conflict, match="Rana"):
        claim(people.basma, case)
    give_back(people.rana, case)
    claim(people.basma, case)
    assert inbox(people.basma, NOW, "mine").lines[0].claimed_name == "Basma"
    with pytest.raises(NotFound):
        claim(people.karim, case)
    with pytest.raises(NotAllowed):
        claim(people.dina, case)


def test_a_case_is_handed_over_with_its_key_and_a_word() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    claim(people.basma, case)
    hand_over(people.basma, case, people.rana.user, "She may be called after 14:00 only.")
    view = case_view(people.rana, case, timezone.localdate())
    assert (view.work.claimed_name, view.work.notes[0].text) == ("Rana", "She may be called after 14:00 only.")
    noor = join(people.basma, "Noor", "caseworker")
    add_member(people.basma, case, noor.user)
    with pytest.raises(NotAllowed):  # neither hers nor a coordinator's to give
        hand_over(noor, case, noor.user)
    for nobody in (people.karim.user, people.dina.user):
        with pytest.raises((NotFound, NotAllowed)):
            hand_over(people.rana, case, nobody)
    remove_member(people.basma, case, people.rana.user)
    assert Case.objects.get(id=case).claimed_by_id is None


def test_notes_are_for_the_team_and_counsel() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    counsel = join(people.basma, "Huda", "counsel")
    add_member(people.basma, case, counsel.user)
    add_note(counsel, case, "ملاحظة قانونية")
    with pytest.raises(BadInput):
        add_note(people.basma, case, "   ")
    with pytest.raises(NotAllowed):
        add_note(people.dina, case, "seen")
    with pytest.raises(NotFound):
        add_note(people.rana, case, "seen")
    assert [note.by for note in case_view(people.basma, case, timezone.localdate()).work.notes] == ["Huda"]


def test_tasks_follow_from_the_case_once_and_change_with_its_facts() -> None:
    people = everybody()
    today = timezone.localdate()
    text = AMAL.replace("2025-12-30", (today - timedelta(days=2)).isoformat()).replace("2026-01-04", today.isoformat())
    case = open_case(people.basma, text).id
    first = case_view(people.basma, case, today).work.tasks
    assert first
    assert any(task.body.value == "+218910000017" for task in first)
    assert case_view(people.basma, case, today).work.tasks == first
    assert Case.objects.get(id=case).due_on == min(task.due_on for task in first if task.due_on)
    perishes = next(task for task in first if task.body.subject == "phone-1")
    later = text.replace((today - timedelta(days=2)).isoformat(), today.isoformat())
    save_case(people.basma, case, parse_case(later, "case").case, 1)
    moved = {task.id: task for task in case_view(people.basma, case, today).work.tasks}[perishes.id]
    assert moved.due_on == perishes.due_on + timedelta(days=2)  # type: ignore[operator]
    finish_task(people.basma, perishes.id)
    assert [t.done_name for t in case_view(people.basma, case, today).work.tasks if t.id == perishes.id] == ["Basma"]
    gone = read_case(people.basma, case).case
    from msgspec.structs import replace

    save_case(people.basma, case, replace(gone, identifiers=(), persons=gone.persons[:1], events=()), 2)
    left = case_view(people.basma, case, today).work.tasks
    assert {task.id for task in left if task.computed and not task.done_at}.isdisjoint({task.id for task in first})
    assert perishes.id in {task.id for task in left}  # what was done stays


def test_my_day_holds_what_is_mine_and_the_team_what_is_the_teams() -> None:
    people = everybody()
    today = timezone.localdate()
    case, other = open_case(people.basma, AMAL).id, open_case(people.rana, AMAL).id
    add_member(people.basma, case, people.rana.user)
    mine = add_task(people.basma, case, "Call after 14:00", today)
    add_task(people.basma, case, "In a year", today + timedelta(days=365))
    given = add_task(people.basma, case, "Ask the operator", today - timedelta(days=1), people.rana.user)
    assert [one.task.id for one in my_day(people.basma, today, "team")] == [given, mine]
    assert my_day(people.basma, today) == ()
    claim(people.basma, case)
    assert [one.task.id for one in my_day(people.basma, today)] == [mine]
    assert [one.task.body.text for one in my_day(people.rana, today)] == ["Ask the operator"]
    with pytest.raises(NotAllowed):
        give_task(people.basma, mine, people.karim.user)
    foreign = add_task(people.rana, other, "Hers")
    with pytest.raises(NotFound):
        finish_task(people.basma, foreign)
    finish_task(people.basma, mine)
    finish_task(people.basma, mine, done=False)
    assert Case.objects.get(id=case).due_on == today - timedelta(days=1)


def test_a_case_ends_with_an_outcome_and_goes_on() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    add_task(people.basma, case, "Call", date(2027, 1, 1))
    Case.objects.update(asked_at=NOW)
    with pytest.raises(BadInput):
        close_case(people.basma, case, "vanished")
    close_case(people.basma, case, "stopped", "He deleted the pages.")
    row = Case.objects.get(id=case)
    assert (row.stage, row.asked_at, row.due_on) == ("closed", None, None)
    for act in (lambda: close_case(people.basma, case, "stopped"), lambda: claim(people.basma, case)):
        with pytest.raises(Conflict):
            act()
    reopen(people.basma, case, "New threat.")
    assert Case.objects.get(id=case).due_on == date(2027, 1, 1)
    work = case_view(people.basma, case, timezone.localdate()).work
    assert [(one.outcome, one.words) for one in work.endings] == [("", "New threat."), ("stopped", "He deleted the pages.")]
    for language in LANGUAGES:
        assert all(say(f"work-outcome-{code.replace('_', '-')}", language) for code in outcomes())


def test_every_act_stands_in_the_record_and_a_new_key_opens_what_was_written() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    before = Record.objects.count()
    claim(people.basma, case)
    add_note(people.basma, case, "a")
    task = add_task(people.basma, case, "b")
    finish_task(people.basma, task)
    close_case(people.basma, case, "advised")
    assert Record.objects.count() == before + 5
    remove_member(people.basma, case, people.rana.user)  # rotates
    work = case_view(people.basma, case, timezone.localdate()).work
    assert (work.notes[0].text, work.endings[0].outcome) == ("a", "advised")
    assert "b" in {one.body.text for one in work.tasks}
    assert inbox(people.basma, NOW, "closed").lines[0].brief.called == "Amal"
    assert CaseKey.objects.filter(case_id=case).count() == 2
    assert Task.objects.filter(case_id=case, by=None).count() == sum(one.computed for one in work.tasks)
