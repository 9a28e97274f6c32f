"""Steps the person harmed, or who helps, can take without any authority: protection, advice, hashes, reports to a platform.
Long: a function for each step.
"""

from __future__ import annotations

from longarm.case.answer import Answer
from longarm.case.model import Event, Person
from longarm.law import channels, rules
from longarm.law.answer import Contact, Obstacle, Opening, PathStatus
from longarm.law.explain import said, state_named
from longarm.law.matter import Matter
from longarm.law.model import HashProgram
from longarm.law.removal import removals
from longarm.law.step import Step


def own_steps(matter: Matter) -> list[Step]:
    """All of them, unranked."""
    return [*_protection(matter), *_hotlines(matter), *_consultation(matter), *_hashes(matter), *removals(matter)]


def _protection(matter: Matter) -> list[Step]:
    """A child is named: child protection where the child is, or a report of where the material is, without a name."""
    scene = matter.scene
    if "child_at_risk" not in matter.hazards.shown:
        return []
    children = scene.children
    states = _places(matter, children)
    worldwide = _line(matter, "any", "child") or _line(matter, "US", "child")
    steps = []
    for state in states:
        kinds = rules.actions().protecting[:1]
        before = channels.first_of(matter.facts, state, kinds, scene.as_of) if state else None
        before = before or worldwide
        steps.append(
            Step(
                action="child_protection",
                forum=state,
                status="open" if before else "unknown",
                by="reporter" if not scene.complainants else "complainant",
                before=before,
                why=said("why-child-protection"),
                events=tuple(e.id for e in scene.acts if _about_child(matter, e)),
                documents=rules.action("child_protection").documents,
                confidence="high",
                sources=("hazards/child_at_risk", *(before.sources if before else ())),
                purpose="child",
            )
        )
    return steps


def _hotlines(matter: Matter) -> list[Step]:
    """A line for who thinks of ending life, a report line for child material, support where kin are the danger."""
    scene = matter.scene
    states = _places(matter, scene.complainants)
    steps = []
    if matter.hazards.endangers_life:
        steps += [_line_step(matter, state, _line(matter, state or "", "crisis"), "crisis") for state in states]
    if any(event.kind in rules.actions().child_kinds for event in scene.acts):
        steps.append(_line_step(matter, None, _line(matter, "any", "child"), "child"))
    if {"honour_violence", "shared_household"} & set(matter.hazards.shown):
        for state in (state for state in states if state):
            support = channels.first_of(matter.facts, state, rules.actions().supporting, scene.as_of)
            before = _line(matter, state, "support") or support
            if before:
                steps.append(_line_step(matter, state, before, "support"))
    return steps


def _line(matter: Matter, state: str, kind: str) -> Contact | None:
    """The first line of a kind that the facts hold for the state (`any`: usable from anywhere)."""
    lines = matter.index.lines[state, kind]
    return channels.of_line(matter.index, lines[0], matter.scene.as_of) if lines else None


def _places(matter: Matter, people: tuple[Person, ...]) -> list[str | None]:
    """The states the people are or may be in; one None where no place is known."""
    found: list[str | None] = list(
        dict.fromkeys(p.state for person in people for p in matter.scene.places(person, matter.scene.today))
    )
    return found or [None]


def _line_step(matter: Matter, state: str | None, before: Contact | None, part: str) -> Step:
    lacking = Obstacle(
        code="unknown_fact", state=state, events=(), text=said("obstacle-no-line", state=state_named(matter.facts, state))
    )
    return Step(
        action="hotline",
        forum=state,
        status="open" if before else "unknown",
        by="complainant",
        before=before,
        why=said(f"why-hotline-{part}"),
        obstacles=() if before else (lacking,),
        confidence="medium" if before else "low",
        sources=before.sources if before else (),
        purpose="life" if part == "crisis" else "child" if part == "child" else "",
        part=part,
    )


def _consultation(matter: Matter) -> list[Step]:
    """A lawyer bound to secrecy, without a name, before a step that could be turned against the person."""
    reasons = matter.hazards.calls_for_consultation
    if not reasons:
        return []
    scene = matter.scene
    first = bool(matter.hazards.barred) or any(reason in matter.hazards.named for reason in reasons)
    states = dict.fromkeys(p.state for person in scene.complainants for p in scene.homes(person, scene.today))
    state = next(iter(states), None)
    before = channels.first_of(matter.facts, state, ("ngo",), scene.as_of) if state else None
    return [
        Step(
            action="consult_first",
            forum=state,
            status="open",
            by="complainant",
            before=before,
            why=said("why-consult-first"),
            documents=rules.action("consult_first").documents,
            confidence="high",
            sources=tuple(f"hazards/{reason}" for reason in reasons),
            purpose="consult" if first else "",
        )
    ]


def _hashes(matter: Matter) -> list[Step]:
    """Programmes that block a picture by its hash, made on the own device: silent, without proof."""
    images = rules.actions().images
    exist = tuple(e for e in matter.scene.acts if e.kind in images.exist)
    maybe = tuple(e for e in matter.scene.acts if e.kind in images.may)
    if not exist and not maybe:
        return []
    steps = []
    for row in rules.actions().programs:
        program = matter.facts.hash_programs.get(row.program)
        pictured = [p for p in _pictured(matter, exist or maybe) if matter.scene.is_minor(p) in (row.minor, Answer.UNKNOWN)]
        if program is None or not pictured or (row.since and row.since.on_or_before(matter.scene.as_of) is Answer.NO):
            continue
        if row.states and not any(
            p.state in row.states for person in pictured for p in matter.scene.places(person, matter.scene.today)
        ):
            continue
        certain = any(matter.scene.is_minor(p) is row.minor for p in pictured)
        steps.append(_hash_step(program, exist or maybe, bool(exist), certain))
    return steps


def _hash_step(program: HashProgram, events: tuple[Event, ...], exist: bool, certain: bool) -> Step:
    opens = []
    if not exist:
        opens.append(Opening(code="intimate pictures exist", text=said("opens-pictures")))
    if not certain:
        opens.append(Opening(code="age of the person pictured", text=said("opens-age")))
    contact = Contact(
        id=program.id, name=dict.fromkeys(("ar", "en", "fr"), program.name), contact=program.url, languages=program.languages,
        sources=(f"hash_programs/{program.id}",),
    )  # fmt: skip
    status: PathStatus = "conditional" if opens else "open"
    return Step(
        action="hash_block",
        status=status,
        by="complainant",
        before=contact,
        why=said("why-hash-block", program=program.name),
        events=tuple(event.id for event in events),
        opens_if=tuple(opens),
        documents=rules.action("hash_block").documents,
        confidence=program.confidence,
        sources=(f"hash_programs/{program.id}",),
        part=program.id,
    )


def _pictured(matter: Matter, events: tuple[Event, ...]) -> list[Person]:
    return list({p.id: p for event in events for p in matter.scene.harmed_by(event) if "complainant" in p.roles}.values())


def _about_child(matter: Matter, event: Event) -> bool:
    children = {child.id for child in matter.scene.children}
    return event.kind in rules.actions().child_kinds or bool({event.to, event.concerns} & children)
