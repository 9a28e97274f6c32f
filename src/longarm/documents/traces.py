"""Fields on what an operator or platform can search for: the identifiers, and in which state each can be asked."""

from __future__ import annotations

from longarm.case.model import Identifier, Trace
from longarm.documents.content import Content, Grid
from longarm.documents.happened import platform
from longarm.documents.matter import Matter


def suspect_identifiers(matter: Matter) -> Content | None:
    """Those the suspects used, as an operator searches for them, with what the number itself says (state, operator)."""
    return _table(matter, matter.asked_about())


def account_id(matter: Matter) -> Content | None:
    """The accounts alone, by the platform's own stable id where the case has it."""
    return _table(matter, tuple(x for x in matter.asked_about() if x.type == "account"))


def url_list(matter: Matter) -> Content | None:
    """The exact addresses: a platform removes an address, not a description."""
    return _table(matter, tuple(x for x in matter.asked_about() if x.type == "url"))


def own_profile(matter: Matter) -> Content | None:
    """The genuine accounts of the person imitated, where the case holds them."""
    harmed = {person.id for person in matter.case.complainants}
    return _table(matter, tuple(x for x in matter.case.identifiers if x.used_by in harmed and x.type in ("account", "url")))


def kind_of(matter: Matter, identifier: Identifier) -> str:
    kind = matter.say(f"kind-{identifier.type}")
    return f"{kind} ({platform(matter, identifier.platform)})" if identifier.platform else kind


def operator_of(matter: Matter, trace: Trace) -> str:
    """The operator's name; its id where the facts do not name it; empty where none is known."""
    state = matter.facts.states.get(trace.state or "")
    named = next((o.name for o in state.telecom.operators if o.id == trace.operator), None) if state else None
    return named or trace.operator or ""


def _table(matter: Matter, identifiers: tuple[Identifier, ...]) -> Content | None:
    by_id = {trace.id: trace for trace in matter.traces}
    rows = tuple((kind_of(matter, x), matter.shown(x), _detail(matter, x, by_id.get(x.id))) for x in identifiers)
    columns = tuple(matter.say(f"column-{name}") for name in ("kind", "value", "detail"))
    return Grid(columns, rows, mono=(1,)) if rows else None


def _detail(matter: Matter, identifier: Identifier, trace: Trace | None) -> str:
    said = []
    if trace and trace.state and trace.operator:
        said.append(matter.say("allocated", state=matter.state(trace.state), operator=operator_of(matter, trace)))
    elif trace and trace.state:
        said.append(matter.say("allocated-state", state=matter.state(trace.state)))
    if identifier.handle:
        said.append(matter.say("handle", handle=identifier.handle))
    return matter.listed(said)
