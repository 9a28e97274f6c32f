"""What the authorities of one state ask of another: to keep data, to name a user, to send what is stored, to help.
Long: all of them walk the same roads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Action, Basis, Contact, Obstacle, Opening, PathStatus, Wording
from longarm.law.asked import Asked
from longarm.law.crossing import Crossing, crossing
from longarm.law.explain import said, state_named
from longarm.law.matter import Matter
from longarm.law.model import weakest
from longarm.law.receiving import receiver, unnamed
from longarm.law.roads import Question
from longarm.law.standing import Standing
from longarm.law.step import Step, worse


def requests(matter: Matter, standing: Standing, asked: Asked) -> list[Step]:
    """The requests of the state of this standing to another state."""
    question = Question(standing.state, asked.state, matter.scene.as_of, matter.fitting.profile(standing.state))
    between = _between(matter, question)
    steps = [_request(matter, standing, asked, between[action]) for action in _wanted(matter, asked)]
    return [step for step in steps if step is not None]


def _wanted(matter: Matter, asked: Asked) -> Iterator[Action]:
    if asked.held or asked.offenders:
        yield from _OWN
    if asked.offenders or any(held.kind == "platform" for held in asked.held):
        yield "stored_data"
    if asked.offenders or asked.telecom:
        yield "police_channel"
    if asked.offenders:
        yield from ("spontaneous_information", *_PERSONAL)
    if len(matter.offenders) > 1 and asked.offenders:
        yield "joint_team"


class Frame(msgspec.Struct, frozen=True, gc=False):
    """What the facts alone say of one action between two states: its roads, help at discretion, to whom, and why."""

    action: Action
    found: Crossing
    status: PathStatus
    fallback: tuple[Basis, ...]
    before: Contact | None
    why: Wording
    nothing: tuple[Obstacle, ...]
    unnamed: tuple[Obstacle, ...]


_ASKED: Final[tuple[Action, ...]] = (
    "preserve_data", "subscriber_data", "stored_data", "police_channel", "spontaneous_information", "joint_team",
    "service_of_documents", "recognition",
)  # fmt: skip
_PERSONAL: Final[tuple[Action, ...]] = ("service_of_documents", "recognition")  # they reach a person by name
_NEVER_AT_DISCRETION: Final = ("joint_team", "police_channel", "recognition")
_ONLY_BY_TREATY: Final = ("joint_team", "recognition")


def _between(matter: Matter, question: Question) -> dict[Action, Frame]:
    """The frames of all actions for a question (remembered)."""
    key = (question.asking, question.asked, question.day, question.profile)
    kept: dict[Action, Frame] | None = matter.index.frames.get(key)
    if kept is None:
        kept = {action: _frame(matter, question, action) for action in _ASKED}
        matter.index.frames.put(key, kept)
    return kept


def _frame(matter: Matter, question: Question, action: Action) -> Frame:
    asked = question.asked
    found = crossing(matter.index, question, action)
    status, fallback = _road_status(matter, asked, found, action)
    names = state_named(matter.facts, question.asking), state_named(matter.facts, asked)
    before = receiver(matter.index, asked, action, found, question.day)
    return Frame(
        action=action,
        found=found,
        status=status,
        fallback=fallback,
        before=before,
        why=said(f"why-{action}".replace("_", "-"), state=names[0], requested=names[1]),
        nothing=_nothing(matter, asked, found),
        unnamed=unnamed(matter.index, question.asking, asked, before),
    )


_NO_KEEPING: Final = frozenset(("unknown", "no use"))
_OWN: Final[tuple[Action, ...]] = ("preserve_data", "subscriber_data")


def own_orders(matter: Matter, standing: Standing, asked: Asked) -> list[Step]:
    """Orders of the state to operators and companies within its own reach: its own law, no other state."""
    if not asked.telecom and not any(held.kind == "platform" for held in asked.held):
        return []
    steps = []
    for action in _OWN:
        row = rules.action(action)
        order = "telecom-request" if asked.telecom else "provider-request"
        documents = row.documents if action == "preserve_data" else (order,)
        steps.append(
            Step(
                action=row.action,
                forum=standing.state,
                status=worse(standing.status, "conditional" if asked.opens(matter) else "open"),
                why=said(f"why-own-{action}".replace("_", "-"), state=state_named(matter.facts, standing.state)),
                events=standing.events,
                identifiers=asked.identifiers,
                opens_if=asked.opens(matter),
                documents=documents,
                deadline=matter.deadline_of(asked.identifiers),
                confidence=standing.confidence,
                sources=(*standing.rules, f"states/{standing.state}#telecom/registration_duty")
                if asked.telecom and matter.facts.states[standing.state].telecom.registration_duty.source
                else standing.rules,
            )
        )
    return steps


def _request(matter: Matter, standing: Standing, asked: Asked, frame: Frame) -> Step | None:
    action, found, status, fallback = frame.action, frame.found, frame.status, frame.fallback
    unsure = asked.opens(matter)
    if action == "preserve_data" and (kept := _kept_by_policy(matter, asked)):
        status, fallback = ("open" if status == "open" else "conditional"), (*fallback, *kept)
    if action in _ONLY_BY_TREATY and not found.known:
        return None
    if action in _PERSONAL:
        unsure = (*unsure, *_unnamed(matter, asked))
    status = worse(status, standing.status, "conditional" if unsure else "open")
    identifiers = asked.identifiers if asked.held else _of_offenders(matter, asked)
    return Step(
        action=action,
        forum=standing.state,
        requested=asked.state,
        status=status,
        before=frame.before,
        why=frame.why,
        events=standing.events,
        identifiers=identifiers,
        basis=(*found.bases, *fallback),
        obstacles=(*found.obstacles, *(frame.nothing if status == "unknown" else ()), *frame.unnamed),
        opens_if=(*unsure, *found.openings) if status != "open" else (),
        documents=_documents(rules.action(action).documents, asked, found, action),
        deadline=matter.deadline_of(identifiers) if action == "preserve_data" else None,
        confidence=weakest((standing.confidence, found.confidence)),
        sources=standing.rules,
    )


def _road_status(matter: Matter, asked: str, found: Crossing, action: Action) -> tuple[PathStatus, tuple[Basis, ...]]:
    """The status of the roads; where no instrument carries it, help without a treaty is at discretion."""
    state = matter.facts.states.get(asked)
    if action in _NEVER_AT_DISCRETION or state is None or state.assistance.holds is not Answer.YES:
        status = found.status
        return ("unknown" if status == "blocked" and action != "joint_team" else status), ()
    fact = f"states/{asked}#assistance"
    basis = Basis(
        instrument="reciprocity",
        articles=(article,) if (article := state.assistance.article) and article[0].isdigit() else (),
        binding="no",
        fits="yes",
        why="discretionary",
        text=said("basis-reciprocity", state=state_named(matter.facts, asked)),
        sources=(fact,),
    )
    return (found.status if found.status == "open" else "conditional"), (basis,)


def _kept_by_policy(matter: Matter, asked: Asked) -> tuple[Basis, ...]:
    """Companies that keep data on an authority's letter, from other states too, by their own policy."""
    found = []
    for platform_id in dict.fromkeys(held.who for held in asked.held if held.kind == "platform" and held.who):
        platform = matter.facts.platforms[platform_id]
        if platform.law_enforcement.preservation not in _NO_KEEPING and platform.confidence != "low":
            text = said("basis-kept-by-policy", platform=platform.names[0])
            fact = (f"platforms/{platform_id}",)
            why = "discretionary"
            found.append(
                Basis(instrument="provider-policy", articles=(), binding="no", fits="yes", why=why, text=text, sources=fact)
            )
    return tuple(found)


def _nothing(matter: Matter, asked: str, found: Crossing) -> tuple[Obstacle, ...]:
    if found.status != "blocked":
        return ()
    text = said("obstacle-no-help-known", state=state_named(matter.facts, asked))
    return (Obstacle(code="unknown_fact", state=asked, events=(), text=text),)


def _unnamed(matter: Matter, asked: Asked) -> Iterator[Opening]:
    """Nobody is served, and no judgment carried out, without a name."""
    for offender in matter.offenders:
        if offender.person.id in asked.offenders and not offender.identified:
            yield matter.opening("identity", offender.person.id)


def _of_offenders(matter: Matter, asked: Asked) -> tuple[str, ...]:
    return tuple(k.identifier.id for k in matter.known if k.identifier.used_by in asked.offenders)


def _documents(named: tuple[str, ...], asked: Asked, found: Crossing, action: Action) -> tuple[str, ...]:
    documents = list(named)
    if action == "subscriber_data" and asked.telecom:
        documents.append("telecom-request")
    if action in ("subscriber_data", "stored_data") and "riyadh-1983" in found.by:
        documents.append("letter-rogatory-riyadh")
    return tuple(documents)
