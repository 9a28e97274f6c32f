"""Codes of RFC 6238: the vectors of its appendix B, and what a code is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from nacl.public import PrivateKey

from longarm.errors import Unsound
from longarm.keys.second_factor import Factor, new_factor, seal, step_of, unseal

RFC = Factor(b"12345678901234567890", ())


# Appendix B gives eight digits; six are their last ones.
@pytest.mark.parametrize(
    ("second", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")]
)
def test_the_vectors_of_the_rfc(second: int, code: str) -> None:
    assert step_of(RFC, code, datetime.fromtimestamp(second, UTC), 0) == second // 30


def test_a_clock_half_a_minute_off_is_let_in_and_a_minute_is_not() -> None:
    now = datetime.fromtimestamp(1111111109, UTC)
    for off, found in ((-30, True), (30, True), (-60, False), (61, False)):
        assert (step_of(RFC, "081804", datetime.fromtimestamp(1111111109 + off, UTC), 0) is not None) is found
    assert step_of(RFC, "081804", now, 1111111109 // 30) is None  # used before


def test_a_factor_opens_for_its_user_only() -> None:
    mine, other = PrivateKey.generate(), PrivateKey.generate()
    factor = new_factor()
    sealed = seal(factor, "basma", bytes(mine.public_key))
    assert unseal(sealed, "basma", mine) == factor
    for user, key in (("rana", mine), ("basma", other)):
        with pytest.raises(Unsound):
            unseal(sealed, user, key)
    with pytest.raises(Unsound):
        unseal(sealed[:-1] + bytes([sealed[-1] ^ 1]), "basma", mine)
