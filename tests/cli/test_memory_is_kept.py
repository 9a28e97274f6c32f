"""Processes that hold keys leave no core dump and let no debugger of the same user in."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cluster import OwnDatabase

# PR_GET_DUMPABLE is 3 (<linux/prctl.h>).
ASKED = """
import ctypes, resource
{start}
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
WEB = "import longarm.web.wsgi"
WORKER = "import longarm.casework.work.worker as worker; assert worker.main() == 2  # no key came in"
SERVER = """
from longarm.cli import main
assert main(["serve", "--host", "192.0.2.1"]) == 2  # an address of nobody: it ends before it listens
"""


@pytest.mark.skipif(sys.platform != "linux", reason="told apart by prctl")
@pytest.mark.one_database("about processes")
@pytest.mark.parametrize("start", [WEB, WORKER, SERVER], ids=["web", "worker", "server"])
def test_memory_is_kept(own_database: OwnDatabase, start: str) -> None:
    code = ASKED.format(start=start)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=own_database.environment,
        input="no key\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == ["0 0"], done.stderr


def test_it_would_be_seen() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED.format(start="")], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == "1"
