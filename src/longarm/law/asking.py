"""What hazards do to a step, and what every step towards another state has in common."""

from __future__ import annotations

import msgspec

from longarm.case.answer import Answer
from longarm.law.answer import Obstacle, Opening
from longarm.law.explain import named, said
from longarm.law.matter import Matter
from longarm.law.step import Step, worse


def with_all_hazards(matter: Matter, steps: list[Step]) -> list[Step]:
    """Every step with its hazards; what an authority does is as dangerous as the complaint that moves it."""
    complaints = {step.forum: with_hazards(matter, step) for step in steps if step.action == "file_complaint"}
    return [
        complaints[step.forum] if step.action == "file_complaint"
        else with_hazards(matter, step, complaints.get(step.forum) if step.by == "authority" else None)
        for step in steps
    ]  # fmt: skip


def with_hazards(matter: Matter, step: Step, complaint: Step | None = None) -> Step:
    """The step with the hazards that stand beside it: some forbid it, some must be met first. None makes it more open.

    `complaint` moves it: it is not more open than that, and what must come before the complaint comes before it too.
    """
    beside = matter.hazards.beside(step.action, step.forum, step.requested)
    if not beside and (complaint is None or (complaint.status == "open" and not complaint.danger)):
        return step
    danger = matter.hazards.weigh(beside) + (complaint.danger if complaint else 0)
    if forbidding := matter.hazards.forbid(step.action, beside, step.forum, step.requested):
        return _forbidden(matter, step, beside, danger, forbidding)
    status, opens = step.status, step.opens_if
    if first := matter.hazards.before(step.action, beside, step.forum, step.requested):
        needed = {row.code: Opening(code=row.code, text=said(f"first-{row.text}")) for row in first}
        status, opens = worse(status, "conditional"), (*needed.values(), *opens)
    if complaint and complaint.status != "open":
        if status != "blocked":
            codes = {opening.code for opening in opens}
            opens = (*opens, *(opening for opening in complaint.opens_if if opening.code not in codes))
        status = worse(status, complaint.status)
    return msgspec.structs.replace(step, status=status, hazards=beside, danger=danger, opens_if=opens)


def _forbidden(matter: Matter, step: Step, beside: tuple[str, ...], danger: int, hazard: str) -> Step:
    """It stays listed, without papers and without a channel."""
    rule = matter.facts.hazards.get(hazard)
    forbidden = Obstacle(
        code="hazard_forbids",
        state=step.requested or step.forum,
        events=(),
        text=said("obstacle-hazard-forbids", hazard=named(rule.text) if rule else (hazard,) * 3),
        sources=(f"hazards/{hazard}",),
    )
    obstacles = (forbidden, *step.obstacles)
    return msgspec.structs.replace(
        step, status="blocked", hazards=beside, danger=danger, forbidden=True, obstacles=obstacles, documents=(), before=None
    )


def abroad(matter: Matter, state: str) -> Answer:
    """Is the person harmed outside `state` now? No only where she is known to be in it."""
    found = [p for person in matter.scene.complainants for p in matter.scene.places(person, matter.scene.today)]
    if any(p.state == state and p.surely is Answer.YES for p in found):
        return Answer.NO
    return Answer.YES if any(p.surely is Answer.YES for p in found) else Answer.UNKNOWN
