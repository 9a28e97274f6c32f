"""Whose a service's tables are: one row with the fingerprint of the keys they were made with.

Two hubs that were led to one database by mistake would sign two logs over one list; a holder that lost its keys would begin with
new ones over shares that they do not open.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.models import Manager

from longarm.errors import BadInput
from longarm.keys.node import spoken
from longarm.keys.party import ENCRYPTION, SIGNING, Party


def owner(rows: Manager[Any], keys: Path) -> Party:
    """The party of the folder `keys`, whose the tables are; they become its own where they are nobody's yet.

    Raises BadInput when they are another's or its keys are gone: then none are made.
    """
    known: str | None = rows.values_list("fingerprint", flat=True).first()
    if known is None or all((keys / name).exists() for name in (SIGNING, ENCRYPTION)):
        party = Party.load_or_create(keys)
        known = rows.get_or_create(id=1, defaults={"fingerprint": party.fingerprint})[0].fingerprint
        if known == party.fingerprint:
            return party
    raise BadInput("store-other-keys", folder=str(keys), fingerprint=spoken(str(known)))
