"""The answer of `longarm check`: numbered checks, each passed, failed or not checked, and why. The numbers stand for good."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import msgspec
from django.db import Error

from longarm.errors import LongarmError
from longarm.evidence.report import Check, Reason, State
from longarm.texts import wording

NODE: Final = (
    "folder", "keys", "tables", "database", "record", "custody", "vault", "strays", "disk", "clock", "last-backup",
)  # fmt: skip
BACKUP: Final = ("manifests", "chain", "signer", "objects", "deleted", "rows", "continues", "bytes")
CHECKS: Final = NODE + BACKUP
"""The checks in their order: the first is number 1."""

_LISTED: Final = 5


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What `check` found. `sound`: no check failed. `record_length`: lines of the audit record, where it was walked.

    `backups`: the numbers of the backups in the folder. `removed`: stray files taken away by --remove-orphans.
    """

    data: str | None
    backup: str | None
    sound: bool
    record_length: int | None
    backups: tuple[int, ...]
    removed: int
    checks: tuple[Check, ...]

    @property
    def failed(self) -> tuple[int, ...]:
        return tuple(check.number for check in self.checks if check.state == "failed")


class NotChecked(Exception):
    """Raised by a check that cannot be made here, with the sentence that says why."""

    def __init__(self, message: str, /, **facts: object) -> None:
        super().__init__(message)
        self.reason = Reason.of(message, facts)


def ran(name: str, check: Callable[[], Iterable[Reason]]) -> Check:
    """Makes one check: what it yields, or raises, are its faults."""
    state: State = "failed"
    try:
        reasons = list(check())
        state = "failed" if reasons else "passed"
    except NotChecked as fault:
        state, reasons = "not_checked", [fault.reason]
    except LongarmError as fault:
        reasons = [Reason.of(fault.message, fault.facts)]
    except Error as fault:
        reasons = [Reason.of("check-database-broken", {"why": str(fault)[:200]})]
    return Check(
        number=CHECKS.index(name) + 1,
        name=name,
        state=state,
        text=wording(f"check-title-{name}"),
        because=tuple(reasons[:_LISTED]),
        more=max(0, len(reasons) - _LISTED),
    )
