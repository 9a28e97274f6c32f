"""A holder multiplies for its members within their budgets, once a letter, and keeps nothing of what was asked."""

from __future__ import annotations

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from holding import CAIRO, NOW, PHONE, TRIPOLI, ask_keys, card_bytes, card_of, deal, heard, question, single_key_token

from longarm.errors import Unsound
from longarm.exchange.holder.bodies import AskKeys
from longarm.exchange.letter import write
from longarm.exchange.oprf import group, threshold, voprf
from longarm.exchange.refused import Refused
from longarm.exchange.strangers import Strangers
from longarm.exchange.token import Token, input_of
from longarm.holder import evaluating, members, shares
from longarm.holder.answering import answer
from longarm.holder.lines import lines, note_refused
from longarm.holder.models import KeyShare
from longarm.holder.start import Ours
from longarm.holder.sweeping import sweep
from longarm.keys.party import Party

pytestmark = pytest.mark.django_db
ONE, OTHER, THIRD = Party.new(), Party.new(), Party.new()
OURS = Ours(ONE, os.urandom(32))
HOLDER = card_of(ONE)


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.holder.lines._strangers", Strangers())


@pytest.fixture
def dealt():  # type: ignore[no-untyped-def]
    members.add(card_bytes(TRIPOLI, "Tripoli"), TRIPOLI.fingerprint, NOW, 100)
    made = deal((ONE, OTHER, THIRD))
    shares.keep(OURS, made.key, made.shares[0], NOW)
    return made


def blinded(*phones: str) -> tuple[voprf.Blinded, ...]:
    return tuple(voprf.blind(input_of("phone", phone), os.urandom) for phone in phones)


def elements(count: int) -> tuple[bytes, ...]:
    one = voprf.blind(b"x", os.urandom).element
    return (one,) * count


def refused(data: bytes, now=NOW) -> str:  # type: ignore[no-untyped-def]
    with pytest.raises(Refused) as found:
        answer(OURS, data, now)
    note_refused(found.value, now)
    return found.value.code


def log() -> dict[str, tuple[int, int]]:
    return {line.what: (line.letters, line.elements) for line in lines()}


def test_two_holders_together_give_what_one_whole_key_would(dealt) -> None:  # type: ignore[no-untyped-def]
    key = ask_keys(OURS, HOLDER, TRIPOLI).keys[0]
    assert key == dealt.key
    (one,) = blinded(PHONE)
    ours = heard(TRIPOLI, HOLDER, answer(OURS, question(TRIPOLI, HOLDER, key, (1, 3), (one.element,)), NOW))
    threshold.check(ours, 1, (1, 3), key.commitments, (one.element,))
    theirs = threshold.evaluate(dealt.shares[2], (1, 3), (one.element,))
    output = voprf.finalize(input_of("phone", PHONE), one.blind, threshold.combine((ours, theirs))[0])
    assert Token.of(output) == single_key_token(dealt.secret)


def test_an_altered_share_is_named_by_its_proof(dealt) -> None:  # type: ignore[no-untyped-def]
    KeyShare.objects.all().delete()
    shares.keep(OURS, dealt.key, threshold.Share(1, group.random_scalar(os.urandom)), NOW)
    (one,) = blinded(PHONE)
    ours = heard(TRIPOLI, HOLDER, answer(OURS, question(TRIPOLI, HOLDER, dealt.key, (1, 3), (one.element,)), NOW))
    with pytest.raises(Unsound) as fault:
        threshold.check(ours, 1, (1, 3), dealt.key.commitments, (one.element,))
    assert fault.value.facts["holder"] == 1


def test_the_same_letter_gets_the_same_answer_and_costs_once(dealt) -> None:  # type: ignore[no-untyped-def]
    letter = question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(60))
    first = answer(OURS, letter, NOW)
    assert answer(OURS, letter, NOW + timedelta(minutes=5)) == first
    assert members.everybody(NOW)[0].spent == 60
    assert log()["evaluate"] == (1, 60)


def test_a_number_that_was_paid_for_buys_no_other_question(dealt) -> None:  # type: ignore[no-untyped-def]
    number = os.urandom(16)
    answer(OURS, question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(1), number=number), NOW)
    assert refused(question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(50), number=number)) == "not-allowed"


def test_a_range_of_numbers_stops_at_the_budget_and_the_log_shows_it(dealt) -> None:  # type: ignore[no-untyped-def]
    for _ in range(2):
        answer(OURS, question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(50)), NOW)
    for _ in range(3):  # and so on, up to a million
        assert refused(question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(50))) == "budget"
    assert log()["refused-budget"] == (3, 150)
    assert [line.member for line in lines() if line.what == "refused-budget"] == [TRIPOLI.fingerprint]
    answer(OURS, question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(50), now=NOW + timedelta(days=1)), NOW + timedelta(days=1))


def test_killed_between_paying_and_answering_it_answers_later_for_nothing(dealt, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    letter = question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(100))
    monkeypatch.setattr(evaluating, "_work", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        answer(OURS, letter, NOW)
    monkeypatch.undo()
    done = heard(TRIPOLI, HOLDER, answer(OURS, letter, NOW))
    assert len(done.elements) == 100
    assert members.everybody(NOW)[0].spent == 100


def test_what_was_paid_for_and_cannot_be_answered_is_no_work_again(dealt, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    worked: list[int] = []

    def counted(share, indices, given, **more):  # type: ignore[no-untyped-def]
        worked.append(len(given))
        return threshold.evaluate(share, indices, given, **more)

    monkeypatch.setattr(evaluating, "threshold", SimpleNamespace(evaluate=counted))
    letter = question(TRIPOLI, HOLDER, dealt.key, (1, 2), (*elements(99), group.IDENTITY))
    assert [refused(letter) for _ in range(5)] == ["bad-body"] * 5
    assert worked == [100]
    assert members.everybody(NOW)[0].spent == 100


def test_who_is_cut_off_or_no_member_is_refused_at_once(dealt) -> None:  # type: ignore[no-untyped-def]
    letter = question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(1))
    answer(OURS, letter, NOW)
    members.cut_off(TRIPOLI.fingerprint, NOW)
    assert refused(letter) == "cut-off", "not even an answer it had before"
    assert refused(question(CAIRO, HOLDER, dealt.key, (1, 2), elements(1))) == "unknown-member"
    assert refused(write(CAIRO, HOLDER, "key", AskKeys(), now=NOW, sealed=True)) == "unknown-member"
    assert {line.member for line in lines() if line.what.startswith("refused")} == {TRIPOLI.fingerprint, ""}


def test_a_flood_of_strangers_is_one_line_a_second(dealt, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(30 * 5 + 20):  # looking for them in three tables; nothing is written but twice
        for place in range(30):
            moment = NOW + timedelta(milliseconds=50 * place)
            assert refused(question(CAIRO, HOLDER, dealt.key, (1, 2), elements(1), now=moment), moment) == "unknown-member"
    assert log()["refused-unknown-member"] == (21, 0), "the rest waits"


def test_what_cannot_be_evaluated_is_refused_by_its_reason(dealt) -> None:  # type: ignore[no-untyped-def]
    def asked(indices=(1, 2), given=None, **changed) -> bytes:  # type: ignore[no-untyped-def]
        return question(TRIPOLI, HOLDER, dealt.key, indices, given or elements(1), **changed)

    whole = asked()
    assert refused(asked(epoch="2-other")) == "wrong-epoch"
    assert refused(asked(renewal=1)) == "wrong-epoch"
    assert refused(asked(indices=(2, 3))) == "not-for-us"
    for indices in ((1,), (1, 2, 3), (1, 1), (1, 1, 2), (1, 9)):
        assert refused(asked(indices=indices)) == "bad-body"
    assert refused(asked(given=(group.IDENTITY,))) == "bad-body"
    assert refused(asked(given=(b"\xff" * 32,))) == "bad-body"
    assert refused(asked(given=(elements(1)[0], b"half"))) == "bad-body"
    assert refused(whole[:-5]) == "not-for-us", "a sealed letter that is cut off opens for nobody"
    assert refused(whole[:9]) == "truncated"
    assert refused(b"longarm-letter/2\n" + whole[17:]) == "wrong-version"
    assert refused(asked(now=NOW - timedelta(minutes=16))) == "clock-off"
    assert refused(asked(now=NOW + timedelta(minutes=16))) == "clock-off"
    answer(OURS, asked(now=NOW - timedelta(minutes=10)), NOW)


def test_a_renewed_share_takes_the_place_of_the_old_one_and_a_new_epoch_lets_the_old_one_end(dealt) -> None:  # type: ignore[no-untyped-def]
    again = deal((ONE, OTHER, THIRD), renewal=1, secret=dealt.secret)
    shares.keep(OURS, again.key, again.shares[0], NOW)
    assert refused(question(TRIPOLI, HOLDER, dealt.key, (1, 2), elements(1))) == "wrong-epoch"
    answer(OURS, question(TRIPOLI, HOLDER, again.key, (1, 2), elements(1)), NOW)

    new = deal((ONE, OTHER, THIRD), epoch="2-next")
    shares.keep(OURS, new.key, new.shares[0], NOW + timedelta(seconds=1))
    assert [(key.epoch, key.until is None) for key in shares.keys(NOW).keys] == [("2-next", True), ("1-test", False)]
    answer(OURS, question(TRIPOLI, HOLDER, again.key, (1, 2), elements(1)), NOW)
    later = NOW + shares.GOES_ON + timedelta(days=1)
    assert refused(question(TRIPOLI, HOLDER, again.key, (1, 2), elements(1), now=later), later) == "wrong-epoch"
    sweep(later)
    assert [row.epoch for row in KeyShare.objects.all()] == ["2-next"]


def test_a_copy_of_the_tables_gives_no_share_and_nothing_that_was_asked(dealt) -> None:  # type: ignore[no-untyped-def]
    (one,) = blinded(PHONE)
    answer(OURS, question(TRIPOLI, HOLDER, dealt.key, (1, 2), (one.element,)), NOW)
    held = b""
    with connection.cursor() as cursor:
        for table in [name for name in connection.introspection.table_names() if name.startswith("holder_")]:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a table of ours
            held += b"".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for row in cursor for v in row)
    for secret in (dealt.shares[0].scalar, dealt.secret, one.element, one.blind, PHONE.encode()):
        assert secret not in held
        assert secret.hex().encode() not in held
