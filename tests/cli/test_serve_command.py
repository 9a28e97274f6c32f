"""`longarm serve` from an empty folder to a page, and what it says when it cannot."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from longarm.cli import main

LONGARM = (sys.executable, "-m", "longarm")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment() -> dict[str, str]:
    away = ("LONGARM_DATA", "LONGARM_KEYS", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "LONGARM_WORKER")
    return {**{name: value for name, value in os.environ.items() if name not in away}, "LC_ALL": "C.UTF-8"}


@contextmanager
def serving(data: Path, port: int, *more: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*LONGARM, "serve", "--data", str(data), "--port", str(port), *more],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment(),
    )  # fmt: skip
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def page(port: int, path: str) -> httpx.Response:
    for _ in range(600):
        try:
            return httpx.get(f"http://127.0.0.1:{port}{path}", follow_redirects=True, timeout=60)
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("no page within a minute")


def set_up(data: Path) -> None:
    code = (
        "from longarm.store.folder import folder_of; from longarm.casework.first_start import bring_up; bring_up(folder_of());"
        "from longarm.casework.people.organisations import set_up_organisation as s; s('o', 'basma', 'four words or five')"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={**environment(), "LONGARM_DATA": str(data)})


def test_from_an_empty_folder_to_a_page_and_again(tmp_path: Path) -> None:
    data, port = tmp_path / "data", free_port()
    with serving(data, port) as process:
        assert page(port, "/desk/").status_code == 200
        worker = children(process.pid)
    said = process.stdout.read() if process.stdout else ""
    assert f"http://127.0.0.1:{port}/" in said
    assert "The node is empty" in said
    assert "keys lie on the same machine" in said
    assert process.returncode in (0, -signal.SIGTERM)
    assert worker
    deadline = time.monotonic() + 60
    while any(alive(pid) for pid in worker):
        assert time.monotonic() < deadline, "a process outlives the server"
        time.sleep(0.05)
    assert {path.name for path in data.iterdir()} >= {"LAYOUT", "longarm.sqlite3", "vault"}
    secret = (tmp_path / "data.keys" / "node.secret").read_text()
    assert all(path.stat().st_mode & 0o077 == 0 for root in (data, tmp_path / "data.keys") for path in (root, *root.rglob("*")))
    with serving(data, port):  # the second start finds what the first made
        assert page(port, "/desk/").status_code == 200
    assert (tmp_path / "data.keys" / "node.secret").read_text() == secret


def children(pid: int) -> list[int]:
    return [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def test_a_taken_port_is_said_with_another_one_and_nothing_is_made(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--data", str(tmp_path / "data"), "--port", str(port)]) == 2
    assert re.search(rf"Port {port} is taken.*--port {port + 1}", capfd.readouterr().err)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("arguments", "said"), [(["--port", "70000"], "no port"), (["--host", "203.0.113.7"], "Cannot listen")])
def test_an_address_that_cannot_be_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["serve", "--data", str(tmp_path / "data"), *arguments]) == 2
    assert said in capfd.readouterr().err


def test_a_node_that_holds_something_is_protected_from_a_demo_and_from_a_new_secret(tmp_path: Path) -> None:
    data = tmp_path / "data"
    set_up(data)
    refused = longarm("demo", "--data", str(data))
    assert refused.returncode == 2
    assert "already holds an organisation" in refused.stderr
    (tmp_path / "data.keys" / "node.secret").unlink()
    again = longarm("serve", "--data", str(data), "--port", str(free_port()))
    assert again.returncode == 2
    assert re.fullmatch(r"longarm: \S+/node\.secret is missing\..*\n", again.stderr)
    assert not (tmp_path / "data.keys" / "node.secret").exists()


def longarm(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*LONGARM, *arguments], capture_output=True, text=True, env=environment(), check=False)


def test_the_intake_apart_knows_no_desk_and_answers_to_an_onion_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What docs/operations.md says of an onion service: the port that its torrc names serves the intake and nothing else."""
    operations = (Path(__file__).parents[2] / "docs/operations.md").read_text("utf-8")
    named = re.search(r"HiddenServicePort 80 127\.0\.0\.1:(\d+)", operations)
    assert named
    assert f"--intake-port {named[1]}" in operations
    onion = "a" * 56 + ".onion"
    monkeypatch.setenv("LONGARM_HOSTS", f"localhost,127.0.0.1,{onion}")
    desk, intake = free_port(), free_port()
    with serving(tmp_path / "data", desk, "--intake-port", str(intake)) as process:
        assert page(intake, "/").status_code == 200
        answer = httpx.get(f"http://127.0.0.1:{intake}/", headers={"Host": onion})
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        assert page(intake, "/desk/").status_code == 404
        assert "longarm" not in page(intake, "/desk/").text
        assert page(intake, "/desk/sign-in/").status_code == 404
        assert page(desk, "/desk/").status_code == 200
        assert page(desk, "/").status_code == 404
        started = children(process.pid)
    deadline = time.monotonic() + 60
    while any(alive(pid) for pid in started):
        assert time.monotonic() < deadline, "a process outlives the server"
        time.sleep(0.05)


def test_nothing_outlives_a_server_that_was_killed(tmp_path: Path) -> None:
    desk, intake = free_port(), free_port()
    with serving(tmp_path / "data", desk, "--intake-port", str(intake)) as process:
        assert page(intake, "/").status_code == 200
        assert page(desk, "/desk/").status_code == 200
        process.kill()
        deadline = time.monotonic() + 60
        while open_port(intake) or open_port(desk):
            assert time.monotonic() < deadline, "something outlives the server"
            time.sleep(0.1)


def open_port(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
