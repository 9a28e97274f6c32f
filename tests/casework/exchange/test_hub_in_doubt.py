"""A node that holds evidence that the hub told two tales gives it nothing new until a person decided."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from django.test import Client
from nodes import case_of
from test_heads import CAIRO, HUB, Log, answers_from

import people
from longarm.casework import cases, node
from longarm.casework.exchange import doubts, heads, members, posting
from longarm.casework.exchange.asking import Answer
from longarm.casework.exchange.escrow.posting import Gone
from longarm.casework.exchange.letting_go import let_go, seal_token
from longarm.casework.exchange.round import Round
from longarm.casework.exchange.tokens import ToSend
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.cli.exchange import post as exchange_post
from longarm.errors import BadInput, Unsound
from longarm.exchange.card import make_card
from longarm.exchange.hub.bodies import Done, Logged
from longarm.exchange.log.tree import inclusion
from longarm.store import records
from longarm.store.models import Leaving, Record, Registered

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.fixture
def basma() -> people.Actor:
    """Her node has taken a hub and Cairo in, holds two tokens that wait, and one that is let go."""
    them = people.everybody()
    for party, role in ((HUB, "hub"), (CAIRO, "node")):
        card = make_card(party, role=role, organisation=role, states=(), address="", certificate="", made_at=NOW)  # type: ignore[arg-type]
        members.add(None, card, party.fingerprint)
    case = cases.open_case(them.basma, case_of("one")).id
    rows = []
    for place in range(3):
        tag = bytes([place]) * 32
        token = seal_token(tag, msgspec.msgpack.encode(ToSend(tag, b"envelope", "1-00000000")))
        rows.append(Registered.objects.create(case_id=case, tag=tag, token_sealed=token, about_sealed=b"", public=bytes(32)))
    let_go(case, [rows[0].id])
    return them.basma


def hub_with(log: Log, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What it is sent, by kind; it logs each letter, and shows us this log."""
    answers_from(log, monkeypatch)
    sent: list[str] = []

    def ask(_: object, kind: str, said: Any, expected: type) -> Answer[Any]:
        if kind == "apart":  # who is cut off: told in every round
            return Answer(Done(), b"")
        sent.append(kind)
        letter = msgspec.msgpack.encode(said)
        grown = Log(*log.letters, letter)
        log.nodes, log.size, log.letters = grown.nodes, grown.size, grown.letters
        head = log.head()
        return Answer(Logged(head.size - 1, head, inclusion(head.size - 1, head.size, log.at)), letter)

    monkeypatch.setattr(posting, "ask", ask)
    return sent


def lines() -> list[records.Line]:
    return list(records.read(node.node().record_key, Record.objects.order_by("seq").iterator()))


def two_tales(monkeypatch: pytest.MonkeyPatch) -> Log:
    """Cairo was shown another log of the same length; its letter tells us so."""
    ours, cairos = Log(b"a", b"b", b"c"), Log(b"a", b"b", b"d")
    answers_from(ours, monkeypatch)
    heads.saw(members.hub(), ours.head())
    with pytest.raises(Unsound, match="cannot be one"):
        heads.heard(CAIRO.fingerprint, HUB.fingerprint, (cairos.head(),))
    return ours


def test_nothing_new_goes_to_a_hub_in_doubt_and_what_was_let_go_is_still_withdrawn(
    basma: people.Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = hub_with(two_tales(monkeypatch), monkeypatch)
    assert posting.post() == posting.Posted(registered=0, withdrawn=1, waiting=2, in_doubt=True)
    assert sent == ["withdraw"]
    assert not Leaving.objects.exists()
    assert posting.post() == posting.Posted(0, 0, 2, in_doubt=True), "in the next round too, and quietly"
    (doubt,) = doubts.doubts(basma)
    assert (doubt.called, doubt.sizes, doubt.told_by) == ("hub", (3, 3), "node")
    assert "hub-two-tales" in [line.action for line in lines()]


def test_a_person_who_administers_decides_to_go_on_and_it_is_recorded_with_why(
    basma: people.Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_tales(monkeypatch)
    restored = Log(b"a", b"b", b"d", b"e")
    sent = hub_with(restored, monkeypatch)
    rana = people.join(basma, "Rana M.", "caseworker")
    with pytest.raises(NotAllowed):
        doubts.settle(rana, HUB.fingerprint, "they told me")
    for wrong in (("0" * 64, "why"), (CAIRO.fingerprint, "why"), (HUB.fingerprint, " ")):
        with pytest.raises(BadInput):
            doubts.settle(basma, *wrong)
    doubts.settle(basma, HUB.fingerprint, "it was restored from a copy of yesterday; all members were told")
    assert not doubts.in_doubt(members.hub())
    assert posting.post().registered == 2
    assert sent == ["withdraw", "register"]
    assert heads.to_tell() == (restored.head(),)
    assert len(heads.evidence(members.hub())) == 1, "the evidence stays"
    (line,) = [one for one in lines() if one.action == "hub-used-again"]
    assert "restored" in str(line)
    with pytest.raises(Conflict):
        doubts.settle(basma, HUB.fingerprint, "again")


def test_a_hub_that_is_used_on_may_have_forgotten_and_is_told_everything_once_more(
    basma: people.Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was restored from a copy no longer has what was registered since."""
    log = two_tales(monkeypatch)
    Registered.objects.update(posted_at=NOW)
    doubts.settle(basma, HUB.fingerprint, "it was restored from a copy of yesterday")
    hub_with(log, monkeypatch)
    assert posting.post().registered == 2


def test_after_the_decision_a_new_tale_is_a_new_doubt(basma: people.Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    log = two_tales(monkeypatch)
    doubts.settle(basma, HUB.fingerprint, "one more chance")
    heads.saw(members.hub(), log.head())  # the same as before the decision: known
    heads.saw(members.hub(), log.head(2))
    with pytest.raises(Unsound, match="cannot be one"):
        heads.heard(CAIRO.fingerprint, HUB.fingerprint, (Log(b"a", b"x").head(),))
    assert doubts.in_doubt(members.hub())


def test_the_desk_says_it_to_who_can_decide_and_takes_the_decision(
    basma: people.Actor, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    two_tales(monkeypatch)
    client.post("/desk/sign-in/", {"name": "Basma", "passphrase": people.PASSPHRASE})
    page = client.get("/desk/exchange/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "two logs that cannot be one" in page
    assert "in doubt" in client.get("/desk/today/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    form = {"fingerprint": HUB.fingerprint, "reason": "called all members"}
    assert client.post("/desk/exchange/members/use-again/", form).status_code == 302
    assert "two logs that cannot be one" not in client.get("/desk/exchange/", HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_who_posts_at_a_terminal_is_told_why_nothing_goes(
    basma: people.Actor, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hub_with(two_tales(monkeypatch), monkeypatch)
    monkeypatch.setattr(exchange_post, "attach_node", lambda _: None)
    monkeypatch.setattr("longarm.casework.exchange.round.go_round", lambda: Round(posting.post(), 0, Gone()))
    assert exchange_post.run(argparse.Namespace(sign_in=None, json=True, lang="en")) == 0
    said = capsys.readouterr()
    assert (json.loads(said.out)["in_doubt"], json.loads(said.out)["waiting"]) == (True, 2)
    assert "in doubt" in said.err
