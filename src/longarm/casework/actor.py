"""Who acts: a signed-in user with the key that opens the cases of the user's teams."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from nacl.public import PrivateKey

from longarm.casework.refusals import NotAllowed

Role = Literal["admin", "caseworker", "auditor"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Made by `sign_in` and `actor_of` only. Lives for one request; the key never leaves memory in the clear."""

    user: UUID
    organisation: UUID
    role: Role
    name: str
    organisation_name: str
    demonstration: bool
    private: PrivateKey = field(repr=False, compare=False)

    def must_be(self, *roles: Role) -> None:
        """Raises NotAllowed when the actor has none of `roles`."""
        if self.role not in roles:
            raise NotAllowed("casework-not-allowed")
