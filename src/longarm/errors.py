"""The one family of errors a person may see: each says what is wrong, where, and what to do."""

from __future__ import annotations

from typing import Any, ClassVar

from longarm.texts import Language, say


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
