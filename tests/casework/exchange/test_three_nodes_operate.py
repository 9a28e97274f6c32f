"""Cairo, Tripoli and Baghdad on one board: three real nodes, their commands, and one stick that is carried between them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nodes import PASSPHRASE, Node

from longarm.exchange.card import read_card

# What a person does at the desk: one act on an operation, its fields as JSON.
AT_THE_DESK = """
import json, sys
from django.conf import settings
from longarm.casework.first_start import bring_up
from longarm.store.folder import folder_of
bring_up(folder_of())
from longarm.keys.passphrase import LEAST
settings.LONGARM_PASSPHRASE_COST = LEAST
from uuid import UUID
import msgspec
from longarm.casework.exchange.operations import acting
from longarm.casework.people.visits import sign_in
from longarm.exchange.operation.entry import Act
passphrase, operation, to, *told = sys.argv[1:]
basma = sign_in("Basma", passphrase).actor
for one in told:
    acting.act(basma, UUID(operation), msgspec.json.decode(one, type=Act), tuple(to.split()), sure=True)
"""


class Member(Node):
    def show(self, *words: str) -> Any:
        return json.loads(self.run("operation", *words, "--sign-in", "Basma", "--json"))

    def board(self, operation: str) -> Any:
        return self.show("show", operation)["board"]

    def does(self, operation: str, *acts: dict[str, Any], to: str = "") -> None:
        told = [json.dumps(one) for one in acts]
        command = [sys.executable, "-c", AT_THE_DESK, PASSPHRASE, operation, to, *told]
        done = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=False, timeout=60)
        assert done.returncode == 0, done.stderr

    def carries(self, stick: Path, *others: Member) -> None:
        self.run("request", "export", str(stick), "--json")
        for other in others:
            other.run("request", "import", str(stick), "--json")


def met(tmp_path: Path) -> tuple[list[Member], list[str]]:
    """Each has the others' cards; fingerprints were compared by voice."""
    nodes = [Member(tmp_path / name.lower(), name) for name in ("Cairo", "Tripoli", "Baghdad")]
    cards = []
    for node, state in zip(nodes, ("EG", "LY", "IQ"), strict=True):
        node.act("none")
        cards.append(tmp_path / f"{state}.card")
        cards[-1].write_text(node.run("card", "--organisation", node.name, "--state", state))
    spoken = [read_card(card.read_bytes()).fingerprint for card in cards]
    for node in nodes:
        for other, card, fingerprint in zip(nodes, cards, spoken, strict=True):
            if other is not node:
                node.run("member", "add", str(card), "--fingerprint", fingerprint)
    return nodes, spoken


def put(piece: bytes, words: str) -> dict[str, Any]:
    from base64 import b64encode

    return {"act": "put", "piece": b64encode(piece).decode(), "kind": "finding", "title": "The office", "words": words}


@pytest.mark.one_database("what differs between the engines is tried by functions")
def test_three_nodes_and_a_stick(tmp_path: Path) -> None:
    (cairo, tripoli, baghdad), spoken = met(tmp_path)
    sticks = (tmp_path / f"stick-{n}" for n in range(9))
    begun = cairo.show(
        "new", "--name", "mark-name-jasmine", "--about", "One number", "--invite", spoken[1], "--invite", spoken[2]
    )
    operation = begun["operations"][0]["id"]
    cairo.carries(next(sticks), tripoli, baghdad)
    assert [line["stands"] for line in tripoli.show("list")["operations"]] == ["invited"]
    for node, others in ((tripoli, (cairo, baghdad)), (baghdad, (cairo, tripoli))):
        node.show("join", operation)
        node.carries(next(sticks), *others)
    cairo.does(operation, put(b"p" * 16, "mark-words-kudu"), to=spoken[1])
    cairo.does(operation, {"act": "say", "words": "mark-said-oryx"})
    stick = next(sticks)
    cairo.carries(stick, tripoli)  # Baghdad is away
    held = b"".join(path.read_bytes() for path in stick.iterdir())
    assert b"mark-" not in held
    assert operation.replace("-", "").encode() not in held
    there = tripoli.board(operation)
    assert ([one["words"] for one in there["pieces"]], [words for _, _, words in there["said"]]) == (
        ["mark-words-kudu"],
        ["mark-said-oryx"],
    )
    baghdad.run("request", "import", str(stick), "--json")
    there = baghdad.board(operation)
    assert (there["pieces"], [words for _, _, words in there["said"]]) == ([], ["mark-said-oryx"])
    assert [one["withheld"] for one in there["members"] if one["name"] == "Cairo"] == [1]

    cairo.does(operation, {"act": "remove", "member": spoken[2]}, {"act": "say", "words": "mark-after-gnu"})
    cairo.carries(next(sticks), tripoli, baghdad)
    line = baghdad.show("list")["operations"][0]
    assert (line["stands"], line["name"]) == ("removed", "mark-name-jasmine")
    assert "mark-after-gnu" not in json.dumps(baghdad.board(operation))
    assert "mark-after-gnu" in json.dumps(tripoli.board(operation))
    for node in (cairo, tripoli, baghdad):
        assert b"mark-" not in b"".join(path.read_bytes() for path in node.data.rglob("*") if path.is_file())
