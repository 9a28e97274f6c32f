"""Content taken off a platform: a report under its own rules, and where a law binds it, a request it must answer within hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import ceil

from longarm.case.answer import Answer
from longarm.case.model import Event
from longarm.law import rules
from longarm.law.answer import Basis, By, Contact, Obstacle, ObstacleCode, Opening, PathStatus, Ynu
from longarm.law.explain import named, said
from longarm.law.matter import Matter
from longarm.law.model import Confidence, Platform, PlatformRule, weakest
from longarm.law.rules.tables import RemovalRow
from longarm.law.step import Step, worse


def removals(matter: Matter) -> list[Step]:
    """All of them, unranked: both come after the proof is kept, because he learns of it."""
    steps: list[Step] = []
    for platform_id, identifiers in _platforms(matter).items():
        platform = matter.facts.platforms[platform_id]
        users = {k.identifier.used_by for k in matter.known if k.identifier.id in identifiers}
        acts = [e for e in matter.scene.acts if e.via == platform_id or (e.via is None and e.by in users)]
        steps += [*_report(matter, platform, identifiers, acts), *_duties(matter, platform, identifiers, acts)]
    return steps


def _report(matter: Matter, platform: Platform, identifiers: tuple[str, ...], acts: list[Event]) -> Iterator[Step]:
    row = next((r for r in rules.actions().takedowns if any(e.kind in r.kinds for e in acts)), None)
    if row is None or platform.user_reports.blackmail == "none":
        return
    yield Step(
        action="takedown",
        status="open" if platform.confidence != "low" else "conditional",
        by=_by(matter),
        before=_called(platform),
        why=said("why-takedown", platform=platform.names[0]),
        events=tuple(e.id for e in acts if any(e.kind in r.kinds for r in rules.actions().takedowns)),
        identifiers=identifiers,
        documents=(row.document,),
        confidence=platform.confidence,
        sources=(f"platforms/{platform.id}",),
        purpose="child" if _child_material(matter, acts) else "",
        part=platform.id,
    )


def _duties(matter: Matter, platform: Platform, identifiers: tuple[str, ...], acts: list[Event]) -> Iterator[Step]:
    """The duties of law to remove what was published: none before the law was made, none open before it binds."""
    for row in rules.actions().removals:
        rule = matter.facts.platform_rules[row.rule]
        published = [e for e in acts if e.kind in row.kinds]
        if platform.id not in (*row.platforms, *row.maybe) or not published:
            continue
        if rule.adopted.on_or_before(matter.scene.as_of) is Answer.YES:
            yield _duty(matter, platform, identifiers, published, row)


def _duty(matter: Matter, platform: Platform, identifiers: tuple[str, ...], published: list[Event], row: RemovalRow) -> Step:
    rule = matter.facts.platform_rules[row.rule]
    begun = rule.since.on_or_before(matter.scene.as_of)
    of_child = _child_material(matter, published)
    located = any(k.platform == platform.id and k.identifier.type == "url" for k in matter.known)
    lacking = () if located else (Opening(code="address of the picture", text=said("opens-address")),)
    obstacles = _in_the_way(matter, platform, rule, begun, row)
    status: PathStatus = "blocked" if begun is Answer.NO else "unknown" if obstacles else "open"
    law = _law(matter, rule, begun, row.article, "yes" if platform.id in row.platforms else "unknown")
    why = said("why-removal-request" + ("-child" if of_child else ""), platform=platform.names[0], hours=rule.hours)
    confidence: Confidence = weakest((rule.confidence, platform.confidence))
    return Step(
        action="removal_request",
        status=worse(status, "conditional" if lacking or confidence == "low" else "open"),
        by=_by(matter),
        before=_called(platform),
        why=law.text if begun is Answer.NO else why,
        events=tuple(event.id for event in published),
        identifiers=identifiers,
        basis=(law,),
        obstacles=obstacles,
        opens_if=lacking,
        documents=() if begun is Answer.NO else ("platform-report-child",) if of_child else (row.document,),
        deadline=_deadline(matter, platform, published, rule),
        confidence=confidence,
        sources=(f"platform_rules/{rule.id}", f"platforms/{platform.id}"),
        purpose="child" if of_child else "",
        part=platform.id,
    )


def _in_the_way(matter: Matter, platform: Platform, rule: PlatformRule, begun: Answer, row: RemovalRow) -> tuple[Obstacle, ...]:
    code: ObstacleCode
    if begun is not Answer.YES:
        code, text = "not_in_force", said("obstacle-duty-to-come", law=_title(matter, rule), day=str(rule.since))
    elif platform.id in row.maybe:
        code, text = "unknown_fact", said("obstacle-duty-unsure", law=_title(matter, rule), platform=platform.names[0])
    else:
        return ()
    return (Obstacle(code=code, state=None, events=(), text=text, sources=(f"platform_rules/{rule.id}",), instrument=rule.law),)


def _law(matter: Matter, rule: PlatformRule, begun: Answer, article: str, fits: Ynu) -> Basis:
    word = {Answer.YES: "binds", Answer.NO: "not_in_force", Answer.UNKNOWN: "unknown_fact"}[begun]
    text = said(
        "basis-removal-duty" if begun is Answer.YES else "basis-removal-duty-to-come",
        law=_title(matter, rule), hours=rule.hours, day=str(rule.since),
    )  # fmt: skip
    return Basis(
        instrument=rule.law, articles=(article,), binding=begun.value, fits=fits, why=word, text=text,
        sources=(f"platform_rules/{rule.id}",),
    )  # fmt: skip


def _title(matter: Matter, rule: PlatformRule) -> tuple[str, str, str]:
    law = matter.index.laws.get(rule.law)
    return named(law.title) if law else (rule.law,) * 3


def _deadline(matter: Matter, platform: Platform, published: list[Event], rule: PlatformRule) -> str | None:
    """The day by which the platform must have removed it, where the case says that it was asked after the publication."""
    since = min((event.at.first for event in published if event.at.known), default=None)
    asked = [
        event.at.last for event in matter.scene.events
        if event.kind == "report_filed" and event.at.known and platform.id in (event.before, event.via)
        and rule.since.on_or_before(event.at.first) is Answer.YES and (since is None or event.at.last >= since)
    ]  # fmt: skip
    return (min(asked) + timedelta(days=ceil(rule.hours / 24))).isoformat() if asked else None


def _platforms(matter: Matter) -> dict[str, tuple[str, ...]]:
    """Platforms the acts went through, with the offenders' identifiers there."""
    offenders = {o.person.id for o in matter.offenders}
    found: dict[str, tuple[str, ...]] = {}
    for known in matter.known:
        if known.platform and (known.identifier.used_by is None or known.identifier.used_by in offenders):
            found[known.platform] = (*found.get(known.platform, ()), known.identifier.id)
    for event in matter.scene.acts:
        if event.via in matter.facts.platforms and event.via:
            found.setdefault(event.via, ())
    return found


def _child_material(matter: Matter, acts: list[Event]) -> bool:
    """Pictures of a child: the one case where removal goes before keeping."""
    minors = {child.id for child in matter.scene.children}
    return any(e.kind in rules.actions().images.exist and any(p.id in minors for p in matter.scene.harmed_by(e)) for e in acts)


def _by(matter: Matter) -> By:
    return "complainant" if matter.scene.complainants else "reporter"


def _called(platform: Platform) -> Contact:
    return Contact(id=platform.id, name=dict.fromkeys(("ar", "en", "fr"), platform.names[0]), contact=None)
