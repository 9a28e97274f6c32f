"""How the node is: one word for whoever asks, the whole for who administers."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from backing_up import Kept, a_node, backed_up
from longarm.casework.backup.marker import LastBackup, LastCheck, remember_backup, remember_check
from longarm.casework.node import node
from longarm.casework.work.jobs import WORKER
from longarm.casework.work.worker_alive import alive, locked
from longarm.store.models import Job

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    for marker in node().folder.data.glob("last-*.json"):
        marker.unlink()
    return a_node(tmp_path)


def told() -> tuple[int, str]:
    answer = Client().get("/health/")
    return answer.status_code, answer.content.decode()


def test_a_machine_is_told_ok_or_one_word(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told() == (200, "ok\n")
    assert Client().head("/health/").status_code == 200
    assert Client().post("/health/").status_code == 405
    monkeypatch.setenv(WORKER, "ab" * 32)
    assert told() == (503, "worker\n")
    (node().folder.keys / "node.secret").unlink()
    assert told() == (503, "keys\n")


def test_a_database_that_is_away_is_said_without_its_address(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "NAME", "/nowhere/secret-name")
    try:
        assert told() == (503, "database\n")
    finally:
        connection.close()


def test_the_worker_is_alive_as_long_as_its_process(tmp_path: Path) -> None:
    assert not alive(tmp_path)
    lock = locked(tmp_path)
    worker = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=(lock,))
    os.close(lock)
    assert alive(tmp_path)
    worker.kill()
    worker.wait()
    assert not alive(tmp_path)


def test_who_administers_sees_what_wants_a_hand(kept: Kept, enter, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    basma = enter("Basma")
    page = basma.get("/desk/health/").content.decode()
    assert "No backup of this node has been made yet." in page
    assert "This node has not been checked yet." in page
    assert "Amal" not in page
    assert "even when it was encoded anew" in page
    monkeypatch.setattr("longarm.casework.work.health.can_listen", lambda: False)  # a machine without the library
    assert "compared byte for byte only" in basma.get("/desk/health/").content.decode()
    backed_up(kept.folder)
    data = node().folder.data
    remember_check(data, LastCheck(at=timezone.now(), record_length=7, failed=(5, 7)))
    Job.objects.create(kind="read", worker=bytes(32), key_sealed=b"", made_at=timezone.now() - timedelta(hours=1))
    page = basma.get("/desk/health/").content.decode()
    for said in ("(number <bdi>1</bdi>)", "these checks failed: <bdi>5, 7</bdi>", "One piece of work waits"):
        assert said in page
    assert page.count("to mend") == 1  # the check
    remember_backup(data, "another", LastBackup(at=timezone.now() + timedelta(days=1), number=2, manifest=""))
    (node().folder.keys / "node.secret").write_text("ab" * 32)
    assert "nobody can sign in after a restart" in basma.get("/desk/health/").content.decode()


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_the_page_is_whole_in_each_language(kept: Kept, enter, language: str) -> None:  # type: ignore[no-untyped-def]
    client = enter("Basma")
    client.post("/desk/language/", {"speak": language, "back": "/desk/health/"})
    page = client.get("/desk/health/")
    assert page.status_code == 200
    assert f'lang="{language}"' in page.content.decode()


def test_others_do_not_see_the_page(kept: Kept, enter) -> None:  # type: ignore[no-untyped-def]
    assert enter("Rana").get("/desk/health/").status_code == 403
    assert enter("Dina").get("/desk/health/").status_code == 403
    assert Client().get("/desk/health/").status_code == 302
