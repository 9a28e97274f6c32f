"""A consent taken back: from now on. By who gave it, in their channel; or told the team otherwise, which notes it for them."""

from __future__ import annotations

from uuid import UUID

from longarm.casework.channels import OpenChannel
from longarm.casework.exchange.escrow.letting_go import let_go as let_escrow_go
from longarm.casework.exchange.letting_go import let_go
from longarm.casework.exchange.requests.recalling import hold_back
from longarm.casework.intake import consents, letters
from longarm.casework.matches.named import forget_case
from longarm.intake.consent import Use
from longarm.texts import Language


def taken_back(channel: OpenChannel, use: Use, language: Language, by: UUID | None = None) -> tuple[str, ...]:
    """Noted, and what it had allowed ends, in the caller's transaction, which holds the case. `by`: of the team, who was told it.
    Returns the files of the vault that the caller removes after the commit."""
    case, others = channel.case, consents.waits_for(channel) if use == "escrow" else 0
    consents.note(channel, use, False, language, others)
    letters.add(channel, letters.Body(notice="took_back", use=use, others=others), by=by)
    if use == "matching":
        forget_case(case)
    if use == "exchange":
        let_go(case)
    if use == "escrow":
        let_escrow_go(case)
    return hold_back(case) if use == "authorities" else ()
