"""A node on PostgreSQL, from an empty database to a signed-in page, as the administrator of a region would start it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from cluster import OwnDatabase

pytestmark = pytest.mark.postgresql
REFERENCE = r"[A-Z]{2}-20[0-9]{2}-[0-9]{4}"
LONGARM = (sys.executable, "-m", "longarm")


@contextmanager
def serving(database: OwnDatabase) -> Iterator[httpx.Client]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [*LONGARM, "serve", "--data", str(database.data), "--port", str(port)]
    process = subprocess.Popen(command, env=database.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", follow_redirects=True, timeout=60) as client:
            yield answering(client, process)
    finally:  # as a power cut would: the server, the processes that answer, the worker in the middle of its job
        if process.poll() is None:
            for pid in (process.pid, *children(process.pid)):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        process.wait(60)


def children(pid: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def answering(client: httpx.Client, process: subprocess.Popen[str]) -> httpx.Client:
    for _ in range(600):
        assert process.poll() is None, process.stdout.read() if process.stdout else ""
        try:
            client.get("/")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return client
    raise AssertionError("no page within a minute")


def submit(client: httpx.Client, path: str, to: str, **fields: str) -> httpx.Response:
    """Sends the form on the page at `path`."""
    page = client.get(path)
    assert page.status_code == 200
    [token, *_] = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    client.headers["origin"] = str(client.base_url).rstrip("/")
    return client.post(to, data={"csrfmiddlewaretoken": token, **fields})


def test_from_an_empty_database_to_the_demonstration_and_again_after_a_power_cut(own_database: OwnDatabase) -> None:
    with serving(own_database) as client:
        assert client.get("/").status_code == 200
        page = submit(client, "/desk/", "/desk/demo/").text
        for _ in range(600):  # the worker loads it, case by case
            if re.search(REFERENCE, page):
                break
            time.sleep(0.1)
            page = client.get("/desk/cases/").text
        else:
            raise AssertionError(page)
    assert not list(own_database.data.glob("*.sqlite3*"))
    with serving(own_database) as client:  # the second start finds what the first made
        inside = submit(client, "/desk/sign-in/", "/desk/sign-in/", name="demo", passphrase="look around longarm")
        assert re.search(REFERENCE, inside.text)
