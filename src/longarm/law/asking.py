"""What hazards do to a step, and what every step towards another state has in common."""

from __future__ import annotations

import msgspec

from longarm.case.answer import Answer
from longarm.law.answer import Obstacle, Opening
from longarm.law.explain import named, said
from longarm.law.matter import Matter
from longarm.law.step import Step, worse


def with_hazards(matter: Matter, step: Step) -> Step:
    """The step with the hazards that stand beside it: some forbid it, some must be met first. None makes it more open."""
    beside = tuple(dict.fromkeys((*step.hazards, *matter.hazards.beside(step.action, step.forum, step.requested))))
    danger = step.danger + matter.hazards.weigh(beside)
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
            step,
            status="blocked",
            hazards=beside,
            danger=danger,
            obstacles=(forbidden, *step.obstacles),
            documents=(),
            before=None,
        )
    if not beside:
        return step
    first = matter.hazards.before(step.action, beside)
    if not first:
        return msgspec.structs.replace(step, hazards=beside, danger=danger)
    needed = {row.code: Opening(code=row.code, text=said(f"first-{row.text}")) for row in first}
    return msgspec.structs.replace(
        step,
        status=worse(step.status, "conditional"),
        hazards=beside,
        danger=danger,
        opens_if=(*needed.values(), *step.opens_if),
    )


def with_all_hazards(matter: Matter, steps: list[Step]) -> list[Step]:
    """Every step with its hazards; what an authority does is as dangerous as the complaint that moves it."""
    told = [with_hazards(matter, step) for step in steps]
    complaints = {step.forum: step for step in told if step.action == "file_complaint"}
    return [_moved(step, complaints.get(step.forum)) for step in told]


def _moved(step: Step, complaint: Step | None) -> Step:
    """What an authority does follows the complaint: not more open, and what must come first comes first here too."""
    if complaint is None or step.by != "authority":
        return step
    codes = {opening.code for opening in step.opens_if}
    opens = (
        [o for o in complaint.opens_if if o.code not in codes] if complaint.status != "open" and step.status != "blocked" else []
    )
    status = worse(step.status, complaint.status)
    if not opens and not complaint.danger and status == step.status:
        return step
    return msgspec.structs.replace(
        step,
        status=status,
        danger=step.danger + complaint.danger,
        opens_if=(*step.opens_if, *opens),
    )


def abroad(matter: Matter, state: str) -> Answer:
    """Is the person harmed outside `state` now? No only where she is known to be in it."""
    found = [p for person in matter.scene.complainants for p in matter.scene.places(person, matter.scene.today)]
    if any(p.state == state and p.surely is Answer.YES for p in found):
        return Answer.NO
    return Answer.YES if any(p.surely is Answer.YES for p in found) else Answer.UNKNOWN
