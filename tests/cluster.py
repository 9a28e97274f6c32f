"""A PostgreSQL of the tests' own: made in a temporary folder, reached through a socket there, gone at the end.

`pytest --database postgresql` makes one for the whole run. PostgreSQL refuses to be run by root; for root, Debian's user
`postgres` runs it. Nobody but that user (and root) can reach the folder, so the socket asks for no password, except of
the one user who has one.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote
from uuid import uuid4

import psycopg

USER: Final = "longarm"
WITH_PASSWORD: Final = "doorkeeper"
PASSWORD: Final = "open ص/@: sesame"
# Nothing here has to survive a power cut; small log segments, all of them kept, so that a test can search every byte.
_OPTIONS: Final = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_keep_size": "1GB",
    "shared_buffers": "32MB",
}


class OwnDatabase(NamedTuple):
    """An empty database for a process of its own, on the engine of this run; `environment` leads there."""

    engine: str
    environment: dict[str, str]
    data: Path


class Cluster:
    """`start` it, ask it for `address`es of databases, `stop` it; it also stops when the process that started it dies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: subprocess.Popen[bytes] | None = None

    @classmethod
    def start(cls, **options: str) -> Cluster:
        """`options` of the server stand before our own."""
        programs = _programs()
        cluster = cls(Path(tempfile.mkdtemp(prefix="longarm-postgresql-")))
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(cluster.folder, owner.pw_uid, owner.pw_gid)
        cluster._run(programs, "initdb", "--no-sync", "--auth=trust", f"--username={USER}", "--encoding=UTF8", "--locale=C.UTF-8",
                     "--wal-segsize=1")  # fmt: skip
        access = cluster.data / "pg_hba.conf"
        access.write_text(f"local all {WITH_PASSWORD} scram-sha-256\n{access.read_text()}")
        log = (cluster.folder / "log").open("wb")
        chosen = [part for name, value in {**_OPTIONS, **options}.items() for part in ("-c", f"{name}={value}")]
        command = [*_as_owner(), str(programs / "postgres"), "-D", str(cluster.data), "-k", str(cluster.folder), *chosen]
        cluster._server = subprocess.Popen(command, cwd=cluster.folder, stdout=log, stderr=log)
        cluster._wait()
        cluster._tell(f"CREATE ROLE {WITH_PASSWORD} LOGIN PASSWORD '{PASSWORD}'")
        return cluster

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def address(self, database: str, user: str = USER, password: str = "") -> str:
        secret = f":{quote(password, safe='')}" if password else ""
        return f"postgresql://{user}{secret}@/{database}?host={quote(str(self.folder), safe='')}"

    def create(self) -> str:
        """The name of a new, empty database."""
        name = f"own_{uuid4().hex}"
        self._tell(f"CREATE DATABASE {name}")
        return name

    def drop(self, name: str) -> None:
        self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        if self._server is not None:
            self._server.send_signal(2)  # SIGINT: a fast shutdown, whoever is still connected
            try:
                self._server.wait(20)
            except subprocess.TimeoutExpired:
                self._server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _tell(self, statement: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _run(self, programs: Path, program: str, *arguments: str) -> None:
        command = [*_as_owner(), str(programs / program), "-D", str(self.data), *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def _wait(self) -> None:
        for _ in range(1200):
            assert self._server is None or self._server.poll() is None, (self.folder / "log").read_text()
            try:
                psycopg.connect(self.address("postgres")).close()
            except psycopg.OperationalError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError((self.folder / "log").read_text())


def _programs() -> Path:
    """Debian keeps the servers of its versions apart; elsewhere they stand among the other programs."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[4]))
    found = str(versions[-1]) if versions else shutil.which("postgres")
    assert found, "These tests need PostgreSQL: apt-get install postgresql"
    return Path(found).parent


def _as_owner() -> list[str]:
    """What stands before a command so that it runs as whoever owns the cluster, and ends when the tests do."""
    become = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *become, "--pdeathsig=INT"]
