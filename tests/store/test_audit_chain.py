"""The audit record: a changed, moved, missing or cut line is noticed, and two who write at once both get their line."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from longarm.errors import Unsound
from longarm.store import records
from longarm.store.models import Record, RecordHead

KEY = bytes(range(32))


def write(action: str) -> None:
    with transaction.atomic():
        records.append(KEY, at=timezone.now(), actor=None, action=action, organisation=None, facts={"n": "1"})


@pytest.mark.django_db
def test_lines_come_back_in_order_and_the_chain_holds() -> None:
    for action in ("one", "two", "three"):
        write(action)
    assert [line.action for line in records.read(KEY, iter(Record.objects.order_by("seq")))] == ["one", "two", "three"]
    assert records.check() == 3


@pytest.mark.django_db
def test_an_empty_record_holds() -> None:
    assert records.check() == 0


@pytest.mark.django_db(transaction=True)
def test_a_record_is_never_written_apart_from_its_act() -> None:
    with pytest.raises(RuntimeError):
        records.append(KEY, at=timezone.now(), actor=None, action="x", organisation=None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("what", "at"),
    [
        ("changed", 2),
        ("removed", 2),
        ("first removed", 1),
        ("tail cut", 3),
        ("swapped", 1),
        ("head forged", 3),
        ("head removed", 3),
    ],
)
def test_tampering_is_noticed(what: str, at: int) -> None:
    for action in ("one", "two", "three"):
        write(action)
    rows = list(Record.objects.order_by("seq"))
    if what == "changed":
        Record.objects.filter(seq=2).update(line_sealed=bytes(rows[1].line_sealed)[:-1] + b"\x00")
    elif what == "removed":
        Record.objects.filter(seq=2).delete()
    elif what == "first removed":
        Record.objects.filter(seq=1).delete()
    elif what == "tail cut":
        Record.objects.filter(seq=3).delete()
    elif what == "swapped":
        for row, other in ((rows[0], rows[1]), (rows[1], rows[0])):
            Record.objects.filter(seq=row.seq).update(line_sealed=bytes(other.line_sealed), head=bytes(other.head))
    elif what == "head forged":
        RecordHead.objects.update(head=bytes(32))
    else:
        RecordHead.objects.all().delete()
    with pytest.raises(Unsound) as fault:
        records.check()
    assert fault.value.facts["line"] >= at


@pytest.mark.django_db
def test_a_line_moved_to_another_number_does_not_open() -> None:
    write("one")
    write("two")
    rows = list(Record.objects.order_by("seq"))
    rows[0].line_sealed = rows[1].line_sealed
    with pytest.raises(Unsound, match="does not hold together"):
        list(records.read(KEY, iter(rows)))


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_break_no_link() -> None:
    write("first")  # the head row exists: what follows only locks it
    faults: list[Exception] = []

    def many(name: str) -> None:
        try:
            for number in range(25):
                write(f"{name} {number}")
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    writers = [threading.Thread(target=many, args=(name,)) for name in ("a", "b", "c")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    assert records.check() == 76
