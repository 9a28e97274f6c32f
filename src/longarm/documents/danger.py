"""Fields on a danger to life: only what the case shows, and no named danger at home in a paper that travels."""

from __future__ import annotations

from longarm.documents.content import Content, items
from longarm.documents.matter import Matter

_TESTS = {"imminent-child": ("child_sexual_demand", "grooming"), "imminent-violence": ("threat_of_violence",)}
_UNWRITTEN = ("supporter_is_controller",)  # said in person: whoever brought her may read the paper
_TO_LIFE = ("self_harm", "honour_violence")


def imminent(matter: Matter) -> Content | None:
    """The facts that meet the test of emergency disclosure. A threat to publish alone does not."""
    said = []
    for kind, name in (
        ("child_sexual_demand", "imminent-child"),
        ("grooming", "imminent-child"),
        ("threat_of_violence", "imminent-violence"),
    ):
        events = tuple(event.id for event in matter.case.events if event.kind == kind)
        if events:
            said.append(matter.say(name, facts=matter.event_numbers(events)))
    if any(risk in _TO_LIFE for risk in matter.case.risks):
        said.append(matter.say("imminent-life"))
    return items(said)


def risk_explained(matter: Matter) -> Content | None:
    """The dangers of the path, and those the case is known to carry: to be gone through with the person one by one."""
    of_path = matter.path.hazards if matter.path else ()
    hazards = dict.fromkeys((*of_path, *(line.id for line in matter.answer.hazards)))
    known = [matter.facts.hazards[name] for name in hazards if name in matter.facts.hazards]
    return items([matter.number(hazard.text.in_language(matter.language)) for hazard in known if hazard.id not in _UNWRITTEN])
