"""What everybody tries first is no passphrase; what somebody thought of is one, whatever it is written with."""

from __future__ import annotations

import pytest

from longarm.errors import BadInput
from longarm.keys.passphrase import check_new


@pytest.mark.parametrize(
    "passphrase",
    [
        "123qweasdzxc",
        "Q1W2E3R4T5Y6",
        "Password-2026!",
        "pass word pass word",
        "longarm longarm 1",
        "Administrator1",
        "كلمة السر 2026!",
        "qwertyuiop123",
        "aaaaaaaaaaaa",
        "four words",
    ],
)
def test_refused(passphrase: str) -> None:
    with pytest.raises(BadInput, match="too easy to guess"):
        check_new(passphrase)


@pytest.mark.parametrize(
    "passphrase",
    [
        "Basma Basma Resist",
        "the resist initiative",
        "basma@resist-2026",
        "longarm of Basma",
        "قَاوِم قاوم بسمة ٢٠٢٦",
        "مبادرة قاوم بسمه",
        "Élodie résist 2026",
    ],
)
def test_what_is_made_of_the_names_of_the_place_is_refused(passphrase: str) -> None:
    with pytest.raises(BadInput, match="too easy to guess"):
        check_new(passphrase, ("The Resist Initiative", "مبادرة قاوم", "Basma", "بسمة", "elodie"))


def test_a_name_among_other_words_is_taken() -> None:
    check_new("Basma lemon window pavement", ("Resist", "Basma"))
    check_new("la la la la lamp beside", ("La Li",))  # two letters are no name to look for


@pytest.mark.parametrize(
    "passphrase",
    [
        "قمر ليمون شباك رصيف",
        "four words or five",
        "look around longarm",
        "password of the green heron",
        "918273645546372819",
        "🐢🐙🦀🐬🦭🐳 sea-things",
        "x" * 3 + "yz ab cd " * 20,
    ],
)
def test_taken(passphrase: str) -> None:
    check_new(passphrase)
