"""What a holder allowed and took back: each answer a row of its own, with the wording it was asked in. The last one counts."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

import msgspec

from longarm.casework.after_restore import counts
from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.intake.consent import Use, wording
from longarm.store.models import Channel, Consent
from longarm.texts import Language

_STAYS_HERE: Final[tuple[Use, ...]] = ("contact", "matching", "statistics")  # nothing leaves the node by these


class About(msgspec.Struct, frozen=True, kw_only=True):
    """One answer, as it is sealed. `others`: of an escrow, how many others there must be."""

    use: Use
    allowed: bool
    wording: str
    language: Language
    others: int = 0


class ConsentView(NamedTuple):
    use: Use
    allowed: bool
    wording: str  # as it was shown
    language: Language
    at: datetime
    others: int = 0


def note(channel: OpenChannel, use: Use, allowed: bool, language: Language, others: int = 0) -> None:
    """Adds an answer, in the caller's transaction."""
    row = Consent.objects.create(channel_id=channel.id, about_sealed=b"")  # its number is part of what the seal is bound to
    about = About(use=use, allowed=allowed, wording=wording(use, language, others), language=language, others=others)
    row.about_sealed = channel.seal(field_of(row, "about_sealed"), msgspec.json.encode(about))
    row.save(update_fields=["about_sealed"])


def history(channel: OpenChannel) -> tuple[ConsentView, ...]:
    """Every answer, in order."""
    found = []
    for row in Consent.objects.filter(channel_id=channel.id).order_by("id"):
        about = msgspec.json.decode(channel.open(field_of(row, "about_sealed"), row.about_sealed), type=About)
        found.append(ConsentView(about.use, about.allowed, about.wording, about.language, row.made_at, about.others))
    return tuple(found)


def standing(channel: OpenChannel) -> tuple[ConsentView, ...]:
    """The last answer for each use that was ever answered."""
    return tuple({answer.use: answer for answer in history(channel)}.values())


def allows(channel: OpenChannel, use: Use) -> bool:
    """May what this person gave be used so? Not when it was never asked, taken back, or the person has withdrawn; nor what
    leaves, while nobody has answered for a yes that a restore brought back (`after_restore`)."""
    yes = _yes(channel, use)
    return yes is not None and _counts(channel, yes)


def held_since_restore(channel: OpenChannel, use: Use) -> bool:
    """A yes that does not count for now, because a restore brought it back: said once more, by her or the team, it does."""
    yes = _yes(channel, use)
    return yes is not None and not _counts(channel, yes)


def waits_for(channel: OpenChannel) -> int:
    """How many others this person wants to wait for before a report opens; 0: none is wished, or it was taken back."""
    yes = _yes(channel, "escrow")
    return yes.others if yes is not None else 0


def _yes(channel: OpenChannel, use: Use) -> ConsentView | None:
    if Channel.objects.filter(id=channel.id, state=Channel.State.WITHDRAWN).exists():
        return None
    return next((answer for answer in standing(channel) if answer.use == use and answer.allowed), None)


def _counts(channel: OpenChannel, yes: ConsentView) -> bool:
    return yes.use in _STAYS_HERE or counts(channel.case, yes.at)
