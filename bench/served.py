"""A node as in life: the founding cases, very many cases beside them, served by `longarm serve`.

Runs inside the process that `bench/node.py` starts for one database; the servers and the browsers are processes of their own.
"""

from __future__ import annotations

import io
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent))

import inbox

_HERE = Path(__file__).parent
_READY = 60  # seconds
_WITH_EXHIBITS = "shorouk"


class Node:
    """Made once for a database; `fill` brings it to so many cases; `asks` are the requests that are measured."""

    def __init__(self, folder: Path, *, founding: bool = True) -> None:
        os.environ |= {
            "LONGARM_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "longarm.web.settings",
            "LONGARM_HOSTS": "localhost",
        }
        os.environ["LONGARM_SECRET"] = secrets.token_hex(32)  # what signs the intake's pages: ours are signed here
        from django.conf import settings

        _ = settings.DATABASES  # the web's settings, before the store would make its own
        from longarm.store.folder import folder_of, prepare
        from longarm.store.start import start
        from longarm.store.upgrade import migrate

        prepare(folder_of(folder))  # not `bring_up`: that would keep the folder from the server
        start()
        migrate()
        from longarm.casework.node import make_secret_once
        from longarm.casework.people.organisations import set_up_organisation
        from longarm.casework.people.visits import sign_in
        from longarm.store.models import Case

        make_secret_once(folder_of(folder))
        set_up_organisation("bench", "Basma", inbox.PASSPHRASE)
        self.visit = sign_in("Basma", inbox.PASSPHRASE)
        self.cases = _founding(self.visit.actor) if founding else []
        self._there = Case.objects.count()

    def fill(self, cases: int) -> None:
        from django.db import connection

        inbox.fill(self.visit.actor, cases, there=self._there)
        self._there = cases
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:  # in life the server does so by itself within a minute
                cursor.execute("ANALYZE")

    def empty_case(self) -> Any:
        """A new one, with nobody and nothing in it yet."""
        from longarm.casework.cases import open_case

        return open_case(
            self.visit.actor, b"longarm: case/1\nreference: B-1\npersons: [{id: c, roles: [complainant]}]\n", "bench"
        ).id

    def get(self, address: str, port: int) -> bytes:
        cookies = f"Cookie: visit={self.visit.cookie}\r\n" if address.startswith("/desk/") else ""
        return f"GET {address} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept-Language: ar\r\n{cookies}\r\n".encode()


def _founding(actor: Any) -> list[str]:
    """The founding cases, opened as in life; one of them with its exhibits read and sealed."""
    from longarm.casework.cases import open_case
    from longarm.casework.demo.build import build
    from longarm.casework.demo.load import case_names
    from longarm.casework.proof.bundles import seal_case
    from longarm.casework.proof.exhibits import add_exhibit
    from longarm.casework.proof.reading import process_exhibit

    found = {}
    for name in case_names():
        text = (files("longarm.casework.demo") / "cases" / f"{name}.yaml").read_bytes()
        found[name] = open_case(actor, text, f"{name}.yaml").id
    for made in build(_WITH_EXHIBITS):
        process_exhibit(actor, add_exhibit(actor, found[_WITH_EXHIBITS], io.BytesIO(made.data), made.name, made.received_from))
    seal_case(actor, found[_WITH_EXHIBITS])
    return [str(case) for case in found.values()]


def report(port: int) -> bytes:
    """One report, sent from its last screen, with the ticket of somebody who has written for an hour."""
    from longarm.web.intake.answers import Answers

    choices = {"safety": ("family",), "child": ("no",), "who": ("me",), "what": ("threat", "money"), "address": ("female",)}
    answers = Answers("words", secrets.token_hex(16), int(time.time()) - 3600, choices, "EG", "He wants money by night. " * 20)
    form = urlencode({"do": "send", "language": "ar", "state": answers.signed(), "words": answers.words}).encode()
    return post("/", port, form, "application/x-www-form-urlencoded")


def post(address: str, port: int, body: bytes, kind: str, more: str = "") -> bytes:
    head = f"POST {address} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Sec-Fetch-Site: same-origin\r\n{more}\r\n".encode() + body


class Server(NamedTuple):
    port: int
    process: int

    def spent(self) -> float:
        """Seconds of CPU that what answers browsers has taken so far: not the database server, not our worker."""
        return sum(_spent(process) for process in _family(self.process)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving() -> Iterator[tuple[Server, Server]]:
    """`longarm serve` and the bare page, one worker each."""
    longarm, ours, theirs = str(Path(sys.executable).with_name("longarm")), _free(), _free()
    bare = [sys.executable, str(_HERE / "bare.py"), str(theirs)]
    with (
        _running([longarm, "serve", "--port", str(ours)], ours) as node,
        _running(bare, theirs, DJANGO_SETTINGS_MODULE="bare", PYTHONPATH=str(_HERE)) as page,
    ):
        yield node, page


@contextmanager
def _running(command: list[str], port: int, **environment: str) -> Iterator[Server]:
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(_READY)


def _family(process: int) -> Iterator[int]:
    if b"casework.worker" in Path(f"/proc/{process}/cmdline").read_bytes():
        return
    yield process
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _family(int(child))


def _spent(process: int) -> int:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _wait(process: subprocess.Popen[Any], port: int) -> None:
    for _ in range(_READY * 10):
        if process.poll() is not None:
            sys.exit(f"port {port}: the server ended")
        with socket.socket() as line:
            if line.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit(f"port {port}: no answer")


def _free() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])
