"""The time-stamping authorities known to this release: address, root, what it says of itself, when anybody last tried it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from longarm import strict_yaml, typed_yaml

_DEFAULT_INTERVAL: Final = 1
Fingerprint = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]


class Authority(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One authority. `root` are SHA-256 fingerprints of the root certificates its stamps may end in."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9-]+$")]
    url: str
    root: tuple[Fingerprint, ...] | Literal["unknown"]
    qualified: Literal["yes", "no", "unknown"]
    min_interval_s: int | Literal["unknown"]
    last_checked: str
    note: str | None = None

    @property
    def interval(self) -> int:
        """Seconds to wait between two requests."""
        return _DEFAULT_INTERVAL if self.min_interval_s == "unknown" else self.min_interval_s


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    authorities: tuple[Authority, ...]


@cache
def authorities() -> tuple[Authority, ...]:
    """All of them, in the order of the file."""
    name = "authorities.yaml"
    return typed_yaml.convert(strict_yaml.load((files(__package__) / name).read_bytes(), name), _File).authorities


def authority_at(url: str) -> Authority | None:
    """The one at this address, if it is known."""
    return next((known for known in authorities() if known.url.rstrip("/") == url.rstrip("/")), None)


def pinned_roots() -> frozenset[str]:
    """The fingerprints of all roots that this release vouches for."""
    return frozenset(root for known in authorities() if known.root != "unknown" for root in known.root)
