"""This node: its folder, its secret, its signing key, and what lies under them (names, look-up tags, records)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from longarm.keys.content import Place, Stored, decrypt, encrypt
from longarm.keys.derive import keyed_hash, subkey
from longarm.keys.passphrase import USUAL, Cost
from longarm.keys.secret import create_secret, read_secret
from longarm.store import records
from longarm.store.folder import Folder, folder_of

if TYPE_CHECKING:
    from longarm.keys.node import NodeKey


@dataclass(frozen=True)
class Node:
    folder: Folder

    @cached_property
    def secret(self) -> bytes:
        return read_secret(self.folder.keys)

    @cached_property
    def signing_key(self) -> NodeKey:
        """The Ed25519 key that bundles and custody lines are signed with; made at first use, in the keys folder."""
        from longarm.keys.node import load_or_create

        return load_or_create(self.folder.keys / "node.pem")[0]

    @property
    def vault(self) -> Path:
        return self.folder.vault

    @property
    def record_key(self) -> bytes:
        return subkey(self.secret, "record")

    @property
    def passphrase_cost(self) -> Cost:
        """What a new passphrase costs to try; tests set a cheap one."""
        cost = getattr(settings, "LONGARM_PASSPHRASE_COST", USUAL)
        return cost if isinstance(cost, Cost) else USUAL

    def seal_name(self, owner: UUID, name: str) -> bytes:
        """The name of a user or an organisation, under the node's secret."""
        return encrypt(subkey(self.secret, "name"), name.encode(), Place(str(owner), "name"))

    def open_name(self, owner: UUID, sealed: Stored) -> str:
        return decrypt(subkey(self.secret, "name"), sealed, Place(str(owner), "name")).decode()

    def lookup(self, sign_in_name: str) -> bytes:
        """The tag under which a sign-in name is found: capitals, spaces around it and Unicode forms do not matter."""
        plain = " ".join(unicodedata.normalize("NFKC", sign_in_name).casefold().split())
        return keyed_hash(subkey(self.secret, "lookup"), "sign-in-name", plain)


def node() -> Node:
    """The node that Django is set up for."""
    folder = getattr(settings, "LONGARM_FOLDER", None)
    return _node(folder if isinstance(folder, Folder) else folder_of())


@lru_cache(maxsize=4)
def _node(folder: Folder) -> Node:
    return Node(folder)


def make_secret_once(folder: Folder) -> bool:
    """Creates the node's secret on a first start. True when it was created now."""
    from longarm.errors import BadInput

    try:
        read_secret(folder.keys)
    except BadInput as fault:
        if fault.message != "keys-secret-missing":
            raise
        create_secret(folder.keys)
        return True
    return False


def record(
    actor: UUID | None,
    action: str,
    *,
    organisation: UUID | None,
    case: UUID | None = None,
    object: UUID | None = None,  # noqa: A002 - the word of the custody record
    **facts: str,
) -> None:
    """One line in the audit record, in the transaction of the act. `facts` hold no content of a case."""
    records.append(
        node().record_key,
        at=timezone.now(),
        actor=actor,
        action=action,
        organisation=organisation,
        case=case,
        object=object,
        facts=facts,
    )


def record_everywhere(action: str, *, object: UUID | None = None, **facts: str) -> None:  # noqa: A002
    """A line for each organisation of the node, of what nobody did and concerns them all: else no auditor would see it. One
    without an organisation where there is none yet."""
    from longarm.store.models import Organisation

    for organisation in Organisation.objects.order_by("id").values_list("id", flat=True) or (None,):
        record(None, action, organisation=organisation, case=None, object=object, **facts)
