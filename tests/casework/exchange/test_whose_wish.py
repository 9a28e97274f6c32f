"""Who says whether a case's report is kept closed, and what becomes of it when the case is changed, moved or deleted."""

from __future__ import annotations

import os
from datetime import timedelta
from hashlib import sha512
from typing import Any
from uuid import UUID

import msgspec
import pytest
from django.db import transaction
from django.utils import timezone
from nacl.public import PrivateKey
from nodes import case_of

import people
from longarm.case.file import parse_case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, open_for
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.channels import make_channel
from longarm.casework.day.joining import merge
from longarm.casework.exchange import epochs
from longarm.casework.exchange.escrow import making, offered, opening, showing, wishes
from longarm.casework.exchange.escrow.letting_go import report_of as sent_of
from longarm.casework.exchange.escrow.letting_go import take_back as take_back_report
from longarm.casework.intake import consents
from longarm.casework.life.deletion import delete_case
from longarm.casework.rotation import rotate
from longarm.errors import BadInput
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.report import Report, put
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.hub.envelope import Contact
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.keys.party import Party
from longarm.store.models import Escrowed, EscrowLeaving

pytestmark = pytest.mark.django_db
HIM, ANOTHER = "+218910000017", "+218910000018"


@pytest.fixture
def basma(monkeypatch: pytest.MonkeyPatch) -> Actor:
    """Escrow is offered; the holders answer with something that is one for each number."""
    for epoch, purpose in (("1-00000000", "tokens"), ("escrow-1-00000000", "escrow")):
        line = Commitments((group.base(group.ONE),))
        epochs._keep(Key(epoch, 0, line, (Participant(1, "0" * 64),), b"", None, purpose))  # type: ignore[arg-type]
    monkeypatch.setattr(offered.members, "uses_a_hub", lambda: True)
    monkeypatch.setattr(making, "outputs_now", lambda given: (epochs.current(), tuple(sha512(one).digest() for one in given)))
    return people.everybody().basma


def new_case(basma: Actor, *phones: str) -> UUID:
    return open_case(basma, case_of("one", *(phones or (HIM,)))).id


def somebody(opened: OpenCase, others: int = 0, kind: Any = "complainant") -> Any:
    channel = make_channel(opened, kind, bytes(PrivateKey.generate().public_key), lookup=None)
    says(channel, others)
    return channel


def says(channel: Any, others: int) -> None:
    consents.note(channel, "escrow", others > 0, "en", others)


def report_of(case: UUID) -> Report:
    return sent_of(Escrowed.objects.get(case_id=case))


def test_every_complainant_has_to_wish_it_and_the_most_careful_is_followed(basma: Actor) -> None:
    opened = open_for(basma, new_case(basma))
    assert wishes.wished(opened) == 0
    somebody(opened, 4, "supporter")
    assert wishes.wished(opened) == 0
    amal = somebody(opened, 1)
    assert wishes.wished(opened) == 2
    hala = somebody(opened)
    assert wishes.wished(opened) == 0
    says(hala, 3)
    assert wishes.wished(opened) == 4
    says(amal, 4)
    assert wishes.wished(opened) == 5
    says(hala, 0)
    assert wishes.wished(opened) == 0


def test_a_report_is_made_once_and_anew_for_another_number_or_near_its_end(basma: Actor) -> None:
    case = new_case(basma)
    opened = open_for(basma, case)
    assert not making.wanting(opened)
    amal = somebody(opened, 2)
    assert making.wanting(opened)
    assert making.make_opened(opened, basma.user) == (1, 0)
    assert not making.wanting(opened)
    assert making.make_opened(opened, basma.user) == (0, 0)
    first = report_of(case)
    assert first.needed == 3
    says(amal, 4)
    assert making.make_opened(opened, basma.user) == (1, 0)
    second = report_of(case)
    assert (second.needed, second.token, second.complainant) == (5, first.token, first.complainant)
    assert [bytes(row.leaf) for row in EscrowLeaving.objects.all()] == [first.leaf]
    Escrowed.objects.update(expires_on=second.expires_on - timedelta(days=61))
    assert making.wanting(opened)
    assert making.make_opened(opened, basma.user) == (1, 0)
    says(amal, 0)
    assert making.make_opened(opened, basma.user) == (0, 1)
    assert EscrowLeaving.objects.count() == 3


def test_an_identifier_more_and_one_less(basma: Actor) -> None:
    case = new_case(basma, HIM, ANOTHER)
    opened = open_for(basma, case)
    somebody(opened, 1)
    assert making.make_opened(opened, basma.user).made == 2
    assert len({bytes(row.tag or b"") for row in Escrowed.objects.all()}) == 2
    save_case(basma, case, parse_case(case_of("one", ANOTHER), "case").case, read_case(basma, case).version)
    assert making.make_opened(open_for(basma, case), basma.user) == (0, 1)


def test_two_persons_at_one_organisation_are_two_and_two_reports_of_one_case_are_one(basma: Actor) -> None:
    made = []
    for _ in range(2):
        case = new_case(basma)
        opened = open_for(basma, case)
        somebody(opened, 3)
        making.make_opened(opened, basma.user)
        made.append(report_of(case))
    assert made[0].token == made[1].token
    assert made[0].complainant != made[1].complainant
    assert opens(made) == ()  # of one organisation, for four


def test_a_new_key_of_the_case_a_merge_and_a_deletion(basma: Actor) -> None:
    one, other = new_case(basma), new_case(basma)
    for case in (one, other):
        opened = open_for(basma, case)
        somebody(opened, 2)
        making.make_opened(opened, basma.user)
    rotated = rotate(open_for(basma, one))
    assert making.about_of(rotated, Escrowed.objects.get(case_id=one)).normal == HIM
    merge(basma, one, other, {"complainant": "complainant"})
    assert Escrowed.objects.get().case_id == one
    assert wishes.wished(open_for(basma, one)) == 3  # both conversations are in it now
    delete_case(basma, one, "asked")
    assert not Escrowed.objects.exists()
    assert EscrowLeaving.objects.count() == 2


def test_holders_that_are_away_lose_nothing(basma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(given: Any) -> Any:
        raise BadInput("exchange-no-epoch", why="away")

    opened = open_for(basma, new_case(basma))
    somebody(opened, 1)
    monkeypatch.setattr(making, "outputs_now", away)
    with pytest.raises(BadInput):
        making.make_opened(opened, basma.user)
    assert making.wanting(opened)
    assert not Escrowed.objects.exists()


def test_a_number_changed_while_the_holders_work_is_the_one_that_counts(basma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    case = new_case(basma)
    opened = open_for(basma, case)
    amal = somebody(opened, 1)

    def slowly(given: Any) -> Any:
        says(amal, 0)
        return epochs.current(), tuple(sha512(one).digest() for one in given)

    monkeypatch.setattr(making, "outputs_now", slowly)
    assert making.make_opened(opened, basma.user).made == 0
    assert not Escrowed.objects.exists()


def test_left_out_it_is_made_for_nobody(basma: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_for(basma, new_case(basma))
    somebody(opened, 1)
    making.make_opened(opened, basma.user)
    monkeypatch.setenv("LONGARM_ESCROW", "off")
    assert making.wanting(opened)
    assert making.make_opened(opened, basma.user) == (0, 1)


def test_what_opened_stays_readable_with_another_number_and_with_another_key_for_tokens(
    basma: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_the_key_of_now(given: list[bytes]) -> Any:
        key = epochs.current()
        return key, tuple(sha512(key.epoch.encode() + one).digest() for one in given)

    monkeypatch.setattr(making, "outputs_now", of_the_key_of_now)
    case = new_case(basma)
    opened = open_for(basma, case)
    amal = somebody(opened, 1)
    making.make_opened(opened, basma.user)
    first, row = report_of(case), Escrowed.objects.get()
    about, cairo = making.about_of(opened, row), Party.new()
    theirs = put(
        cairo, about.output, msgspec.msgpack.encode(Contact(bytes(16), "the desk in Cairo", "phone")), group.base(group.ONE),
        needed=2, complainant=bytes(32), expires_on=first.expires_on, tokens_epoch=about.tokens_epoch,
        escrow_epoch=about.escrow_epoch, random=os.urandom,
    )  # fmt: skip
    with transaction.atomic():
        opening.keep(row, [opening.Told(theirs, theirs.lock.key)], timezone.now())
        take_back_report(case)
    assert [bytes(one.leaf) for one in EscrowLeaving.objects.all()] == [first.leaf]
    assert making.wanting(opened)
    says(amal, 3)
    epochs._keep(msgspec.structs.replace(epochs.current(), epoch="2-00000000"))
    assert making.make_opened(opened, basma.user) == (1, 0)
    assert (report_of(case).needed, report_of(case).token == first.token) == (4, False)
    kept = showing.kept_closed(basma, case)
    assert kept is not None
    assert [one.contact and one.contact.desk for one in kept.opened] == ["the desk in Cairo"]
