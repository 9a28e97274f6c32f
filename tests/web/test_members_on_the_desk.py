"""Whom this node speaks with, on the desk: our own card to read out and hand over; cutting off asks once more."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from longarm.casework.exchange import members, parties
from longarm.keys.node import spoken

sys.path.insert(0, str(Path(__file__).parent.parent / "casework/exchange/requests"))
from elsewhere import Elsewhere, here

pytestmark = pytest.mark.django_db
PAGE = "/desk/exchange/"


def test_who_administers_reads_the_own_fingerprint_out_and_hands_the_card_over(people: Any, enter: Any) -> None:
    basma = enter("Basma")
    assert "longarm exchange card --organisation" in basma.get(PAGE).content.decode(), "how a card is made"
    card = here(people.basma)
    shown = basma.get(PAGE).content.decode()
    assert spoken(card.fingerprint) in shown
    assert "longarm-card/1" in shown
    assert parties.own_card().decode().count("PRIVATE") == 0
    assert spoken(card.fingerprint) not in enter("Dina").get(PAGE).content.decode(), "it is for who takes others in"


def test_a_slip_of_the_hand_cuts_nobody_off(people: Any, enter: Any) -> None:
    here(people.basma)
    tripoli = Elsewhere(people.basma)
    basma = enter("Basma")
    shown = basma.get(PAGE).content.decode()
    [off] = re.findall(r"<details[^>]*>(?:(?!</details>).)*members/cut-off/.*?</details>", shown, re.DOTALL)
    assert "Cut <bdi>Unit of Tripoli</bdi> off now" in off
    assert not off.startswith("<details open")
    assert basma.post(f"{PAGE}members/cut-off/", {"fingerprint": tripoli.card.fingerprint}).status_code == 302
    assert members.card_of(tripoli.card.fingerprint) is None
    assert "cut-off/" not in basma.get(PAGE).content.decode()
