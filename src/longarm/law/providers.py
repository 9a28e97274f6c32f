"""What an authority asks of a company directly: its user's basic data at its discretion, at once where a life is in danger."""

from __future__ import annotations

from typing import Final

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Basis, Contact, Obstacle, PathStatus
from longarm.law.binding import Bound, bound
from longarm.law.explain import named, said, state_named
from longarm.law.holders import Held
from longarm.law.matter import Matter
from longarm.law.model import Platform
from longarm.law.standing import Standing
from longarm.law.step import Step, worse
from longarm.texts import LANGUAGES

_DIRECT_ORDERS: Final = "eu-e-evidence-2023"
_BY_POLICY: Final[dict[Answer, PathStatus]] = {Answer.YES: "conditional", Answer.NO: "blocked", Answer.UNKNOWN: "unknown"}


def provider_requests(matter: Matter, standing: Standing) -> list[Step]:
    """For each platform that holds data of an offender the ordinary request, and the emergency one where it may be used."""
    by_platform: dict[str, list[Held]] = {}
    for known in matter.known:
        for held in known.held:
            if held.kind == "platform" and held.who:
                by_platform.setdefault(held.who, []).append(held)
    steps = []
    for platform_id, data in by_platform.items():
        platform = matter.facts.platforms[platform_id]
        steps.append(_request(matter, standing, platform, data))
        if _urgent(matter):
            steps.append(_emergency(matter, standing, platform, data))
    return steps


def _request(matter: Matter, standing: Standing, platform: Platform, held: list[Held]) -> Step:
    direct = _answers(platform)
    ordered = _may_order(matter, standing.state)
    basis: list[Basis] = []
    if ordered.holds is not Answer.NO:
        title = named(matter.facts.instruments[_DIRECT_ORDERS].title)
        binds = ordered.holds is Answer.YES
        basis.append(
            Basis(
                instrument=_DIRECT_ORDERS, articles=("4", "5", "10"), binding="yes" if binds else "unknown", fits="yes",
                why="binds" if binds else "unknown_fact",
                text=said("basis-direct-order" + ("" if binds else "-unknown"), instrument=title), sources=ordered.facts,
            )
        )  # fmt: skip
    basis.append(
        Basis(
            instrument="provider-policy", articles=(), binding="no", fits=direct.value, why="discretionary",
            text=said("basis-provider-policy", platform=platform.names[0]), sources=(f"platforms/{platform.id}",),
        )
    )  # fmt: skip
    may_order = ordered.holds is Answer.YES
    status: PathStatus = "open" if may_order else _BY_POLICY[direct]
    refused = Obstacle(
        code="no_recognition", state=None, events=(), text=said("obstacle-no-recognition", platform=platform.names[0]),
        sources=(f"platforms/{platform.id}",),
    )  # fmt: skip
    return Step(
        action="provider_request",
        forum=standing.state,
        requested=_one_state(held),
        status=worse(status, standing.status),
        before=_portal(platform, platform.law_enforcement.url),
        why=said("why-provider-request", state=state_named(matter.facts, standing.state), platform=platform.names[0]),
        events=standing.events,
        identifiers=tuple(dict.fromkeys(h.identifier for h in held)),
        basis=tuple(basis),
        obstacles=(refused,) if status == "blocked" else (),
        opens_if=tuple(matter.opening(kind, who) for kind, who in dict.fromkeys(h.depends_on for h in held if h.depends_on)),
        documents=rules.action("provider_request").documents,
        deadline=matter.deadline_of(tuple(h.identifier for h in held)),
        confidence=platform.confidence,
        sources=(*standing.rules, f"platforms/{platform.id}"),
        part=platform.id,
    )


def _emergency(matter: Matter, standing: Standing, platform: Platform, held: list[Held]) -> Step:
    offered = platform.emergency.url != "unknown" and platform.confidence != "low"
    return Step(
        action="emergency_disclosure",
        forum=standing.state,
        requested=_one_state(held),
        status=worse(standing.status, "open" if offered else "unknown"),
        before=_portal(platform, platform.emergency.url),
        why=said("why-emergency-disclosure", state=state_named(matter.facts, standing.state), platform=platform.names[0]),
        events=standing.events,
        identifiers=tuple(dict.fromkeys(h.identifier for h in held)),
        documents=rules.action("emergency_disclosure").documents,
        confidence=platform.confidence,
        sources=(*standing.rules, f"platforms/{platform.id}"),
        purpose="life" if matter.hazards.endangers_life else "",
        part=platform.id,
    )


def _may_order(matter: Matter, state: str) -> Bound:
    """Can authorities of the state order data from the company itself on that day (remembered)?"""
    key = (state, matter.scene.as_of)
    kept = matter.index.orders.get(key)
    if kept is None:
        kept = bound(matter.facts.instruments[_DIRECT_ORDERS], state, matter.scene.as_of)
        matter.index.orders.put(key, kept)
    return kept


def _answers(platform: Platform) -> Answer:
    """Does the company answer foreign authorities directly? Its policy in a word: yes, no, or anything between."""
    word = platform.foreign_authority_direct.split(maxsplit=1)[0].strip(":,;").casefold()
    if platform.confidence == "low":
        return Answer.UNKNOWN
    return {"yes": Answer.YES, "limited": Answer.YES, "often": Answer.YES, "no": Answer.NO}.get(word, Answer.UNKNOWN)


def _urgent(matter: Matter) -> bool:
    """A life, a limb or a child in danger (18 USC 2702; platforms' emergency forms)."""
    shown = matter.hazards.shown
    violent = any(event.kind == "threat_of_violence" for event in matter.scene.acts)
    return bool(matter.hazards.endangers_life) or "child_at_risk" in shown or violent


def _portal(platform: Platform, url: str) -> Contact:
    """For officers with an official address only."""
    name = {str(language): platform.law_enforcement.name for language in LANGUAGES}
    return Contact(id=platform.id, name=name, contact=None if url == "unknown" else url, sources=(f"platforms/{platform.id}",))


def _one_state(held: list[Held]) -> str | None:
    states = {h.state for h in held}
    return states.pop() if len(states) == 1 else None
