"""What changes from victim to victim is taken out before two threats are compared: numbers, amounts, links, names after a call.

Otherwise a template with another name drifts away from itself. What is masked stays evidence: it is found as identifiers.
"""

from __future__ import annotations

import re
from typing import Final

from longarm.matching.item import Words
from longarm.matching.text.normal import normal

SHORTEST: Final = 60  # normalised letters: below, people who never met write the same
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[0-9]+(?: [0-9]+)*")
# After these words comes how somebody is called, in Arabic, English and French.
_CALLED: Final = re.compile(r"\b(يا|استاذ|استاذه|انسه|مدام|الست|سيد|سيده|dear|mr|mrs|miss|ms|madame|monsieur|chere|cher) \w+")


def words_of(text: str) -> Words | None:
    """The message as it is compared; None when it is too short to say anything."""
    plain = normal(_LINK.sub(" ", text[:20_000]))
    masked = _CALLED.sub(r"\1 @", _NUMBER.sub("#", plain))
    return Words(masked, text) if len(masked) >= SHORTEST else None
