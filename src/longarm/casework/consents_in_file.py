"""What a case file says of a use that a person harmed allowed or refused, where no conversation of theirs says it."""

from __future__ import annotations

from longarm.case.model import Case, Person
from longarm.intake.consent import Use


def refused_in_file(file: Case, use: Use = "authorities") -> bool:
    """Somebody harmed said no: whatever else is known, that is the answer."""
    return any(_said(person, use) is False for person in file.complainants)


def given_in_file(file: Case, use: Use = "authorities") -> bool:
    """Everybody harmed said yes."""
    return bool(file.complainants) and all(_said(person, use) for person in file.complainants)


def _said(person: Person, use: Use) -> bool | None:
    """None: nothing. A list of uses that lacks it is a no."""
    given = person.consents
    if isinstance(given, dict):
        return given[use] == "yes" if use in given else None
    return use in given if given else None
