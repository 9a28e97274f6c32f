"""Fields of a report to a platform: the rule broken and the age, as far as the case shows them."""

from __future__ import annotations

from typing import Final

from longarm.documents.content import Content, Text
from longarm.documents.happened import acts
from longarm.documents.matter import Matter

KINDS: Final = ("ncii", "child", "impersonation", "blackmail")
_ACTS: Final[dict[str, tuple[str, ...]]] = {
    "platform-report-ncii": ("intimate_image_obtained", "intimate_image_published", "threat_to_publish", "publication"),
    "platform-report-child": ("child_sexual_demand", "grooming"),
    "platform-report-impersonation": ("impersonation_of_complainant", "publication"),
    "platform-report-blackmail": (
        "contact", "harassment", "threat_to_publish", "threat_of_violence", "demand", "payment", "publication", "defamation",
        "impersonation_of_official",
    ),
}  # fmt: skip


def policy_ground(matter: Matter) -> Content | None:
    return Text(matter.say(matter.document.replace("platform-report", "ground")))


def age_at_image(matter: Matter) -> Content | None:
    """Under 18 where the paper is about a minor. An adult's age when the picture was made is not in the case: it is asked."""
    harmed = matter.case.complainants
    child = matter.document == "platform-report-child" or all(person.minor for person in harmed)
    return Text(matter.say("age-minor")) if child and any(person.minor for person in harmed) else None


def facts_reported(matter: Matter) -> Content | None:
    """Only the acts the report is about: a platform needs no others, and no child in a report on an adult's pictures."""
    return acts(matter, _ACTS[matter.document])
