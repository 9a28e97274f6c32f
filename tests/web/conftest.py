"""Browsers and signed-in clients for the tests of what people see."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

# Playwright's synchronous calls run inside an event loop of their own; Django must not take that for an asynchronous view.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
sys.path.insert(0, str(Path(__file__).parent))  # one browser test takes its story from another

CHROMIUM = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
CHROMIUM += ["--disable-sync"]


class Node(NamedTuple):
    """A node started as people start it: `longarm serve` on an empty folder."""

    address: str
    data: Path


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Empty at first; one test sets it up. The public pages do not mind."""
    with _served(tmp_path_factory.mktemp("served") / "data") as served:
        yield served


@pytest.fixture(scope="session")
def second_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """For tests that fill the desk once and look at it many times."""
    with _served(tmp_path_factory.mktemp("served") / "data") as served:
        yield served


@pytest.fixture(scope="session")
def third_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """For the caseworker's day, which begins on an empty node too."""
    with _served(tmp_path_factory.mktemp("served") / "data") as served:
        yield served


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """With the founding cases, as `longarm demo` loads them: three of them are a series."""
    data = tmp_path_factory.mktemp("served") / "data"
    subprocess.run([sys.executable, "-m", "longarm", "demo", "--data", str(data)], check=True, capture_output=True)
    with _served(data) as served:
        yield served


@contextmanager
def _served(data: Path) -> Iterator[Node]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LONGARM_", "DJANGO_", "DATABASE_"))}
    command = [sys.executable, "-m", "longarm", "serve", "--data", str(data), "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        _answering(port, process)
        yield Node(f"http://127.0.0.1:{port}", data)
    finally:
        process.terminate()
        process.wait(30)


def _answering(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, process.stdout.read().decode() if process.stdout else "it stopped"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the node does not answer")


@pytest.fixture(scope="session")
def chromium():  # type: ignore[no-untyped-def]
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong
    path = shutil.which("chromium")
    assert path, "These tests drive Debian's Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def people(db: None):  # type: ignore[no-untyped-def]
    from people import everybody

    return everybody()


@pytest.fixture
def enter():  # type: ignore[no-untyped-def]
    """A Django client that has gone through the door as `name`."""
    from django.test import Client

    from people import PASSPHRASE

    def through(name: str) -> Client:
        client = Client(headers={"accept-language": "en"})
        answer = client.post("/desk/sign-in/", {"name": name, "passphrase": PASSPHRASE})
        assert answer.status_code == 302, answer.content.decode()
        return client

    return through


@pytest.fixture
def resist(people, settings):  # type: ignore[no-untyped-def]
    """Resist takes reports; nobody waits at the door."""
    from visitor import FREE

    from longarm.keys.passphrase import LEAST

    settings.LONGARM_INTAKE = str(people.basma.organisation)
    settings.LONGARM_DOOR = FREE
    settings.LONGARM_RECEIPT_COST = LEAST
    return people
