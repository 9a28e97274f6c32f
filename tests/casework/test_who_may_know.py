"""Who may know of a match: what the person who reported allowed, what an insider learns who puts numbers into an own case,
what a man learns who reports to find out whether somebody else did. And that a series is right at once."""

from __future__ import annotations

import io
import time
import zipfile
from uuid import UUID

import pytest
from django.db import transaction

from longarm.case.file import parse_case
from longarm.casework.audit import read_record
from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, open_case, save_case
from longarm.casework.day.joining import merge, move_conversation
from longarm.casework.intake import holder, invitations, returns
from longarm.casework.intake.submit import submit
from longarm.casework.life.deletion import delete_case
from longarm.casework.life.subject_export import subject_export
from longarm.casework.matches import elsewhere
from longarm.casework.matches.judging import judge
from longarm.casework.matches.links import same_of, series_of
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.refusals import Conflict
from longarm.intake.report import Report
from longarm.store.models import Named, SeenTag
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
HIS, HERS = "+218910000017", "+201000000018"
SHOROUK = AMAL.replace("0007", "0008").replace("alias: Amal", "alias: Shorouk").replace("at: 2025-12-30", "at: 2025-12-28")


@pytest.fixture
def people(settings) -> People:  # type: ignore[no-untyped-def]
    made = everybody()
    settings.LONGARM_INTAKE = str(made.basma.organisation)
    return made


def reported(people: People, *, allows: bool, text: str = AMAL) -> tuple[str, UUID]:
    """A report through the public door that became `text`: its token and case."""
    uses = ("matching",) if allows else ()
    token = submit(Report(language="ar", words="يهددني", child="no", consents=uses)).token
    case = returns.holder_of(token).case
    file, _ = parse_case(text, "case")
    save_case(people.basma, case, file, 1)
    return token, case


def with_number(number: str, reference: str = "0012", more: str = "") -> str:
    """A case that calls `number` the suspect's."""
    return AMAL.replace("0007", reference).replace(HIS, number).replace("events:\n", f"{more}events:\n").replace("Amal", "Noor")


# What was allowed


def test_without_her_leave_nothing_is_compared_and_with_it_at_once(people: People) -> None:
    token, case = reported(people, allows=False)
    other = open_case(people.basma, SHOROUK).id
    theirs = open_case(people.rana, with_number(HIS)).id
    assert not Named.objects.filter(case=case).exists()
    assert (same_of(people.basma, case).agreed, same_of(people.basma, case).ties) == (False, ())
    assert same_of(people.basma, other).ties == ()
    assert same_of(people.rana, theirs).elsewhere.cases == 1  # the other one
    mine = returns.holder_of(token)
    holder.allow(mine, "matching")
    assert same_of(people.basma, case).series == 2
    assert same_of(people.rana, theirs).elsewhere.cases == 2
    holder.take_back(mine, "matching")
    assert not Named.objects.filter(case=case).exists()
    assert not SeenTag.objects.filter(seen__exhibit__case=case).exists()
    assert same_of(people.basma, other).series == 0
    assert same_of(people.rana, theirs).elsewhere.cases == 1


def test_a_withdrawal_takes_her_case_out_and_a_conversation_carries_its_answer(people: People) -> None:
    token, case = reported(people, allows=True)
    other = open_case(people.basma, SHOROUK).id
    assert same_of(people.basma, other).series == 2
    refused, second = reported(people, allows=False, text=with_number(HIS, "0013"))
    move_conversation(people.basma, returns.holder_of(refused).channel, case)  # two persons, one of whom does not allow it
    assert same_of(people.basma, other).series == 2  # `second` has no conversation now: it is the team's, and tied
    assert not same_of(people.basma, case).agreed
    move_conversation(people.basma, returns.holder_of(refused).channel, second)
    assert same_of(people.basma, case).series == 2
    holder.withdraw(returns.holder_of(token))
    assert same_of(people.basma, other).series == 0
    assert not Named.objects.filter(case=case).exists()


def texts_of(people: People, case: UUID) -> bytes:
    """What her copy holds."""
    copy = zipfile.ZipFile(io.BytesIO(b"".join(subject_export(people.basma, case).blocks)))
    return b"".join(copy.read(name) for name in copy.namelist())


# An insider who probes


def test_an_acquaintances_number_planted_as_the_suspects_tells_nothing_of_her_own_report(people: People) -> None:
    own = f'  - {{id: hers, type: phone, value: "{HERS}", used_by: complainant}}\n'
    amal = open_case(people.basma, AMAL.replace("events:\n", own + "events:\n")).id
    probe = open_case(people.rana, with_number(HERS)).id
    assert same_of(people.rana, probe).elsewhere.cases == 0
    assert same_of(people.rana, open_case(people.rana, with_number(HIS, "0013")).id).elsewhere.cases == 1
    add_member(people.basma, amal, people.rana.user)  # who may read both sees why it joins nothing
    assert [one.ground for one in same_of(people.rana, probe).set_aside] == ["harmed_side"]
    assert same_of(people.rana, probe).ties == ()


def test_every_look_is_recorded_with_how_many_others_there_were(people: People) -> None:
    open_case(people.basma, AMAL)
    probe = open_case(people.rana, with_number(HIS)).id
    same_of(people.rana, probe)
    [line] = [act.line for act in read_record(people.dina) if act.line.action == "matches-listed"]
    assert (line.actor, line.case, line.facts) == (str(people.rana.user), str(probe), {"count": "0", "others": "1"})


def test_who_looks_for_too_many_in_a_day_is_told_no_more_and_it_is_recorded(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "LOOKS_A_DAY", 2)
    open_case(people.basma, AMAL)
    first, *more = (open_case(people.rana, with_number(HIS, f"00{20 + number}")).id for number in range(4))
    for _ in range(3):  # the same case again costs nothing
        assert same_of(people.rana, first).elsewhere.cases == 1
    assert [same_of(people.rana, case).elsewhere.spent for case in more] == [False, True, True]
    assert same_of(people.rana, more[1]).elsewhere.cases == 0
    with pytest.raises(Conflict):
        elsewhere.ask_them(people.rana, more[1])
    assert [act.line.action for act in read_record(people.dina)].count("matches-spent") == 1


def test_ten_thousand_identifiers_in_a_case_ask_about_the_first_of_them_only_and_are_answered(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "MOST_NAMED", 20)
    open_case(people.basma, AMAL)
    many = "".join(
        f'  - {{id: m{number}, type: email, value: "m{number}@example.org", used_by: suspect-1}}\n' for number in range(1000)
    )
    last = f'  - {{id: last, type: phone, value: "{HIS}", used_by: suspect-1}}\n'
    flooded = open_case(people.rana, with_number("+218910000099", more=many + last)).id
    began = time.monotonic()
    assert same_of(people.rana, flooded).elsewhere.cases == 0
    assert time.monotonic() - began < 20
    assert same_of(people.rana, open_case(people.rana, with_number(HIS, "0013")).id).elsewhere.cases == 1


def test_who_was_asked_is_not_asked_again_and_names_herself_or_not(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    hers = open_case(people.rana, with_number(HIS)).id
    assert elsewhere.ask_them(people.rana, hers) == 1
    [question] = elsewhere.questions_of(case)
    elsewhere.close_question(people.basma, question.id, talks=False)
    seen = same_of(people.rana, hers).elsewhere
    assert (seen.answers, seen.asked_at is not None) == ((), True)
    assert elsewhere.ask_them(people.rana, hers) == 0


# A man who reports to learn whether somebody else did; two women who do not know of each other


def test_who_holds_a_code_sees_the_same_whether_or_not_somebody_else_reported(people: People) -> None:
    token, _ = reported(people, allows=True)
    alone = holder.page(returns.holder_of(token))
    other = open_case(people.basma, SHOROUK).id
    case = returns.holder_of(token).case
    same_of(people.basma, case)
    series_of(people.basma, case)
    judge(people.basma, case, other, "same", "One number")
    assert holder.page(returns.holder_of(token)) == alone


def test_of_two_women_of_one_series_neither_copy_nor_page_names_the_other_even_when_their_cases_are_one(people: People) -> None:
    token, case = reported(people, allows=True)
    second, other = reported(people, allows=True, text=SHOROUK)
    judge(people.basma, case, other, "same", "One number")
    for name, its in (("Shorouk", case), ("Amal", other)):
        assert name.encode() not in texts_of(people, its), "a series joins no files"
    merge(people.basma, case, other)
    for its in (token, second):
        page = str(holder.page(returns.holder_of(its)))
        assert not any(name in page for name in ("Amal", "Shorouk"))


# At once, and right


def test_a_new_report_is_in_its_series_in_the_transaction_that_takes_it_or_not_at_all(people: People) -> None:
    one = open_case(people.basma, AMAL).id
    assert same_of(people.basma, one).series == 0
    with transaction.atomic():
        lost = open_case(people.basma, SHOROUK).id
        assert set(series_of(people.basma, lost).series.cases) == {str(one), str(lost)}
        transaction.set_rollback(True)  # as when the power goes before the end
    assert same_of(people.basma, one).series == 0
    assert Named.objects.count() == 1
    two = open_case(people.basma, SHOROUK).id
    assert set(series_of(people.basma, one).series.cases) == {str(one), str(two)}
    apart, _ = parse_case(SHOROUK.replace(HIS, "+218910000099"), "case")
    save_case(people.basma, two, apart, 1)
    assert same_of(people.basma, one).series == 0


def test_keys_that_change_a_merge_and_a_deletion_keep_the_series(people: People) -> None:
    one, two, three = (open_case(people.basma, text).id for text in (AMAL, SHOROUK, SHOROUK.replace("0008", "0009")))
    add_member(people.basma, two, people.rana.user)
    remove_member(people.basma, two, people.rana.user)  # a new key
    assert same_of(people.basma, one).series == 3
    merge(people.basma, one, two)
    assert set(series_of(people.basma, one).series.cases) == {str(one), str(three)}
    delete_case(people.basma, three, "asked")
    assert same_of(people.basma, one).series == 0


def test_a_supporter_invited_to_a_teams_case_does_not_stop_its_comparison(people: People) -> None:
    one = open_case(people.basma, AMAL).id
    open_case(people.basma, SHOROUK)
    invitations.invite(people.basma, one, "supporter", "her sister", "en")
    assert case_at(open_for(people.basma, one)).version == 1
    assert same_of(people.basma, one).series == 2
