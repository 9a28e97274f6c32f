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
