"""Fields of papers that a person signs: before a consul, for a lawyer, as a witness, and the consent to a referral."""

from __future__ import annotations

from longarm.documents.content import Content, Text, items
from longarm.documents.dates import say_date
from longarm.documents.happened import platform, sentence
from longarm.documents.matter import Matter
from longarm.documents.persons import complainant_name, contact_of, residence


def mission(matter: Matter) -> Content | None:
    """The mission of the state of nationality where the complainant lives; none at home."""
    host = residence(matter)
    if host is None or host == matter.forum or not matter.forum:
        return None
    return Text(matter.say("mission", state=matter.state(matter.forum), host=matter.state(host)))


def consul_ask(matter: Matter) -> Content | None:
    return items([matter.say(f"consul-{asked}") for asked in ("receive", "attest", "forward", "power")])


def principal(matter: Matter) -> Content | None:
    """The legal name, never the alias."""
    return complainant_name(matter)


def witness_name(matter: Matter) -> Content | None:
    recipient = matter.recipient
    return Text(recipient.legal_name) if recipient and recipient.legal_name else None


def witness_contact(matter: Matter) -> Content | None:
    """How the recipient may be reached; never how the person harmed may be: a recipient need not know that."""
    return contact_of(matter, matter.recipient) if matter.recipient else None


def how_received(matter: Matter) -> Content | None:
    """What reached the recipient whose statement it is. Where none was chosen each tells it in own words."""
    recipient = matter.recipient
    if recipient is None:
        return None
    reached = [event for event in matter.case.events_in_order() if event.to == recipient.id]
    said = []
    for event in reached:
        day = say_date(event.at, matter.language, matter.forum)
        said.append(
            f"{matter.listed([day, *([over] if (over := platform(matter, event.via)) else [])])}: {sentence(matter, event)}"
        )
    return items(said)


def exhibit_hash(matter: Matter) -> Content | None:
    """The digests of what the recipient gave, by the id or the name that was written down when it was received."""
    recipient = matter.recipient
    called = {name.casefold() for name in (recipient.id, recipient.alias, recipient.legal_name) if name} if recipient else set()
    given = [x.sha256 for x in matter.exhibits if x.source and x.source.strip().casefold() in called]
    return Text(given[0]) if len(given) == 1 else items(given)


def who_receives(matter: Matter) -> Content | None:
    """The body the path leads to, where it is one that the person could be referred to."""
    before = matter.path.before if matter.path and matter.path.action in ("consult_first", "hotline") else None
    if before is None:
        return None
    channel = matter.facts.channel(before.id)
    if channel:
        return Text(channel.name.in_language(matter.language))
    return Text(before.name.get(matter.language) or before.name.get("en") or before.id)
