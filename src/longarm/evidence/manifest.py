"""BagIt manifests (RFC 8493, section 2.1.3): one digest and one path a line, as `sha256sum` and `sha512sum` write and check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

Algorithm = Literal["sha256", "sha512"]
ALGORITHMS: Final[tuple[Algorithm, ...]] = ("sha256", "sha512")
LENGTH: Final = {"sha256": 64, "sha512": 128}

# Two spaces: one works with GNU coreutils only. Plain names: BagIt would percent-encode others, sha256sum would not.
_LINE: Final = re.compile(r"(?P<digest>[0-9a-fA-F]+)[ \t]+\*?(?P<path>\S.*)")
_SAFE: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
MAX_PATH: Final = 200


def safe_path(path: str) -> bool:
    """Relative, `[A-Za-z0-9._-]` and slashes only, no part that begins with a dot, short enough for Windows."""
    return len(path) <= MAX_PATH and _SAFE.fullmatch(path) is not None


def manifest(digests: Mapping[str, str]) -> bytes:
    """The manifest of `digests` (path to hexadecimal digest), in the order of paths."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode("ascii")


def parse_manifest(data: bytes, algorithm: Algorithm) -> dict[str, str]:
    """Path to lower-case digest. Raises ValueError naming the line (from 1) that is none, or repeats a path."""
    found: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if not match or len(match["digest"]) != LENGTH[algorithm] or match["path"] in found:
            raise ValueError(number)
        found[match["path"]] = match["digest"].lower()
    return found
