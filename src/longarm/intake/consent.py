"""What a person may allow, each use by itself, and the wording it is asked in."""

from __future__ import annotations

from typing import Final, Literal, get_args

from longarm.texts import Language, say

# contact: we write or call in the way they chose. counsel: a lawyer reads it. authorities, platforms: a report, a request
# goes there. matching: identifiers are compared, blinded, with other cases of this node. exchange: with those of other
# organisations and states, as tokens. statistics: counted, without anything personal. escrow: a report is kept closed until so
# many others named the same person; asked on a page of its own, with the number.
Use = Literal["contact", "counsel", "authorities", "platforms", "matching", "exchange", "statistics", "escrow"]
USES: Final[tuple[Use, ...]] = tuple(use for use in get_args(Use) if use != "escrow")  # a box each
OTHERS: Final = (1, 2, 3, 4)  # of which a person may choose


def wording(use: Use, language: Language, others: int = 0) -> str:
    """The sentence beside the box; kept with the answer, so that it can be read later what was agreed to."""
    return say("consent-escrow", language, others=others) if use == "escrow" else say(f"consent-{use}", language)
