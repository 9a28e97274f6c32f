"""What the checks of a bundle share: the bundle, and what one check read that a later one needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from longarm.evidence.bundle import UNREADABLE, Bundle, read_small
from longarm.evidence.certificates import Certificate
from longarm.evidence.custody_check import Checked
from longarm.evidence.exhibit import Exhibit
from longarm.evidence.found import Found
from longarm.evidence.hashing import Digests
from longarm.evidence.report import State
from longarm.keys.node import PublicKey

MAX_SMALL: Final = 1 << 20


@dataclass(slots=True)
class Outcome:
    """Of one check. The reasons of a failed one are faults, of one not made why not, of a passed one marks."""

    state: State
    because: list[Found] = field(default_factory=list)


def outcome(faults: list[Found], marks: Sequence[Found] = ()) -> Outcome:
    """Failed where there are faults, else passed."""
    return Outcome("failed", faults) if faults else Outcome("passed", list(marks))


def not_checked(why: Found) -> Outcome:
    return Outcome("not_checked", [why])


@dataclass(slots=True)
class Inspection:
    """One run over one bundle. `lists` are the manifests by file name, `hashed` every file that some manifest names."""

    bundle: Bundle
    roots: Sequence[Certificate] = ()
    node_key: str | None = None
    checkpoint: bytes | None = None
    names: frozenset[str] = frozenset()
    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    hashed: dict[str, Digests] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    anchors: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    keys: dict[str, PublicKey] = field(default_factory=dict)
    custody: Checked = field(default_factory=Checked)
    exhibits: dict[str, Exhibit] = field(default_factory=dict)

    def small(self, name: str, limit: int = MAX_SMALL) -> bytes | None:
        """The file, or None when it is not there, cannot be read, or is larger than `limit` bytes."""
        try:
            return read_small(self.bundle, name, limit)
        except (KeyError, *UNREADABLE):
            return None

    @property
    def covered(self) -> set[str]:
        """Every file that a manifest or tag manifest names, and the tag manifests."""
        named = {name for listed in self.lists.values() for name in listed}
        return named | {"tagmanifest-sha256.txt", "tagmanifest-sha512.txt"}
