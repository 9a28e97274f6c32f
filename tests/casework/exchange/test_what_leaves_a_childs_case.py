"""A case that may concern a child: who may say yes to what goes to other organisations, whose no stands; nothing waits."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from nacl.public import PrivateKey
from nodes import case_of

import people
from longarm.case.file import parse_case
from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.channels import make_channel
from longarm.casework.day.joining import merge
from longarm.casework.exchange import epochs
from longarm.casework.exchange.escrow import making, showing, wishes
from longarm.casework.exchange.letting_go import seal_token
from longarm.casework.exchange.permitted import choose, permitted_for
from longarm.casework.exchange.tokens import ToSend
from longarm.casework.intake import consents, holder
from longarm.casework.intake import submit as intake
from longarm.casework.intake.returns import Holder, holder_of
from longarm.casework.proof.child_road import set_child
from longarm.casework.refusals import Conflict
from longarm.errors import BadInput
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.intake.report import Report
from longarm.keys.passphrase import LEAST
from longarm.store.models import Case, Escrowed, EscrowLeaving, EscrowOpened, Leaving, Registered

sys.path.insert(0, str(Path(__file__).parents[1]))
from planted_escrow import escrow_happens

pytestmark = pytest.mark.django_db
BEST = "We spoke with her and with the child protection office: he looks for children, others must know of each other."


@pytest.fixture
def basma(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Actor:
    settings.LONGARM_RECEIPT_COST = LEAST
    actor = people.everybody().basma
    settings.LONGARM_INTAKE = str(actor.organisation)
    line = Commitments((group.base(group.ONE),))
    epochs._keep(Key("1-00000000", 0, line, (Participant(1, "0" * 64),), b"", None))
    for place in (showing, making):
        monkeypatch.setattr(place, "offered", lambda: True)
    monkeypatch.setattr(holder, "escrow_offered", lambda: True)
    return actor


def sealed(tag: bytes) -> bytes:
    return seal_token(tag, msgspec.msgpack.encode(ToSend(bytes(32), b"", "1-00000000")))


def reports(child: Any) -> Holder:
    return holder_of(intake.submit(Report(language="en", child=child, words="x", consents=("exchange",))).token)


def test_her_yes_alone_sends_nothing_out_nor_does_the_teams_and_both_do(basma: Actor) -> None:
    grown, young = reports("no"), reports("unsure")
    assert permitted_for(basma, grown.case)[:2] == (True, "complainant")
    said = permitted_for(basma, young.case)
    assert (said.allowed, said.by, said.child) == (False, None, True)
    choose(basma, young.case, True, BEST)
    assert permitted_for(basma, young.case)[:3] == (True, "team", BEST)
    holder.take_back(young, "exchange")
    assert permitted_for(basma, young.case)[:2] == (False, "complainant")
    choose(basma, young.case, True, "The team still thinks so.")
    assert not permitted_for(basma, young.case).allowed, "her no stands"
    with pytest.raises(Conflict):
        choose(basma, grown.case, True, "It is hers to say.")


def test_a_guardians_yes_is_not_enough_and_a_guardians_no_stands(basma: Actor) -> None:
    case = open_case(basma, case_of("one", "+218910000017")).id
    opened = open_for(basma, case)
    guardian = make_channel(opened, "supporter", bytes(PrivateKey.generate().public_key), lookup=None)
    consents.note(guardian, "exchange", True, "en")
    assert permitted_for(basma, case)[:2] == (True, "supporter")
    set_child(basma, case, True, "She is fifteen.")
    assert not permitted_for(basma, case).allowed
    choose(basma, case, True, BEST)
    assert permitted_for(basma, case).allowed
    consents.note(guardian, "exchange", False, "en")
    assert permitted_for(basma, case)[:2] == (False, "supporter")


def test_what_the_team_chose_before_it_knew_is_chosen_anew(basma: Actor) -> None:
    case = open_case(basma, case_of("one", "+218910000017")).id
    choose(basma, case, True, "They asked us to.")
    assert permitted_for(basma, case).allowed
    set_child(basma, case, True, "She is fifteen.")
    assert permitted_for(basma, case)[:2] == (False, None)
    choose(basma, case, False, "Not good for her.")
    assert permitted_for(basma, case)[:2] == (False, "team")
    set_child(basma, case, False, "Her sister answers for her age: twenty.")
    assert permitted_for(basma, case)[:2] == (False, "team")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("alias: mark-alias-one", "minor: true, alias: mark-alias-one"),
        ("alias: mark-alias-one", "birth_year: 2010, alias: mark-alias-one"),
        ("kind: demand,", "kind: grooming,"),
    ],
)
def test_a_child_that_only_the_file_tells_of_counts_too(basma: Actor, before: str, after: str) -> None:
    file = case_of("one", "+218910000017")
    case = open_case(basma, file).id
    choose(basma, case, True, "They asked us to.")
    save_case(basma, case, parse_case(file.replace(before, after), "case").case, read_case(basma, case).version)
    assert not Case.objects.get(id=case).child
    assert permitted_for(basma, case)[:2] == (False, None)


def test_when_it_becomes_known_all_is_taken_back_at_once_and_what_opened_stays_with_the_team(
    basma: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    amal = escrow_happens(basma, case_of("one", "+218910000017"), monkeypatch)
    tag, lying = bytes(range(32)), EscrowLeaving.objects.count()
    row = Registered(case_id=amal.case, tag=tag, about_sealed=b"", public=bytes(32), posted_at=datetime.now(UTC))
    row.token_sealed = sealed(tag)
    row.save()
    set_child(basma, amal.case, True, "She says now that she is sixteen.")
    assert (Leaving.objects.count(), Registered.objects.count()) == (1, 0)
    assert EscrowLeaving.objects.count() == lying + 1
    assert not Escrowed.objects.exclude(tag=None).exists()
    opened = open_for(basma, amal.case)
    assert (wishes.wished(opened), making.wanting(opened)) == (0, False)
    assert making.make_opened(opened, basma.user) == (0, 0)
    assert EscrowOpened.objects.count() == 1
    kept = showing.kept_closed(basma, amal.case)
    assert kept is not None
    assert (kept.others, len(kept.opened)) == (0, 1)
    set_child(basma, amal.case, False, "It was a slip.")
    assert making.make_opened(open_for(basma, amal.case), basma.user).made == 1, "her wish was there all the time"


def test_no_report_of_a_child_waits_until_others_speak(basma: Actor) -> None:
    young = reports("unsure")
    page = holder.page(young)
    assert (page.escrow, page.child) == (False, True)
    with pytest.raises(BadInput):
        holder.keep_closed(young, 2)
    assert holder.page(reports("no")).escrow


def test_a_merge_with_a_childs_case_and_her_second_answer_take_back_as_well(
    basma: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    amal = escrow_happens(basma, case_of("one", "+218910000017"), monkeypatch)
    other = open_case(basma, case_of("two", "+218910000018")).id
    set_child(basma, other, True, "Her brother is twelve.")
    merge(basma, amal.case, other)
    assert not Escrowed.objects.exclude(tag=None).exists()
    assert Case.objects.get(id=amal.case).child
    seed = "s" * 32
    first = intake.submit(Report(language="en", child="no", words="x"), seed)
    case = holder_of(first.token).case
    Registered.objects.create(case_id=case, tag=bytes(32), token_sealed=sealed(bytes(32)), about_sealed=b"", public=bytes(32))
    intake.submit(Report(language="en", child="unsure", words="x"), seed)
    assert not Registered.objects.filter(case_id=case).exists()
