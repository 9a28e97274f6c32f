"""An upgrade happens whole or not at all, once, and only forwards: processes that migrate, and are killed while they do.

Each process stands for `longarm serve` of the next version: it has two steps more than the program, in a folder beside.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db.migrations.loader import MigrationLoader

from cluster import OwnDatabase

FIRST = """\
from django.db import migrations, models

def fill(apps, schema_editor):
    rows = apps.get_model("store", "Soon").objects
    rows.bulk_create(rows.model(size=n, organisation_id=None) for n in range(200))

class Migration(migrations.Migration):
    dependencies = [("store", "{last}")]
    operations = [
        migrations.CreateModel("Soon", [
            ("id", models.BigAutoField(primary_key=True)),
            ("size", models.IntegerField()),
            ("organisation", models.ForeignKey("store.organisation", models.PROTECT, null=True)),
        ]),
        migrations.RunPython(fill),
    ]
"""
SECOND = """\
from django.db import migrations, models
import os, pathlib, time

def halfway(apps, schema_editor):
    assert apps.get_model("store", "Soon").objects.count() == 200
    if os.environ.get("STOP") == "halfway":
        pathlib.Path(os.environ["REACHED"]).touch()
        time.sleep(60)

class Migration(migrations.Migration):
    dependencies = [("store", "9001_first")]
    operations = [
        migrations.AlterField("soon", "size", models.BigIntegerField(db_index=True)),
        migrations.RunPython(halfway),
        migrations.AddField("soon", "later", models.BooleanField(default=True)),
    ]
"""
# What `longarm serve` does with the database, by the next version; stops where STOP says until it is killed.
NEXT = """\
import os, pathlib, sys, time
from longarm.store.folder import folder_of, prepare
from longarm.store.start import start
from longarm.store.upgrade import migrate
prepare(folder_of())
start()
if "STEPS" in os.environ:
    from django.conf import settings
    sys.path.insert(0, os.path.dirname(os.environ["STEPS"]))
    settings.MIGRATION_MODULES = {"store": "steps"}
if os.environ.get("STOP") == "before the note":
    from django.db.migrations.recorder import MigrationRecorder
    noted = MigrationRecorder.record_applied
    def note(self, app, name):
        if name == "9001_first":
            pathlib.Path(os.environ["REACHED"]).touch()
            time.sleep(60)
        noted(self, app, name)
    MigrationRecorder.record_applied = note
try:
    print(migrate())
except Exception as fault:
    print(fault)
"""
LOOK = """\
from longarm.store.start import start
start()
from django.db import connection
print(sorted(set(connection.introspection.table_names()) & {"store_soon", "store_case"}))
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of the next version: those of this one, and two more."""
    folder = tmp_path / "steps"
    folder.mkdir()
    (folder / "__init__.py").write_text("from longarm.store import migrations\n__path__.extend(migrations.__path__)\n")
    [(_, last)] = MigrationLoader(None).graph.leaf_nodes("store")
    (folder / "9001_first.py").write_text(FIRST.format(last=last))
    (folder / "9002_second.py").write_text(SECOND)
    return folder


def process(database: OwnDatabase, program: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program], env={**database.environment, **environment}, stdout=subprocess.PIPE, text=True
    )


def said(database: OwnDatabase, program: str, **environment: str) -> str:
    return process(database, program, **environment).communicate(timeout=120)[0].strip()


def test_a_first_start_makes_the_tables_and_the_next_finds_nothing_to_do(own_database: OwnDatabase) -> None:
    assert int(said(own_database, NEXT)) >= 1
    assert said(own_database, NEXT) == "0"
    assert said(own_database, LOOK) == "['store_case']"


@pytest.mark.parametrize("stop", ["halfway", "before the note"])
def test_killed_in_the_middle_nothing_has_happened_and_the_next_start_does_it(
    own_database: OwnDatabase, steps: Path, tmp_path: Path, stop: str
) -> None:
    said(own_database, NEXT)
    reached = tmp_path / "reached"
    upgrading = process(own_database, NEXT, STEPS=str(steps), STOP=stop, REACHED=str(reached))
    deadline = time.monotonic() + 60
    while not reached.exists():
        assert upgrading.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.kill(upgrading.pid, signal.SIGKILL)
    upgrading.communicate()
    assert said(own_database, LOOK) == "['store_case']"
    assert said(own_database, NEXT) == "0", "the version before still starts"
    assert said(own_database, NEXT, STEPS=str(steps)) == "2"
    assert said(own_database, LOOK) == "['store_case', 'store_soon']"


def test_a_step_that_fails_takes_the_steps_before_it_back(own_database: OwnDatabase, steps: Path) -> None:
    said(own_database, NEXT)
    broken = SECOND.replace("migrations.RunPython(halfway)", 'migrations.RunSQL("DELETE FROM nowhere")')
    (steps / "9002_second.py").write_text(broken)
    told = said(own_database, NEXT, STEPS=str(steps))
    assert re.fullmatch(r"The database could not be brought to this version \(.*nowhere.*\); nothing in it was changed\..*", told)
    assert said(own_database, LOOK) == "['store_case']"


def test_who_starts_meanwhile_waits_and_finds_it_done(own_database: OwnDatabase, steps: Path) -> None:
    starting = [process(own_database, NEXT, STEPS=str(steps)) for _ in range(3)]
    applied = [one.communicate(timeout=120)[0].strip() for one in starting]
    assert sorted(map(int, applied))[:2] == [0, 0], applied
    assert max(map(int, applied)) >= 3


def test_tables_of_a_newer_version_are_left_alone(own_database: OwnDatabase, steps: Path) -> None:
    said(own_database, NEXT, STEPS=str(steps))
    told = said(own_database, NEXT)
    assert re.fullmatch(r"The database was changed by a newer longarm \(step .9002_second.\)\. Update longarm, .*", told)
    assert said(own_database, LOOK) == "['store_case', 'store_soon']"


def test_no_step_asks_to_run_outside_the_transaction() -> None:
    steps = MigrationLoader(None).disk_migrations
    assert [name for (app, name), step in steps.items() if app == "store" and not step.atomic] == []
