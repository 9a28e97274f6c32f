"""Who was invited into a case, and whom the person harmed asks to let in, as the desk shows them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.intake.invitations import asked
from longarm.casework.intake.invited import list_invited
from longarm.texts import Language, say


def others(actor: Actor, case: UUID, language: Language) -> dict[str, Any]:
    """Facts of the page, for who works the case."""
    if not actor.works_cases:
        return {}
    return {
        "asked": [{**one._asdict(), "who": say(f"work-channel-{one.kind}", language)} for one in asked(actor, case)],
        "invited": [
            {
                **one._asdict(),
                "who": say(f"work-channel-{one.kind}", language),
                "state": say(f"work-invited-{one.state}", language),
                "may_end": one.state != "closed",
            }
            for one in list_invited(actor, case)
        ],
    }
