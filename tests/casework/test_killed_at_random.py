"""Kill -9 at random moments of a key rotation, a letter, a deletion: `make soak`, a little of it, on both engines.

Rana comes and goes, and each time she goes the case gets a new key: a hundred and twenty notes and more are sealed anew. After
every kill each row opens with the key of now, the paper and every member hold that key, and nothing told as done is missing.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import OwnDatabase

SOAK = Path(__file__).parents[1] / "soak" / "run.py"


@pytest.mark.parametrize(("acts", "kills"), [(["rotation"], 8), (["letter", "case saved", "deletion", "file in pieces"], 6)])
def test_killed_at_random(own_database: OwnDatabase, tmp_path: Path, acts: list[str], kills: int) -> None:
    database = "given" if own_database.engine == "postgresql" else "sqlite"
    command = [sys.executable, str(SOAK), "--kills", str(kills), "--seed", "20", "--database", database, "--data", str(tmp_path)]
    done = subprocess.run([*command, "--only", *acts], env=own_database.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{kills} kills" in done.stdout
    assert "planted words found on the disk: none" in done.stdout
