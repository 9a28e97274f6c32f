"""The node's secret: 256 bits given at start, kept outside the data folder. Names, look-up tags and records lie under it.

It stands in the file `node.secret` of the keys folder (`LONGARM_KEYS`, systemd's credentials directory, or, so that a first
start needs no thought, a folder beside the data folder). Whoever has the data folder without this file cannot even try
sign-in names or phone numbers; whoever has both can.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from nacl.utils import random

from longarm.errors import BadInput, system_reason
from longarm.keys.derive import KEY_BYTES
from longarm.texts import Sentence

NAME: Final = "node.secret"


def read_secret(folder: Path) -> bytes:
    """Raises BadInput when there is none, it cannot be read, or it is no secret of ours."""
    path = folder / NAME
    try:
        secret = bytes.fromhex(path.read_text("ascii").strip())
    except FileNotFoundError:
        raise BadInput("keys-secret-missing", file=str(path)) from None
    except (OSError, ValueError) as fault:
        why = system_reason(fault) if isinstance(fault, OSError) else Sentence("system-not-hexadecimal")
        raise BadInput("keys-secret-unreadable", file=str(path), why=why) from None
    if len(secret) != KEY_BYTES:
        why = Sentence("system-wrong-size", size=len(secret), wanted=KEY_BYTES)
        raise BadInput("keys-secret-unreadable", file=str(path), why=why)
    return secret


def create_secret(folder: Path) -> bytes:
    """A new secret in `folder` (made 0700), the file 0600. Raises BadInput when it cannot be written or already exists."""
    path = folder / NAME
    secret = random(KEY_BYTES)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as target:
            target.write(secret.hex() + "\n")
            target.flush()
            os.fsync(target.fileno())
    except OSError as fault:
        raise BadInput("keys-secret-unwritable", file=str(path), why=system_reason(fault)) from None
    return secret
