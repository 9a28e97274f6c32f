"""What the people of a node do in the lab, through the same functions as their desk and their commands."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec

from longarm.cli.exchange.lab.acts_board import OnBoards
from longarm.cli.exchange.lab.acts_figures import OfFigures

ALLOWED: Final = "In the lab: she agreed that the number is compared with other organisations'."
HER_WORDS: Final = "يطلب 300 دينار كل أسبوع ويهدد بأن يكتب لعائلتي."
AGREED: Final = "In the lab: she agreed on the telephone that it is passed on."


class Acts(OnBoards, OfFigures):
    def __init__(self, data: Path) -> None:
        from longarm.casework.attach import attach
        from longarm.casework.first_start import bring_up
        from longarm.store.folder import folder_of, is_node

        os.environ["LONGARM_DATA"] = str(data)
        folder = folder_of(data)
        if is_node(folder):
            attach(folder)
        else:
            bring_up(folder)
        self._signed: Any = None

    @property
    def _actor(self) -> Any:
        from longarm.casework.demo.load import NAME, PASSPHRASE
        from longarm.casework.people.visits import sign_in

        self._signed = self._signed or sign_in(NAME, PASSPHRASE).actor
        return self._signed

    def found(self, organisation: str) -> tuple[str, str]:
        """A police unit: a helpline may not ask that data are kept. Returns name and passphrase to sign in with."""
        from longarm.casework.demo.load import NAME, PASSPHRASE
        from longarm.casework.exchange.requests.kind import set_kind
        from longarm.casework.people.organisations import set_up_organisation

        set_up_organisation(organisation, NAME, PASSPHRASE, demonstration=True)
        set_kind(self._actor, "police")
        return NAME, PASSPHRASE

    def card(self, organisation: str, state: str, address: str) -> str:
        from longarm.casework.exchange.parties import make_own_card

        return make_own_card(None, organisation, (state,), address, datetime.now(UTC)).decode()

    def members(self, cards: list[str]) -> None:
        """Nobody compares by voice in a lab: the fingerprint is the card's own."""
        from longarm.casework.exchange.members import add
        from longarm.exchange.card import read_card

        for data in map(str.encode, cards):
            add(None, data, read_card(data).fingerprint)

    def open(self, text: str, name: str) -> str:
        """A case, with leave to compare what it names."""
        from longarm.casework.cases import open_case
        from longarm.casework.exchange.permitted import choose

        case = open_case(self._actor, text.encode(), name).id
        choose(self._actor, case, True, ALLOWED)
        return str(case)

    def round(self) -> dict[str, int]:
        """Tokens and closed reports of every case, one round to the hub."""
        from longarm.casework.exchange.escrow import making
        from longarm.casework.exchange.round import go_round
        from longarm.casework.exchange.tokens import make_all

        made = make_all(self._actor)
        making.make_all(self._actor)
        done = go_round()
        posted, escrow = done.posted, done.escrow
        said = {"made": made, "registered": posted.registered, "waiting": posted.waiting, "hits": done.hits}
        return said | {"lodged": escrow.lodged, "opened": escrow.opened}

    def report(self, number: str, others: int) -> dict[str, str]:
        """Somebody reports at the intake who is blackmailed from `number`, and keeps it closed until `others` others named it
        (0: does not). The team writes the number into the case. Returns the case, and her code."""
        from longarm.case.model import Identifier, Person
        from longarm.casework.cases import read_case, save_case
        from longarm.casework.intake import holder, returns, submit
        from longarm.intake.report import Report

        said = Report(language="ar", child="no", what=("money",), words=HER_WORDS, code_form="digits")
        given = submit.submit(said)
        her = returns.holder_of(given.token)
        was = read_case(self._actor, her.case)
        suspect = Person(id="suspect-1", roles=("suspect",))
        named = Identifier(id="his", type="phone", value=number, used_by="suspect-1")
        persons = (*(one for one in was.case.persons if one.id != "suspect-1"), suspect)
        changed = msgspec.structs.replace(was.case, persons=persons, identifiers=(*was.case.identifiers, named))
        save_case(self._actor, her.case, changed, was.version)
        holder.keep_closed(her, others)
        return {"case": str(her.case), "code": given.code}

    def kept_closed(self, case: str) -> list[str]:
        """The desks whose reports opened together with that of the case."""
        from longarm.casework.exchange.escrow.showing import kept_closed

        kept = kept_closed(self._actor, UUID(case))
        return sorted(one.contact.desk for one in kept.opened if one.contact) if kept else []

    def hits(self) -> list[dict[str, str]]:
        from longarm.casework.exchange.hits import all_hits

        return [
            {"value": hit.value, "organisation": hit.called, "desk": hit.contact.desk if hit.contact else ""}
            for hit in all_hits(self._actor)
        ]

    def ask(self, case: str, to: str, path: str, words: str) -> str:
        """Drafts and sends a request that data are kept; it goes at the next delivery."""
        from longarm.casework.exchange.requests import drafting

        wanted = drafting.Wanted(path=path, measure="preserve", words=words, peer=to, agreed=AGREED)
        request = drafting.draft(self._actor, UUID(case), wanted)
        drafting.send(self._actor, request)
        return str(request)

    def deliver(self) -> int:
        """Returns how many letters still wait."""
        from longarm.casework.exchange.requests.courier import deliver

        return deliver().waiting

    def requests(self) -> list[dict[str, Any]]:
        from django.utils import timezone

        from longarm.casework.exchange.requests.showing import list_requests

        return [
            {"id": str(one.id), "state": one.state, "measure": one.measure, "organisation": one.organisation, "ours": one.ours,
             "due_on": str(one.due_on)}
            for one in list_requests(self._actor, timezone.localdate())
        ]  # fmt: skip

    def verify(self, request: str) -> None:
        from longarm.casework.exchange.requests import looking

        looking.look(self._actor, UUID(request))

    def answer(self, request: str, act: str, words: str = "") -> None:
        from longarm.casework.exchange.requests import acting

        acting.act(self._actor, UUID(request), act, words)  # type: ignore[arg-type]  # checked against the table of states


acts = Acts
