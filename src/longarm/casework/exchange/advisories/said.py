"""What an advisory says, as it is sealed under the node's secret, with the case it came from beside it."""

from __future__ import annotations

from uuid import UUID

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.node import node
from longarm.exchange.feeds.advisory import Advisory
from longarm.keys.content import Place, decrypt, encrypt
from longarm.keys.derive import subkey
from longarm.store import models


class Said(msgspec.Struct, frozen=True):
    """`case`: where it came from; the advisory itself does not say it. `pictures`: PDQ hashes of a list, 32 bytes each."""

    advisory: Advisory
    case: UUID | None = None
    pictures: bytes = b""


def seal_said(row: models.Advisory | models.Heard, said: Said) -> bytes:
    return encrypt(_key(), msgspec.json.encode(said), Place(str(row.id), field_of(row, "said_sealed")))


def open_said(row: models.Advisory | models.Heard) -> Said:
    """Raises Unsound when the row was changed or moved."""
    return msgspec.json.decode(decrypt(_key(), row.said_sealed, Place(str(row.id), field_of(row, "said_sealed"))), type=Said)


def _key() -> bytes:
    return subkey(node().secret, "advisory")
