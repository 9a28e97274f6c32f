"""Passphrases, pairs, case keys, visits and the recovery key: who can open what, and who cannot."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey

from longarm.errors import BadInput, Unsound
from longarm.keys import case, recovery, session, user
from longarm.keys.derive import keyed_hash, subkey
from longarm.keys.passphrase import LEAST, SHORTEST, USUAL, Cost, Stretch, check_new, new_stretch
from longarm.keys.worker import WorkerKey

WORDS = "lampe café école rivière"


def test_a_passphrase_opens_the_pair_it_locked_and_no_other_does() -> None:
    pair, private = user.new_pair("basma", WORDS, LEAST)
    stored = user.from_stored(user.to_stored(pair))
    assert bytes(user.unlock("basma", stored, WORDS)) == bytes(private)
    for wrong in (WORDS + " ", WORDS.upper(), ""):
        with pytest.raises(BadInput, match="wrong"):
            user.unlock("basma", stored, wrong)
    with pytest.raises(BadInput):  # somebody else's row
        user.unlock("karim", stored, WORDS)


def test_two_keyboards_write_the_same_passphrase_with_other_code_points() -> None:
    pair, _ = user.new_pair("basma", unicodedata.normalize("NFC", WORDS), LEAST)
    assert user.unlock("basma", pair, unicodedata.normalize("NFD", WORDS))


def test_a_new_passphrase_keeps_the_pair() -> None:
    pair, private = user.new_pair("basma", WORDS, LEAST)
    again = user.lock("basma", private, "an other set of words", LEAST)
    assert again.public == pair.public
    with pytest.raises(BadInput):
        user.unlock("basma", again, WORDS)


@pytest.mark.parametrize("weak", ["", "short", "a" * 40, "أأأأأأأأأأأأأأ"])
def test_a_weak_passphrase_is_refused_with_what_to_do(weak: str) -> None:
    with pytest.raises(BadInput, match=str(SHORTEST)):
        check_new(weak)


def test_the_usual_cost_is_what_the_docs_say() -> None:
    assert (USUAL.memory, USUAL.ops) == (256 * 1024 * 1024, 3)


@pytest.mark.parametrize("cost", [Cost(0, 1 << 20), Cost(1, 1 << 40), Cost(1 << 20, 1 << 13)])
def test_a_changed_row_cannot_make_a_sign_in_eat_the_machine(cost: Cost) -> None:
    with pytest.raises(BadInput, match="more than this machine gives"):
        Stretch(new_stretch(LEAST).salt, cost).key(WORDS)


def test_a_case_key_opens_for_its_receiver_and_its_case_only() -> None:
    basma, karim = PrivateKey.generate(), PrivateKey.generate()
    key = case.new_key()
    sealed = case.seal_to(bytes(basma.public_key), "case-1", key)
    assert case.open_with(basma, "case-1", memoryview(sealed)) == key
    for who, what in ((karim, "case-1"), (basma, "case-2"), (basma, "case-")):
        with pytest.raises(Unsound):
            case.open_with(who, what, sealed)


def test_the_worker_opens_only_what_was_left_for_it() -> None:
    today, yesterday = WorkerKey.new(), WorkerKey.new()
    key = case.new_key()
    sealed = case.seal_to(today.public, "case-1", key)
    assert today.open("case-1", sealed) == key
    with pytest.raises(Unsound):
        yesterday.open("case-1", sealed)
    assert bytes(today.private).hex() not in repr(today)


def test_a_visit_opens_with_its_cookie_only() -> None:
    private = PrivateKey.generate()
    opened = session.open_session("basma", private)
    assert session.tag_of(opened.cookie) == opened.tag
    assert bytes(session.private_key(opened.cookie, "basma", opened.wrapped)) == bytes(private)
    other = session.open_session("basma", private)
    for cookie, who in ((other.cookie, "basma"), (opened.cookie, "karim"), ("", "basma")):
        with pytest.raises(Unsound):
            session.private_key(cookie, who, opened.wrapped)


def test_neither_cookie_nor_key_shows_in_what_is_stored() -> None:
    opened = session.open_session("basma", PrivateKey.generate())
    assert opened.cookie not in repr(opened)
    assert opened.cookie.encode() not in opened.tag + opened.wrapped


@given(st.text(max_size=60))
@settings(max_examples=100)
def test_any_text_is_taken_as_a_cookie_without_harm(cookie: str) -> None:
    assert session.tag_of(cookie) is None or len(cookie) == 43


def test_the_recovery_key_is_read_back_however_it_was_typed() -> None:
    made = recovery.new_recovery()
    assert len(made.printed.split("-")) == 14
    for typed in (
        made.printed,
        made.printed.lower(),
        made.printed.replace("-", " "),
        made.printed.replace("0", "o").replace("1", "l"),
    ):
        assert bytes(recovery.read_printed(typed).public_key) == made.public
    assert made.printed not in repr(made)


def test_one_wrong_letter_of_the_recovery_key_is_noticed() -> None:
    printed = recovery.new_recovery().printed
    for place, letter in enumerate(printed):
        if letter == "-":
            continue
        wrong = printed[:place] + ("2" if letter != "2" else "3") + printed[place + 1 :]
        with pytest.raises(BadInput, match="14 groups"):
            recovery.read_printed(wrong)
    for typed in ("", printed[:-1], printed + "A", "ريكفري", printed.replace(printed[0], "U")):
        with pytest.raises(BadInput):
            recovery.read_printed(typed)


def test_one_key_gives_unrelated_keys_for_two_purposes() -> None:
    key = bytes(32)
    assert len({subkey(key, "name"), subkey(key, "record"), keyed_hash(key, "name", "x"), keyed_hash(key, "name", "y")}) == 4
    with pytest.raises(ValueError, match="1 to 16"):
        subkey(key, "a purpose much too long")
