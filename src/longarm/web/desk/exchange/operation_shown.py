"""A board in words: what its forms offer, and its results with their sum."""

from __future__ import annotations

from typing import Any

from longarm.case.states import STATES
from longarm.casework.actor import Actor
from longarm.casework.exchange.members import own_states
from longarm.casework.exchange.operations.bundles import bundles_here, sent_bundles
from longarm.casework.exchange.operations.showing import BoardView
from longarm.casework.exchange.requests.peers import nodes
from longarm.errors import BadInput
from longarm.texts import Language, say
from longarm.web import dates
from longarm.web.desk.exchange.operation_doing import COUNTS, KINDS


def facts_of(view: BoardView, actor: Actor, language: Language) -> dict[str, Any]:
    inside = {one.fingerprint for one in view.members if one.standing in ("joined", "invited")}
    others = [one for one in view.members if one.standing == "joined" and not one.ours]
    named = any(one.bundle for one in view.pieces)
    here = bundles_here(actor, tuple(one.fingerprint for one in view.members)) if named else {}
    return {
        "others": [one for one in others if one.spoken],
        "handed": others,
        "workers": [one for one in view.members if one.standing == "joined"],
        "agreed": [one for one in view.members if one.agreed],
        "not_yet": [one for one in view.members if one.standing == "joined" and not one.agreed],
        "strangers": [card for card in nodes() if card.fingerprint not in inside] if "invite" in view.may else [],
        "kinds": [(one, say("operation-kind", language, kind=one)) for one in KINDS],
        "pieces": [
            (one, say("operation-kind", language, kind=one.kind), here.get(one.bundle)) for one in view.pieces
        ],
        "bundles": sent_bundles(actor, view.line.id) if "put" in view.may else (),
        "counts": [(one, say("operation-count", language, count=one)) for one in COUNTS],
        "results": [
            (dates.state(one.state, language), one.by, [getattr(one.result, name) for name in COUNTS]) for one in view.results
        ],
        "sums": [sum(getattr(one.result, name) for one in view.results) for name in COUNTS],
        "states": _states(language),
        "day_hex": view.day_id.hex(),
        "leaves": "leave" in view.may and "join" not in view.may,
        "forgets": "forget" in view.may and actor.role == "coordinator",
        "ends": view.may & {"close", "leave", "forget"} and "join" not in view.may,
        "lets_out": actor.works_cases and len(view.readers) > 1,
        "uncounted": [say("operation-why", language, why=why) for why in view.uncounted],
    }  # fmt: skip


def _states(language: Language) -> list[tuple[str, str]]:
    """Our own first."""
    try:
        own = own_states()
    except BadInput:
        own = ()
    rest = sorted(((code, dates.state(code, language)) for code in STATES if code not in own), key=lambda one: one[1])
    return [*((code, dates.state(code, language)) for code in own), *rest]
