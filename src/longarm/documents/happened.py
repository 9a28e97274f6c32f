"""Fields on what happened: the table of facts, the times, the demand, the harm, earlier reports."""

from __future__ import annotations

from longarm.case.model import Event
from longarm.documents.content import Content, Grid, Text, items
from longarm.documents.dates import say_moment
from longarm.documents.matter import Matter
from longarm.texts import TextMissing

_ISOLATES = "\u2066\u2067\u2068\u2069"
_NOT_ACTS = ("report_filed", "report_refused", "reply", "arrest", "warrant_issued")
_DANGERS = ("honour_violence", "self_harm", "shared_household", "armed_or_official_suspect")


def facts(matter: Matter) -> Content | None:
    """Every event, numbered in order of time: the numbers that the offences and the grounds of jurisdiction refer to."""
    events = matter.case.events_in_order()
    if not events:
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("number", "date", "fact", "via"))
    rows = tuple(
        (
            matter.number(place),
            say_moment(event.at, matter.language, matter.forum),
            sentence(matter, event),
            platform(matter, event.via),
        )
        for place, event in enumerate(events, 1)
    )
    return Grid(columns, rows)


def facts_short(matter: Matter) -> Content | None:
    """The acts of the suspects alone."""
    return acts(matter, tuple(event.kind for event in matter.case.events if event.kind not in _NOT_ACTS))


def acts(matter: Matter, kinds: tuple[str, ...]) -> Content | None:
    """The acts of those kinds, each with its number in the order of the whole case and its day."""
    wanted = [(n, e) for n, e in enumerate(matter.case.events_in_order(), 1) if e.kind in kinds]
    if not wanted:
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("number", "date", "fact"))
    rows = tuple((matter.number(n), say_moment(e.at, matter.language, matter.forum), sentence(matter, e)) for n, e in wanted)
    return Grid(columns, rows)


def dates_tz(matter: Matter) -> Content | None:
    """Every exact time the case holds, in local time and UTC; said plainly where it holds days only."""
    known = [e.at for e in matter.case.events_in_order() if e.at.known]
    exact = dict.fromkeys(at for at in known if len(at) > 10)
    if known and not exact:
        return Text(matter.say("hours-unknown"))
    return items([say_moment(at, matter.language, matter.forum) for at in exact])


def demand(matter: Matter) -> Content | None:
    wanted = dict.fromkeys(e.wants or "other" for e in matter.case.events if e.kind == "demand")
    return items([matter.say(f"demand-{wants}") for wants in wanted])


def harm(matter: Matter) -> Content | None:
    """What the events show was done or is to be feared. A named danger at home is not written into a paper others may read."""
    kinds = {event.kind for event in matter.case.events}
    found = [
        name
        for name, holds in (
            ("harm-child", any(person.minor for person in matter.case.complainants)),
            ("harm-publication", kinds & {"publication", "intimate_image_published", "impersonation_of_complainant"}),
            ("harm-payment", "payment" in kinds),
            ("harm-threat", kinds & {"threat_to_publish", "threat_of_violence"}),
            ("harm-safety", any(risk in _DANGERS for risk in matter.case.risks)),
        )
        if holds
    ]
    return items([matter.say(name) for name in found])


def earlier_report(matter: Matter) -> Content | None:
    """Earlier reports by their numbers in the table of facts, which says before whom and what came of them."""
    reports = tuple(e.id for e in matter.case.events if e.kind in ("report_filed", "report_refused"))
    return Text(matter.say("earlier-reports", facts=matter.event_numbers(reports))) if reports else None


def sentence(matter: Matter, event: Event) -> str:
    """One event as a sentence of the paper, its first letter a capital where the script has them."""
    harmed = next((p.id for p in matter.case.complainants if not p.minor), event.to)
    said = matter.say(
        f"event-{event.kind}",
        by=matter.party(event.by),
        to=matter.party(event.to or harmed),
        concerns=matter.party(event.concerns or event.to or harmed),
        wants=event.wants or "other",
        before=_authority(matter, event.before),
        reason=_word(matter, "reason", event.reason),
    )
    first = next((place for place, letter in enumerate(said) if letter not in _ISOLATES), 0)
    return said[:first] + said[first : first + 1].upper() + said[first + 1 :]


def platform(matter: Matter, word: str | None) -> str:
    return _word(matter, "platform", word) if word else ""


def _word(matter: Matter, group: str, word: str | None) -> str:
    """An open word in the paper's language, else as it stands in the case."""
    try:
        return matter.say(f"{group}-{word or 'unknown'}")
    except TextMissing:
        return word or ""


def _authority(matter: Matter, channel_id: str | None) -> str:
    channel = matter.facts.channel(channel_id) if channel_id else None
    if channel:
        return channel.name.in_language(matter.language)
    return channel_id or matter.say("certainty-unknown")


def interpreter(matter: Matter) -> Content | None:
    return Text(matter.say(f"language-{matter.case.language}"))
