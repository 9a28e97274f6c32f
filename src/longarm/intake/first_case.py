"""From a report to the first version of its case: what was told, and nothing that was not."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from longarm.case.model import Case, Event, Location, Person
from longarm.case.when import When
from longarm.intake.danger import risks
from longarm.intake.report import Report, What

COMPLAINANT: Final = "complainant"
SUSPECT: Final = "suspect-1"
# Line ends that YAML (5.4) folds into another form.
_LINE_ENDS: Final = str.maketrans(dict.fromkeys("\x85\u2028\u2029", "\n"))
# What YAML 1.1 (5.1) does not let a document hold: a case file must read back, whatever a keyboard put into it.
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What each answer says happened. A demand for pictures, acts or a meeting leaves open which: `wants` is not guessed.
_EVENTS: Final[dict[What, dict[str, Any]]] = {
    "threat": {"kind": "threat_to_publish"},
    "money": {"kind": "demand", "wants": "money"},
    "demand": {"kind": "demand"},
    "fake": {"kind": "impersonation_of_complainant"},
    "published": {"kind": "publication"},
    "official": {"kind": "impersonation_of_official"},
}


def first_case(report: Report, reference: str, today: date) -> Case:
    """The case file. The complainant is called by the reference, never by a name; when things happened is `unknown`; the
    words stand as the case's note, and whoever they mention is found at the desk (`signals.find`), as a lead.
    """
    return Case(
        longarm="case/1",
        reference=reference,
        opened=When.parse(today.isoformat()),
        language=report.language,
        note=_UNWRITABLE.sub("", report.words.translate(_LINE_ENDS)).strip() or None,
        persons=_persons(report, reference),
        events=tuple(
            Event(id=f"e{number}", by=SUSPECT, to=COMPLAINANT, **_EVENTS[what])
            for number, what in enumerate((w for w in dict.fromkeys(report.what) if w in _EVENTS), 1)
        ),
        risks=risks(report),
    )


def _persons(report: Report, reference: str) -> tuple[Person, ...]:
    where = (Location(state=report.state, certainty="claimed"),) if report.state != "unknown" else ()
    found = [Person(id=COMPLAINANT, roles=(COMPLAINANT,), alias=reference, locations=where)]
    if report.child == "yes":
        # Whether the child is the complainant or another person was not asked: somebody must ask it, once, softly.
        found.append(Person(id="child", roles=(COMPLAINANT,), minor=True))
    if report.who == "other":
        found.append(Person(id="reporter", roles=("reporter",), note=report.relation))
    if report.who == "recipient":
        found.append(Person(id="reporter", roles=("reporter", "recipient"), note=report.relation))
    found.append(Person(id=SUSPECT, roles=("suspect",)))
    return tuple(found)
