"""Fields on what an operator or platform can search for: the identifiers, and in which state each can be asked."""

from __future__ import annotations

from longarm.case.model import Identifier, Trace
from longarm.documents.content import Content, Grid
from longarm.documents.happened import platform
from longarm.documents.matter import Matter


def suspect_identifiers(matter: Matter) -> Content | None:
    """Those the suspects used, as found, with what the number itself says (its state, the operator of its prefix)."""
    suspects = {person.id for person in matter.case.suspects}
    used = [identifier for identifier in matter.case.identifiers if identifier.used_by in suspects]
    if not used:
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("kind", "value", "detail"))
    by_id = {trace.id: trace for trace in matter.traces}
    rows = tuple(
        (_kind(matter, x), by_id[x.id].normal or x.value if x.id in by_id else x.value, _detail(matter, x, by_id.get(x.id)))
        for x in used
    )
    return Grid(columns, rows, mono=(1,))


def account_id(matter: Matter) -> Content | None:
    """The accounts alone, by the platform's own stable id where the case has it."""
    suspects = {person.id for person in matter.case.suspects}
    rows = tuple(
        (_kind(matter, x), x.value, _detail(matter, x, None))
        for x in matter.case.identifiers
        if x.type == "account" and x.used_by in suspects
    )
    columns = tuple(matter.say(f"column-{name}") for name in ("kind", "value", "detail"))
    return Grid(columns, rows, mono=(1,)) if rows else None


def _kind(matter: Matter, identifier: Identifier) -> str:
    kind = matter.say(f"kind-{identifier.type}")
    return f"{kind} ({platform(matter, identifier.platform)})" if identifier.platform else kind


def _detail(matter: Matter, identifier: Identifier, trace: Trace | None) -> str:
    said = []
    if trace and trace.state and trace.operator:
        said.append(matter.say("allocated", state=matter.state(trace.state), operator=_operator(matter, trace)))
    elif trace and trace.state:
        said.append(matter.say("allocated-state", state=matter.state(trace.state)))
    if identifier.handle:
        said.append(matter.say("handle", handle=identifier.handle))
    return matter.listed(said)


def _operator(matter: Matter, trace: Trace) -> str:
    state = matter.facts.states.get(trace.state or "")
    named = next((o.name for o in state.telecom.operators if o.id == trace.operator), None) if state else None
    return named or trace.operator or ""
