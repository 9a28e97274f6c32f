"""On what ground a request stands: a path of the engine, as it was on that day. Never free words alone."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

from longarm.errors import BadInput
from longarm.exchange.request.rules import asks, row_of
from longarm.exchange.request.words import Kind, Measure
from longarm.law import rules as law_rules
from longarm.law.answer import Action, Path, PathsAnswer
from longarm.law.model import Facts
from longarm.law.model import Measure as Matter

_MOST: Final = 40
Short = Annotated[str, msgspec.Meta(max_length=300)]
Code = Annotated[str, msgspec.Meta(pattern=r"^[\w.:#/@+-]{1,160}$")]
State = Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")]


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An instrument or law, its articles, and what the facts know of its conditions and grounds of refusal.

    `binding`: whether both states are bound by it on that day; unknown is said, not left out.
    """

    instrument: Short
    binding: Literal["yes", "unknown"] = "yes"
    articles: Annotated[tuple[Short, ...], msgspec.Meta(max_length=_MOST)] = ()
    conditions: Annotated[tuple[Annotated[str, msgspec.Meta(max_length=1000)], ...], msgspec.Meta(max_length=_MOST)] = ()
    refusal: Annotated[tuple[Short, ...], msgspec.Meta(max_length=_MOST)] = ()


class Offence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is being investigated, in the law of the state that asks."""

    state: State
    law: Short
    article: Short


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`path`: its id in the engine; `on`: the day it was worked out for. `asking`, `asked`: states. `before`: the receiving
    authority as the facts name it, by language; empty where they name none. `purpose`: the offences it serves. `sources`: ids
    of facts.
    """

    path: Code
    action: Code
    on: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
    asking: State
    asked: State
    before: Annotated[dict[Annotated[str, msgspec.Meta(max_length=8)], Short], msgspec.Meta(max_length=8)]
    grounds: Annotated[tuple[Ground, ...], msgspec.Meta(max_length=_MOST)]
    purpose: Annotated[tuple[Offence, ...], msgspec.Meta(max_length=_MOST)]
    sources: Annotated[tuple[Short, ...], msgspec.Meta(max_length=200)] = ()


def basis_of(answer: PathsAnswer, path_id: str, measure: Measure, kind: Kind, facts: Facts, *, states: tuple[str, ...]) -> Basis:
    """The ground for asking `measure` on the path of that id, by an organisation of `kind` in `states` (none: of no one state).

    Raises BadInput when there is no such path, when it is blocked (a danger to the person included), when another state's
    authorities would have to ask, when it does not carry the measure or rests on nothing, and when such an organisation may not
    ask for it.
    """
    path = next((one for one in answer.paths if one.id == path_id), None)
    if path is None:
        raise BadInput("request-no-such-path", path=path_id[:80])
    if measure not in asks(kind):
        raise BadInput("request-may-not", kind=kind, measure=measure)
    if path.status == "blocked":
        raise BadInput("request-path-blocked", path=path.id)
    asked = asked_state(path)
    if path.action not in row_of(measure).actions or asked is None:
        raise BadInput("request-path-carries-not", path=path.id, measure=measure)
    asking = (path.forum if path.requested else next(iter(states), None)) or asked
    if states and asking not in states:
        raise BadInput("request-not-our-path", path=path.id, state=asking)
    sources = tuple(dict.fromkeys((*path.sources, *(one for basis in path.basis for one in basis.sources))))
    grounds, purpose = _grounds(path, facts), _purpose(answer, path)
    if not purpose or not (grounds or sources):
        raise BadInput("request-path-rests-on-nothing", path=path.id)
    return Basis(
        path=path.id,
        action=path.action,
        on=answer.as_of,
        asking=asking,
        asked=asked,
        before=dict(path.before.name) if path.before else {},
        grounds=grounds,
        purpose=purpose,
        sources=sources[:200],
    )


def asked_state(path: Path) -> str | None:
    """The state whose node is asked on this path: the one asked for help, else the one whose authority takes the step."""
    return path.requested or path.forum


def _purpose(answer: PathsAnswer, path: Path) -> tuple[Offence, ...]:
    """The offences of the path's state which its events meet; those of all events where it names none."""
    met = [one for one in answer.offences if one.state == path.forum and one.applies != "no"]
    near = [one for one in met if not path.events or set(one.events) & set(path.events)]
    return tuple(dict.fromkeys(Offence(one.state, one.law, one.article) for one in near))[:_MOST]


def _grounds(path: Path, facts: Facts) -> tuple[Ground, ...]:
    """Those that bind first; those of which it is unknown stand as that."""
    rows = sorted((one for one in path.basis if one.binding != "no"), key=lambda one: one.binding != "yes")
    found = []
    for one in rows[:_MOST]:
        matter = matter_of(one.instrument, path.action, facts)
        conditions, refusal = (matter.conditions, matter.refusal_grounds) if matter else ((), ())
        binding: Literal["yes", "unknown"] = "yes" if one.binding == "yes" else "unknown"
        found.append(Ground(one.instrument, binding, one.articles, conditions, refusal))
    return tuple(found)


def matter_of(instrument: str, action: Action, facts: Facts) -> Matter | None:
    """What the facts of the instrument say of the measure that carries the action; None for a law, or where they say nothing."""
    known = facts.instruments.get(instrument)
    if known is None:
        return None
    wanted = law_rules.action(action).measures
    return next((one for kind in wanted for one in known.matters if one.measure == kind), None)
