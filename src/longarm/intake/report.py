"""What a person told at the intake. Nothing of it is required but the answer to the question of a child."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from longarm.case.states import STATES
from longarm.intake.consent import Use
from longarm.intake.wishes import Wishes
from longarm.texts import Language
from longarm.typed_yaml import Fault

Danger = Literal["family", "home", "self_harm"]
What = Literal["threat", "money", "demand", "fake", "published", "official", "other"]
FormOfAddress = Literal["female", "male", "other"]
LONGEST_WORDS: Final = 8000


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`state`: where the person harmed is, ISO 3166-1 alpha-2 or `unknown`. `form_of_address`: how Arabic and French speak
    to the asker. `child` without an answer is `unsure`: what is not known is not *no*. `watched_phone` None: not answered.
    """

    language: Language
    form_of_address: FormOfAddress = "other"
    who: Literal["me", "other", "recipient"] = "me"
    relation: Literal["supporter", "relative", "school", "lawyer"] | None = None
    dangers: tuple[Danger, ...] = ()
    watched_phone: bool | None = None
    child: Literal["yes", "unsure", "no"] = "unsure"
    what: tuple[What, ...] = ()
    words: Annotated[str, Meta(max_length=LONGEST_WORDS)] = ""
    state: str = "unknown"
    consents: tuple[Use, ...] = ()
    wishes: Wishes = Wishes()
    code_form: Literal["words", "digits"] = "words"

    def __post_init__(self) -> None:
        if self.state != "unknown" and self.state not in STATES:
            raise Fault("case-unknown-state", state=self.state)
