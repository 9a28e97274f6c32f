"""A hub that tells two nodes different things is caught by the heads it signed."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import msgspec
import pytest

import people
from longarm.casework import audit
from longarm.casework.exchange import heads, members
from longarm.casework.exchange.asking import Answer
from longarm.errors import Unsound
from longarm.exchange.card import make_card
from longarm.exchange.hub.bodies import AskProof, Logged, Proof
from longarm.exchange.log.head import Head, sign_head
from longarm.exchange.log.tree import consistency, grown, inclusion, leaf_hash, root
from longarm.exchange.refused import Refused
from longarm.keys.party import Party
from longarm.store.models import SeenHead

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
HUB, CAIRO = Party.new(), Party.new()


class Log:
    """What the hub keeps, or one of the two that a lying hub keeps."""

    def __init__(self, *letters: bytes) -> None:
        self.nodes: dict[tuple[int, int], bytes] = {}
        for size, letter in enumerate(letters):
            made = grown(size, leaf_hash(sha256(letter).digest()), self.at)
            self.nodes |= {(node.level, node.place): node.hash for node in made}
        self.size, self.letters = len(letters), letters

    def at(self, level: int, place: int) -> bytes:
        return self.nodes[level, place]

    def head(self, size: int = 0) -> Head:
        return sign_head(HUB, size or self.size, root(size or self.size, self.at), NOW)


@pytest.fixture(autouse=True)
def _members() -> None:
    for party, role in ((HUB, "hub"), (CAIRO, "node")):
        card = make_card(party, role=role, organisation=role, states=(), address="", certificate="", made_at=NOW)  # type: ignore[arg-type]
        members.add(None, card, party.fingerprint)


def answers_from(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub proves what it can from the log it shows to us."""

    def ask(_: object, kind: str, said: AskProof, expected: type) -> Answer[Proof]:
        if not said.old <= said.new <= log.size:
            raise Refused("unknown")
        return Answer(Proof(consistency(said.old, said.new, log.at)), b"")

    monkeypatch.setattr(heads, "ask", ask)


def test_an_honest_log_is_seen_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log(*(bytes([number]) for number in range(9)))
    answers_from(log, monkeypatch)
    for size in (3, 9, 1, 5, 5):
        heads.saw(members.hub(), log.head(size))
    heads.heard(CAIRO.fingerprint, HUB.fingerprint, (log.head(7), log.head(9)))
    assert [(one.size, one.told_by) for one in heads.seen()] == [(9, ""), (7, "node"), (5, ""), (3, ""), (1, "")]
    assert heads.to_tell() == (log.head(),)
    assert heads.evidence(members.hub()) == ()


@pytest.mark.parametrize("size", [4, 3, 6])
def test_what_cairo_was_shown_is_another_log(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours leaves a letter out that Cairo's has, shorter, as long, or longer than ours."""
    ours, cairos = Log(b"a", b"b", b"d", b"e"), Log(b"a", b"b", b"c", b"d", b"e", b"f")
    answers_from(ours, monkeypatch)
    heads.saw(members.hub(), ours.head())
    with pytest.raises(Unsound, match="cannot be one"):
        heads.heard(CAIRO.fingerprint, HUB.fingerprint, (cairos.head(size),))
    (proof,) = heads.evidence(members.hub())
    assert proof.first.signed_by(members.hub())
    assert proof.second.signed_by(members.hub())
    assert proof.why == ("other_root" if size == 4 else "not_consistent")


def test_heads_that_the_hub_never_signed_accuse_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log(b"a", b"b")
    answers_from(log, monkeypatch)
    heads.saw(members.hub(), log.head())
    made_up = msgspec.structs.replace(log.head(), root=bytes(32))
    heads.heard(CAIRO.fingerprint, HUB.fingerprint, (made_up,))
    heads.heard("0" * 64, HUB.fingerprint, (sign_head(HUB, 2, bytes(32), NOW),))  # from nobody we know
    assert len(heads.seen()) == 1


def test_a_letter_that_is_not_in_the_log_counts_as_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log(b"a", b"ours", b"c")
    answers_from(log, monkeypatch)
    good = Logged(1, log.head(), inclusion(1, 3, log.at))
    heads.check_logged(members.hub(), b"ours", good)
    for wrong in (
        (b"another", good),
        (b"ours", msgspec.structs.replace(good, leaf=0)),
        (b"ours", msgspec.structs.replace(good, head=msgspec.structs.replace(good.head, size=4))),
    ):
        with pytest.raises(Unsound, match="does not show"):
            heads.check_logged(members.hub(), *wrong)


def test_a_hub_that_is_away_whenever_it_should_prove_is_held_to_the_head_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows another log, and does not answer the one question that would show it."""
    ours, other = Log(b"a", b"b", b"c"), Log(b"a", b"b", b"d", b"e", b"f")
    heads.saw(members.hub(), ours.head())

    def away(*_: object) -> None:
        raise Unsound("exchange-too-slow", organisation="hub", seconds=1)

    monkeypatch.setattr(heads, "ask", away)
    with pytest.raises(Unsound, match="did not answer"):
        heads.saw(members.hub(), other.head(4))
    answers_from(other, monkeypatch)
    with pytest.raises(Unsound, match="cannot be one"):
        heads.saw(members.hub(), other.head(5))


def test_a_node_that_dies_before_the_proof_came_has_not_seen_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would stand there uncompared, and what comes after would be held against it."""
    ours, other = Log(b"a", b"b", b"c"), Log(b"a", b"b", b"d", b"e", b"f")
    heads.saw(members.hub(), ours.head())
    before = SeenHead.objects.count()

    def dies(*_: object) -> None:
        assert SeenHead.objects.count() == before, "nothing is kept while the hub is asked"
        raise KeyboardInterrupt

    monkeypatch.setattr(heads, "ask", dies)
    with pytest.raises(KeyboardInterrupt):
        heads.saw(members.hub(), other.head(4))
    answers_from(other, monkeypatch)
    with pytest.raises(Unsound, match="cannot be one"):
        heads.saw(members.hub(), other.head(4))


def test_each_organisation_of_the_node_finds_it_in_its_record_and_which_hub_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    them = people.everybody()
    ours, cairos = Log(b"a", b"b", b"c"), Log(b"a", b"b", b"d")
    answers_from(ours, monkeypatch)
    heads.saw(members.hub(), ours.head())
    with pytest.raises(Unsound, match="cannot be one"):
        heads.heard(CAIRO.fingerprint, HUB.fingerprint, (cairos.head(),))
    for who in (them.dina, them.karim):
        (line,) = [act.line for act in audit.read_record(who) if act.line.action == "hub-two-tales"]
        assert line.facts == {"hub": HUB.fingerprint, "first": "3", "second": "3", "told_by": CAIRO.fingerprint}


def test_a_head_without_a_time_zone_is_signed_by_nobody() -> None:
    """Its time would be read by this machine's clock; the year 1 ended in an error of the interpreter."""
    assert not Head(1, bytes(32), datetime(1, 1, 1), "ed25519:").signed_by(members.hub())  # noqa: DTZ001
