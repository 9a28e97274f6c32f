"""Kill -9 while a file arrives: what was noted is there, what goes on is the same file, and the disk tells nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cluster import OwnDatabase

WORDS = "markword-yahmur بدأ في آذار"
NAME = "markname-فنك.txt"
BYTES = b"markbyte-okapi-"
WISH = "markwish-lemur"
ABOUT = "markabout-tenrec"

START = f"""
import sys
from longarm.casework.first_start import bring_up
from longarm.keys.passphrase import LEAST
from longarm.store.folder import folder_of
ready = bring_up(folder_of())
from django.conf import settings
settings.LONGARM_PASSPHRASE_COST = settings.LONGARM_RECEIPT_COST = LEAST
from longarm.casework.intake import giving, holder, submit as intake, invitations, returns
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
DATA = {BYTES!r} * 400_000
"""
GIVE = (
    START
    + f"""
from longarm.casework.people.organisations import set_up_organisation
set_up_organisation("R", "Basma", "قمر ليمون شباك رصيف")
code, token = intake.submit(Report(language="ar", child="no", words={WORDS!r}, wishes=Wishes(where={WISH!r})), "0123" * 8)
who = returns.holder_of(token)
second = invitations.invite_by_holder(who, "recipient", {ABOUT!r})
upload = giving.begin(who, {NAME!r}, len(DATA))
print(code, token, second, upload, sep="|", flush=True)
at = 0
while at < len(DATA):
    at = giving.receive(who, upload, at, DATA[at:at + 100_003])
    print(at, flush=True)
"""
)
GO_ON = (
    START
    + """
from uuid import UUID
from django.db import transaction
from longarm.store.models import Upload
who = returns.holder_of(returns.enter(sys.argv[1]))
upload = UUID(sys.argv[2])
at = giving.arrived(who, upload)
print(at, flush=True)
while at < len(DATA):
    at = giving.receive(who, upload, at, DATA[at:at + 250_000])
giving.finish(who, upload)
with transaction.atomic():
    _, _, channel = returns.locked(who)
from longarm.casework.intake.given import source_of
print(source_of(channel, Upload.objects.get(id=upload)).open().read() == DATA, flush=True)
"""
)


def python(program: str, own: OwnDatabase, temporary: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {**own.environment, "TMPDIR": str(temporary), "PYTHONUTF8": "1"}
    return subprocess.Popen([sys.executable, "-c", program, *arguments], env=environment, stdout=subprocess.PIPE, text=True)


def found_in(places: list[Path], marks: list[bytes]) -> list[tuple[str, bytes]]:
    found = []
    for place in places:
        for path in place.rglob("*"):
            data = (path.read_bytes() if path.is_file() else b"") + str(path).encode()
            found += [(path.name, mark) for mark in marks if mark in data or mark.hex().encode() in data]
    return found


@pytest.mark.parametrize("after", [2, 17])
def test_killed_while_a_file_arrives(own_database: OwnDatabase, tmp_path: Path, after: int) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    giver = python(GIVE, own_database, temporary)
    assert giver.stdout is not None
    code, token, second, upload = giver.stdout.readline().strip().split("|")
    for _ in range(after):
        noted = int(giver.stdout.readline())
    time.sleep(0.005 * after)
    os.kill(giver.pid, signal.SIGKILL)
    giver.wait()
    giver.stdout.close()

    marks = [WORDS.encode(), b"markword-yahmur", NAME.encode(), b"markname", BYTES, WISH.encode(), ABOUT.encode()]
    marks += [token.encode(), *(one.encode() for word in (code, second) for one in (word, word.replace(" ", "-")))]
    places = [own_database.data, temporary, Path(f"{own_database.data}.keys")]
    assert found_in(places, marks) == []
    assert found_in([own_database.data], [b"LAF1"])  # the half of a file that has come was looked at

    goes_on = python(GO_ON, own_database, temporary, code, upload)
    said = goes_on.communicate(timeout=60)[0].split()
    assert int(said[0]) >= noted
    assert said[1] == "True"
    assert found_in(places, marks) == []
    assert not list(temporary.iterdir())
