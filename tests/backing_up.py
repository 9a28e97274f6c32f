"""What the tests of backups share: a node with a case, `longarm` in a process of its own, a look into what it restored."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from longarm.casework.backup.make import Made, back_up
from longarm.casework.backup.opening import held_shelf
from longarm.casework.cases import open_case
from longarm.casework.node import node
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.keys.backup import new_backup_key, store_public
from people import AMAL, PASSPHRASE, People, everybody

CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: a\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"
LONGARM = (sys.executable, "-m", "longarm")
# In a process of its own: Basma signs in, opens the case, and the exhibit's bytes come out as they went in.
LOOK = f"""\
from longarm.store.start import start
start()
from longarm.casework.proof.bundles import list_bundles, open_bundle
from longarm.casework.cases import list_cases, read_case
from longarm.casework.proof.exhibits import list_exhibits, exhibit_for, source_of
from longarm.casework.people.visits import sign_in
basma = sign_in("Basma", {PASSPHRASE!r}).actor
for row in list_cases(basma):
    assert read_case(basma, row.id).case.reference == "EG-2026-0007"
    [exhibit] = list_exhibits(basma, row.id)
    opened, stored = exhibit_for(basma, exhibit.id)
    assert source_of(opened, stored).open().read() == {CHAT!r}
    [bundle] = list_bundles(basma, row.id)
    assert len(open_bundle(basma, bundle.id, "court").source.open().read()) == bundle.size
    print("opened")
"""


class Kept(NamedTuple):
    """A node with Amal's case, and the backup key's paper in a file."""

    people: People
    case: UUID
    paper: Path
    folder: Path


def a_node(tmp_path: Path) -> Kept:
    people = everybody()
    case = a_case(people)
    made = new_backup_key()
    store_public(node().folder.keys, made.public)
    paper = tmp_path / "paper.txt"
    paper.write_text(made.printed)
    return Kept(people, case, paper, tmp_path / "backups")


def a_case(people: People) -> UUID:
    case = open_case(people.basma, AMAL).id
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT), "chat.txt"))
    seal_case(people.basma, case)
    return case


def backed_up(folder: Path, keep: int | None = None) -> Made:
    with held_shelf(folder) as shelf:
        return back_up(shelf, keep)


def keys_to(target: Path) -> None:
    """The copy of the keys folder that the administrator kept elsewhere."""
    node().signing_key  # noqa: B018 - made at first use
    shutil.copytree(node().folder.keys, target)


def longarm(environment: dict[str, str], *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*LONGARM, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def look(environment: dict[str, str], data: Path) -> str:
    environment = {**environment, "LONGARM_DATA": str(data)}
    done = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def python(environment: dict[str, str], data: Path, code: str) -> str:
    """What `code` prints, in a process of its own with the node in `data`."""
    environment = {**environment, "LONGARM_DATA": str(data)}
    code = f"from longarm.store.start import start; start(); {code}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def on_sqlite(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name != "DATABASE_URL"}


def objects(folder: Path) -> set[str]:
    return {path.name for path in (folder / "objects").rglob("*") if path.is_file()}


def spoil(path: Path, at: int = -1) -> None:
    """One bit of a file is not what it was."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.chmod(0o600)
    path.write_bytes(bytes(data))
    os.utime(path)
