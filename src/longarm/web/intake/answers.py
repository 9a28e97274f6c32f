"""What was answered so far, carried in the form itself, signed: no cookie, no address, nothing on the server."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from django.core import signing
from msgspec import field

_SALT: Final = "intake"
_HOURS: Final = 3
MAX_WORDS: Final = 8000


class Answers(msgspec.Struct, frozen=True):
    """Choices by question, and the words. `screen` is the one being shown."""

    screen: str = "safety"
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: str = ""

    def chosen(self, question: str) -> tuple[str, ...]:
        return self.choices.get(question, ())

    def at(self, screen: str) -> Answers:
        return msgspec.structs.replace(self, screen=screen)

    def answered(self, question: str, chosen: tuple[str, ...]) -> Answers:
        return msgspec.structs.replace(self, choices={**self.choices, question: chosen})

    def written(self, words: str) -> Answers:
        return msgspec.structs.replace(self, words=words[:MAX_WORDS])

    def signed(self) -> str:
        return signing.dumps(msgspec.to_builtins(self), salt=_SALT, compress=True)


def unsigned(text: Any) -> Answers | None:
    """The answers in a form, or None where there are none, they are too old, or somebody changed them."""
    if not isinstance(text, str):
        return None
    try:
        return msgspec.convert(signing.loads(text, salt=_SALT, max_age=_HOURS * 3600), Answers)
    except (signing.BadSignature, msgspec.ValidationError):
        return None
