"""From a passphrase to a key: Argon2id (RFC 9106), its cost stored beside the salt so that it can grow later."""

from __future__ import annotations

import unicodedata
from typing import Final

import msgspec
from nacl.pwhash import argon2id
from nacl.utils import random

from longarm.errors import BadInput
from longarm.keys.common import is_common

SHORTEST: Final = 12  # characters of a new passphrase
LONGEST: Final = 1024
# What a stored cost may ask of this machine: a changed row must not stop the node.
_MOST_OPS: Final = 16
_MOST_MEMORY: Final = 1 << 30


class Cost(msgspec.Struct, frozen=True):
    """Passes over the memory (`ops`), memory in bytes."""

    ops: int
    memory: int


# libsodium's MODERATE: 256 MiB, three passes, 0.4 s on a 2020 server core (measured in guide/stack.md of the project).
USUAL: Final = Cost(argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)
# Only for tests: the least that libsodium accepts.
LEAST: Final = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)


class Stretch(msgspec.Struct, frozen=True):
    """How a passphrase becomes a key: kept with what that key locks."""

    salt: bytes
    cost: Cost

    def key(self, passphrase: str) -> bytes:
        """The 256-bit key. Raises BadInput when the stored cost is beyond reason."""
        if not (0 < self.cost.ops <= _MOST_OPS and 0 < self.cost.memory <= _MOST_MEMORY):
            raise BadInput("keys-cost-refused")
        return argon2id.kdf(32, _as_typed(passphrase), self.salt, self.cost.ops, self.cost.memory)


def new_stretch(cost: Cost = USUAL) -> Stretch:
    return Stretch(random(argon2id.SALTBYTES), cost)


def check_new(passphrase: str, context: tuple[str, ...] = ()) -> None:
    """Raises BadInput when `passphrase` is too short, too long, one character repeated, or one that everybody tries first.

    `context`: names it must not be made of: the organisation's, the user's own.
    """
    letters = unicodedata.normalize("NFC", passphrase)
    if len(letters) < SHORTEST or len(set(letters)) < 5 or is_common(letters, context):
        raise BadInput("keys-passphrase-weak", shortest=SHORTEST)
    if len(letters) > LONGEST:
        raise BadInput("keys-passphrase-long", longest=LONGEST)


def _as_typed(passphrase: str) -> bytes:
    """NFC, as RFC 8265 (OpaqueString) asks: two keyboards write the same Arabic or French letter with other code points."""
    return unicodedata.normalize("NFC", passphrase[: LONGEST * 2]).encode("utf-8", "surrogatepass")
