"""backup, restore and check as an administrator runs them: papers, exit codes, kill -9 at any time, a full disk, an old node."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import jsonschema
import pytest

from arabic import latin_words
from backing_up import LONGARM, longarm, objects, python
from longarm.cli.schema import schema_of

if TYPE_CHECKING:
    from cluster import OwnDatabase

# A node with an organisation and sixty files in its vault: enough to be killed in the middle of.
MAKE = """\
import os; os.umask(0o077)
from longarm.store.folder import folder_of, prepare; prepare(folder_of())
from longarm.store.upgrade import migrate; migrate()
from longarm.casework import node; node.make_secret_once(folder_of()); node.node().signing_key
from django.conf import settings; from longarm.keys.passphrase import LEAST; settings.LONGARM_PASSPHRASE_COST = LEAST
from longarm.casework.people.organisations import set_up_organisation
set_up_organisation("Resist", "Basma", "four words or five")
from longarm.store.vault import incoming
for n in range(60):
    with incoming(folder_of().vault) as file:
        file.write(bytes(60_000))
        file.keep()
"""
# The same node as the first longarm that ever ran left it: its tables at the first step, one administrator.
OLD = """\
import os; os.umask(0o077)
from longarm.store.folder import folder_of, prepare; prepare(folder_of())
from django.core.management import call_command; call_command("migrate", "store", "0001_tables", verbosity=0)
from longarm.casework import node; node.make_secret_once(folder_of()); node.node().signing_key
from longarm.store.tables_at import steps_done, tables_at
from uuid import uuid4
there = {model._meta.model_name: model for model in tables_at(steps_done())}
id = uuid4()
there["organisation"].objects.create(id=id, name_sealed=node.node().seal_name(id, "Resist"), recovery_public=bytes(32))
there["user"].objects.create(organisation_id=id, lookup=bytes(32), name_sealed=b"x", role="admin", pair=b"x")
"""


class Node(NamedTuple):
    environment: dict[str, str]
    data: Path
    folder: Path
    paper: Path


class Own(NamedTuple):
    environment: dict[str, str]
    data: Path


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Own:
    """For what no database makes a difference to."""
    away = ("LONGARM_", "DJANGO_", "DATABASE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    return Own({**environment, "LC_ALL": "C.UTF-8"}, tmp_path / "data")


def made(own: OwnDatabase | Own, tmp_path: Path, code: str = MAKE) -> Node:
    (own.data.parent / "make.py").write_text(code)
    python(own.environment, own.data, f"exec(open({str(own.data.parent / 'make.py')!r}).read())")
    done = longarm(own.environment, "backup", "--data", own.data, "--new-key")
    assert done.returncode == 0, done.stderr
    paper = tmp_path / "paper.txt"
    paper.write_text("\n".join(re.findall(r"^ +[0-9A-Z]{4} - .*$", done.stdout, re.MULTILINE)))
    return Node(own.environment, own.data, tmp_path / "backups", paper)


def answer(done: subprocess.CompletedProcess[str], command: str) -> dict[str, object]:
    found = json.loads(done.stdout)
    jsonschema.validate(found, schema_of(command))
    return found


def test_from_a_paper_to_a_restored_node(own_database: OwnDatabase, tmp_path: Path) -> None:
    node = made(own_database, tmp_path)
    first = longarm(node.environment, "backup", "--data", node.data, "--to", node.folder, "--json")
    assert answer(first, "backup")["new_files"] == 60
    assert (
        "60 files of the vault, 0 of them new"
        in longarm(node.environment, "backup", "--data", node.data, "--to", node.folder).stdout
    )
    checked = longarm(node.environment, "check", "--data", node.data, "--backup", node.folder, "--key-file", node.paper, "--json")
    report = answer(checked, "check")
    assert (checked.returncode, report["sound"], report["backups"]) == (0, True, [1, 2])
    elsewhere = {name: value for name, value in node.environment.items() if name != "DATABASE_URL"}
    typed = subprocess.run(
        [*LONGARM, "restore", "--from", str(node.folder), "--data", str(tmp_path / "back"), "--json", "--at", "1"],
        input=node.paper.read_text().replace("\n", " ") + "\n", capture_output=True, text=True, env=elsewhere, check=False,
    )  # fmt: skip
    assert answer(typed, "restore")["files"] == 60
    arabic = longarm({**elsewhere, "LC_ALL": "ar"}, "check", "--data", tmp_path / "back")
    assert arabic.returncode == 1  # its keys are not there yet
    assert "فشل: مفاتيح النظام موجودة" in arabic.stdout


def test_an_arabic_terminal_reads_arabic_from_the_paper_to_the_restored_node(on_sqlite: Own, tmp_path: Path) -> None:
    node = made(on_sqlite, tmp_path)
    arabic, back = {**node.environment, "LC_ALL": "ar"}, tmp_path / "back"
    key = re.compile(r"^ +[0-9A-Z]{4} - .*$", re.MULTILINE)  # of the new paper
    for ends, words in (
        (0, ("backup", "--data", node.data, "--to", node.folder)),
        (0, ("restore", "--from", node.folder, "--data", back, "--key-file", node.paper)),
        (1, ("check", "--data", back)),
        (0, ("backup", "--data", node.data, "--to", node.folder, "--new-key")),
    ):
        done = longarm(arabic, *words)
        assert done.returncode == ends, done.stderr
        assert latin_words(key.sub("", done.stdout) + done.stderr) == [], words


def test_a_new_paper_leaves_older_backups_to_the_older_one(on_sqlite: Own, tmp_path: Path) -> None:
    node = made(on_sqlite, tmp_path)
    assert longarm(node.environment, "backup", "--data", node.data, "--to", node.folder).returncode == 0
    again = longarm(node.environment, "backup", "--data", node.data, "--to", node.folder, "--new-key")
    assert "keep that paper too" in again.stdout
    for at, code in ((1, 0), (2, 1)):
        done = longarm(node.environment, "check", "--backup", node.folder, "--key-file", node.paper, "--at", at)
        assert done.returncode == code, done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["backup"], "--to FOLDER"),
        (["backup", "--to", "{data}/backups"], "inside the node’s own folders"),
        (["backup", "--to", "{data}.keys/backups"], "inside the node’s own folders"),
        (["backup", "--to", "{tmp}"], "holds other files"),
        (["backup", "--to", "{tmp}/x", "--keep", "0"], "--keep takes a number"),
        (["check", "--backup", "{tmp}/x"], "holds no backups"),
        (["restore", "--from", "{tmp}/x", "--data", "{tmp}/y", "--key-file", "{tmp}/paper.txt"], "holds no backups"),
    ],
)
def test_what_cannot_be_is_one_sentence(tmp_path: Path, arguments: list[str], said: str) -> None:
    data = tmp_path / "data"
    (data / "vault").mkdir(parents=True)
    (data / "LAYOUT").write_text("1\n")
    (data / "longarm.sqlite3").touch()
    (tmp_path / "paper.txt").touch()
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "LONGARM_DATA": str(data)}
    done = longarm(environment, *(part.format(data=data, tmp=tmp_path) for part in arguments))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def test_no_node_no_backup(tmp_path: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    for command in (["backup", "--to", str(tmp_path / "x")], ["check"]):
        done = longarm(environment, *command, "--data", tmp_path / "nothing")
        assert (done.returncode, "holds no node" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def killed(environment: dict[str, str], after: float, *arguments: object) -> bool:
    process = subprocess.Popen([*LONGARM, *map(str, arguments)], env=environment, stderr=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def test_killed_at_any_moment_the_earlier_backups_are_good(on_sqlite: Own, tmp_path: Path) -> None:
    node = made(on_sqlite, tmp_path)
    backup = ("backup", "--data", node.data, "--to", node.folder, "--keep", 1)
    began = time.monotonic()
    assert longarm(node.environment, *backup).returncode == 0
    lasts = time.monotonic() - began
    for path in list((node.data / "vault").glob("??/*"))[:30]:  # half of the files are new to each run
        path.rename(path.with_name(path.name[::-1]))
    cut = [killed(node.environment, lasts * share, *backup) for share in (0.5, 0.65, 0.8, 0.95)]
    assert any(cut)
    checked = longarm(node.environment, "check", "--backup", node.folder, "--key-file", node.paper, "--json")
    assert checked.returncode == 0, checked.stdout
    assert longarm(node.environment, *backup).returncode == 0
    manifest = json.loads(next((node.folder / "backups").iterdir()).read_bytes().partition(b"\n")[0])
    assert len(manifest["files"]) == 60
    assert objects(node.folder) == {manifest["rows"]["object"], *(file[1] for file in manifest["files"])}
    assert not list(node.folder.glob(".part-*"))


def cramped(environment: dict[str, str], size: int, command: list[str]) -> subprocess.CompletedProcess[str]:
    """No file may grow over `size` bytes: to a program that is a disk that is full."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # noqa: E731
    return subprocess.run(command, capture_output=True, text=True, env=environment, preexec_fn=limit, check=False)


def test_a_full_disk_is_one_sentence_and_leaves_what_was(on_sqlite: Own, tmp_path: Path) -> None:
    node = made(on_sqlite, tmp_path)
    backup = [*LONGARM, "backup", "--data", str(node.data), "--to", str(node.folder)]
    full = cramped(node.environment, 50_000, backup)
    assert (full.returncode, full.stderr.count("\n"), "Make room" in full.stderr) == (2, 1, True)
    assert list((node.folder / "backups").iterdir()) == []
    assert not list(node.folder.glob(".part-*"))
    assert longarm(node.environment, *backup[3:]).returncode == 0
    elsewhere = {name: value for name, value in node.environment.items() if name != "DATABASE_URL"}
    restore = ["restore", "--from", str(node.folder), "--data", str(tmp_path / "back"), "--key-file", str(node.paper)]
    for size in (50_000, 100_000):  # a file of the vault does not fit; the database does not
        full = cramped(elsewhere, size, [*LONGARM, *restore])
        assert (full.returncode, full.stderr.count("\n"), "nothing was put in place" in full.stderr) == (2, 1, True), full.stderr
        assert not list(tmp_path.glob("*back.*")) + list(tmp_path.glob("back*/longarm*"))
    half = subprocess.Popen([*LONGARM, *restore], env=elsewhere, stderr=subprocess.DEVNULL)
    while half.poll() is None and not list(tmp_path.glob(".back*")):
        time.sleep(0.001)
    half.kill()  # it has begun to build beside, and nothing is in place yet
    assert (half.wait(), (tmp_path / "back").exists()) == (-signal.SIGKILL, False)
    assert longarm(elsewhere, *restore).returncode == 0
    assert not list(tmp_path.glob(".back*"))


def test_a_backup_of_an_old_node_restores_into_this_longarm(own_database: OwnDatabase, tmp_path: Path) -> None:
    node = made(own_database, tmp_path, OLD)
    waiting = longarm(node.environment, "check", "--data", node.data, "--json")
    failed = [one["number"] for one in answer(waiting, "check")["checks"] if one["state"] == "failed"]  # type: ignore[attr-defined]
    assert failed == [3]
    assert longarm(node.environment, "backup", "--data", node.data, "--to", node.folder).returncode == 0
    elsewhere = {name: value for name, value in node.environment.items() if name != "DATABASE_URL"}
    done = longarm(
        elsewhere,
        "restore",
        "--from",
        node.folder,
        "--data",
        tmp_path / "back",
        "--keys",
        f"{node.data}.keys",
        "--key-file",
        node.paper,
    )
    assert done.returncode == 0, done.stderr
    role = "from longarm.store.models import User; user = User.objects.get(); print(user.role, user.administers)"
    assert python(elsewhere, tmp_path / "back", role) == "coordinator True"
    assert longarm(elsewhere, "check", "--data", tmp_path / "back", "--keys", f"{node.data}.keys").returncode == 0
