"""Hub, key holders and nodes as their people run them: folders, commands, servers in own processes, HTTPS on loopback."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from holder.running import COMMAND, Running, environment, free_port
from longarm.errors import Unsound
from longarm.exchange.card import Card, read_card
from longarm.exchange.refused import Refused
from longarm.transport.letters import send

PASSPHRASE = "قمر ليمون شباك رصيف"
QUIET = {"lodged": 0, "taken_back": 0, "opened": 0, "in_doubt": False}  # no report in escrow came or went; one tale
# What a person does at the desk, in a process of the node's own folder; the answer is one JSON document.
ACTS = """
import json, sys
from django.conf import settings
from longarm.casework.first_start import bring_up
from longarm.store.folder import folder_of
bring_up(folder_of())
from longarm.keys.passphrase import LEAST
settings.LONGARM_PASSPHRASE_COST = LEAST
from uuid import UUID
from longarm.casework.people.organisations import is_empty, set_up_organisation
from longarm.casework.people.visits import sign_in
PASSPHRASE, act, name, *rest = sys.argv[1:]
if is_empty():
    set_up_organisation(name, "Basma", PASSPHRASE)
basma = sign_in("Basma", PASSPHRASE).actor
from longarm.casework import cases
from longarm.casework.exchange import heads, hits, permitted, posting, tokens
from longarm.casework.life.deletion import delete_case
if act == "open":
    case = cases.open_case(basma, rest[0]).id
    permitted.choose(basma, case, True, "they asked us to, on paper")
    said = str(case)
elif act == "choose":
    permitted.choose(basma, UUID(rest[0]), rest[1] == "yes", "they said so on the telephone")
    said = ""
elif act == "delete":
    delete_case(basma, UUID(rest[0]), "asked")
    said = ""
elif act == "make":
    said = tokens.make(basma, UUID(rest[0]))._asdict()
else:
    said = ""
print(json.dumps(said, default=str))
"""


def case_of(reference: str, *phones: str) -> str:
    named = "".join(
        f'  - {{id: phone-{place}, type: phone, value: "{phone}", used_by: suspect-1}}\n' for place, phone in enumerate(phones)
    )
    return f"""\
longarm: case/1
reference: {reference}
opened: 2026-01-04
language: ar
persons:
  - {{id: complainant, roles: [complainant], alias: mark-alias-{reference}, nationality: [EG], locations: [{{state: EG}}]}}
  - {{id: suspect-1, roles: [suspect], locations: [{{state: LY, certainty: inferred}}]}}
identifiers:
{named}  - {{id: hers, type: phone, value: "+201001234567", used_by: complainant}}
  - {{id: nobody, type: phone, value: "+201001234599"}}
events:
  - {{id: e1, at: 2025-12-30, kind: demand, wants: money, by: suspect-1, to: complainant, via: messenger}}
"""


@dataclass(eq=False)
class Hub:
    data: Path
    port: int = field(default_factory=free_port)
    server: subprocess.Popen[bytes] | None = None

    @property
    def card_file(self) -> Path:
        return self.data / "card.json"

    @property
    def card(self) -> Card:
        return read_card(self.card_file.read_bytes())

    def run(self, *words: str) -> str:
        command = [*COMMAND, "hub", *words, "--data", str(self.data)]
        done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False, timeout=60)
        assert done.returncode == 0, (command, done.stderr)
        return done.stdout

    def start(self) -> Hub:
        if not self.card_file.exists():
            self.run("card", "--organisation", "The hub", "--address", f"https://127.0.0.1:{self.port}/")
        with (self.data.parent / "hub.log").open("ab") as log:
            command = [*COMMAND, "hub", "serve", "--data", str(self.data), "--port", str(self.port)]
            self.server = subprocess.Popen(command, stdout=log, stderr=log, env=environment(), start_new_session=True)
        for _ in range(1200):
            assert self.server.poll() is None, (self.data.parent / "hub.log").read_text()
            try:
                send(self.card, b"are you there?", seconds=5)
            except Unsound:
                time.sleep(0.05)
            except Refused:
                return self
        raise AssertionError((self.data.parent / "hub.log").read_text())

    def kill(self) -> None:
        """-9, its workers too."""
        if self.server is not None and self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        with sqlite3.connect(self.data / "hub.sqlite3") as tables:
            return tables.execute(question).fetchall()

    def bytes_held(self) -> bytes:
        """Every byte in its two folders and its log."""
        folders = (self.data, self.data.with_name(self.data.name + ".keys"))
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return b"".join(path.read_bytes() for path in (*files, self.data.parent / "hub.log"))


@dataclass(eq=False)
class Node:
    data: Path
    name: str

    @property
    def environment(self) -> dict[str, str]:
        return environment(LONGARM_DATA=str(self.data), PYTHONPATH=os.pathsep.join(sys.path))

    def act(self, act: str, *rest: str) -> Any:
        command = [sys.executable, "-c", ACTS, PASSPHRASE, act, self.name, *rest]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def run(self, *words: str, ends: int = 0) -> str:
        done = subprocess.run(
            [*COMMAND, "exchange", *words, "--data", str(self.data)],
            capture_output=True, text=True, env=self.environment, check=False, timeout=120, input=PASSPHRASE + "\n",
        )  # fmt: skip
        assert done.returncode == ends, (words, done.stdout, done.stderr)
        return done.stderr if ends else done.stdout

    def open(self, *phones: str) -> str:
        return str(self.act("open", case_of(f"{self.data.name}-{len(phones)}-{phones[0][-4:]}", *phones)))

    def join(self, hub: Hub, holders: tuple[Running, ...]) -> Node:
        """Cards go both ways; every fingerprint is compared by voice."""
        card = self.data.with_suffix(".card")
        card.write_text(self.run("card", "--organisation", self.name, "--state", "LY"))
        spoken = read_card(card.read_bytes()).fingerprint
        hub.run("member", "add", str(card), "--fingerprint", spoken)
        for holder in holders:
            holder.run("holder", "member", "add", str(card), "--fingerprint", spoken)
        for other in (hub, *holders):
            self.run("member", "add", str(other.card_file), "--fingerprint", other.card.fingerprint)
        return self

    def post(self, **more: Any) -> Any:
        return json.loads(self.run("post", "--sign-in", "Basma", "--json", **more))

    def hits(self) -> list[tuple[str, str, str]]:
        """Value, organisation of the other side, and the desk its envelope names."""
        found = json.loads(self.run("hits", "--sign-in", "Basma", "--json"))["hits"]
        return [(hit["value"], hit["organisation"], hit["desk"]) for hit in found]
