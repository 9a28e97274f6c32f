"""Did the person harmed allow that authorities, and those who work with them, learn of it? And is she told that they did?"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from longarm.case.model import Case as CaseFile
from longarm.casework.actor import Actor
from longarm.casework.after_restore import counts
from longarm.casework.case_keys import OpenCase
from longarm.casework.channels import OpenChannel, for_team
from longarm.casework.consents_in_file import given_in_file, refused_in_file
from longarm.casework.intake import consents, letters
from longarm.errors import BadInput
from longarm.store.models import Channel

SHORTEST: Final = 20  # letters of how she agreed, where no channel of hers says it
_HERS: Final = ("complainant", "supporter")


def must_be_allowed(opened: OpenCase, case: CaseFile, agreed: str, said_at: datetime) -> None:
    """`agreed`: how she did, in the words of the team, as they wrote at `said_at`. Raises BadInput where somebody said no, or
    nobody said yes and nothing tells how she agreed, and where what was said came back with a restore."""
    must_not_be_refused(opened, case)
    if _channels(opened):
        return
    told, in_file = len(agreed.strip()) >= SHORTEST, given_in_file(case)
    if not told and not in_file:
        raise BadInput("request-how-she-agreed", letters=SHORTEST)
    if not counts(opened.id, said_at if told else None):
        raise BadInput("restore-consent-first")


def must_not_be_refused(opened: OpenCase, case: CaseFile) -> None:
    """Raises BadInput where somebody harmed, or who reports for her, said no or took it back: in a conversation, or in the file;
    and where a yes came back with a restore. How somebody agreed once, told by the team, does not stand against that."""
    waiting = [channel for channel in _channels(opened) if not consents.allows(channel, "authorities")]
    if any(not consents.held_since_restore(channel, "authorities") for channel in waiting) or refused_in_file(case):
        raise BadInput("request-not-allowed-by-her")
    if waiting:
        raise BadInput("restore-consent-first")


def tell(opened: OpenCase, actor: Actor) -> int:
    """In plain words in her conversation, in the caller's transaction: that something was passed on. Returns to how many."""
    here = _channels(opened)
    for channel in here:
        letters.add(channel, letters.Body(notice="passed_on"), by=actor.user)
    return len(here)


def _channels(opened: OpenCase) -> tuple[OpenChannel, ...]:
    rows = Channel.objects.filter(case_id=opened.id, kind__in=_HERS).exclude(state=Channel.State.CLOSED)
    return tuple(for_team(opened, row) for row in rows)
