"""A voice note that was encoded anew is met again in another case of the same caseworker: sealed, and only with leave."""

from __future__ import annotations

import io
from threading import Thread
from typing import Any
from uuid import UUID

import msgspec
import pytest
from django.db import connection

from longarm.case.file import parse_case
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, save_case
from longarm.casework.day.joining import merge
from longarm.casework.intake import holder, returns
from longarm.casework.intake.submit import submit
from longarm.casework.life.deletion import delete_case
from longarm.casework.matches import renewing
from longarm.casework.matches.links import compare, same_of
from longarm.casework.matches.seen import seen_in, unheard_in
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof import reading
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.casework.work import jobs
from longarm.intake.report import Report
from longarm.keys.worker import WorkerKey
from longarm.store.models import Job, Named, SeenSounds, SeenTag
from people import AMAL, People, everybody
from speech import decoded, encoded, opus, speech

pytestmark = pytest.mark.django_db
NOTE = opus(speech(1, 6))
AGAIN = encoded(decoded(NOTE), "MP3")
OTHER = opus(speech(2, 6))


@pytest.fixture
def people(settings) -> People:  # type: ignore[no-untyped-def]
    made = everybody()
    settings.LONGARM_INTAKE = str(made.basma.organisation)
    return made


def case_with(actor: Any, number: int, *recordings: bytes) -> UUID:
    """A case whose suspect has a telephone of his own."""
    text = AMAL.replace("0007", f"00{number}").replace("+218910000017", f"+2189100000{number}").replace("Amal", f"woman {number}")
    case = open_case(actor, text).id
    for data in recordings:
        process_exhibit(actor, add_exhibit(actor, case, io.BytesIO(data), "note"))
    return case


def sealed_rows(case: UUID) -> int:
    return SeenSounds.objects.filter(seen__exhibit__case=case).count()


def test_a_recording_encoded_anew_ties_two_cases_and_joins_none(people: People) -> None:
    one, other, third = case_with(people.basma, 21, NOTE), case_with(people.basma, 22, AGAIN), case_with(people.basma, 23, OTHER)
    found = same_of(people.basma, one)
    [tie] = found.ties
    [link] = tie.links
    assert (tie.other.id, link.level, tie.strength, tie.joins, found.series) == (other, "voice-near", "medium", False, 0)
    assert compare(people.basma, one, other).reasons == (link,)
    assert same_of(people.basma, third).ties == ()


def test_only_the_case_key_opens_a_fingerprint_and_no_tag_stands_for_it(people: People) -> None:
    case = case_with(people.basma, 21, NOTE)
    [print_] = next(iter(seen_in(open_for(people.basma, case)).values())).prints.values()
    row = SeenSounds.objects.get(seen__exhibit__case=case)
    words = {print_[at : at + 4] for at in range(0, len(print_), 4)} - {bytes(4)}
    assert not any(word in bytes(row.prints_sealed) or word in bytes(row.seen.seen_sealed) for word in words)
    assert SeenTag.objects.filter(seen__exhibit__case=case).count() == 1  # of its SHA-256
    theirs = case_with(people.rana, 22, AGAIN)
    assert same_of(people.rana, theirs).elsewhere.cases == 0
    assert same_of(people.rana, theirs).ties == ()


def test_without_her_leave_nothing_is_heard_and_what_was_heard_goes_with_it(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = submit(Report(language="ar", words="يهددني", child="no")).token
    mine = returns.holder_of(token)
    process_exhibit(people.basma, add_exhibit(people.basma, mine.case, io.BytesIO(NOTE), "note"))
    other = case_with(people.basma, 22, AGAIN)
    assert sealed_rows(mine.case) == 0
    assert same_of(people.basma, other).ties == ()

    worker = WorkerKey.new()
    monkeypatch.setenv(jobs.WORKER, worker.public.hex())
    holder.allow(mine, "matching")
    same_of(people.basma, mine.case)  # somebody of the team looks, and the worker reads what holds recordings
    same_of(people.basma, mine.case)
    assert Job.objects.filter(kind="read").count() == 1
    job = jobs.take(worker)
    assert job
    jobs.carry_out(worker, job)
    assert sealed_rows(mine.case) == 1
    assert unheard_in(open_for(people.basma, mine.case)) == ()
    assert [tie.other.id for tie in same_of(people.basma, other).ties] == [mine.case]

    holder.take_back(mine, "matching")
    assert sealed_rows(mine.case) == 0
    assert same_of(people.basma, other).ties == ()
    kept = msgspec.to_builtins(seen_in(open_for(people.basma, mine.case)))
    assert [one["prints"] for one in kept.values()] == [{}]


def test_a_withdrawal_and_a_deletion_take_it_along(people: People) -> None:
    token = submit(Report(language="ar", words="يهددني", child="no", consents=("matching",))).token
    mine = returns.holder_of(token)
    process_exhibit(people.basma, add_exhibit(people.basma, mine.case, io.BytesIO(NOTE), "note"))
    assert sealed_rows(mine.case) == 1
    holder.withdraw(mine)
    assert sealed_rows(mine.case) == 0
    case = case_with(people.basma, 21, NOTE)
    delete_case(people.basma, case, "asked")
    assert not SeenSounds.objects.exists()


def test_a_new_key_a_merge_and_withholding(people: People) -> None:
    one, other, third = case_with(people.basma, 21, NOTE), case_with(people.basma, 22, AGAIN), case_with(people.basma, 23)
    add_member(people.basma, one, people.rana.user)
    remove_member(people.basma, one, people.rana.user)  # the case has a new key
    assert [tie.other.id for tie in same_of(people.basma, other).ties] == [one]
    merge(people.basma, one, third)
    assert [tie.other.id for tie in same_of(people.basma, other).ties] == [third] or sealed_rows(one) == 1
    [row] = SeenSounds.objects.filter(seen__exhibit__case__in=(one, third))
    withhold(people.basma, row.seen.exhibit_id, Known(where="here", how="by its name"))
    assert sealed_rows(one) == sealed_rows(third) == 0
    assert same_of(people.basma, other).ties == ()


def test_a_recording_without_a_fingerprint_is_counted_by_why(people: People) -> None:
    case = case_with(people.basma, 21, opus(speech(1, 3)), b"\0\0\0\x20ftypM4A " + NOTE)
    seen = seen_in(open_for(people.basma, case))
    assert [one.unheard for one in seen.values()] == [{"short": 1}, {"format": 1}]
    assert same_of(people.basma, case).unheard == (("format", 1), ("short", 1))


def test_a_look_does_only_so_much_work_for_recordings_and_says_that_there_is_more(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = case_with(people.basma, 21, NOTE)
    case_with(people.basma, 22, AGAIN)
    assert not same_of(people.basma, one).cut
    monkeypatch.setattr("longarm.casework.matches.reading.MOST_SOUND_WORK", -1)
    assert same_of(people.basma, one).cut


@pytest.mark.postgresql  # SQLite lets one write at a time
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("when", ["while it is read", "while somebody looks"])
def test_her_no_is_heard_though_it_comes_while_tags_are_being_made(
    people: People, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    token = submit(Report(language="ar", words="يهددني", child="no", consents=("matching",))).token
    case = returns.holder_of(token).case
    save_case(people.basma, case, parse_case(AMAL, "case").case, 1)
    exhibit = add_exhibit(people.basma, case, io.BytesIO(NOTE), "note")
    where, name = (reading, "keep_seen") if when == "while it is read" else (renewing, "renew")
    made, threads = getattr(where, name), list[Thread]()

    def no() -> None:
        holder.take_back(returns.holder_of(token), "matching")
        connection.close()

    def slowly(*given: Any, **named: Any) -> None:
        made(*given, **named)
        threads.append(Thread(target=no))
        threads[0].start()
        threads[0].join(2)

    monkeypatch.setattr(where, name, slowly)
    if where is renewing:
        Named.objects.filter(case_id=case).delete()
        same_of(people.basma, case)
    else:
        process_exhibit(people.basma, exhibit)
    threads[0].join(60)
    assert (Named.objects.count(), SeenTag.objects.count(), SeenSounds.objects.count()) == (0, 0, 0)
