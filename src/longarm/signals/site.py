"""The registered domain of a host (Public Suffix List, both parts): what one holder pays for.

Proves: that two addresses lie under one registration. Does not prove one author where the suffix list is behind, or where a
host lets others write pages in folders of one domain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

EXAMPLES: Final = {"shop.example.co.uk": "example.co.uk", "a.github.io": "a.github.io", "co.uk": None, "192.0.2.1": None}


def site(host: str) -> str | None:
    """The registered domain in ASCII; None for a bare suffix, an address in digits, an unknown ending alone."""
    if not host or host.replace(".", "").isdecimal() or ":" in host:
        return None
    found = _list().privatesuffix(host)
    return found if isinstance(found, str) else None


def unicode_of(host: str) -> str:
    """The host as a browser may show it; as it is where it is not valid."""
    import idna

    try:
        return idna.decode(host)
    except (idna.IDNAError, UnicodeError):
        return host


@cache
def _list() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
