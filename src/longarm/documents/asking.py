"""Fields of a request from one authority to another: its instrument and language, the measure, how secret it is kept."""

from __future__ import annotations

from typing import Final

from babel import Locale

from longarm.case.when import When
from longarm.documents.articles import article
from longarm.documents.content import Content, Text, items
from longarm.documents.dates import say_date
from longarm.documents.matter import Matter
from longarm.law.answer import Basis
from longarm.law.model import Instrument

# A treaty on mutual assistance governs where it binds both; the others stand beside it or fill the gap (forms.md, rule 6).
_ORDER: Final = ("mutual_assistance", "cybercrime", "extradition", "child_protection", "organised_crime", "regional_police")
# Their prosecution is one body; the channel the facts name is only the door by which a complaint reaches it.
_ONE_PROSECUTION: Final = ("EG", "LY")
_ARAB: Final = "arab-convention-2010"
_DIRECT: Final = ("provider_request", "emergency_disclosure")


def sender_authority(matter: Matter) -> Content | None:
    """The authority that can send the paper, where the facts name it."""
    state = matter.facts.states.get(matter.acting or "")
    kinds = ("prosecution", "central_authority")
    found = [channel for kind in kinds for channel in (state.channels if state else ()) if channel.kind == kind]
    if state and found and state.state in _ONE_PROSECUTION:
        return Text(matter.say("prosecution-of", state=matter.state(state.state)))
    return Text(found[0].name.in_language(matter.language)) if found else None


def requested_authority(matter: Matter) -> Content | None:
    """The authority of the other state that takes such papers, where the facts name it; else its ministry of justice."""
    before = matter.path.before if matter.path else None
    if before and (channel := matter.facts.channel(before.id)):
        return Text(channel.name.in_language(matter.language))
    if before:  # an authority the facts name outside their channels
        return Text(before.name.get(matter.language) or before.name["en"])
    return Text(matter.say("competent-authority", state=matter.state(matter.requested))) if matter.requested else None


def instrument(matter: Matter) -> Content | None:
    """What binds both on that day and fits the case, the governing treaty first; that there is none is said as openly."""
    carrying = _carrying(matter)
    if matter.path is None:
        return None
    if not carrying:
        direct = matter.path.action in _DIRECT or not matter.requested
        return Text(matter.say("instrument-direct" if direct else "instrument-none"))
    said = [_cited(matter, basis, found) for basis, found in carrying]
    if carrying[0][1].kind == "mutual_assistance":
        said[0] = matter.say("instrument-governs", instrument=said[0])
    elif any(found.id == _ARAB for _, found in carrying):
        said.append(matter.say("instrument-arab-34"))
    elif all(found.kind == "regional_police" for _, found in carrying):
        said.append(matter.say("instrument-police-only"))
    return items(said)


def reciprocity(matter: Matter) -> Content | None:
    """Only where no treaty carries the request between two states: then it rests on reciprocity, and says so."""
    treaties = [found for _, found in _carrying(matter) if found.kind != "regional_police"]
    if treaties or not matter.requested or not matter.forum:
        return None
    facts = {"state": matter.state(matter.forum), "requested": matter.state(matter.requested)}
    asked = matter.facts.states.get(matter.requested)
    law = asked.assistance.law if asked and asked.assistance.holds.value == "yes" else None
    if law and asked:
        rule = f"{law} {asked.assistance.article or ''}".strip()
        return Text(matter.say("reciprocity-law", **facts, law=rule))
    return Text(matter.say("reciprocity", **facts))


def domestic_basis(matter: Matter) -> Content | None:
    """The order at home that the law is known to allow, from the day it was law; elsewhere it is asked."""
    known = matter.acting == "EG" and matter.as_of.isoformat() >= "2018-08-15"
    return Text(matter.number(matter.say("domestic-eg"))) if known else None


def measure(matter: Matter) -> Content | None:
    return Text(matter.say(f"measure-{matter.document}")) if matter.document in _MEASURES else None


def confidentiality(matter: Matter) -> Content | None:
    return Text(matter.say("confidential"))


def no_notice(matter: Matter) -> Content | None:
    return Text(matter.say("no-notice"))


def translation(matter: Matter) -> Content | None:
    """What the requested state reads, as far as the facts say."""
    state = matter.facts.states.get(matter.requested or "")
    if state is None:
        return None
    central = state.assistance.central_authority
    languages = (central.languages if central else ()) or state.complaint.languages.value
    if not languages:
        return None
    if matter.language in languages:
        return Text(matter.say("translation-none", state=matter.state(state.state)))
    names = Locale(matter.language).languages
    wanted = matter.listed([str(names.get(code, code)) for code in languages[:1]])
    return Text(matter.say("translation-needed", state=matter.state(state.state), language=wanted))


def deadline(matter: Matter) -> Content | None:
    day = matter.path.deadline if matter.path else None
    if day is None or day < matter.as_of.isoformat():
        return None
    return Text(say_date(When.parse(day), matter.language, matter.forum))


def ncb(matter: Matter) -> Content | None:
    """Between whom the police channel runs."""
    if not matter.forum or not matter.requested:
        return None
    return Text(matter.say("ncb", state=matter.state(matter.forum), requested=matter.state(matter.requested)))


_MEASURES: Final = ("mla-stored-data", "letter-rogatory-riyadh", "interpol-information-sheet")


def _carrying(matter: Matter) -> list[tuple[Basis, Instrument]]:
    """The instruments that bind both and fit, each once, in the order of the treaties."""
    found = []
    for basis in matter.path.basis if matter.path else ():
        known = matter.facts.instruments.get(basis.instrument)
        if basis.binding == basis.fits == "yes" and known and not known.absence and known.kind in _ORDER:
            found.append((basis, known))
    return sorted(found, key=lambda pair: _ORDER.index(pair[1].kind))


def _cited(matter: Matter, basis: Basis, known: Instrument) -> str:
    title = known.title.in_language(matter.language)
    articles = [article(a, matter.language, matter.forum) for a in basis.articles if a and a != "unknown"]
    if not articles:
        return matter.say("instrument-whole", title=title)
    return matter.say("instrument-articles", title=title, articles=("، " if matter.language == "ar" else ", ").join(articles))
