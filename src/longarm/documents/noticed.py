"""Fields of the lawful notice: to whom, the acts by their kind and day, what to stop. No other name, no sum, no source."""

from __future__ import annotations

from typing import Final

from longarm.documents.content import Content, Grid, Items, Text
from longarm.documents.dates import say_moment
from longarm.documents.matter import Matter

# What each kind of act is asked to end with. An act of another kind has no place in a notice.
ACTS: Final[dict[str, str]] = {
    "contact": "contact",
    "harassment": "contact",
    "threat_to_publish": "contact",
    "threat_of_violence": "contact",
    "demand": "contact",
    "fraud": "contact",
    "instigation": "contact",
    "publication": "publication",
    "defamation": "publication",
    "fabricated_material": "publication",
    "intimate_image_obtained": "images",
    "intimate_image_published": "images",
    "impersonation_of_official": "posing",
    "impersonation_of_complainant": "posing",
    "unlawful_access": "access",
}
_STOPS: Final = ("contact", "publication", "images", "posing", "access")


def recipient_offender(matter: Matter) -> Content | None:
    """The one known person it goes to, by the legal name."""
    named = [person.legal_name for person in matter.case.with_role("suspect") if person.legal_name]
    return Text(named[0]) if len(named) == 1 else None


def facts(matter: Matter) -> Content | None:
    """Day and kind of each act, in order; nothing of what was said, of where it stands, or of how anybody was found."""
    acts = [event for event in matter.case.events_in_order() if event.kind in ACTS]
    if not acts:
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("number", "date", "fact"))
    rows = tuple(
        (matter.number(place), say_moment(act.at, matter.language, matter.forum), matter.say(f"notice-act-{act.kind}"))
        for place, act in enumerate(acts, 1)
    )
    return Grid(columns, rows)


def stop_what(matter: Matter) -> Content | None:
    wanted = {ACTS[event.kind] for event in matter.case.events if event.kind in ACTS}
    lines = tuple(matter.say(f"notice-stop-{stop}") for stop in _STOPS if stop in wanted)
    return Items(lines) if lines else None


def deadline(matter: Matter) -> Content | None:  # noqa: ARG001 - the signature of every field
    """By when an answer is wished: only where whoever sends it says so, never computed, and nothing follows from it."""
    return None
