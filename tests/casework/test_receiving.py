"""Exhibits arrive whole or not at all, under one number each, with their line in the custody record."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import connection

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.proof import custody, exhibits
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits, receive
from longarm.errors import BadInput, Unsound
from longarm.store.models import CustodyLine, Exhibit, Record
from people import AMAL, everybody

if TYPE_CHECKING:
    from cluster import OwnDatabase


def files() -> list[str]:
    return [path.name for path in settings.LONGARM_FOLDER.vault.rglob("*") if path.is_file()]


@pytest.mark.django_db
def test_hashes_are_those_of_the_bytes_as_received() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    data = os.urandom(3_000_001)
    add_exhibit(people.basma, case, io.BytesIO(data), "x")
    [view] = list_exhibits(people.basma, case)
    assert view.about.sha256 == hashlib.sha256(data).hexdigest()
    assert view.about.sha512 == hashlib.sha512(data).hexdigest()


@pytest.mark.django_db
def test_what_broke_off_is_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    with pytest.raises(ZeroDivisionError), receive(people.basma, case) as arriving:
        arriving.write(bytes(1 // 0))
    assert (list_exhibits(people.basma, case), files()) == ((), [])
    lines = Record.objects.count()
    monkeypatch.setattr(exhibits, "record", _breaks)  # the last step of the transaction
    with pytest.raises(RuntimeError):
        add_exhibit(people.basma, case, io.BytesIO(b"whole"), "x")
    assert (list_exhibits(people.basma, case), files(), CustodyLine.objects.count(), Record.objects.count()) == ((), [], 0, lines)


def _breaks(*_: object, **__: object) -> None:
    raise RuntimeError


BROUGHT_UP = """
import os
from longarm.casework.first_start import bring_up
from longarm.keys.passphrase import LEAST
from longarm.store.folder import folder_of
bring_up(folder_of())
from django.conf import settings
settings.LONGARM_PASSPHRASE_COST = LEAST
from longarm.casework.cases import open_case
from longarm.casework.proof.exhibits import receive
from longarm.store.models import Exhibit
from people import AMAL, everybody
"""
KILLED = """
people = everybody()
arriving = receive(people.basma, open_case(people.basma, AMAL).id)
arriving.write(bytes(1_000_000))
os._exit(9)
"""


def test_a_killed_process_leaves_nothing_that_looks_whole(own_database: OwnDatabase) -> None:
    def run(program: str) -> subprocess.CompletedProcess[str]:
        environment = {**own_database.environment, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", BROUGHT_UP + program]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)

    vault = own_database.data / "vault"
    killed = run(KILLED)
    assert killed.returncode == 9, killed.stderr
    [part] = [path for path in vault.rglob("*") if path.is_file()]
    assert part.name.startswith(".part-")
    assert run("print(Exhibit.objects.count())").stdout == "0\n", "no exhibit, and the start swept what was half there"
    assert [path for path in vault.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_a_file_over_the_limit_is_refused_at_the_limit_and_leaves_nothing() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    arriving = receive(people.basma, case, limit=1000)
    arriving.write(bytes(1000))
    with pytest.raises(BadInput, match="larger than"):
        arriving.write(b"x")
    assert files() == []


@pytest.mark.django_db
def test_a_name_is_kept_as_it_came_and_never_becomes_a_path() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    for name in ("../../etc/passwd", "C:\\x", "\u202egpj.exe", "a\x00b", "صورة" * 400, ""):
        add_exhibit(people.basma, case, io.BytesIO(b"x"), name)
    names = [view.about.name for view in list_exhibits(people.basma, case)]
    assert names[:4] == ["../../etc/passwd", "C:\\x", "\u202egpj.exe", "a\x00b"]
    assert (len(names[4]), names[5]) == (1024, "-")
    assert all(len(name) == 32 for name in files())


@pytest.mark.django_db
def test_custody_is_one_unbroken_chain_and_tampering_shows() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    for number in range(3):
        add_exhibit(people.basma, case, io.BytesIO(bytes([number])), "x")
    opened = open_for(people.basma, case)
    lines = custody.lines(opened)
    assert len(lines) == 3
    assert custody.unbroken(lines)
    assert not custody.unbroken(lines[1:])
    assert not custody.unbroken([lines[0], lines[2]])
    assert not custody.unbroken([lines[0].replace(b"E0001", b"E0002"), *lines[1:]])
    CustodyLine.objects.filter(seq=1).update(line_sealed=bytes(CustodyLine.objects.get(seq=2).line_sealed))
    with pytest.raises(Unsound):
        custody.lines(opened)


@pytest.mark.django_db(transaction=True)
def test_two_who_send_at_once_get_two_numbers() -> None:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    faults: list[Exception] = []

    def send() -> None:
        try:
            for _ in range(8):
                add_exhibit(people.basma, case, io.BytesIO(b"x" * 100), "x")
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _ in range(3)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert faults == []
    assert sorted(Exhibit.objects.values_list("number", flat=True)) == list(range(1, 25))
    assert custody.unbroken(custody.lines(open_for(people.basma, case)))
