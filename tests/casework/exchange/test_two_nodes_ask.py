"""A helpline in Cairo asks one in Tripoli to stand by a person: over HTTPS between real processes, killed, then by stick."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nodes import Node, case_of

from holder.running import COMMAND, free_port
from longarm.errors import Unsound
from longarm.exchange.card import read_card
from longarm.exchange.refused import Refused
from longarm.transport.letters import send

WORDS = "mark-words-kudu: please call her, she is ready to file"
AGREED = "She agreed on the telephone on 2 November."


class Listening(Node):
    """A node whose port for others can be opened and killed."""

    def card(self, state: str) -> Path:
        self.port = free_port()
        self.act("none")
        path = self.data.with_suffix(".card")
        address = f"https://127.0.0.1:{self.port}/"
        path.write_text(self.run("card", "--organisation", self.name, "--state", state, "--address", address))
        return path

    def listen(self) -> None:
        log = self.data.with_suffix(".log").open("ab")
        command = [*COMMAND, "exchange", "request", "serve", "--data", str(self.data), "--port", str(self.port)]
        self.server = subprocess.Popen(command, stdout=log, stderr=log, env=self.environment, start_new_session=True)
        card = read_card(self.data.with_suffix(".card").read_bytes())
        for _ in range(1200):
            assert self.server.poll() is None, self.data.with_suffix(".log").read_text()
            try:
                send(card, b"are you there?", seconds=5)
            except Unsound:
                time.sleep(0.05)
            except Refused:
                return
        raise AssertionError(self.data.with_suffix(".log").read_text())

    def kill(self) -> None:
        if self.server.poll() is None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()

    def request(self, *words: str) -> Any:
        return json.loads(self.run("request", *words, "--json"))

    def lines(self) -> list[Any]:
        found: list[Any] = self.request("list", "--sign-in", "Basma")["requests"]
        return found

    def everything(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.data.rglob("*") if path.is_file())


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Listening, Listening]]:
    cairo, tripoli = Listening(tmp_path / "cairo", "Cairo"), Listening(tmp_path / "tripoli", "Tripoli")
    cards = cairo.card("EG"), tripoli.card("LY")
    for node, other in ((cairo, cards[1]), (tripoli, cards[0])):
        node.run("member", "add", str(other), "--fingerprint", read_card(other.read_bytes()).fingerprint)
    tripoli.listen()
    yield cairo, tripoli
    tripoli.kill()


def ask(cairo: Listening, tripoli: Listening) -> str:
    case = cairo.act("open", case_of("EG-1", "+218910000017"))
    to = read_card(tripoli.data.with_suffix(".card").read_bytes()).fingerprint
    given = ("--path", "file_complaint:LY", "--measure", "support", "--to", to, "--words", WORDS, "--agreed", AGREED)
    [line] = cairo.request("new", case, *given, "--send", "--sign-in", "Basma")["requests"]
    assert line["state"] == "sent"
    return str(line["id"])


@pytest.mark.one_database("what differs between the engines is tried by functions")
def test_over_the_network_with_kills_and_then_by_stick(two: tuple[Listening, Listening], tmp_path: Path) -> None:
    cairo, tripoli = two
    tripoli.kill()
    request = ask(cairo, tripoli)
    assert cairo.request("send")["waiting"] == 1, "it is kept while the other node is away"
    tripoli.listen()
    sending = subprocess.Popen(
        [*COMMAND, "exchange", "request", "send", "--data", str(cairo.data)],
        env=cairo.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(0.4)
    sending.kill()  # -9 while it sends, wherever it was
    sending.wait()
    tripoli.kill()  # and the one that takes in
    tripoli.listen()
    stick = tmp_path / "stick"
    assert cairo.request("export", str(stick)).get("letters", 0) in (0, 1)
    tripoli.request("import", str(stick))
    tripoli.request("import", str(stick))  # twice is once
    [line] = tripoli.lines()
    assert (line["id"], line["state"], line["measure"], line["ours"]) == (request, "received", "support", False)

    tripoli.request("answer", request, "verify", "--sign-in", "Basma")
    tripoli.request("answer", request, "accept", "--sign-in", "Basma")
    tripoli.request("answer", request, "answer", "--words", "mark-answer-bongo: we are with her", "--sign-in", "Basma")
    back = tmp_path / "back"
    written = tripoli.request("export", str(back))
    assert written["letters"] == 3
    held = b"".join(path.read_bytes() for path in (*stick.iterdir(), *back.iterdir()))
    for secret in ("mark-", "218910000017", "suspect-1", "Tripoli", request):
        assert secret.encode() not in held, "sealed on the stick as on the wire"
    assert cairo.request("import", str(back))["taken"] == 3
    [line] = cairo.lines()
    assert (line["state"], line["due"]) == ("answered", ["news"])
    third = tmp_path / "third"
    assert cairo.request("export", str(third))["receipts"] == 3
    assert tripoli.request("import", str(third))["receipts"] == 3
    assert tripoli.request("export", str(tmp_path / "fourth")).get("letters", 0) == 0, "everything arrived"
    for node in two:
        assert b"mark-" not in node.everything(), "nothing in the clear in either folder"
