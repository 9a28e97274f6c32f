"""What hazards do to a step, and what every step towards another state has in common."""

from __future__ import annotations

import msgspec

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Obstacle, Opening
from longarm.law.explain import named, said
from longarm.law.matter import Matter
from longarm.law.step import Step, worse


def with_hazards(matter: Matter, step: Step) -> Step:
    """The step with the hazards that stand beside it: some forbid it, some must be met first. None makes it more open."""
    beside = tuple(dict.fromkeys((*step.hazards, *matter.hazards.beside(step.action, step.forum, step.requested))))
    if forbidding := matter.hazards.forbid(step.action, beside):
        rule = matter.facts.hazards.get(forbidding)
        forbidden = Obstacle(
            code="hazard_forbids",
            state=step.requested or step.forum,
            events=(),
            text=said("obstacle-hazard-forbids", hazard=named(rule.text) if rule else (forbidding,) * 3),
            sources=(f"hazards/{forbidding}",),
        )
        return msgspec.structs.replace(
            step, status="blocked", hazards=beside, obstacles=(forbidden, *step.obstacles), documents=(), before=None
        )
    first = matter.hazards.before(step.action, beside)
    if not first:
        return msgspec.structs.replace(step, hazards=beside)
    needed = {row.code: Opening(code=row.code, text=said(f"first-{row.text}")) for row in first}
    return msgspec.structs.replace(
        step, status=worse(step.status, "conditional"), hazards=beside, opens_if=(*needed.values(), *step.opens_if)
    )


def speed(step: Step) -> int:
    return rules.action(step.action).speed


def abroad(matter: Matter, state: str) -> Answer:
    """Is the person harmed outside `state` now? No only where she is known to be in it."""
    from longarm.law import presence

    found = [p for person in matter.scene.complainants for p in presence.at(person, matter.scene.today)]
    if any(p.state == state and p.surely is Answer.YES for p in found):
        return Answer.NO
    return Answer.YES if any(p.surely is Answer.YES for p in found) else Answer.UNKNOWN
