"""'Open mine only when others named him too', from her choice to what the team reads, over HTTPS between real processes."""

from __future__ import annotations

import json
import os
import select
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from nodes import PASSPHRASE, Hub, Node, case_of

from holder.running import Running, hold_ceremony
from longarm.exchange.card import read_card
from longarm.exchange.ceremony import polynomial
from longarm.exchange.ceremony.setup import epoch_of
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf import group, threshold
from longarm.keys.content import Place, encrypt

HIM, ANOTHER = "+218910000071", "+218910000072"
# What she does by her code, what the team does at the desk, and the node's round: one process a node, a line of JSON an act.
ACTS = """
import json, os, sys
from django.conf import settings
from longarm.casework.first_start import bring_up
from longarm.store.folder import folder_of
bring_up(folder_of())
from longarm.keys.passphrase import LEAST
settings.LONGARM_PASSPHRASE_COST = settings.LONGARM_RECEIPT_COST = LEAST
from uuid import UUID
from longarm.case.file import parse_case
from longarm.casework import cases
from django.utils import timezone
from longarm.casework.exchange import members, parties, round
from longarm.casework.exchange.escrow import making, offered, showing
from longarm.casework.intake import holder, returns, submit
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.people.visits import sign_in
from longarm.errors import LongarmError
from longarm.exchange.card import read_card
from longarm.intake.report import Report
PASSPHRASE, name = sys.argv[1:]
set_up_organisation(name, "Basma", PASSPHRASE)
basma = sign_in("Basma", PASSPHRASE).actor

def card():
    return parties.make_own_card(None, name, ("LY",), "", timezone.now()).decode()

def join(*cards):
    for data in cards:
        members.add(None, data.encode(), read_card(data.encode()).fingerprint)

def report(file):
    token = submit.submit(Report(language="en", child="no", words="mark-her-words")).token
    case = returns.holder_of(token).case
    cases.save_case(basma, case, parse_case(file, "case").case, cases.read_case(basma, case).version)
    return {"case": str(case), "token": token}

def keep(token, others):
    holder.keep_closed(returns.holder_of(token), others, "en")

def withdraw(token):
    holder.withdraw(returns.holder_of(token), "en")

def go():
    making.make_all(basma)
    try:
        return list(round.go_round().escrow)
    except LongarmError as fault:
        return [fault.message]

def look(case):
    kept = showing.kept_closed(basma, UUID(case))
    if kept is None:
        return None
    return {"others": kept.others, "lodged": kept.lodged, "values": [one.value for one in kept.opened],
            "desks": sorted(one.contact.desk if one.contact else "" for one in kept.opened)}

def setting(value):
    os.environ["LONGARM_ESCROW"] = value

acts = {"card": card, "join": join, "report": report, "keep": keep, "withdraw": withdraw, "go": go, "look": look,
        "setting": setting, "offered": offered.offered, "ready": lambda: True}
for line in sys.stdin:
    act, *given = json.loads(line)
    print(json.dumps(acts[act](*given)), flush=True)
"""


class Desk(Node):
    """A node, and the people at it."""

    people: subprocess.Popen[str]

    def open_up(self) -> Desk:
        command = [sys.executable, "-c", ACTS, PASSPHRASE, self.name]
        with (self.data.parent / f"{self.name}.log").open("wb") as log:
            self.people = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, env=self.environment
            )
        assert self.does("ready")
        return self

    def joins(self, hub: Hub, holders: tuple[Running, ...]) -> None:
        """Cards go both ways."""
        file = self.data.with_suffix(".card")
        file.write_text(self.does("card"))
        spoken = read_card(file.read_bytes()).fingerprint
        hub.run("member", "add", str(file), "--fingerprint", spoken)
        for holder in holders:
            holder.run("holder", "member", "add", str(file), "--fingerprint", spoken)
        self.does("join", *(one.card_file.read_text() for one in (hub, *holders)))

    def does(self, *act: Any) -> Any:
        assert self.people.stdin
        assert self.people.stdout
        self.people.stdin.write(json.dumps(act) + "\n")
        self.people.stdin.flush()
        ready, _, _ = select.select([self.people.stdout], [], [], 60)
        line = self.people.stdout.readline() if ready else ""
        assert line, (self.data.parent / f"{self.name}.log").read_text()
        return json.loads(line)

    def reports(self, him: str, others: int) -> Her:
        found = self.does("report", case_of(f"mark-{self.data.name}", him))
        return Her(self, found["case"], found["token"]).keeps_closed(others)

    def goes_round(self) -> Any:
        return self.does("go")


class Her(NamedTuple):
    """A report at a node: its case, and the visit that her code began."""

    node: Desk
    case: str
    token: str

    def keeps_closed(self, others: int) -> Her:
        self.node.does("keep", self.token, others)
        return self

    @property
    def sees(self) -> Any:
        """Her team, to be exact."""
        return self.node.does("look", self.case)

    @property
    def desks(self) -> Any:
        return self.sees["desks"]


class World(NamedTuple):
    hub: Hub
    holders: tuple[Running, ...]
    tripoli: Desk
    cairo: Desk
    tunis: Desk
    epoch: str


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The key for tokens is dealt by the test (its ceremony has tests of its own), that for escrows is made by a ceremony."""
    folder = tmp_path_factory.mktemp("kept")
    hub = Hub(folder / "hub").start()
    holders = tuple(Running(folder / name).make(f"Holder {name}").start() for name in ("a", "b", "c"))
    nodes = [Desk(folder / name, name.capitalize()) for name in ("tripoli", "cairo", "tunis")]
    try:
        deal_tokens_key(holders)
        for node in nodes:
            node.open_up().joins(hub, holders)
        assert nodes[0].does("offered") is False
        assert nodes[0].goes_round() == [0, 0, 0]
        assert nodes[0].does("offered") is False  # the holders have no key for it
        epoch = hold_ceremony(*holders, more=("--threshold", "2", "--purpose", "escrow"))
        for holder in holders:
            holder.run("holder", "member", "add", str(hub.card_file), "--fingerprint", hub.card.fingerprint)
        for node in nodes:
            assert node.goes_round() == [0, 0, 0]
        yield World(hub, holders, *nodes, epoch)
    finally:
        hub.kill()
        for holder in holders:
            holder.stop()
        for node in nodes:
            if hasattr(node, "people"):
                node.people.kill()
                node.people.wait()


def deal_tokens_key(holders: tuple[Running, ...]) -> None:
    """2 of 3."""
    line = polynomial.drawn(2, os.urandom)
    commitments = polynomial.committed(line)
    there = tuple(Participant(index, one.card.fingerprint) for index, one in enumerate(holders, 1))
    key = Key(epoch_of(1, commitments.public), 0, commitments, there, bytes(32), None)
    for index, one in enumerate(holders, 1):
        share = threshold.Share(index, polynomial.value(line, group.small(index)))
        sealed = encrypt(one._share_key, msgspec.msgpack.encode(share), Place(key.epoch, "share", 1))
        with sqlite3.connect(one.data / "holder.sqlite3") as tables:
            row = (key.epoch, 0, "tokens", msgspec.msgpack.encode(key), sealed, "2026-01-01 00:00:00")
            tables.execute(
                "INSERT INTO holder_keyshare (epoch, renewal, purpose, about, share_sealed, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )


def held(world: World) -> bytes:
    """Every byte of hub and holders, keys and logs too."""
    folders = [folder for one in world.holders for folder in (one.data, Path(f"{one.data}.keys"))]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return world.hub.bytes_held() + b"".join(path.read_bytes() for path in files)


def test_below_the_number_nobody_and_at_it_all_who_reported_him(world: World) -> None:
    tripoli, cairo, tunis = world.tripoli, world.cairo, world.tunis
    assert tripoli.does("offered") is True
    one, two = tripoli.reports(HIM, 2), cairo.reports(HIM, 2)
    assert tripoli.goes_round() == [1, 0, 0]
    assert cairo.goes_round() == [1, 0, 0]
    assert tripoli.goes_round() == [0, 0, 0]
    assert one.sees == {"others": 2, "lodged": 1, "values": [], "desks": []}
    three = tunis.reports(HIM, 1)
    world.holders[0].kill()  # one of three is away: two are enough
    assert tunis.goes_round() == [1, 0, 2]
    assert tripoli.goes_round() == [0, 0, 2]
    assert cairo.goes_round() == [0, 0, 2]
    world.holders[0].start()
    assert cairo.goes_round() == [0, 0, 0]
    assert (one.desks, three.desks) == (["Cairo", "Tunis"], ["Cairo", "Tripoli"])
    assert two.sees["values"] == [HIM, HIM]
    said = json.loads(cairo.run("escrow", "--sign-in", "Basma", "--json"))
    assert (said["offered"], said["kept"][0]["others"], len(said["kept"][0]["opened"])) == (True, 2, 2)
    for secret in (HIM, HIM[1:], HIM[4:], "mark-", "suspect-1", "messenger", "201001234567"):
        assert secret.encode() not in held(world)


def test_what_she_takes_back_counts_no_more_and_two_of_one_house_are_not_enough(world: World) -> None:
    tripoli, cairo, tunis = world.tripoli, world.cairo, world.tunis
    one, again = tripoli.reports(ANOTHER, 1), tripoli.reports(ANOTHER, 1)
    two = cairo.reports(ANOTHER, 3)
    assert tripoli.goes_round() == [2, 0, 0]  # one house alone opens nothing
    assert cairo.goes_round() == [1, 0, 0]
    again.node.does("withdraw", again.token)
    one.keeps_closed(0)
    assert tripoli.goes_round() == [0, 2, 0]
    three = tunis.reports(ANOTHER, 1)
    assert tunis.goes_round() == [1, 0, 0]  # with what was taken back it would have opened
    assert (one.desks, two.desks, three.desks) == ([], [], [])
    one.keeps_closed(1)
    assert tripoli.goes_round() == [1, 0, 1]
    assert tunis.goes_round() == [0, 0, 1]
    assert (one.desks, three.desks, two.desks) == (["Tunis"], ["Tripoli"], [])


def test_another_number_is_a_new_report_and_what_opened_before_stays_read(world: World) -> None:
    him = "+218910000076"
    one, two = world.tripoli.reports(him, 1), world.cairo.reports(him, 1)
    world.tripoli.goes_round()
    assert world.cairo.goes_round() == [1, 0, 1]
    two.keeps_closed(4)
    assert world.cairo.goes_round() == [1, 1, 0]
    assert world.tripoli.goes_round() == [0, 0, 1]  # it had a right to it: the other side has seen it
    assert (one.desks, two.desks) == (["Cairo"], ["Tripoli"])


def test_a_lying_holder_is_passed_over(world: World) -> None:
    him = "+218910000073"
    liar = world.holders[0]
    share = liar.share(world.epoch)
    liar.replace_share(world.epoch, threshold.Share(share.index, group.random_scalar(os.urandom)))
    try:
        one, two = world.tripoli.reports(him, 1), world.cairo.reports(him, 1)
        world.tripoli.goes_round()
        assert world.cairo.goes_round() == [1, 0, 1]
        assert world.tripoli.goes_round() == [0, 0, 1]
        assert (one.desks, two.desks) == (["Cairo"], ["Tripoli"])
    finally:
        liar.replace_share(world.epoch, share)


def test_too_few_holders_or_a_hub_that_is_away_lose_nothing(world: World) -> None:
    him = "+218910000074"
    one, two = world.tripoli.reports(him, 1), world.cairo.reports(him, 1)
    world.tripoli.goes_round()
    world.hub.kill()
    assert world.cairo.goes_round() == ["exchange-unreachable"]
    world.hub.start()
    assert world.cairo.goes_round() == [1, 0, 1]
    for holder in world.holders[:2]:
        holder.kill()
    assert world.tripoli.goes_round() == [0, 0, 0]
    assert one.desks == []
    for holder in world.holders[:2]:
        holder.start()
    assert world.tripoli.goes_round() == [0, 0, 1]
    assert (one.desks, two.desks) == (["Cairo"], ["Tripoli"])


def test_one_setting_leaves_it_out_and_takes_back_what_was_there(world: World) -> None:
    one = world.tunis.reports("+218910000075", 1)
    assert world.tunis.goes_round() == [1, 0, 0]
    world.tunis.does("setting", "off")
    assert world.tunis.does("offered") is False
    assert one.sees is None
    assert world.tunis.goes_round()[1] == 3
    world.tripoli.goes_round()
    leaves = world.hub.ask(
        "SELECT count(*) FROM hub_escrowreport r JOIN hub_member m ON m.id = r.member_id WHERE withdrawn_at IS NULL"
    )
    assert leaves[0][0] > 0
    world.tunis.does("setting", "")
