"""The `variant` of an account: what was recognised, and the line that decided it."""

from __future__ import annotations

from longarm.evidence.importers.whatsapp.survey import Section, Survey

Facts = dict[str, str | int | None]


def variant(survey: Survey, calendar: str, crlf: bool, zone: str | None) -> Facts:
    """Facts of the first section; where there are several, each in a line of its own."""
    section = survey.sections[0]
    shape = section.form.shape
    facts: Facts = {
        "platform": {"whatsapp-ios": "ios", "whatsapp-android": "android"}.get(shape.source),
        "date_order": section.order,
        "date_order_by": section.by,
        "date_order_line": section.decided_on,
        "first_header": survey.first_header,
        "first_header_line": section.start.line,
        "clock": "24" if shape.meridiem == "none" else "12",
        "digits": shape.digits,
        "calendar": calendar,
        "line_end": "crlf" if crlf else "lf",
        "byte_order_mark": "yes" if survey.bom else "no",
        "zone": zone,
        "sections": len(survey.sections),
    }
    if len(survey.sections) > 1:
        facts["date_order"] = "mixed" if len({part.order for part in survey.sections}) > 1 else section.order
        facts["split_at_line"] = survey.sections[1].start.line
        for number, part in enumerate(survey.sections[:50], 1):
            facts[f"section_{number}"] = _told(part)
    return facts


def _told(section: Section) -> str:
    decided = f" on line {section.decided_on}" if section.decided_on else ""
    return f"from line {section.start.line}: {section.form.shape.source}, {section.order or 'undecided'} by {section.by}{decided}"
