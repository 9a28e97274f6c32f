"""The lab as it is started: hub, holders and nodes in processes of their own, HTTPS between them. A number in Tripoli and in
Cairo, a hit at both, a request, an answer; then one party killed, one cut short, one away, one whose clock is off."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from relay import HOST, Relay, bodies

from longarm.casework.demo.lab_cases import SPREAD, case_text
from longarm.cli.exchange.lab import story
from longarm.cli.exchange.lab.party import Party as LabParty
from longarm.cli.exchange.lab.world import Lab
from longarm.errors import Unsound
from longarm.exchange.hub.bodies import FetchHits
from longarm.exchange.letter import read, write
from longarm.exchange.refused import Refused
from longarm.keys.certificate import NAME
from longarm.keys.party import Party
from longarm.transport.letters import send

pytestmark = pytest.mark.one_database("each party of the lab has its own SQLite folder")
BEHIND = 14
KINDS = (
    "evaluate", "key", "ceremony", "open",
    "register", "withdraw", "hits", "head", "proof", "members", "apart", "lodge", "take-back", "opened",
)  # fmt: skip


class World(NamedTuple):
    folder: Path
    lab: Lab
    wires: list[Relay]
    opened: dict[str, Relay]
    said: list[story.Step]


def free_ports(number: int) -> int:
    """The first of so many neighbours that nobody uses."""
    for first in range(21000 + os.getpid() % 300 * 40, 60000, number):
        try:
            for port in range(first, first + number):
                with socket.socket() as probe:
                    probe.bind((HOST, port))
        except OSError:
            continue
        return first
    raise AssertionError("no ports")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Before every party stand two relays: one that keeps the wire, and one that takes TLS off with the party's certificate."""
    folder = tmp_path_factory.mktemp("lab")
    port = free_ports(2 * BEHIND)
    with Lab(folder, port, behind=BEHIND) as lab:
        wires = [Relay(party.port, party.port + BEHIND // 2) for party in lab.parties]
        opened = {
            party.name: Relay(party.port + BEHIND // 2, party.listens, Path(f"{party.data}.keys") / NAME) for party in lab.parties
        }
        yield World(folder, lab, wires, opened, list(story.story(lab)))
        for relay in (*wires, *opened.values()):
            relay.close()


def keys_of(party: LabParty) -> Party:
    return Party.load_or_create(Path(f"{party.data}.keys"))


def letters_to(world: World, party: LabParty) -> list[bytes]:
    """What it was sent, opened with its own keys: kind, sender, and body, as it reads them."""
    cards = {one.card.fingerprint: one.card for one in world.lab.parties}
    found = []
    for stream in world.opened[party.name].came:
        for data in bodies(bytes(stream)):
            if data != b"are you there?":
                letter = read(data, keys_of(party), cards.get, now=datetime.now(UTC), kinds=KINDS, sealed=True)
                found.append(letter.kind.encode() + letter.body)
    return found


def held_by(party: LabParty) -> bytes:
    """Every byte of its two folders and its log."""
    files = [path for folder in (party.data, Path(f"{party.data}.keys")) for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in (*files, party.log))


def markers(lab: Lab) -> list[bytes]:
    """Identifiers as written and without a plus, names, references, words of the cases, of the request and of the answer.

    None of four letters or fewer: those stand in megabytes of ciphertext and keys by chance.
    """
    texts = [
        "218910000017", "910000017", "201000000017", "201100000017", "100009000000037", "Shorouk", "Shams",
        "EG-2022-0104", "LY-2022-0107", "LY-2022-0601", "suspect-1", "police uniform", "witchcraft", "whatsapp", "vodafone",
        story.CLOSED[1:], story.CLOSED[4:], "300 دينار كل أسبوع",
        story.WORDS, story.WORDS[6:20], story.ANSWER, story.ANSWER[:20], "preserve_data",
        *story.OPERATION, story.FOUND, story.FOUND[4:24], story.TASK, "In the lab: she agreed",
    ]  # fmt: skip
    cases = [UUID(case) for case in lab.cases.values()]
    return [
        *(text.encode() for text in texts),
        *(text.encode("utf-16-le") for text in texts),
        *(case.bytes for case in cases),
        *(str(case).encode() for case in cases),
        *(case.hex.encode() for case in cases),
    ]


def test_the_story_ends_as_it_should_and_everybody_saw_their_part(world: World) -> None:
    told = {step.message: step.facts for step in world.said}
    assert [step.message for step in world.said][-10:] == [
        "lab-asked", "lab-verified", "lab-answered", "lab-closed", "lab-opened",
        "lab-operation", "lab-board", "lab-day", "lab-over", "lab-figures",
    ]  # fmt: skip
    assert told["lab-hub-sees"] == {"tokens": 15, "hits": 1}
    assert {"lab-hit", "lab-baghdad"} <= set(told)
    (line,) = world.lab.nodes["cairo"].ask("requests")
    assert (line["state"], line["measure"], line["organisation"], line["ours"]) == ("answered", "preserve", "Tripoli", True)
    assert world.lab.nodes["tripoli"].ask("requests") == [], "answered: nothing is left to do there"
    assert world.lab.nodes["baghdad"].ask("requests") == []


def test_no_identifier_name_or_word_is_held_by_hub_or_holders_nor_seen_on_the_wire(world: World) -> None:
    lab, between = world.lab, (world.lab.hub, *world.lab.holders)
    secret = markers(lab)
    everything = b"".join(case_text(name) for names in SPREAD.values() for name in names)
    assert sum(one in everything for one in secret) >= 15, "what is looked for stands in the cases"
    wire = b"".join(bytes(stream) for relay in world.wires for stream in (*relay.came, *relay.answered))
    taken = {party.name: letters_to(world, party) for party in between}
    places = {
        "the wire": wire,
        "after TLS": b"".join(bytes(one) for relay in world.opened.values() for one in (*relay.came, *relay.answered)),
        **{f"letters to {name}": b"".join(letters) for name, letters in taken.items()},
        **{f"folders of {party.name}": held_by(party) for party in between},
    }
    for where, held in places.items():
        assert [one for one in secret if one in held] == [], where
    # The search would find them: what may be there is there.
    assert b"Cairo" in places["folders of hub"]
    assert b"register" in places["letters to hub"]
    assert b"evaluate" in b"".join(places[f"letters to {holder.name}"] for holder in lab.holders)
    assert b"POST / HTTP/1.1" in places["after TLS"]
    assert b"POST" not in wire
    assert len(wire) > 100_000


def test_one_holder_of_three_is_killed_and_two_go_on(world: World) -> None:
    lab = world.lab
    lab.holders[0].kill()
    for name in ("cairo", "baghdad"):
        opens(lab, name, "+218910000040")
        assert lab.nodes[name].ask("round")["registered"] == 1
    lab.holders[1].kill()
    opens(lab, "tripoli", "+218910000040")
    with pytest.raises(Unsound, match="holders"):
        lab.nodes["tripoli"].ask("round")
    for holder in lab.holders[:2]:
        holder.start()
        holder.wait()
    assert lab.nodes["tripoli"].ask("round")["registered"] == 1, "what could not be made then is made now"
    assert len(pairs(lab, "baghdad", "+218910000040")) == 2


def test_a_hub_killed_with_a_letter_in_its_hand_loses_nothing_and_doubles_nothing(world: World) -> None:
    lab, relay = world.lab, world.opened["hub"]
    before = lab.hub.ask("saw")
    numbers = [f"+21891{place:07d}" for place in range(100, 140)]

    def killed(length: int) -> bool:
        """At the letter that registers, not at a small one before it."""
        if length > 10_000:
            lab.hub.kill()
        return length > 10_000

    for name, hook, there in (("tripoli", "on_question", 0), ("cairo", "on_answer", 40)):
        opens(lab, name, *numbers)
        setattr(relay, hook, killed)  # the letter has come and is not read; then: it is done, and the answer is lost
        with pytest.raises(Unsound):
            lab.nodes[name].ask("round")
        assert lab.hub.ask("saw")["tokens"] == before["tokens"] + there
        lab.hub.start()
        lab.hub.wait()
    for name in ("cairo", "tripoli"):
        lab.nodes[name].ask("round")
    for name in ("cairo", "tripoli"):
        lab.nodes[name].ask("round")
        found = [value for value, _ in pairs(lab, name)]
        assert sorted(value for value in found if value in numbers) == numbers
    assert lab.hub.ask("saw") == {"tokens": before["tokens"] + 80, "hits": before["hits"] + 40}
    with sqlite3.connect(lab.hub.data / "hub.sqlite3") as tables:
        assert tables.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_node_that_was_away_hears_of_hit_and_request_when_it_is_back(world: World) -> None:
    lab = world.lab
    cairo, tripoli = lab.nodes["cairo"], lab.nodes["tripoli"]
    opens(lab, "tripoli", "+218910000050")
    tripoli.ask("round")
    tripoli.kill()
    opens(lab, "cairo", "+218910000050")
    assert cairo.ask("round")["hits"] == 1
    given = {"case": lab.cases["cases/shorouk"], "to": tripoli.card.fingerprint, "path": story.PATH, "words": story.WORDS}
    request = cairo.ask("ask", **given)
    assert cairo.ask("deliver") == 1, "it waits"
    tripoli.start()
    tripoli.wait()
    with sqlite3.connect(cairo.data / "longarm.sqlite3") as tables:  # a minute later: when it would be tried again
        tables.execute("UPDATE store_outgoing SET next_at = ? WHERE delivered_at IS NULL", ("2026-01-01 00:00:00",))
    assert cairo.ask("deliver") == 0
    assert [line["state"] for line in tripoli.ask("requests") if line["id"] == request] == ["received"]
    assert tripoli.ask("round")["hits"] == 1
    assert pairs(lab, "tripoli", "+218910000050") == [("+218910000050", "Cairo")]


def test_clocks_ten_minutes_apart_are_taken_and_twenty_are_refused(world: World) -> None:
    hub, us = world.lab.hub, keys_of(world.lab.nodes["tripoli"])
    for minutes, taken in ((-10, True), (10, True), (-20, False), (20, False)):
        now = datetime.now(UTC) + timedelta(minutes=minutes)
        asked = write(us, hub.card, "hits", FetchHits(), now=now, sealed=True)
        if taken:
            read(send(hub.card, asked), us, {hub.card.fingerprint: hub.card}.get, now=now, kinds=("hits",), sealed=True)
            continue
        with pytest.raises(Refused) as found:
            send(hub.card, asked)
        assert found.value.code == "clock-off"


def test_ctrl_c_leaves_no_process_and_no_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "longarm", "exchange", "lab", "--story", "--json", "--port", str(free_ports(10))]
    going = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(tmp_path)}, stdout=subprocess.PIPE)
    until = time.monotonic() + 60
    while not list(tmp_path.glob("longarm-lab-*/holder-c.log")) and time.monotonic() < until:
        time.sleep(0.05)
    assert processes(tmp_path)
    going.send_signal(signal.SIGINT)
    going.send_signal(signal.SIGINT)  # who is impatient presses again
    assert going.wait(60) == 130
    assert going.communicate()[0] == b""
    assert processes(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    command = [sys.executable, "-m", "longarm", "exchange", "lab", "--data", str(tmp_path), "--port", str(free_ports(10))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["mine"])
    assert "not empty" in done.stderr


def processes(folder: Path) -> list[str]:
    """Those whose command names the folder."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            said = place.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        found += [said] if str(folder) in said else []
    return found


def opens(lab: Lab, node: str, *numbers: str) -> None:
    """A case that names these of its suspect, with leave to compare them."""
    case = {
        "longarm": "case/1",
        "reference": f"X-{node}-{numbers[0][-7:]}",
        "persons": [{"id": "suspect-1", "roles": ["suspect"]}],
        "identifiers": [
            {"id": f"phone-{place}", "type": "phone", "value": number, "used_by": "suspect-1"}
            for place, number in enumerate(numbers)
        ],
    }
    lab.nodes[node].ask("open", text=json.dumps(case), name="case.json")


def pairs(lab: Lab, node: str, number: str = "") -> list[tuple[str, str]]:
    lab.nodes[node].ask("round")
    found = [(hit["value"], hit["organisation"]) for hit in lab.nodes[node].ask("hits")]
    return [one for one in found if not number or one[0] == number]
