"""What was found in a text: an identifier as written, as compared, and how sure the reading is."""

from __future__ import annotations

from typing import Literal

import msgspec

from longarm.case.vocabulary import IdentifierType

Sure = Literal["high", "medium", "low"]


class Found(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An identifier in a text.

    `value` is `text[span[0]:span[1]]` (offsets in code points); only of a card are all but the first six and last four
    digits replaced by `*`. `normal` is what is compared; it is left out where no single reading holds, and `candidates`
    then has the readings. `state` is an ISO 3166-1 code, or `unknown` where a number belongs to no state or to two.
    `operator` is the id of the operator the number was *allocated* to. `service` is the payment service named beside it.
    `owner` is the account that a link to a post names. `alias_of` is the other form the same subscriber answers to.
    `why` is a code that explains a certainty below high, or something to know (docs/identifiers.md lists them).
    """

    type: IdentifierType
    value: str
    normal: str | None = None
    state: str | None = None
    operator: str | None = None
    identity_duty: Literal["yes", "no", "unknown"] | None = None
    service: str | None = None
    platform: str | None = None
    owner: str | None = None
    span: tuple[int, int]
    certainty: Sure
    alias_of: str | None = None
    why: str | None = None
    candidates: tuple[str, ...] = ()
