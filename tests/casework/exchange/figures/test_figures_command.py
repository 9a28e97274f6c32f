"""Two nodes as their people run them: one counts a quarter and tells it on a stick and as a file, the other takes it in."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))
from nodes import Node

from longarm.casework.exchange.figures.counting import closed
from longarm.cli.exchange.figures import FiguresAnswer
from longarm.exchange.card import read_card

pytestmark = pytest.mark.one_database("what commands say; the tables behind them are tried on both beside this")


@pytest.fixture
def nodes(tmp_path: Path) -> tuple[Node, Node]:
    """Each has the other's card, with the fingerprint that was heard."""
    both = Node(tmp_path / "cairo", "Unit of Cairo"), Node(tmp_path / "tripoli", "Unit of Tripoli")
    for node, state in zip(both, ("EG", "LY"), strict=True):
        node.act("begin")
        node.data.with_suffix(".card").write_text(node.run("card", "--organisation", node.name, "--state", state))
    for node, other in (both, both[::-1]):
        card = other.data.with_suffix(".card")
        node.run("member", "add", str(card), "--fingerprint", read_card(card.read_bytes()).fingerprint)
    return both


def said(node: Node, *words: str) -> FiguresAnswer:
    return msgspec.convert(json.loads(node.run("figures", *words, "--json")), FiguresAnswer)


def test_a_quarter_goes_by_stick_and_as_a_file_and_counts_once(nodes: tuple[Node, Node], tmp_path: Path) -> None:
    cairo, tripoli = nodes
    quarter, file, stick = closed(datetime.now(UTC).date())[0], tmp_path / "told.json", tmp_path / "stick"
    publish = ("publish", quarter, "--sign-in", "Basma")
    drawn = said(cairo, *publish).leaves
    assert drawn is not None
    assert (drawn.asking, drawn.least) == (("EG",), 41)
    assert cairo.run("figures", *publish, "--file", str(file), ends=2).startswith("longarm: There are no such figures")
    assert not file.exists(), "looked at is not told"
    told = said(cairo, *publish, "--send", "--file", str(file))
    assert (told.leaves, told.sent) == (drawn, 1)
    assert "told just now" not in cairo.run("figures", *publish, "--send"), "it waits already"
    cairo.run("request", "export", str(stick))
    assert "taken: 1" in tripoli.run("request", "import", str(stick))
    assert said(tripoli, "hear", str(file)).heard[0].organisation == "Unit of Cairo"
    table = said(tripoli, "show").table
    assert table is not None
    assert [(one.organisation, one.period, one.smallest) for one in table.told] == [("Unit of Cairo", quarter, 41)]
    nothing = msgspec.structs.replace(table, period="2020-Q1", told=(), answers=())
    assert said(tripoli, "show", "--quarter", "2020-Q1").table == nothing
    for words, why in (
        (("publish", "2020-Q1", "--sign-in", "Basma"), "A quarter can be counted ninety days after its end"),
        (("hear", str(tmp_path / "nothing.json")), "cannot be read: no such file"),
        (("hear", str(cairo.data.with_suffix(".card"))), "This is no file of figures"),
    ):
        wrong = cairo.run("figures", *words, ends=2)
        assert why in wrong
        assert wrong.count("\n") == 1, "one sentence"
