"""A node's round with a hub that leaves escrow out for a while, with reports that end soon, and while cases are worked on."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn
from uuid import UUID

import msgspec
import pytest
from nacl.public import PrivateKey
from nodes import case_of

import people
from longarm.casework.cases import open_case
from longarm.casework.exchange import members
from longarm.casework.exchange import posting as tokens_posting
from longarm.casework.exchange.escrow import opening, posting
from longarm.casework.exchange.escrow.letting_go import leave, seal_report
from longarm.casework.exchange.parties import party
from longarm.errors import Unsound
from longarm.exchange.card import make_card
from longarm.exchange.escrow.opening import Shown
from longarm.exchange.escrow.report import Report, put
from longarm.exchange.hub.escrow import Lodge, Opened
from longarm.exchange.log.head import Head
from longarm.exchange.oprf import group
from longarm.exchange.refused import Refused
from longarm.keys.party import Party
from longarm.store.models import Escrowed, EscrowLeaving, EscrowOpened

pytestmark = pytest.mark.django_db
TODAY = datetime.now(UTC).date()


def report(of: Party, days: int = 180) -> Report:
    return put(
        of, b"\x01" * 64, b"", group.base(group.ONE), needed=2, complainant=bytes(32), expires_on=TODAY + timedelta(days),
        tokens_epoch="1-00000000", escrow_epoch="escrow-1-00000000", random=os.urandom,
    )  # fmt: skip


@pytest.fixture
def case() -> UUID:
    return open_case(people.everybody().basma, case_of("one")).id


def kept(case: UUID, days: int = 180) -> tuple[Escrowed, Report]:
    one = report(party(), days)
    row = Escrowed(
        case_id=case, leaf=one.leaf, public=bytes(PrivateKey.generate().public_key), expires_on=one.expires_on, about_sealed=b""
    )
    row.report_sealed = seal_report(row, msgspec.msgpack.encode(one))
    row.save()
    return row, one


def test_what_was_taken_back_is_said_again_to_a_hub_that_left_escrow_out_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaves_it_out(*_given: Any, **_more: Any) -> NoReturn:
        raise Refused("no-escrow")

    monkeypatch.setattr(posting.members, "hub", lambda: None)
    monkeypatch.setattr(posting.epochs, "known", lambda *_purpose: True)
    monkeypatch.setattr(posting, "ask", leaves_it_out)
    leave(bytes(32))
    leave(bytes([1]) * 32)
    EscrowLeaving.objects.filter(leaf=bytes(32)).update(made_at=datetime.now(UTC) - timedelta(days=181))
    assert posting.go() == posting.Gone()
    assert [bytes(row.leaf) for row in EscrowLeaving.objects.all()] == [bytes([1]) * 32]


def test_a_report_that_ends_soon_does_not_keep_the_others_from_the_hub(monkeypatch: pytest.MonkeyPatch, case: UUID) -> None:
    kept(case, days=29)
    _, lasting = kept(case)
    sent: list[Report] = []

    def hears(_hub: Any, _kind: str, said: Lodge, *_more: Any) -> NoReturn:
        sent.extend(said.reports)
        raise Refused("budget")

    monkeypatch.setattr(posting, "ask", hears)
    assert posting._lodge(None) == 0  # type: ignore[arg-type]  # no hub is asked
    assert sent == [lasting]


def test_nothing_is_said_to_be_stored_when_the_case_was_changed_while_the_holders_worked(
    monkeypatch: pytest.MonkeyPatch, case: UUID
) -> None:
    row, ours = kept(case)
    theirs = report(Party.new())
    page = Opened(
        (Shown(ours, 0, ()), Shown(theirs, 1, ())), (theirs.leaf,), Head(2, bytes(32), datetime.now(UTC), ""), False, b""
    )
    monkeypatch.setattr(Head, "signed_by", lambda *_: True)
    monkeypatch.setattr(opening.heads, "saw", lambda *_: None)

    def meanwhile(*_given: Any) -> tuple[bytes, ...]:
        Escrowed.objects.filter(id=row.id).update(leaf=bytes(32))  # another number was wished
        return bytes(32), bytes(32)

    monkeypatch.setattr(opening, "_keys", meanwhile)
    for _ in range(2):
        with pytest.raises(Unsound):
            opening.open_company(None, page)  # type: ignore[arg-type]
    assert not EscrowOpened.objects.exists()


def test_who_is_taken_in_again_is_no_longer_apart_at_the_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    people.everybody()
    cairo, heard = Party.new(), list[tuple[str, ...]]()
    card = make_card(
        cairo, role="node", organisation="Cairo", states=("EG",), address="", certificate="", made_at=datetime.now(UTC)
    )  # fmt: skip
    monkeypatch.setattr(tokens_posting, "ask", lambda _hub, _kind, said, _expected: heard.append(said.others))
    tokens_posting._tell_apart(None)  # type: ignore[arg-type]  # no hub is asked
    for act in (lambda: members.add(None, card, cairo.fingerprint), lambda: members.cut_off(None, cairo.fingerprint)) * 2:
        act()
        tokens_posting._tell_apart(None)  # type: ignore[arg-type]
    assert heard == [(), (cairo.fingerprint,)] * 2
