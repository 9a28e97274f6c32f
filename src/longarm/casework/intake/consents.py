"""What a holder allowed and took back: each answer a row of its own, with the wording it was asked in. The last one counts."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import msgspec

from longarm.casework.case_keys import field_of
from longarm.casework.channels import OpenChannel
from longarm.intake.consent import Use, wording
from longarm.store.models import Channel, Consent
from longarm.texts import Language


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
    """May what this person gave be used so? Not when it was never asked, taken back, or the person has withdrawn."""
    if Channel.objects.filter(id=channel.id, state=Channel.State.WITHDRAWN).exists():
        return False
    return any(answer.allowed for answer in standing(channel) if answer.use == use)


def waits_for(channel: OpenChannel) -> int:
    """How many others this person wants to wait for before a report opens; 0: none is wished, or it was taken back."""
    if not allows(channel, "escrow"):
        return 0
    return next(answer.others for answer in standing(channel) if answer.use == "escrow")
