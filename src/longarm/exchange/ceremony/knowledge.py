"""That a dealer knows the constant term it committed to: a Schnorr proof (1989), bound to ceremony and dealer as in FROST."""

from __future__ import annotations

from typing import Final

from longarm.errors import Unsound
from longarm.exchange.oprf import group

PROOF_BYTES: Final = 2 * group.BYTES
_CONTEXT: Final = b"longarm-ceremony/1-knowledge"


def prove(secret: bytes, session: bytes, dealer: str, random: group.Random) -> bytes:
    """64 bytes: challenge, response. Without it, a dealer could commit to the negative of the others and own the key."""
    nonce = group.random_scalar(random)
    challenge = _challenge(session, dealer, group.base(secret), group.base(nonce))
    return challenge + group.scalar_sub(nonce, group.scalar_mul(challenge, secret))


def holds(proof: bytes, public: bytes, session: bytes, dealer: str) -> bool:
    if len(proof) != PROOF_BYTES:
        return False
    try:
        challenge, response = group.scalar(proof[: group.BYTES]), group.scalar(proof[group.BYTES :])
        nonce = group.add(group.base(response), group.mul(challenge, public))
    except Unsound:
        return False
    return challenge == _challenge(session, dealer, public, nonce)


def _challenge(session: bytes, dealer: str, public: bytes, nonce: bytes) -> bytes:
    name = dealer.encode()
    return group.hash_to_scalar(session + len(name).to_bytes(2, "big") + name + public + nonce, _CONTEXT)
