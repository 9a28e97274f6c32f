"""Who acts: a signed-in user with the key that opens the cases of the user's teams."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

from nacl.public import PrivateKey

from longarm.casework.refusals import NotAllowed

Role = Literal["admin", "coordinator", "caseworker", "counsel", "consular", "auditor"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Made by `sign_in` and `actor_of` only. Lives for one request; the key never leaves memory in the clear."""

    user: UUID
    organisation: UUID
    role: Role
    administers: bool
    name: str
    organisation_name: str
    demonstration: bool
    private: PrivateKey = field(repr=False, compare=False)
    must_set_factor: bool = False  # the organisation asks for a second factor, and there is none yet

    def must_be(self, *roles: Role) -> None:
        """Raises NotAllowed when the actor has none of `roles`. Who administers beside another role counts as `admin`."""
        if self.role not in roles and not ("admin" in roles and self.administers):
            raise NotAllowed("casework-not-allowed")

    @property
    def works_cases(self) -> bool:
        """Opens and changes cases: coordinators and caseworkers. Which cases, their keys say."""
        return self.role in ("coordinator", "caseworker")

    def must_work_cases(self) -> None:
        """Raises NotAllowed when the actor neither coordinates nor works cases."""
        if not self.works_cases:
            raise NotAllowed("casework-not-allowed")
