"""Before whom: the channel of a state that takes a report of this person on that day. An embassy is never one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from longarm.case.answer import Answer
from longarm.law import rules
from longarm.law.answer import Contact, Ynu
from longarm.law.dates import Checked
from longarm.law.index import Index, index_of
from longarm.law.model import Channel, ChannelKind, Facts, Line, Names
from longarm.law.scene import Scene


def for_complaint(scene: Scene, facts: Facts, state: str, abroad: Answer) -> Contact | None:
    """Where a complaint is filed; `abroad`: is the person outside `state`? Who refused already is asked last."""
    table = rules.actions()
    kinds = table.filing_here if abroad is Answer.NO else table.filing
    channels = _of(index_of(facts), state, kinds, scene.as_of)
    refused = {event.before for event in scene.events if event.kind == "report_refused" and event.before}
    fresh = [c for c in channels if not refused & {c.id, *c.aliases}] or channels
    if abroad is not Answer.NO:
        usable = [c for c in fresh if c.from_abroad is Answer.YES]
        fresh = usable or [c for c in fresh if c.from_abroad is Answer.UNKNOWN]
    return contact(index_of(facts), fresh[0], scene.as_of) if fresh else None


def first_of(facts: Facts, state: str, kinds: Iterable[ChannelKind], on: date, abroad: bool = False) -> Contact | None:
    """The first channel of these kinds that has an address; `abroad`: only what can be used from outside."""
    index = index_of(facts)
    for channel in _of(index, state, tuple(kinds), on):
        if not abroad or channel.from_abroad is Answer.YES:
            return contact(index, channel, on)
    return None


def contact(index: Index, channel: Channel, on: date) -> Contact:
    """The channel as the answer tells it on that day (remembered)."""
    since = channel.since
    then = since.on_or_before(on).value if since.known else already(index, channel.checked, on)
    kept = index.contacts.get((channel.id, then))
    if kept is None:
        kept = Contact(
            id=channel.id,
            name=_names(channel.name),
            contact=_reach(channel),
            languages=channel.languages,
            sources=(f"states/{channel.id.partition(':')[0]}#channels/{channel.id}",),
            on_that_day=then,
        )
        index.contacts.put((channel.id, then), kept)
    return kept


def of_line(index: Index, line: Line, on: date) -> Contact:
    return Contact(
        id=line.id, name=_names(line.name), contact=line.contact, languages=line.languages, sources=(f"lines/{line.id}",),
        on_that_day=already(index, line.checked, on),
    )  # fmt: skip


def already(index: Index, checked: Checked, on: date) -> Ynu:
    """Was it there on that day, for all that is known? Only from the day it was looked at, or the facts last were."""
    return "yes" if on >= (index.checked if checked == "never" else checked.last) else "unknown"


def _of(index: Index, state: str, kinds: tuple[ChannelKind, ...], on: date) -> tuple[Channel, ...]:
    """Those with an address first, then in the order of the kinds (remembered)."""
    key = (state, kinds, on)
    kept = index.offered.get(key)
    if kept is None:
        never = rules.actions().not_offered
        known = index.channels.get(state, ())
        offered = [c for c in known if c.kind in kinds and c.id not in never and c.since.on_or_before(on) is not Answer.NO]
        kept = tuple(sorted(offered, key=lambda c: (_reach(c) is None, kinds.index(c.kind))))
        index.offered.put(key, kept)
    return kept


def _reach(channel: Channel) -> str | None:
    reach = channel.contact
    return reach.url or reach.phone or reach.whatsapp or reach.email


def _names(names: Names) -> dict[str, str]:
    return {language: names.in_language(language) for language in ("ar", "en", "fr")}
