"""What a person may allow, each use by itself, and the wording it is asked in."""

from __future__ import annotations

from typing import Final, Literal, get_args

from longarm.texts import Language, say

# contact: we write or call in the way they chose. counsel: a lawyer reads it. authorities, platforms: a report, a request
# goes there. matching: identifiers are compared, blinded, with other cases of this node. exchange: with those of other
# organisations and states, as tokens. statistics: counted, without anything personal.
Use = Literal["contact", "counsel", "authorities", "platforms", "matching", "exchange", "statistics"]
USES: Final[tuple[Use, ...]] = get_args(Use)


def wording(use: Use, language: Language) -> str:
    """The sentence beside the box; kept with the answer, so that it can be read later what was agreed to."""
    return say(f"consent-{use}", language)
