"""Several people, or one impatient one, do the same thing at the same moment: one of them wins, and the others are told.

On SQLite one transaction waits for the other; PostgreSQL lets both run, and only what is locked waits.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection

from longarm.casework import case_keys
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.people.organisations import add_user, set_up_organisation
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof.bundles import list_bundles, seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.refusals import Conflict
from longarm.casework.work.jobs import queue_sealing
from longarm.keys.worker import WorkerKey
from longarm.store import records
from longarm.store.models import CaseContent, Job, Organisation
from people import AMAL, PASSPHRASE, People, everybody, join

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people() -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    return open_case(people.basma, AMAL).id


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act gave or raised, all begun at the same moment."""
    gate, ends = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        connection.ensure_connection()
        gate.wait()
        try:
            ends[number] = act()  # type: ignore[call-overload]
        except Exception as fault:
            ends[number] = fault  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=numbered) for numbered in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return list(ends)


def refused(ends: list[object]) -> list[object]:
    faults = [end for end in ends if isinstance(end, Exception)]
    assert all(isinstance(fault, Conflict) for fault in faults), faults
    return faults


def test_two_writers_on_a_case(people: People, case: UUID) -> None:
    add_member(people.basma, case, people.rana.user)
    at = read_case(people.basma, case)
    writers = (people.basma, people.rana, people.basma)
    ends = at_once(*(lambda who=who: save_case(who, case, at.case, from_version=1) for who in writers))  # type: ignore[misc]
    assert len(refused(ends)) == 2
    assert [content.version for content in CaseContent.objects.order_by("version")] == [1, 2]
    assert records.check() > 0


def test_two_who_set_the_node_up() -> None:
    ends = at_once(*(lambda name=name: set_up_organisation(name, name, PASSPHRASE) for name in ("first", "second")))  # type: ignore[misc]
    assert len(refused(ends)) == 1
    assert Organisation.objects.count() == 1


def test_a_name_taken_twice(people: People) -> None:
    ends = at_once(*(lambda: add_user(people.basma, "Salma", PASSPHRASE, "caseworker") for _ in range(2)))
    assert len(refused(ends)) == 1


def test_two_who_take_each_other_out_of_a_team(people: People, case: UUID) -> None:
    add_member(people.basma, case, people.rana.user)
    ends = at_once(
        lambda: remove_member(people.basma, case, people.rana.user), lambda: remove_member(people.rana, case, people.basma.user)
    )
    assert len(refused(ends)) == 1


def test_somebody_joins_while_another_leaves(people: People, case: UUID) -> None:
    salma = join(people.basma, "Salma", "caseworker")
    add_member(people.basma, case, people.rana.user)
    refused(
        at_once(lambda: add_member(people.basma, case, salma.user), lambda: remove_member(people.basma, case, people.rana.user))
    )
    try:  # whoever is of the team can read, with the key of today
        case_keys.open_for(salma, case)
    except Exception as fault:
        assert str(fault) == str(Conflict("casework-no-such-case"))
    else:
        assert read_case(salma, case).case.reference == "EG-2026-0007"


def test_one_reads_while_another_writes(people: People, case: UUID) -> None:
    """Both leave a line about the case: on PostgreSQL they stood in each other's way, each holding what the other needed."""
    at = read_case(people.basma, case)

    def write() -> None:
        for version in range(1, 9):
            save_case(people.basma, case, at.case, from_version=version)

    def read() -> None:
        for _ in range(8):
            read_case(people.basma, case)

    assert at_once(write, read, read) == [None, None, None]


def test_two_clicks_leave_one_job(people: People, case: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGARM_WORKER", WorkerKey.new().public.hex())
    assert at_once(*(lambda: queue_sealing(people.basma, case) for _ in range(3))) == [True] * 3
    assert Job.objects.count() == 1


def test_a_case_is_sealed_twice(people: People, case: UUID) -> None:
    exhibit = add_exhibit(people.basma, case, io.BytesIO(b"30/12/2021, 21:00 - A: x\n" * 9), "chat.txt")
    process_exhibit(people.basma, exhibit)
    told = refused(at_once(*(lambda: seal_case(people.basma, case) for _ in range(2))))
    assert [bundle.number for bundle in list_bundles(people.basma, case)] == list(range(1, 3 - len(told)))
    assert records.check() > 0
