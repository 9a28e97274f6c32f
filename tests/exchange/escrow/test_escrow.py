"""'Open mine only when others name him too': what opens, what stays shut, and who tries what."""

import itertools
import os
from datetime import UTC, date, datetime

import msgspec
import pytest

from longarm.errors import Unsound
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.ceremony import polynomial
from longarm.exchange.escrow.company import opens
from longarm.exchange.escrow.lock import SECOND, Lock, is_whole, lock, unlock
from longarm.exchange.escrow.opening import Shown, group_shown, opened, partly_opened
from longarm.exchange.escrow.report import Report, inner_key, inner_place, put
from longarm.exchange.log.head import Head, sign_head
from longarm.exchange.log.tree import grown, inclusion, leaf_hash, root
from longarm.exchange.oprf import group, threshold
from longarm.exchange.oprf.threshold import Share
from longarm.keys.content import OVERHEAD, decrypt
from longarm.keys.party import Party

NOW = datetime(2026, 6, 1, tzinfo=UTC)
TODAY, LATER = date(2026, 6, 1), date(2027, 6, 1)
HIM, ANOTHER = b"\x01" * 64, b"\x02" * 64  # outputs of the oblivious function for two identifiers
EPOCH = "escrow-1-12345678"
PARTIES = {name: Party.new() for name in ("Tripoli", "Cairo", "Baghdad", "Amman", "hub")}
CARDS: dict[str, Card] = {
    name: read_card(
        make_card(
            party, role="hub" if name == "hub" else "node", organisation=name, states=(), address="", certificate="", made_at=NOW
        )
    )
    for name, party in PARTIES.items()
}
LINE = polynomial.drawn(2, os.urandom)  # the holders' key; here one who deals, in longarm a ceremony
COMMITMENTS = polynomial.committed(LINE)
HOLDERS = {n: Share(n, polynomial.value(LINE, group.small(n))) for n in (1, 2, 3)}


def report(member: str, needed: int, *, person: int = 1, him: bytes = HIM, content: bytes = b"", until: date = LATER) -> Report:
    return put(
        PARTIES[member], him, content or member.encode(), COMMITMENTS.public, needed=needed, complainant=bytes([person]) * 32,
        expires_on=until, tokens_epoch="1-87654321", escrow_epoch=EPOCH, random=os.urandom,
    )  # fmt: skip


def logged(*reports: Report) -> tuple[list[Shown], Head]:
    """A hub's log that holds them."""
    nodes: dict[tuple[int, int], bytes] = {}
    for size, each in enumerate(reports):
        for level, place, hashed in grown(size, leaf_hash(each.leaf), lambda level, place: nodes[level, place]):
            nodes[level, place] = hashed
    size = len(reports)

    def look(level: int, place: int) -> bytes:
        return nodes[level, place]

    shown = [Shown(each, n, inclusion(n, size, look)) for n, each in enumerate(reports)]
    return shown, sign_head(PARTIES["hub"], size, root(size, look), NOW)


def member_of(fingerprint: str) -> Card | None:
    return next((card for card in CARDS.values() if card.fingerprint == fingerprint), None)


def asked(*reports: Report, asker: str = "Tripoli", today: date = TODAY) -> tuple[Report, ...]:
    shown, head = logged(*reports)
    who = PARTIES[asker].fingerprint
    return group_shown(shown, head, CARDS["hub"], member_of, epoch=EPOCH, asker=who, today=today)


def read(reports: tuple[Report, ...], him: bytes = HIM, holders: tuple[int, ...] = (1, 3)) -> set[bytes | None]:
    answers = {n: partly_opened(HOLDERS[n], holders, reports) for n in holders}
    return set(opened(him, reports, answers, COMMITMENTS))


def test_three_name_him_and_all_three_open_for_each_of_them_and_any_two_holders() -> None:
    reports = (report("Tripoli", 3), report("Cairo", 2), report("Baghdad", 3))
    for asker, holders in itertools.product(("Tripoli", "Cairo", "Baghdad"), itertools.combinations((1, 2, 3), 2)):
        assert read(asked(*reports, asker=asker), holders=holders) == {b"Tripoli", b"Cairo", b"Baghdad"}


def test_one_too_few_opens_nothing() -> None:
    for reports in ((report("Tripoli", 3), report("Cairo", 3)), (report("Tripoli", 2),)):
        with pytest.raises(Unsound, match="Not enough people"):
            asked(*reports)


def test_the_same_person_twice_is_one_person() -> None:
    twice = report("Tripoli", 2, person=1), report("Tripoli", 2, person=1, content=b"again")
    with pytest.raises(Unsound, match="Not enough people"):
        asked(*twice)
    with pytest.raises(Unsound, match="Not enough people"):
        asked(twice[0], twice[0])


def test_a_person_counts_once_where_a_member_may_count_twice_and_with_the_larger_number() -> None:
    others = report("Cairo", 4), report("Baghdad", 4)
    once_more = report("Tripoli", 4, content=b"again")
    assert opens([report("Tripoli", 4), once_more, *others]) == ()
    assert len(opens([report("Tripoli", 4), report("Tripoli", 4, person=2), *others])) == 4
    changed_mind = report("Tripoli", 5)
    assert opens([report("Tripoli", 2), changed_mind, report("Cairo", 2)]) == ()


def test_who_asked_for_more_company_stays_shut_while_the_others_open() -> None:
    careful = report("Baghdad", 5)
    found = asked(report("Tripoli", 2), report("Cairo", 2), careful)
    assert careful not in found
    assert read(found) == {b"Tripoli", b"Cairo"}
    with pytest.raises(Unsound, match="Not enough people"):  # and its member does not read the others
        asked(report("Tripoli", 2), report("Cairo", 2), careful, asker="Baghdad")


def test_nobody_is_opened_for_the_sake_of_those_who_stay_shut() -> None:
    """Three named him, but two of them asked for five: the one who asked for three would be alone."""
    with pytest.raises(Unsound, match="Not enough people"):
        asked(report("Tripoli", 3), report("Cairo", 5), report("Baghdad", 5))


def test_one_member_cannot_make_up_the_company_alone() -> None:
    victim = report("Cairo", 4)
    forged = [report("Tripoli", 2, person=n) for n in range(1, 9)]
    found = opens([victim, *forged])
    assert victim not in found
    assert found == ()  # nor does it open its own: it reads them at home
    honest = [report("Baghdad", 2), report("Amman", 2)]
    assert victim in opens([victim, *forged[:1], *honest])


def test_who_did_not_report_him_is_answered_nothing() -> None:
    with pytest.raises(Unsound, match="Not enough people"):
        asked(report("Tripoli", 2), report("Cairo", 2), asker="Amman")


def test_reports_of_another_offender_do_not_count_and_do_not_open() -> None:
    with pytest.raises(Unsound, match="same offender"):
        asked(report("Tripoli", 2), report("Cairo", 2, him=ANOTHER))
    found = asked(report("Tripoli", 2), report("Cairo", 2))
    with pytest.raises(Unsound, match="same offender"):
        read(found, him=ANOTHER)


def test_all_holders_together_do_not_read_what_they_cannot_name() -> None:
    """They open the outer lock when they like; the inner one is the offender's identifier."""
    mine = report("Tripoli", 9)
    whole = threshold.combine([partly_opened(HOLDERS[n], (1, 2, 3), [mine]) for n in (1, 2, 3)])[0]
    inner = unlock(mine.lock, mine.label, whole)
    assert b"Tripoli" not in inner
    with pytest.raises(Unsound):
        decrypt(inner_key(ANOTHER), inner, inner_place(mine))
    assert b"Tripoli" in decrypt(inner_key(HIM), inner, inner_place(mine))  # so whoever tries every number reads it: docs


def test_one_holder_of_two_cannot_open() -> None:
    found = asked(report("Tripoli", 2), report("Cairo", 2))
    alone = {1: threshold.evaluate(HOLDERS[1], (1,), [each.lock.key for each in found])}
    with pytest.raises(Unsound, match="Fewer key holders"):
        opened(HIM, found, alone, COMMITMENTS)
    with pytest.raises(Unsound, match="wrong proof"):  # its own answer, shown as two
        opened(HIM, found, {1: partly_opened(HOLDERS[1], (1, 2), found), 2: alone[1]}, COMMITMENTS)
    with pytest.raises(Unsound):
        unlock(found[0].lock, found[0].label, group.mul(HOLDERS[1].scalar, found[0].lock.key))


def test_a_lying_holder_is_named() -> None:
    found = asked(report("Tripoli", 2), report("Cairo", 2))
    liar = Share(2, group.random_scalar(os.urandom))
    answers = {1: partly_opened(HOLDERS[1], (1, 2), found), 2: partly_opened(liar, (1, 2), found)}
    with pytest.raises(Unsound) as told:
        opened(HIM, found, answers, COMMITMENTS)
    assert told.value.facts == {"holder": 2}


def test_a_lock_taken_from_another_report_is_refused() -> None:
    """Tripoli takes the lock of Cairo's careful report and puts it on reports of its own, whose company it has."""
    victim = report("Cairo", 9)
    stolen = msgspec.structs.replace(report("Tripoli", 2), lock=victim.lock)
    signed = msgspec.structs.replace(stolen, signature=PARTIES["Tripoli"].signing.sign(stolen.signed))
    with pytest.raises(Unsound, match="made for another report"):
        asked(signed, report("Baghdad", 2))


def test_a_lock_cannot_be_made_from_another_without_knowing_its_secret() -> None:
    mine = lock(COMMITMENTS.public, b"label", b"plain", os.urandom)
    assert is_whole(mine, b"label")
    by = group.random_scalar(os.urandom)
    tampered = (
        Lock(group.add(mine.key, group.base(by)), group.add(mine.second, group.mul(by, SECOND)), mine.proof, mine.sealed),
        Lock(mine.key, mine.second, mine.proof, mine.sealed + b"x"),
        Lock(mine.key, mine.key, mine.proof, mine.sealed),
        Lock(bytes(32), bytes(32), mine.proof, mine.sealed),
        Lock(b"\xff" * 32, mine.second, mine.proof, mine.sealed),
    )
    assert not any(is_whole(each, b"label") for each in tampered)
    assert not is_whole(mine, b"other label")


@pytest.mark.parametrize("field", ["needed", "complainant", "expires_on", "token", "lock", "signature"])
def test_nothing_of_a_report_can_be_changed_by_the_hub(field: str) -> None:
    mine = report("Tripoli", 5)
    other = {
        "needed": 2, "complainant": b"\x09" * 32, "expires_on": date(2099, 1, 1), "token": b"\x05" * 32,
        "lock": report("Cairo", 2).lock, "signature": report("Cairo", 2).signature,
    }[field]  # fmt: skip
    with pytest.raises(Unsound, match="not vouched for"):
        asked(msgspec.structs.replace(mine, **{field: other}), report("Cairo", 2), report("Baghdad", 2))


def test_a_hub_that_names_the_offender_cannot_make_up_a_members_report() -> None:
    made_up = msgspec.structs.replace(report("hub", 2), member=PARTIES["Cairo"].fingerprint)
    made_up = msgspec.structs.replace(made_up, lock=lock(COMMITMENTS.public, made_up.label, b"", os.urandom))
    made_up = msgspec.structs.replace(made_up, signature=PARTIES["hub"].signing.sign(made_up.signed))
    with pytest.raises(Unsound, match="not vouched for"):
        asked(report("Tripoli", 2), made_up)


def test_a_report_that_is_not_in_the_log_does_not_count() -> None:
    shown, head = logged(report("Tripoli", 2), report("Cairo", 2))
    unlogged = report("Baghdad", 2)
    who = PARTIES["Tripoli"].fingerprint
    for wrong in (
        [shown[0], msgspec.structs.replace(shown[1], report=unlogged)],
        [shown[0], msgspec.structs.replace(shown[1], index=0)],
    ):
        with pytest.raises(Unsound, match="hub’s log"):
            group_shown(wrong, head, CARDS["hub"], member_of, epoch=EPOCH, asker=who, today=TODAY)
    with pytest.raises(Unsound, match="hub’s log"):  # a head of somebody else
        group_shown(shown, head, CARDS["Cairo"], member_of, epoch=EPOCH, asker=who, today=TODAY)


def test_who_is_cut_off_does_not_vouch() -> None:
    shown, head = logged(report("Tripoli", 2), report("Cairo", 2))

    def members(fingerprint: str) -> Card | None:
        return None if fingerprint == CARDS["Cairo"].fingerprint else member_of(fingerprint)

    with pytest.raises(Unsound, match="not vouched for"):
        group_shown(shown, head, CARDS["hub"], members, epoch=EPOCH, asker=PARTIES["Tripoli"].fingerprint, today=TODAY)


def test_what_has_run_out_does_not_count() -> None:
    with pytest.raises(Unsound, match="run out"):
        asked(report("Tripoli", 2), report("Cairo", 2, until=date(2026, 5, 31)))


def test_a_member_that_seals_rubbish_spoils_only_its_own() -> None:
    from longarm.exchange.escrow import report as reports

    good, bad = report("Tripoli", 2), report("Cairo", 2)
    spoilt = msgspec.structs.replace(
        bad, lock=lock(COMMITMENTS.public, bad.label, b"rubbish".ljust(reports.SEALED - OVERHEAD), os.urandom)
    )
    spoilt = msgspec.structs.replace(spoilt, signature=PARTIES["Cairo"].signing.sign(spoilt.signed))
    assert reports.check(spoilt, CARDS["Cairo"]) is None
    assert read(asked(good, spoilt)) == {b"Tripoli", None}


def test_all_reports_are_of_one_length_and_show_nothing_of_what_is_inside() -> None:
    short, long = report("Tripoli", 2, content=b"a"), report("Tripoli", 9, content=b"b" * 511)
    assert len(msgspec.msgpack.encode(short)) == len(msgspec.msgpack.encode(long))
    with pytest.raises(ValueError, match="511"):
        report("Tripoli", 2, content=b"b" * 512)
