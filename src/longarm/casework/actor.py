"""Who acts: a signed-in user with the key that opens the cases of the user's teams."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils import timezone
from nacl.public import PrivateKey

from longarm.casework.refusals import NotAllowed, ProveAgain
from longarm.store.models import SecondFactor

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
    must_change_passphrase: bool = False  # somebody else chose the one until now
    visit: bytes = field(default=b"", repr=False)  # the tag of this visit
    fresh_until: datetime | None = None

    def must_be(self, *roles: Role) -> None:
        """Raises NotAllowed when the actor has none of `roles`. Who administers beside another role counts as `admin`."""
        if self.role not in roles and not ("admin" in roles and self.administers):
            raise NotAllowed("casework-not-allowed")

    @property
    def fresh(self) -> bool:
        """Was the passphrase (and the second factor) given in this visit, a few minutes ago?"""
        return self.fresh_until is not None and timezone.now() < self.fresh_until

    def must_be_fresh(self) -> None:
        """Before what weighs. Raises ProveAgain: a visit left open on a shared computer changes no rules and lets nobody in."""
        if not self.fresh:
            raise ProveAgain("people-prove-again")

    @property
    def has_factor(self) -> bool:
        return SecondFactor.objects.filter(user_id=self.user, confirmed=True).exists()

    @property
    def works_cases(self) -> bool:
        """Opens and changes cases: coordinators and caseworkers. Which cases, their keys say."""
        return self.role in ("coordinator", "caseworker")

    def must_work_cases(self) -> None:
        """Raises NotAllowed when the actor neither coordinates nor works cases."""
        if not self.works_cases:
            raise NotAllowed("casework-not-allowed")
