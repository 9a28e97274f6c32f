"""Doors that grow slower after wrong keys: for one account, never for an address, so that a school behind one is not locked out.

From the sixth wrong key of a day on, each doubles the wait: half a minute, a minute, at most a quarter of an hour. Somebody who
knows a colleague's name could so keep the colleague waiting; a browser that has come through before (`known`) has a count
of its own. (OWASP: Slow Down Online Guessing Attacks with Device Cookies.)
"""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta
from hmac import compare_digest
from typing import Final

from django.utils import timezone

from longarm.casework.node import node
from longarm.casework.people import tries
from longarm.errors import BadInput
from longarm.keys.derive import keyed_hash, subkey

FREE: Final = 5  # wrong keys of a day that cost nothing
_DAY: Final = timedelta(days=1)
_FIRST, _LONGEST = timedelta(seconds=30), timedelta(minutes=15)
_COUNT: Final = "wrong-key"
_WAIT: Final = "wait"


class Waiting(BadInput):
    """Too many wrong keys: come back later. Says in how many minutes."""


def must_not_wait(who: str) -> None:
    """Raises Waiting while `who` (an account, with the browser it is known by) has to wait."""
    until = tries.until(_WAIT, _turn(who, tries.seen(_COUNT, who, _DAY)))
    if until is not None and until - timezone.now() <= _LONGEST:  # longer was never asked: the clock went back meanwhile
        raise Waiting("casework-wait", minutes=max(1, -(-int((until - timezone.now()).total_seconds()) // 60)))


def wrong(who: str) -> None:
    """One wrong key more."""
    number = tries.count(_COUNT, who, _DAY)
    if number > FREE:
        wait = min(_FIRST * 2 ** min(number - FREE - 1, 10), _LONGEST)
        tries.once(_WAIT, _turn(who, number), timezone.now() + wait)


def right(who: str) -> None:
    """The right key: what was wrong before is forgotten."""
    tries.forget(_COUNT, who, _DAY)


def known_mark(account: str) -> str:
    """For a browser that came through: with it, wrong keys that others tried do not make it wait. Opens nothing."""
    nonce = secrets.token_bytes(16)
    return base64.urlsafe_b64encode(nonce + _mark(account, nonce)).decode()


def who_knocks(account: str, known: str | None) -> str:
    """Whose wrong keys are counted: the account's, or those of one browser that is known to it."""
    try:
        raw = base64.urlsafe_b64decode(known or "")
    except ValueError:
        raw = b""
    nonce, mark = raw[:16], raw[16:]
    if len(mark) == 32 and compare_digest(mark, _mark(account, nonce)):
        return f"{account}|{nonce.hex()}"
    return account


def _mark(account: str, nonce: bytes) -> bytes:
    return keyed_hash(subkey(node().secret, "known"), "browser", f"{account}|{nonce.hex()}")


def _turn(who: str, number: int) -> str:
    return f"{who}|{number}"
