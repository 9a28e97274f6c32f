"""A node of before, whose tables said which report in escrow was of which case: it says so no more, and nothing is forgotten."""

from __future__ import annotations

import subprocess
import sys

from cluster import OwnDatabase

PROGRAM = """\
from longarm.store.folder import folder_of, prepare
from longarm.store.start import start
prepare(folder_of())
start()
import uuid
from datetime import date
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

def to(step):
    executor = MigrationExecutor(connection)
    executor.migrate([("store", step)])
    return MigrationExecutor(connection).loader.project_state([("store", step)]).apps

before = to("0015_exhibits_agreed_to")
case = before.get_model("store", "Case").objects.create(
    organisation=before.get_model("store", "Organisation").objects.create(name_sealed=b"", recovery_public=bytes(32)), version=1
)
row = before.get_model("store", "Escrowed").objects.create(
    case=case, leaf=bytes([1]) * 32, report_sealed=b"report", about_sealed=b"about", public=bytes(32), posted_at=timezone.now(),
    expires_on=date(2027, 1, 1),
)
before.get_model("store", "EscrowOpened").objects.create(escrowed=row, tag=bytes(32), about_sealed=b"opened")
for leaf in (1, 2):
    before.get_model("store", "EscrowLeaving").objects.create(leaf=bytes([leaf]) * 32)
after = to("0016_escrow_anew")
row = after.get_model("store", "Escrowed").objects.get()
leaving = sorted(bytes(one.leaf)[0] for one in after.get_model("store", "EscrowLeaving").objects.all())
print(row.tag, bytes(row.report_sealed), row.posted_at, leaving, after.get_model("store", "EscrowOpened").objects.count())
"""


def test_what_lay_at_the_hub_is_taken_back_to_be_made_anew_and_what_opened_stays(own_database: OwnDatabase) -> None:
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=own_database.environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.split("\n")[-2:] == ["None b'' None [1, 2] 1", ""], done.stderr
