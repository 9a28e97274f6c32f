"""The worker's pair: made at each start, its private half never written anywhere. Case keys are sealed to it for one job."""

from __future__ import annotations

from dataclasses import dataclass, field

from nacl.public import PrivateKey

from longarm.keys import case
from longarm.keys.content import Stored


@dataclass(frozen=True, slots=True)
class WorkerKey:
    private: PrivateKey = field(repr=False)

    @classmethod
    def new(cls) -> WorkerKey:
        return cls(PrivateKey.generate())

    @classmethod
    def of(cls, private: bytes) -> WorkerKey:
        return cls(PrivateKey(private))

    @property
    def public(self) -> bytes:
        return bytes(self.private.public_key)

    def open(self, case_id: str, sealed: Stored) -> bytes:
        """The case key that a member of its team sealed to this worker. Raises Unsound as `case.open_with` does."""
        return case.open_with(self.private, case_id, sealed)
