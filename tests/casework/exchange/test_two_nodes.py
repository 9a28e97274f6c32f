"""Two nodes of two states name the same number, over HTTPS between real processes: what each learns, and what nobody does."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from nodes import PASSPHRASE, QUIET, Hub, Node

from holder.running import COMMAND, Running, hold_ceremony

HIS, TUNISIAN = "+218910000017", "+21620000017"


class World(NamedTuple):
    hub: Hub
    holders: tuple[Running, ...]
    tripoli: Node
    cairo: Node
    tunis: Node


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("exchange")
    hub = Hub(folder / "hub").start()
    holders = tuple(Running(folder / name).make(f"Holder {name}").start() for name in ("a", "b", "c"))
    try:
        hold_ceremony(*holders, more=("--threshold", "2"))
        nodes = []
        for name in ("tripoli", "cairo", "tunis"):
            node = Node(folder / name, name.capitalize())
            node.act("none")
            nodes.append(node.join(hub, holders))
        yield World(hub, holders, *nodes)
    finally:
        hub.kill()
        for holder in holders:
            holder.stop()


def test_both_are_told_and_a_third_is_not(world: World) -> None:
    world.tripoli.open(HIS)
    world.tunis.open(TUNISIAN)
    assert world.tripoli.post() == {"made": 1, "registered": 1, "withdrawn": 0, "waiting": 0, "hits": 0} | QUIET
    assert world.tunis.post()["registered"] == 1
    world.holders[1].kill()  # one of three is away: two are enough
    world.cairo.open("00218 91 000 0017")
    assert world.cairo.post()["hits"] == 1
    world.holders[1].start()
    tripoli = world.tripoli.run("card", "--json").split('"fingerprint": "')[1][:16]
    assert world.cairo.hits() == [(HIS, tripoli, "Tripoli")]  # not on its list: a fingerprint, and the desk to ask for
    ((value, _, desk),) = world.tripoli.hits()
    assert (value, desk) == (HIS, "Cairo")
    assert world.tunis.hits() == []
    assert world.cairo.post() == {"made": 0, "registered": 0, "withdrawn": 0, "waiting": 0, "hits": 0} | QUIET
    cairo = world.tripoli.data.with_name("cairo.card")
    said = world.cairo.run("card", "--json").split('"fingerprint": "')[1][:64]
    world.tripoli.run("member", "add", str(cairo), "--fingerprint", "0" * 64, ends=2)
    world.tripoli.run("member", "add", str(cairo), "--fingerprint", said)
    assert world.tripoli.hits() == [(HIS, "Cairo", "Cairo")]


def test_neither_her_number_nor_nobodys_goes_out_and_nothing_can_be_read_at_the_hub(world: World) -> None:
    assert world.hub.ask("SELECT count(*) FROM hub_registration") == [(3,)]
    held = world.hub.bytes_held()
    for secret in (HIS, HIS[1:], HIS[4:], TUNISIAN[1:], "201001234567", "mark-alias", "suspect-1", "messenger"):
        assert secret.encode() not in held
    assert b"Holder" not in held


def test_one_identifier_at_the_terminal(world: World) -> None:
    mine, theirs = (node.run("token", number) for node, number in ((world.tripoli, HIS), (world.cairo, "٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧")))
    assert mine == theirs
    assert "may go to others" in world.tripoli.run("token", "190", ends=2)


def test_a_hub_that_is_killed_while_it_writes_loses_nothing_and_doubles_nothing(world: World) -> None:
    before = world.hub.ask("SELECT count(*) FROM hub_registration")[0][0]
    both = [f"+21891{100 + number:03d}2345" for number in range(60)]
    for node in (world.tripoli, world.cairo):
        node.open(*both)
    for node, wait in ((world.tripoli, 2.2), (world.cairo, 1.8)):
        command = [*COMMAND, "exchange", "post", "--sign-in", "Basma", "--data", str(node.data)]
        going = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=node.environment
        )
        assert going.stdin is not None
        going.stdin.write(PASSPHRASE.encode() + b"\n")
        going.stdin.close()
        time.sleep(wait)
        world.hub.kill()
        going.wait(60)
        world.hub.start()
    for node in (world.tripoli, world.cairo):
        assert node.post()["waiting"] == 0
    assert world.hub.ask("SELECT count(*) FROM hub_registration") == [(before + 120,)]
    assert world.hub.ask("SELECT count(*) FROM hub_hit") == [(61,)]
    assert world.hub.ask("PRAGMA integrity_check") == [("ok",)]
    for node in (world.tripoli, world.cairo):
        node.run("hits")
        found = node.hits()
        assert (len(found), len({value for value, _, _ in found})) == (61, 61)


def test_consent_taken_back_and_a_deleted_case_leave_the_hub(world: World) -> None:
    case = world.tunis.open("+218920000018")
    kept = world.tunis.open("+218920000019")
    world.tunis.post()
    world.tunis.act("choose", case, "no")
    world.tunis.act("delete", kept)
    world.hub.kill()
    assert "cannot be reached" in world.tunis.run("post", ends=1)
    world.hub.start()
    assert world.tunis.post()["withdrawn"] == 2
    world.cairo.open("+218920000018", "+218920000019")
    assert world.cairo.post()["hits"] == 0
    world.tunis.act("choose", case, "yes")
    assert world.tunis.post() == {"made": 1, "registered": 1, "withdrawn": 0, "waiting": 0, "hits": 1} | QUIET


def test_a_node_that_is_cut_off_hears_so_and_nothing_of_it_is_lost(world: World) -> None:
    said = world.tunis.run("card", "--json").split('"fingerprint": "')[1][:64]
    world.hub.run("member", "cut-off", said)
    world.tunis.open("+218920000020")
    assert "cut off here" in world.tunis.run("post", "--sign-in", "Basma", ends=2)
    world.hub.run("member", "add", str(Path(str(world.tunis.data) + ".card")), "--fingerprint", said)
    assert world.tunis.post()["registered"] == 1
    assert "refused: sender cut off" in world.hub.run("log")


def test_a_line_given_to_nobody_tells_who_tries_numbers_out(world: World) -> None:
    """Over the whole road: planted in Tripoli, named in Cairo, which cannot have it from anybody."""
    world.tripoli.run("probe", "plant", "--line", "+218 91 000 0099", "--sign-in", "Basma")
    world.tripoli.post()
    assert world.tripoli.run("probe") == ""
    world.cairo.open("+218910000099")
    world.cairo.post()
    assert ("+218910000099", "Tripoli") in [hit[::2] for hit in world.cairo.hits()], "there it looks like any hit"
    world.tripoli.run("hits")
    world.tripoli.run("probe", ends=1)
