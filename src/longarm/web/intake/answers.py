"""What was answered so far, carried in the form itself, signed: no cookie, no address, nothing on the server."""

from __future__ import annotations

import secrets
import time
from typing import Any, Final

import msgspec
from django.core import signing
from msgspec import field

from longarm.casework.intake.door import Ticket, limits

_SALT: Final = "intake"
MAX_WORDS: Final = 8000


class Answers(msgspec.Struct, frozen=True, omit_defaults=True):
    """Choices by question, the state, the words. `screen` is the one being shown.

    `seed` and `since` are the ticket that sending needs; with them a page that is sent twice is known for the same page.
    """

    screen: str = "safety"
    seed: str = ""
    since: int = 0
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    state: str = ""
    words: str = ""

    def chosen(self, question: str) -> tuple[str, ...]:
        return self.choices.get(question, ())

    def at(self, screen: str) -> Answers:
        return msgspec.structs.replace(self, screen=screen)

    def answered(self, question: str, chosen: tuple[str, ...]) -> Answers:
        return msgspec.structs.replace(self, choices={**self.choices, question: chosen})

    def living_in(self, state: str) -> Answers:
        return msgspec.structs.replace(self, state=state)

    def written(self, words: str) -> Answers:
        return msgspec.structs.replace(self, words=words[:MAX_WORDS])

    @property
    def ticket(self) -> Ticket:
        return Ticket(self.seed, self.since)

    @property
    def child(self) -> bool:
        """A child is concerned, or may be: what is not known is not *no*."""
        return self.chosen("child") != ("no",)

    def signed(self) -> str:
        return signing.dumps(msgspec.to_builtins(self), salt=_SALT, compress=True)


def begun() -> Answers:
    """Nothing answered yet; a ticket drawn now."""
    return Answers(seed=secrets.token_hex(16), since=int(time.time()))


def unsigned(text: Any) -> Answers | None:
    """The answers in a form, or None where there are none, they are too old, or somebody changed them."""
    if not isinstance(text, str):
        return None
    try:
        answers = msgspec.convert(signing.loads(text, salt=_SALT), Answers)
    except (signing.BadSignature, msgspec.ValidationError):
        return None
    return answers if 0 <= time.time() - answers.since < limits().life else None
