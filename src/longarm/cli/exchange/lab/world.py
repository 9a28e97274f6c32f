"""The whole lab: folders, cards, members, the ceremony, organisations and their cases. Everything ends when it is closed."""

from __future__ import annotations

import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from longarm.casework.demo.lab_cases import SPREAD, case_text
from longarm.cli.exchange.lab.party import Party
from longarm.errors import Unsound
from longarm.exchange.ceremony.setup import Purpose

THRESHOLD: Final = 2
STATES: Final = {"tripoli": "LY", "cairo": "EG", "baghdad": "IQ"}
PORTS: Final = 10  # hub, three holders, three nodes, three desks
_PATIENCE: Final = 60.0  # seconds for the ceremony


class Lab:
    """`desks`: host and port by node; each on an address of its own, so that one browser can be signed in at all three.

    `behind`: parties listen so many ports above the one on their card, where something stands between.
    """

    def __init__(self, data: Path, port: int, *, behind: int = 0) -> None:
        def party(role: str, name: str, place: int) -> Party:
            return Party(data, role, name, port=port + place, listens=port + place + behind)  # type: ignore[arg-type]

        self.hub = party("hub", "hub", 0)
        self.holders = tuple(party("holder", f"holder-{letter}", 1 + place) for place, letter in enumerate("abc"))
        self.nodes = {name: party("node", name, 4 + place) for place, name in enumerate(STATES)}
        self.desks = {name: (f"127.0.0.{2 + place}", port + 7 + place) for place, name in enumerate(STATES)}
        self.cases: dict[str, str] = {}  # id, by the name of the case
        self.epoch = self.transcript = ""
        self.sign_in: tuple[str, str] = ("", "")  # at every desk

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        for party in self.parties:
            party.ask_to_end()
        for party in self.parties:
            party.stop()

    @property
    def parties(self) -> tuple[Party, ...]:
        return (self.hub, *self.holders, *self.nodes.values())

    def set_up(self) -> None:
        """Cards, members, servers, and the two keys. Raises Unsound with what a party said."""
        self._cards()
        self._members()
        for party in self.parties:
            party.start()
        for party in self.parties:
            party.wait()
        self.epoch = self._ceremony("tokens")
        self._ceremony("escrow")

    def open_cases(self, node: str) -> None:
        """The cases of that node, each with leave to compare what it names."""
        for name in SPREAD[node]:
            text = case_text(name, self.nodes[node].language).decode()
            self.cases[name] = self.nodes[node].ask("open", text=text, name=f"{name.rpartition('/')[2]}.json")

    def open_desks(self) -> None:
        """Beside them only the nodes' hands go on: hub and holders answer by themselves."""
        for party in (self.hub, *self.holders):
            party.rest()
        for name, node in self.nodes.items():
            node.rest()
            node.start_desk(*self.desks[name])
        for name, node in self.nodes.items():
            node.wait_for_desk(*self.desks[name])

    def _cards(self) -> None:
        for party in (self.hub, *self.holders):
            party.begin("card", organisation=party.name, address=party.address)
        for name, node in self.nodes.items():
            node.begin("found", organisation=name.capitalize())
        for party in (self.hub, *self.holders):
            party.card_text = party.end()
        for name, node in self.nodes.items():
            name_and_passphrase = node.end()
            self.sign_in = (name_and_passphrase[0], name_and_passphrase[1])
            node.card_text = node.ask("card", organisation=name.capitalize(), state=STATES[name], address=node.address)

    def _members(self) -> None:
        nodes = [node.card_text for node in self.nodes.values()]
        self.hub.begin("members", cards=nodes)
        for holder in self.holders:
            holder.begin("members", cards=[*nodes, self.hub.card_text])
        everybody = [party.card_text for party in self.parties]
        for node in self.nodes.values():
            node.begin("members", cards=[card for card in everybody if card != node.card_text])
        for party in self.parties:
            party.end()

    def _ceremony(self, purpose: Purpose) -> str:
        """Returns the epoch."""
        cards = [holder.card_text for holder in self.holders]
        for holder in self.holders:
            others = [card for card in cards if card != holder.card_text]
            holder.ask("begin", cards=others, threshold=THRESHOLD, purpose=purpose)
        until = time.monotonic() + _PATIENCE
        said: list[str] = []
        while not said or not all(said):
            if time.monotonic() > until:
                raise Unsound("lab-no-key")
            said = [holder.ask("fetch") for holder in self.holders]
        if len(set(said)) != 1:
            raise Unsound("lab-no-key")
        self.transcript = said[0]
        return str({holder.ask("confirm", transcript=said[0]) for holder in self.holders}.pop())
