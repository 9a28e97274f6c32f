"""On the case page: advisories of others that name what the case names of the other side."""

from __future__ import annotations

from uuid import UUID

from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.exchange.advisories.hearing import Met, met_in
from longarm.texts import Language
from longarm.web.desk.advisories.shown import Shown, shown


def heard_shown(actor: Actor, case_id: UUID, case: Case, language: Language) -> list[tuple[Met, Shown, list[str]]]:
    """Each with what it says and the identifiers of the case that it names, as the case writes them."""
    written = {one.id: one.value for one in case.identifiers}
    return [
        (met, shown(met.heard.advisory, language), [written[one] for one in met.identifiers if one in written])
        for met in met_in(actor, case_id)
    ]
