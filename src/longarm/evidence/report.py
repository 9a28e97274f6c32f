"""The answer of `longarm verify`: numbered checks, every one listed, each passed, failed or not checked, and why.

The numbers stand for good: the same in `docs/evidence.md`, in this answer, and in `tests/evidence/bundles/`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

import msgspec

from longarm.texts import wording

State = Literal["passed", "failed", "not_checked"]
CHECKS: Final = (
    "container", "declaration", "no-fetch", "payload-list", "payload-bytes", "tag-list", "tag-bytes", "strangers", "label",
    "custody-chain", "custody-signatures", "custody-end", "earlier-checkpoint", "node-key", "exhibits", "case-uco",
    "stamp-imprint", "stamp-signature", "stamp-authority", "stamp-hashes", "stamp-revocation",
)  # fmt: skip
"""The checks in their order: the first is number 1."""


@cache
def title(name: str) -> dict[str, str]:
    """What the check `name` asks, in each language. Kept: Fluent takes longer to say it than most checks take."""
    return wording(f"verify-check-{name}")


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a check failed, was not made, or passed with a mark: a code, and the sentence in each language."""

    code: str
    text: dict[str, str]

    @classmethod
    def of(cls, message: str, facts: dict[str, object]) -> Reason:
        return cls(code=message, text=wording(message, **facts))


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One check. `text` says what is asked; `more` counts the reasons beyond the first that are listed."""

    number: int
    name: str
    state: State
    text: dict[str, str]
    because: tuple[Reason, ...] = ()
    more: int = 0


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """How many files of each class; the names of strangers."""

    covered: int
    anchors: int
    strangers: int
    stranger_names: tuple[str, ...] = ()


class StampSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A time-stamp as found. `at` is the time it proves if the checks hold; `gap_seconds` how long after sealing that was.

    `certificate_ends`: from then on `openssl ts -verify` needs `-attime`, and the stamp should have been renewed.
    """

    tsa: str
    at: str
    serial: str
    policy: str
    authority: str
    root: str | None
    certificate_ends: str | None
    gap_seconds: int | None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What `verify` found. `sound`: no check failed. `stamped` is `pending` where no time-stamp was added yet."""

    bundle: str
    sound: bool
    sealed_at: str | None
    node_key: str | None
    exhibits: int
    custody_length: int
    custody_head: str | None
    stamped: Literal["yes", "pending"]
    stamps: tuple[StampSeen, ...]
    files: Files
    checks: tuple[Check, ...]

    @property
    def failed(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.state == "failed")
