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
from longarm.casework.exchange import epochs, members
from longarm.casework.exchange import posting as tokens_posting
from longarm.casework.exchange.asking import Answer
from longarm.casework.exchange.escrow import opening, posting, resting, unlocking
from longarm.casework.exchange.escrow.letting_go import leave, seal_report
from longarm.casework.exchange.letting_go import seal_token
from longarm.casework.exchange.parties import party
from longarm.casework.exchange.tokens import ToSend
from longarm.errors import Unsound
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.ceremony import polynomial
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.opening import Shown, partly_opened
from longarm.exchange.escrow.report import Report, put
from longarm.exchange.holder.bodies import Key, Participant, joined
from longarm.exchange.holder.escrow import Open, Part
from longarm.exchange.hub.bodies import Withdraw
from longarm.exchange.hub.escrow import FetchOpened, Lodge, Opened
from longarm.exchange.log.head import Head
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Share
from longarm.exchange.refused import Refused
from longarm.keys.party import Party
from longarm.store.models import Escrowed, EscrowLeaving, EscrowOpened, Leaving, Record, Registered

pytestmark = pytest.mark.django_db
TODAY = datetime.now(UTC).date()
HIM, ANOTHER = b"\x01" * 64, b"\x02" * 64  # outputs of the oblivious function


def report(of: Party, days: int = 180, person: int = 0, him: bytes = HIM, needed: int = 2) -> Report:
    return put(
        of, him, b"", group.base(group.ONE), needed=needed, complainant=bytes([person]) * 32, expires_on=TODAY + timedelta(days),
        tokens_epoch="1-00000000", escrow_epoch="escrow-1-00000000", random=os.urandom,
    )  # fmt: skip


def taken_in(of: Party, role: Any) -> Card:
    card = make_card(
        of, role=role, organisation=role, states=(), address="", certificate="", made_at=datetime.now(UTC)
    )  # fmt: skip
    members.add(None, card, of.fingerprint)
    return read_card(card)


def page_of(*reports: Report, new: tuple[Report, ...]) -> Opened:
    shown = tuple(Shown(one, place, ()) for place, one in enumerate(reports))
    head = Head(len(reports), bytes(32), datetime.now(UTC), "")
    return Opened(shown, tuple(one.leaf for one in new), head, False, b"")


class Hub:
    """Says what opens, company by company, as a hub does: what was stored is not said again, nor what is asked for later."""

    def __init__(self, *companies: tuple[Report, ...]) -> None:
        self.waiting = list(companies)
        self.asked = 0

    def hears(self, _hub: Any, _kind: str, said: FetchOpened, *_more: Any) -> Any:
        self.asked += 1
        self.waiting = [one for one in self.waiting if not {report.leaf for report in one[1:]} <= set(said.seen)]
        one = next((one for one in self.waiting if one[0].token not in said.later), None)
        return Answer(page_of(*one, new=one[1:]) if one else page_of(new=()), b"")


@pytest.fixture
def believed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Heads are not checked and the holders open all; returns how many reports they were asked for, letter by letter."""
    asked = list[int]()

    def opens_all(_page: Opened, reports: tuple[Report, ...]) -> Any:
        asked.append(len(reports))
        return reports, tuple(group.base(group.ONE) for _ in reports)

    monkeypatch.setattr(Head, "signed_by", lambda *_: True)
    monkeypatch.setattr(opening.heads, "saw", lambda *_: None)
    monkeypatch.setattr(opening, "unlocked", opens_all)
    return asked


@pytest.fixture
def case() -> UUID:
    return open_case(people.everybody().basma, case_of("one")).id


def kept(case: UUID, days: int = 180, posted: datetime | None = None, **more: Any) -> tuple[Escrowed, Report]:
    one = report(party(), days, **more)
    row = Escrowed(case_id=case, public=bytes(PrivateKey.generate().public_key), expires_on=one.expires_on, about_sealed=b"")
    row.posted_at = posted
    seal_report(row, one)
    row.save()
    return row, one


def test_what_was_taken_back_is_said_again_to_a_hub_that_left_escrow_out_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    def leaves_it_out(*_given: Any, **_more: Any) -> NoReturn:
        raise Refused("no-escrow")

    taken_in(Party.new(), "hub")
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
    page = page_of(ours, theirs, new=(theirs,))
    monkeypatch.setattr(Head, "signed_by", lambda *_: True)
    monkeypatch.setattr(opening.heads, "saw", lambda *_: None)

    def meanwhile(_page: Opened, reports: tuple[Report, ...]) -> Any:
        Escrowed.objects.filter(id=row.id).update(tag=bytes(32))  # another number was wished
        return reports, (bytes(32), bytes(32))

    monkeypatch.setattr(opening, "unlocked", meanwhile)
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


def test_who_fills_the_page_with_reports_at_this_house_keeps_no_case_here_from_hearing(case: UUID, believed: list[int]) -> None:
    """The hub's page has room for sixteen; its seventeenth of ours is a person as the others are."""
    now = datetime.now(UTC)
    ours = [kept(case, posted=now, person=person) for person in range(18)]
    careful, _ = kept(case, posted=now, person=30, needed=5)
    other, _ = kept(case, posted=now, person=31, him=ANOTHER)
    theirs = report(Party.new())
    page = page_of(*(one for _, one in ours[:15]), theirs, new=(theirs,))
    assert opening.open_company(None, page) == (18, (theirs.leaf,))  # type: ignore[arg-type]
    told = set(EscrowOpened.objects.values_list("escrowed_id", flat=True))
    assert told == {row.id for row, _ in ours}
    assert not {careful.id, other.id} & told


def test_who_lodges_of_one_offender_without_end_does_not_use_up_the_day_of_the_others(
    monkeypatch: pytest.MonkeyPatch, case: UUID, believed: list[int]
) -> None:
    now, flooder = datetime.now(UTC), Party.new()
    _, ours = kept(case, posted=now)
    quiet, second = kept(case, posted=now, him=ANOTHER)
    flood = [(ours, *(report(flooder, person=15 * page + n) for n in range(15))) for page in range(16)]
    hub = Hub(*flood, (second, report(flooder, him=ANOTHER)))
    monkeypatch.setattr(posting, "ask", hub.hears)
    posting._fetch(None)  # type: ignore[arg-type]  # no hub is asked
    assert resting.A_DAY <= sum(believed) < resting.A_DAY + 32
    assert EscrowOpened.objects.filter(escrowed=quiet).count() == 1
    believed.clear()
    letters = hub.asked
    posting._fetch(None)  # type: ignore[arg-type]
    assert (believed, hub.asked - letters) == ([], 1)  # until tomorrow nobody is asked again
    Escrowed.objects.update(rests_until=now - timedelta(hours=1))
    EscrowOpened.objects.update(made_at=now - timedelta(days=1))
    posting._fetch(None)  # type: ignore[arg-type]
    assert believed


def test_a_company_that_the_holders_refuse_rests_and_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, case: UUID, believed: list[int]
) -> None:
    now, cairo = datetime.now(UTC), Party.new()
    _, ours = kept(case, posted=now)
    quiet, second = kept(case, posted=now, him=ANOTHER)
    opens_all = opening.unlocked

    def refuses(page: Opened, reports: tuple[Report, ...]) -> Any:
        keys = opens_all(page, reports)
        if reports[0].token == ours.token:
            raise Refused("not-opened")
        return keys

    monkeypatch.setattr(opening, "unlocked", refuses)
    monkeypatch.setattr(posting, "ask", Hub((ours, report(cairo)), (second, report(cairo, him=ANOTHER))).hears)
    for _ in range(24):
        posting._fetch(None)  # type: ignore[arg-type]  # no hub is asked
    assert believed == [2, 2]
    assert EscrowOpened.objects.get().escrowed == quiet


def test_a_hub_that_shows_again_what_was_asked_for_later_ends_the_round(
    monkeypatch: pytest.MonkeyPatch, case: UUID, believed: list[int]
) -> None:
    asked = list[Any]()
    page = page_of(report(Party.new()), new=(report(Party.new()),))  # none of ours
    monkeypatch.setattr(posting, "ask", lambda *given, **_: asked.append(given) or Answer(page, b""))
    assert posting._fetch(None) == 0  # type: ignore[arg-type]  # no hub is asked
    assert len(asked) == 2


def test_a_node_that_takes_another_hub_lodges_there_and_takes_back_where_it_was(
    monkeypatch: pytest.MonkeyPatch, case: UUID
) -> None:
    first = taken_in(Party.new(), "hub")
    row, ours = kept(case, posted=datetime.now(UTC))
    leave(bytes(32))
    second = taken_in(Party.new(), "hub")
    row.refresh_from_db()
    assert row.posted_at is None
    heard = list[tuple[str, str]]()

    def hears(hub: Card, kind: str, said: Any, *_more: Any) -> Any:
        heard.append((hub.fingerprint, kind))
        if hub == first:
            assert said.leaves == (ours.leaf,)
            raise Unsound("exchange-unreachable", organisation="the old one")
        return Answer(said, b"")

    monkeypatch.setattr(posting, "ask", hears)
    monkeypatch.setattr(posting.heads, "check_logged", lambda *_: None)
    posting._take_back(second)
    assert heard == [(second.fingerprint, "take-back"), (first.fingerprint, "take-back")]
    assert [bytes(one.leaf) for one in EscrowLeaving.objects.all()] == [ours.leaf]  # said again, when it is back
    members.cut_off(None, second.fingerprint)
    assert members.hub() == first


def test_tokens_too_go_to_another_hub_and_leave_the_one_before(monkeypatch: pytest.MonkeyPatch, case: UUID) -> None:
    first = taken_in(Party.new(), "hub")
    tag = os.urandom(32)
    token = seal_token(tag, msgspec.msgpack.encode(ToSend(bytes(32), b"envelope", "1-00000000")))
    Registered.objects.create(
        case_id=case, tag=tag, token_sealed=token, about_sealed=b"", public=bytes(32), posted_at=datetime.now(UTC)
    )
    second, heard = taken_in(Party.new(), "hub"), list[Any]()
    monkeypatch.setattr(tokens_posting, "ask", lambda hub, _kind, said, *_: heard.append((hub, said)) or Answer(said, b""))
    monkeypatch.setattr(tokens_posting, "check_logged", lambda *_: None)
    assert tokens_posting._withdraw(second) == 1
    assert heard == [(first, Withdraw((bytes(32),)))]
    assert not Leaving.objects.exists()
    assert Registered.objects.get().posted_at is None


def test_our_tables_and_a_hubs_together_do_not_say_which_report_is_of_which_case(case: UUID) -> None:
    row, ours = kept(case)
    row.refresh_from_db()
    binary = [field.attname for field in row._meta.fields if field.get_internal_type() == "BinaryField"]
    here = b"".join(bytes(getattr(row, name) or b"") for name in binary)
    for told in (ours.leaf, ours.token, ours.complainant):
        assert told not in here


def test_holders_that_do_not_count_a_member_open_the_company_of_the_others(
    monkeypatch: pytest.MonkeyPatch, case: UUID, believed: list[int]
) -> None:
    """One of three that leaves somebody out is replaced; where two do, all three open what is left. One that would leave out
    everybody does not weigh."""
    monkeypatch.undo()
    holders = {card.fingerprint: card for card in (taken_in(Party.new(), "holder") for _ in range(3))}
    places = {fingerprint: index for index, fingerprint in enumerate(holders, 1)}
    line = polynomial.drawn(2, os.urandom)
    there = tuple(Participant(index, fingerprint) for fingerprint, index in places.items())
    epochs._keep(Key("escrow-1-00000000", 0, polynomial.committed(line), there, b"", None, "escrow"))
    cairo, tunis, now = Party.new(), Party.new(), datetime.now(UTC)
    row, ours = kept(case, posted=now)
    page = page_of(ours, report(cairo), tunis_s := report(tunis), new=(report(cairo), tunis_s))
    reports = tuple(sorted((each.report for each in page.shown), key=lambda one: one.leaf))
    leaves_out: dict[int, tuple[str, ...]] = {}
    liars, recorded = list[int](), Record.objects.count()

    def hears(holder: Card, _kind: str, said: Open, *_more: Any, **_else: Any) -> Any:
        index = places[holder.fingerprint]
        found = opens(each.report for each in said.shown)
        strangers = tuple(sorted({each.member for each in found} & set(leaves_out.get(index, ()))))
        if strangers:
            return Answer(Part(without=strangers), b"")
        done = partly_opened(Share(index, polynomial.value(line, group.small(index))), said.indices, found)
        return Answer(Part(joined(done.elements), done.proof), b"")

    monkeypatch.setattr(unlocking, "ask", hears)
    secret = polynomial.value(line, bytes(32))
    for out, left in (
        ({}, ()),
        ({1: (tunis.fingerprint,)}, ()),
        ({1: (tunis.fingerprint,), 2: (tunis.fingerprint,)}, (tunis_s,)),
        ({1: (tunis.fingerprint,), 2: (cairo.fingerprint, tunis.fingerprint, party().fingerprint)}, (tunis_s,)),
    ):
        leaves_out.clear()
        leaves_out.update(out)
        opened, keys = unlocking.unlocked(page, reports)
        assert opened == tuple(one for one in reports if one not in left)
        assert keys == tuple(group.mul(secret, one.lock.key) for one in opened)
    leaves_out.clear()
    wrong = polynomial.drawn(2, os.urandom)
    monkeypatch.setattr(polynomial, "value", lambda at, index, right=polynomial.value: right(wrong if liars else at, index))
    liars.append(1)
    with pytest.raises(Unsound):
        unlocking.unlocked(page, reports)
    assert Record.objects.count() > recorded, "a holder whose proof does not hold is named in the record"
    liars.clear()
    leaves_out.update({1: (party().fingerprint,), 2: (party().fingerprint,)})
    with pytest.raises(Refused):
        unlocking.unlocked(page, reports)
    assert row


def test_a_hub_that_always_says_that_there_is_more_holds_a_round_up_for_a_while_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[Any]()
    page = msgspec.structs.replace(page_of(new=()), more=True)
    monkeypatch.setattr(posting, "ask", lambda *given, **_: asked.append(given) or Answer(page, b""))
    assert posting._fetch(None) == 0  # type: ignore[arg-type]  # no hub is asked
    assert len(asked) == posting._MOST_COMPANIES
