"""Items without a plain identifier: keyed hashes in the place of keys, so that two are compared and neither is read.

The hash does not know the kind of thing: a number that is called and paid to stays one number (`pair.py`).
"""

from __future__ import annotations

import msgspec

from longarm.keys.derive import keyed_hash
from longarm.matching.item import Item

_PURPOSE = "match-identifier"


def keyed(item: Item, secret: bytes) -> Item:
    """`secret`: 32 bytes. Texts, pictures and recordings’ fingerprints stay what they are: how near two are no hash shows."""
    return msgspec.structs.replace(item, key=keyed_hash(secret, _PURPOSE, item.key).hex())
