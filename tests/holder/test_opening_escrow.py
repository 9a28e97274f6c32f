"""A holder opens reports in escrow for whoever has one in a company that suffices, after it checked everything by itself."""

from __future__ import annotations

import os
from datetime import timedelta

import msgspec
import pytest
from django.db import connection
from holding import CAIRO, NOW, TRIPOLI, card_bytes, card_of, deal, question

from longarm.errors import BadInput
from longarm.exchange.card import Card
from longarm.exchange.escrow.opening import Shown, opened, partly_opened
from longarm.exchange.escrow.report import Report, put
from longarm.exchange.holder.bodies import parted
from longarm.exchange.holder.escrow import Open, Part
from longarm.exchange.letter import body, read, write
from longarm.exchange.log.head import Head, sign_head
from longarm.exchange.log.tree import grown, inclusion, leaf_hash, root
from longarm.exchange.oprf import threshold
from longarm.exchange.refused import Refused
from longarm.exchange.strangers import Strangers
from longarm.holder import hubs, members, shares
from longarm.holder.answering import answer
from longarm.holder.budget import OPENED_A_DAY
from longarm.holder.lines import lines, note_refused
from longarm.holder.models import Spent
from longarm.holder.start import Ours
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
ONE, OTHER, THIRD, HUB, TUNIS = (Party.new() for _ in range(5))
OURS = Ours(ONE, os.urandom(32))
HOLDER = card_of(ONE)
HUB_BYTES = card_bytes(HUB, "The hub", "hub")
HIM = b"\x01" * 64
EPOCH = "escrow-1-12345678"
DEALT = deal((ONE, OTHER, THIRD), EPOCH)
KEY = msgspec.structs.replace(DEALT.key, purpose="escrow")


@pytest.fixture(autouse=True)
def _a_holder_with_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.holder.lines._strangers", Strangers())
    for party in (TRIPOLI, CAIRO, TUNIS):
        members.add(card_bytes(party, "A node"), party.fingerprint, NOW)
    hubs.add(HUB_BYTES, HUB.fingerprint, NOW)
    shares.keep(OURS, KEY, DEALT.shares[0], NOW)


def report(party: Party, needed: int, person: int = 1) -> Report:
    return put(
        party, HIM, party.fingerprint.encode(), KEY.commitments.public, needed=needed, complainant=bytes([person]) * 32,
        expires_on=(NOW + timedelta(days=100)).date(), tokens_epoch="1-87654321", escrow_epoch=EPOCH, random=os.urandom,
    )  # fmt: skip


def logged(*reports: Report, by: Party = HUB, before: int = 0) -> tuple[tuple[Shown, ...], Head]:
    nodes: dict[tuple[int, int], bytes] = {}
    leaves = [bytes([n]) * 32 for n in range(before)] + [leaf_hash(each.leaf) for each in reports]
    for size, leaf in enumerate(leaves):
        for level, place, hashed in grown(size, leaf, lambda level, place: nodes[level, place]):
            nodes[level, place] = hashed

    def look(level: int, place: int) -> bytes:
        return nodes[level, place]

    size = len(leaves)
    shown = tuple(Shown(each, before + n, inclusion(before + n, size, look)) for n, each in enumerate(reports))
    return shown, sign_head(by, size, root(size, look), NOW)


def asking(party: Party, shown: tuple[Shown, ...], head: Head, number: bytes | None = None) -> bytes:
    said = Open(KEY.renewal, (1, 3), shown, head)
    return write(party, HOLDER, "open", said, now=NOW, sealed=True, epoch=EPOCH, number=number)


def part(party: Party, data: bytes) -> Part:
    known: dict[str, Card] = {HOLDER.fingerprint: HOLDER}
    return body(read(data, party, known.get, now=NOW, kinds=("open",), sealed=True), Part)


def heard(party: Party, data: bytes) -> threshold.Evaluated:
    said = part(party, data)
    return threshold.Evaluated(parted(said.elements), said.proof)


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as found:
        answer(OURS, data, NOW)
    note_refused(found.value, NOW)
    return found.value.code


def log() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines():
        found[line.what] = found.get(line.what, 0) + (line.elements or line.letters)
    return found


def test_two_holders_open_what_two_members_reported() -> None:
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    reports = tuple(sorted((each.report for each in shown), key=lambda one: one.leaf))
    ours = heard(CAIRO, answer(OURS, asking(CAIRO, shown, head), NOW))
    answers = {1: ours, 3: partly_opened(DEALT.shares[2], (1, 3), reports)}
    assert set(opened(HIM, reports, answers, KEY.commitments)) == {TRIPOLI.fingerprint.encode(), CAIRO.fingerprint.encode()}
    assert log()["opened"] == 2


def test_below_the_number_or_without_a_report_of_ones_own_nothing_opens_and_the_log_says_which_check_failed() -> None:
    alone, first = logged(report(TRIPOLI, 2))
    assert refused(asking(TRIPOLI, alone, first)) == "not-opened"
    both, head = logged(report(TRIPOLI, 2), report(CAIRO, 2), before=3)
    assert refused(asking(TUNIS, both, head)) == "not-opened"
    two_of_one = logged(report(TRIPOLI, 2), report(TRIPOLI, 2, person=2), before=5)
    assert refused(asking(TRIPOLI, *two_of_one)) == "not-opened"
    twice = logged(report(TRIPOLI, 3), report(TRIPOLI, 3), report(CAIRO, 3), before=7)
    assert refused(asking(TRIPOLI, *twice)) == "not-opened"
    assert (log()["escrow-too-few"], log()["refused-not-opened"]) == (4, 4)
    assert "opened" not in log()


def test_a_report_outside_the_log_of_our_hub_does_not_count() -> None:
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    hidden = (shown[0], msgspec.structs.replace(shown[1], report=report(CAIRO, 2)))
    assert refused(asking(CAIRO, hidden, head)) == "not-opened"
    strange = logged(report(TRIPOLI, 2), report(CAIRO, 2), by=Party.new())
    assert refused(asking(CAIRO, *strange)) == "not-opened"
    hubs.cut_off(HUB.fingerprint, NOW)
    assert refused(asking(CAIRO, shown, head)) == "not-opened"
    assert log()["escrow-log"] == 3


def test_a_hub_that_shows_two_logs_opens_nothing_more_and_both_heads_are_kept() -> None:
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    other, second = logged(report(TRIPOLI, 2), report(TUNIS, 2))
    answer(OURS, asking(CAIRO, shown, head), NOW)
    assert refused(asking(TUNIS, other, second)) == "not-opened"
    assert refused(asking(CAIRO, shown, head)) == "not-opened"
    assert log()["hub-two-logs"] == 1


def test_the_same_letter_gets_the_same_answer_and_its_number_buys_no_other() -> None:
    number = os.urandom(16)
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    data = asking(CAIRO, shown, head, number)
    first = answer(OURS, data, NOW)
    assert answer(OURS, data, NOW) == first
    assert Spent.objects.get(member__fingerprint=CAIRO.fingerprint).opened == 2
    more = logged(report(TRIPOLI, 2), report(CAIRO, 2), before=2)
    assert refused(asking(CAIRO, *more, number=number)) == "not-allowed"


def test_what_was_paid_for_and_opens_nothing_is_no_work_again() -> None:
    alone, head = logged(report(TRIPOLI, 2))
    data = asking(TRIPOLI, alone, head)
    assert [refused(data) for _ in range(3)] == ["not-opened"] * 3
    assert log()["escrow-too-few"] == 1, "checked once"


def test_budgets_cut_off_members_and_a_key_for_tokens() -> None:
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    Spent.objects.create(day=NOW.date(), member_id=_id(CAIRO), opened=OPENED_A_DAY - 1)
    assert refused(asking(CAIRO, shown, head)) == "budget"
    members.cut_off(CAIRO.fingerprint, NOW)
    assert refused(asking(CAIRO, shown, head)) == "cut-off"
    assert refused(asking(TRIPOLI, shown, head)) == "not-opened"  # who was cut off vouches for nobody
    assert refused(asking(TRIPOLI, *logged(report(TRIPOLI, 3), report(CAIRO, 2), report(TUNIS, 3)))) == "not-opened"
    blinded = (shown[0].report.lock.key,)
    assert refused(question(TRIPOLI, HOLDER, KEY, (1, 3), blinded)) == "not-allowed"  # a lock is no token
    tokens = deal((ONE, OTHER, THIRD), "1-test")
    shares.keep(OURS, tokens.key, tokens.shares[0], NOW)
    said = Open(0, (1, 3), shown, head)
    assert refused(write(TRIPOLI, HOLDER, "open", said, now=NOW, sealed=True, epoch="1-test")) == "not-allowed"


def test_who_was_cut_off_is_named_and_the_others_open_without_it() -> None:
    """Nothing is multiplied for a company with a stranger in it; without it, it is, if each still has company enough."""
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2), report(TUNIS, 2))
    members.cut_off(TUNIS.fingerprint, NOW)
    said = part(CAIRO, answer(OURS, asking(CAIRO, shown, head), NOW))
    assert said == Part(without=(TUNIS.fingerprint,))
    again = heard(CAIRO, answer(OURS, asking(CAIRO, shown[:2], head), NOW))
    assert len(again.elements) == 2
    assert (log()["left-out"], log()["opened"]) == (1, 2)
    careful, second = logged(report(TRIPOLI, 2), report(CAIRO, 3), report(TUNIS, 2), before=4)
    assert refused(asking(CAIRO, careful, second)) == "not-opened"


def test_a_hub_may_ask_nothing_and_is_taken_in_by_voice() -> None:
    with pytest.raises(BadInput, match="not the fingerprint"):
        hubs.add(HUB_BYTES, "0" * 64, NOW)
    with pytest.raises(BadInput, match="no card of a node"):
        hubs.add(card_bytes(TRIPOLI, "Tripoli"), TRIPOLI.fingerprint, NOW)
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    assert refused(asking(HUB, shown, head)) == "unknown-member"


def test_a_holder_that_leaves_escrow_out_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONGARM_ESCROW", "off")
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    assert refused(asking(CAIRO, shown, head)) == "no-escrow"


def test_nothing_of_the_reports_is_kept() -> None:
    shown, head = logged(report(TRIPOLI, 2), report(CAIRO, 2))
    answer(OURS, asking(CAIRO, shown, head), NOW)
    held = b""
    with connection.cursor() as cursor:
        for table in (name for name in connection.introspection.table_names() if name.startswith("holder_")):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names of our own tables
            held += b"".join(bytes(cell) for row in cursor.fetchall() for cell in row if isinstance(cell, (bytes, memoryview)))
    assert shown[0].report.token not in held
    assert shown[0].report.leaf not in held


def _id(party: Party) -> int:
    from longarm.holder.models import Member

    return Member.objects.get(fingerprint=party.fingerprint).id
