"""Who a node, a hub or a key holder is to the others: one Ed25519 key that signs, one X25519 key that is sealed to."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from longarm.errors import BadInput, Unsound, system_reason
from longarm.keys.node import NodeKey, create, load_or_create

SIGNING: Final = "node.pem"
ENCRYPTION: Final = "node.x25519"
_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Party:
    """The private halves of one party. Neither shows in `repr`, a log or an error."""

    signing: NodeKey = field(repr=False)
    encryption: PrivateKey = field(repr=False)

    @property
    def fingerprint(self) -> str:
        """That of the signing key, as people compare it by voice; the card binds the other key to it."""
        return self.signing.fingerprint

    def open(self, sealed: bytes) -> bytes:
        """What was sealed to this party (libsodium sealed box). Raises Unsound when it was sealed to another, or changed."""
        try:
            return SealedBox(self.encryption).decrypt(sealed)
        except CryptoError:
            raise Unsound("exchange-letter-not-sealed-to-us") from None

    @classmethod
    def new(cls) -> Party:
        """Random, in memory only."""
        return cls(create(), PrivateKey.generate())

    @classmethod
    def load_or_create(cls, folder: Path) -> Party:
        """The keys in the two files of `folder`, made at first use (mode 0600).

        Raises BadInput when a file cannot be read or written, holds something else, or others may read it.
        """
        return cls(load_or_create(folder / SIGNING)[0], _encryption(folder / ENCRYPTION))


def _encryption(path: Path) -> PrivateKey:
    try:
        # O_EXCL: whoever made the file in between keeps it.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            target.write(bytes(PrivateKey.generate()))
            target.flush()
            os.fsync(target.fileno())
    except FileExistsError:
        pass
    except OSError as fault:
        raise BadInput("seal-key-unwritable", file=str(path), why=system_reason(fault)) from fault
    try:
        with path.open("rb") as source:
            if os.fstat(source.fileno()).st_mode & 0o077:
                raise BadInput("seal-key-open-to-others", file=str(path))
            raw = source.read(_BYTES + 1)
    except OSError as fault:
        raise BadInput("seal-key-unreadable", file=str(path), why=system_reason(fault)) from fault
    if len(raw) != _BYTES:
        raise BadInput("exchange-key-cut", file=str(path))
    return PrivateKey(raw)
