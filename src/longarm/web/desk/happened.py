"""The timeline: each event with its day, its way, who did it to whom, and the exhibits that show it."""

from __future__ import annotations

from typing import NamedTuple

from longarm.case.model import Event
from longarm.casework.day.desk import CaseView
from longarm.texts import Language, say
from longarm.texts import TextMissing as NoSuchText
from longarm.web import dates
from longarm.web.desk.administer.names import authority_named
from longarm.web.desk.people import called_by

_AUTHORITY = ("report_filed", "report_refused", "reply", "arrest", "warrant_issued")


class Happened(NamedTuple):
    id: str
    day: str
    what: str
    via: str | None
    by: str | None
    to: str | None
    before: str | None
    reason: str | None
    note: str | None
    exhibits: tuple[str, ...]
    kind: str  # harm | authority: which mark stands on the line


def happened(view: CaseView, language: Language) -> tuple[Happened, ...]:
    called = {person.id: called_by(person, language) for person in view.case.persons}
    return tuple(_line(event, called, language) for event in view.timeline)


def word(prefix: str, code: str | None, language: Language) -> str | None:
    """The label of a word of the case file; an open word that has none stays as it is written."""
    if not code:
        return None
    try:
        return say(f"desk-{prefix}-{code.replace('_', '-')}", language)
    except NoSuchText:
        return code


def _line(event: Event, called: dict[str, str], language: Language) -> Happened:
    what = word("event", event.kind, language) or event.kind
    if event.wants:
        what = say("desk-event-wants", language, what=what, wants=word("wants", event.wants, language) or event.wants)
    return Happened(
        id=event.id,
        day=dates.moment(str(event.at), language) if event.at.known else dates.day(None, language),
        what=what,
        via=word("platform", event.via, language),
        by=called.get(event.by or ""),
        to=called.get(event.concerns or event.to or ""),
        before=authority_named(event.before, language) if event.before else None,
        reason=word("reason", event.reason, language),
        note=event.note,
        exhibits=event.exhibits,
        kind="authority" if event.kind in _AUTHORITY else "harm",
    )
