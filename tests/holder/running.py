"""Key holders as their people run them: folders, commands, servers in processes of their own, real HTTPS on loopback."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from longarm.errors import Unsound
from longarm.exchange.card import Card, read_card
from longarm.transport.letters import send

COMMAND = [sys.executable, "-m", "longarm"]
AWAY = ("LONGARM_", "DJANGO_", "DATABASE_")


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(AWAY)}
    return {**kept, "LC_ALL": "C.UTF-8", **more}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Running:
    """One holder: `data`, and beside it its keys and its card."""

    data: Path
    database: str = ""
    port: int = field(default_factory=free_port)
    server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        return environment(**({"DATABASE_URL": self.database} if self.database else {}))

    @property
    def card_file(self) -> Path:
        return self.data / "card.json"

    @property
    def card(self) -> Card:
        return read_card(self.card_file.read_bytes())

    def run(self, *words: str, ends: int = 0) -> str:
        command = [*COMMAND, *words, "--data", str(self.data)]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False, timeout=120)
        assert done.returncode == ends, (command, done.stdout, done.stderr)
        return done.stdout if ends in (0, 1) else done.stderr

    def make(self, name: str) -> Running:
        self.run("holder", "card", "--organisation", name, "--address", f"https://127.0.0.1:{self.port}/")
        return self

    def start(self) -> Running:
        command = [*COMMAND, "holder", "serve", "--data", str(self.data), "--port", str(self.port)]
        with (self.data.parent / f"{self.data.name}.log").open("ab") as log:
            self.server = subprocess.Popen(command, stdout=log, stderr=log, env=self.environment, start_new_session=True)
        for _ in range(300):
            assert self.server.poll() is None, self.log
            try:
                send(self.card, b"are you there?", seconds=5)
            except Unsound:
                time.sleep(0.1)
            except ValueError:  # refused: it is
                break
            except Exception as answer:
                if type(answer).__name__ == "Refused":
                    break
                raise
        else:
            raise AssertionError(self.log)
        return self

    def kill(self) -> None:
        """-9, its workers too."""
        assert self.server is not None
        os.killpg(self.server.pid, signal.SIGKILL)
        self.server.wait()

    def stop(self) -> None:
        if self.server is not None and self.server.poll() is None:
            self.kill()

    @property
    def log(self) -> str:
        return (self.data.parent / f"{self.data.name}.log").read_text()

    def begin(self, *others: Running, wait: float = 0, more: tuple[str, ...] = (), ends: int = 0) -> dict[str, object]:
        """`exchange ceremony` with these others."""
        cards = [str(other.card_file) for other in others]
        given = ("--with", *cards) if cards else ()
        found: dict[str, object] = json.loads(
            self.run("exchange", "ceremony", *given, *more, "--wait", str(wait), "--json", ends=ends)
        )
        return found

    def confirm(self, transcript: object) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.run("exchange", "ceremony", "--confirm", str(transcript), "--json"))
        return found


def hold_ceremony(*holders: Running, more: tuple[str, ...] = ()) -> str:
    """Everybody begins, goes on until all are done, and confirms. Returns the epoch."""
    for holder in holders:
        holder.begin(*(other for other in holders if other is not holder), more=more, ends=1)
    return finish(*holders)


def finish(*holders: Running) -> str:
    said: list[dict[str, object]] = []
    for _ in range(6):
        said = [json.loads(_round(holder)) for holder in holders]
        if all(each["done"] for each in said):
            break
    transcripts = {each["transcript"] for each in said}
    assert len(transcripts) == 1, said
    assert all(each["done"] for each in said), said
    for holder, other in zip(holders, (*holders[1:], holders[0]), strict=True):
        heard = said[holders.index(other)]["transcript"]
        assert holder.confirm(heard)["confirmed"]
    return str(said[0]["epoch"])


def _round(holder: Running) -> str:
    command = [*COMMAND, "exchange", "ceremony", "--data", str(holder.data), "--wait", "0", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, env=holder.environment, check=False, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
