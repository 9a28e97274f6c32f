"""The one family of errors a person may see: each says what is wrong, where, and what to do."""

from __future__ import annotations

import errno
from typing import Any, ClassVar, Final

from longarm.texts import Language, Sentence, say

# What an operating system says most often (POSIX), and the sentence for it.
_REASONS: Final = {
    errno.ENOENT: "system-missing",
    errno.EACCES: "system-denied",
    errno.EPERM: "system-denied",
    errno.EISDIR: "system-folder",
    errno.ENOTDIR: "system-not-a-folder",
    errno.EEXIST: "system-exists",
    errno.ENOTEMPTY: "system-exists",
    errno.ENOSPC: "system-full",
    errno.EDQUOT: "system-full",
    errno.EROFS: "system-read-only",
    errno.ELOOP: "system-loop",
    errno.ENAMETOOLONG: "system-name-too-long",
    errno.EIO: "system-disk",
    errno.EADDRINUSE: "system-taken",
    errno.EADDRNOTAVAIL: "system-no-such-address",
    errno.ECONNREFUSED: "system-nobody-listens",
    errno.ENETUNREACH: "system-no-road",
    errno.ENETDOWN: "system-no-road",
    errno.EHOSTUNREACH: "system-no-road",
    errno.EHOSTDOWN: "system-no-road",
    errno.ETIMEDOUT: "system-no-road",
    errno.ECONNRESET: "system-broken-off",
    errno.ECONNABORTED: "system-broken-off",
    errno.EPIPE: "system-broken-off",
}


class LongarmError(Exception):
    """Base of all errors of longarm. Holds the id of a sentence in `texts` and the facts that fill it.

    `str(error)` is the English sentence; `in_language` gives it in any other.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, /, **facts: Any) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts

    def in_language(self, language: Language) -> str:
        return say(self.message, language, **self.facts)

    def __str__(self) -> str:
        return self.in_language("en")


class BadInput(LongarmError):
    """What was given cannot be used as it is: a file, a flag, a date. Exit code 2, nothing half-written."""


class Unsound(LongarmError):
    """What was checked does not hold: the negative verdict. Exit code 1."""

    exit_code = 1


def system_reason(fault: OSError) -> Sentence | str:
    """Why the operating system refused, as a fact of a sentence; in its own words where it seldom says so."""
    said = _REASONS.get(fault.errno or 0)
    return Sentence(said) if said else fault.strerror or str(fault)
