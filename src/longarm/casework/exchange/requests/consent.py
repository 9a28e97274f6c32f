"""Did the person harmed allow that authorities, and those who work with them, learn of it? And is she told that they did?"""

from __future__ import annotations

from typing import Final

from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase
from longarm.casework.channels import OpenChannel, for_team
from longarm.casework.intake import consents, letters
from longarm.errors import BadInput
from longarm.store.models import Channel

SHORTEST: Final = 20  # letters of how she agreed, where no channel of hers says it
_HERS: Final = ("complainant", "supporter")


def must_be_allowed(opened: OpenCase, case: CaseFile, agreed: str) -> None:
    """Raises BadInput where somebody said no, or nobody said yes and nothing tells how she agreed."""
    here = _channels(opened)
    if any(not consents.allows(channel, "authorities") for channel in here):
        raise BadInput("request-not-allowed-by-her")
    if not here and not _in_file(case) and len(agreed.strip()) < SHORTEST:
        raise BadInput("request-how-she-agreed", letters=SHORTEST)


def tell(opened: OpenCase, actor: Actor) -> int:
    """In plain words in her conversation, in the caller's transaction: that something was passed on. Returns to how many."""
    here = _channels(opened)
    for channel in here:
        letters.add(channel, letters.Body(notice="passed_on"), by=actor.user)
    return len(here)


def _channels(opened: OpenCase) -> tuple[OpenChannel, ...]:
    rows = Channel.objects.filter(case_id=opened.id, kind__in=_HERS).exclude(state=Channel.State.CLOSED)
    return tuple(for_team(opened, row) for row in rows)


def _in_file(case: CaseFile) -> bool:
    given = [person.consents for person in case.complainants]
    return bool(given) and all(
        one.get("authorities") == "yes" if isinstance(one, dict) else "authorities" in one for one in given
    )
