"""Identifiers that no honest party can name are planted at the hub: who meets one tries numbers out, or the hub lies."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import msgspec
import pytest
from django.utils import timezone

from longarm.casework.audit import read_record
from longarm.casework.exchange import hits, members, posting, probes
from longarm.casework.exchange.asking import Answer
from longarm.casework.exchange.letting_go import open_token, seal_token
from longarm.casework.exchange.tokens import ToSend, tag_of
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.exchange import token as tokens
from longarm.exchange.card import make_card
from longarm.exchange.hub.bodies import Hit, Hits
from longarm.exchange.hub.envelope import Contact
from longarm.keys.party import Party
from longarm.store.models import Leaving, Registered
from people import People, everybody

sys.path.insert(0, str(Path(__file__).parent / "requests"))
from elsewhere import CASE, here, new_case

pytestmark = pytest.mark.django_db
OUR_LINE = "+218 91 000 0099"


def output(value: bytes) -> bytes:
    """As the key holders would answer, to whomever asks."""
    return hashlib.sha512(b"key" + value).digest()


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    found = everybody()
    here(found.basma)

    def outputs_now(inputs: Sequence[bytes]) -> Any:
        return SimpleNamespace(epoch="1-aa"), tuple(output(one) for one in inputs)

    monkeypatch.setattr(probes, "outputs_now", outputs_now)
    return found


@pytest.fixture
def other(people: People) -> Party:
    return joined("Unit of Tripoli")


def joined(organisation: str, role: Any = "node") -> Party:
    party = Party.new()
    card = make_card(
        party, role=role, organisation=organisation, states=(), address="https://127.0.0.1:9",
        certificate="-----BEGIN CERTIFICATE-----", made_at=timezone.now(),
    )  # fmt: skip
    members.add(None, card, party.fingerprint)
    return party


def meets(monkeypatch: pytest.MonkeyPatch, token: bytes, other: Party, envelope: bytes) -> None:
    """The hub tells of a hit."""
    if not members.uses_a_hub():
        joined("Hub", "hub")
    pages = [Hits((Hit(bytes(16), token, other.fingerprint, envelope, timezone.now()),), False, b""), Hits((), False, b"")]
    monkeypatch.setattr(hits, "ask", lambda *_: Answer(pages.pop(0), b""))
    hits.fetch()


def sent(probe: UUID) -> ToSend:
    row = Registered.objects.get(id=probe)
    return msgspec.msgpack.decode(open_token(bytes(row.tag), row.token_sealed), type=ToSend)


def naming(normal: str, other: Party, kind: str = "phone") -> tuple[bytes, bytes]:
    """Token and envelope of another node that has named the identifier."""
    token = tokens.Token.of(output(tokens.input_of(kind, normal)))
    return token.token, tokens.seal(token, other.fingerprint, msgspec.msgpack.encode(Contact(bytes(16), "Desk", kind)))


def test_who_tries_numbers_out_meets_a_line_that_was_given_to_nobody(
    people: People, other: Party, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = probes.plant(people.basma, "own_line", OUR_LINE)
    assert probes.alarms() == ()
    meets(monkeypatch, *_as(other, naming("+218910000099", other)))
    [alarm] = probes.alarms()
    assert (alarm.id, alarm.finding, alarm.others) == (probe, "met", ("Unit of Tripoli",))
    assert alarm.value == "", "a timer that asks writes no probe into its log"
    assert probes.probes(people.basma)[0].value == "+218910000099"
    assert {"probe-planted", "probe-met"} <= {one.line.action for one in read_record(people.dina)}


def test_one_that_nobody_can_know_says_that_its_code_was_copied(
    people: People, other: Party, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (probes.plant(people.basma, "nobody") for _ in range(2))
    assert sent(first).token != sent(second).token
    meets(monkeypatch, sent(first).token, other, bytes(tokens.ENVELOPE_BYTES))
    [alarm] = probes.alarms()
    assert (alarm.id, alarm.finding) == (first, "met_unnamed")


def test_words_that_both_planted_are_heard_of_or_the_hub_is_asked_why(
    people: People, other: Party, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = probes.plant(people.basma, "agreed", "Lemon  window pavement MOON")
    assert probes.probes(people.basma)[0].value == "", "the words stand nowhere"
    Registered.objects.filter(id=probe).update(posted_at=timezone.now() - timedelta(days=4))
    assert [one.finding for one in probes.alarms()] == ["silent"]
    normal = f"{hashlib.sha256(b'longarm-probe/1 lemon window pavement moon').hexdigest()[:32]}@example.org"
    meets(monkeypatch, *_as(other, naming(normal, other, "email")))
    assert probes.alarms() == ()
    assert probes.probes(people.basma)[0].finding == "heard"


def test_it_goes_out_like_any_token_and_is_let_go_like_any(people: People) -> None:
    new_case(people.basma, CASE)
    probe = probes.plant(people.basma, "own_line", OUR_LINE)
    assert [row.id for row in posting._due(timezone.now().date())] == [probe], "the round asks for no case"
    assert len(sent(probe).envelope) == tokens.ENVELOPE_BYTES
    with pytest.raises(Conflict):
        probes.plant(people.basma, "own_line", "00218910000099")
    probes.remove(people.basma, probe)
    assert Leaving.objects.count() == 1
    with pytest.raises(NotFound):
        probes.remove(people.basma, probe)


def test_who_may_and_what_is_none(people: People) -> None:
    for stranger in (people.dina, people.rana):
        with pytest.raises(NotAllowed):
            probes.plant(stranger, "nobody")
        with pytest.raises(NotAllowed):
            probes.probes(stranger)
    with pytest.raises(BadInput):
        probes.plant(people.basma, "own_line", "12")
    with pytest.raises(BadInput):
        probes.plant(people.basma, "agreed", "moon")
    assert probes.alarms_for(people.dina) == ()


def test_another_organisation_on_the_node_sees_and_removes_none_and_learns_of_no_case(people: People) -> None:
    probe = probes.plant(people.basma, "own_line", OUR_LINE)
    assert people.karim.administers
    assert probes.probes(people.karim) == ()
    with pytest.raises(NotFound):
        probes.remove(people.karim, probe)
    case = new_case(people.basma, CASE)
    of_a_case = "+218910000017"
    token = tokens.Token.of(output(tokens.input_of("phone", of_a_case))).token
    tag = tag_of(token)
    theirs = seal_token(tag, msgspec.msgpack.encode(ToSend(token, b"envelope of the case", "1-aa")))
    Registered.objects.create(case_id=case, tag=tag, public=bytes(32), about_sealed=b"", token_sealed=theirs)
    for number in (of_a_case, OUR_LINE):
        made = probes.plant(people.karim, "own_line", number)  # as any number: a refusal would tell of a case
        assert made in {one.id for one in probes.probes(people.karim)}
        with pytest.raises(Conflict):
            probes.plant(people.karim, "own_line", number)
    assert {sent(row.id).envelope for row in Registered.objects.filter(tag=tag)} == {b"envelope of the case"}
    assert [one.id for one in probes.probes(people.basma)] == [probe]


def _as(other: Party, named: tuple[bytes, bytes]) -> tuple[bytes, Party, bytes]:
    return named[0], other, named[1]


def test_words_agreed_on_by_voice_are_the_same_whatever_the_keyboard(people: People) -> None:
    """One keyboard composes a hamza, marks the direction, stretches; the other does not. The hub is not to blame for that."""
    planted = [
        "أزرقُ كالبحر قبل الفجر", "\u200fا\u0654زرق كالبحـــر  قبل\u00a0الفجر", "Deux Étés à Sfax",
        "deux e\u0301te\u0301s a\u0300 sfax",
    ]  # fmt: skip
    normal = [probes._invented("agreed", words)[1] for words in planted]
    assert normal[0] == normal[1]
    assert normal[2] == normal[3]
    assert normal[0] != normal[2]
    with pytest.raises(BadInput):
        probes._invented("agreed", "\u200f" * 20)
