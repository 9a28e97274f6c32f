"""What whoever drafts must know before the paper leaves: rules that hold on that day, periods that run, when to be reminded."""

from __future__ import annotations

from datetime import timedelta

from longarm.case.when import When
from longarm.documents.dates import say_date
from longarm.documents.form import Form
from longarm.documents.keeping import reminder
from longarm.documents.matter import Matter

_FOLLOW_UP_DAYS = 60  # Iraq, forms/complaint-iq.yaml: three months without follow-up end the complaint


def notes(shape: Form, matter: Matter) -> list[str]:
    """The notes of the working sheet, in the language of the paper."""
    said = []
    if "complaint_deadline" in shape.fields and matter.path and matter.path.deadline:
        said.append(matter.say("note-complaint-period", day=_day(matter, matter.path.deadline)))
    said += [_rule(matter, rule) for rule in rules(shape, matter)]
    if "preserve_until" in shape.fields:
        said.append(matter.say("note-remind", day=_day(matter, reminder(matter).isoformat())))
    return said


def rules(shape: Form, matter: Matter) -> tuple[str, ...]:
    """The ids of the form's dated rules that hold on the day of the paper, in its forum."""
    day = matter.as_of.isoformat()
    return tuple(
        rule.id
        for rule in shape.rules
        if (rule.from_ is None or rule.from_ <= day)
        and (rule.until == "open" or rule.until >= day)
        and rule.forum in (None, matter.acting)
    )


def _rule(matter: Matter, rule: str) -> str:
    if rule == "iq-follow-up":
        again = matter.as_of + timedelta(days=_FOLLOW_UP_DAYS)
        return matter.say("rule-iq-follow-up", day=_day(matter, again.isoformat()))
    return matter.number(matter.say(f"rule-{rule}"))


def _day(matter: Matter, iso: str) -> str:
    return say_date(When.parse(iso), matter.language, matter.forum)
