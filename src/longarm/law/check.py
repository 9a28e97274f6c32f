"""The lint of the facts: what the types cannot say. Each check is one small function over the facts or the written form.
Long: there is one for each thing that can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, get_args

from longarm.case.answer import Answer
from longarm.case.states import STATES
from longarm.case.vocabulary import Risk
from longarm.law.model import (
    PROVISION,
    Contact247,
    Facts,
    Instrument,
    Law,
    Rule,
    Sourced,
    SpokenLanguages,
    TimeLimit,
)
from longarm.law.sources import Read
from longarm.law.walk import every_fact
from longarm.law.wording import phrases, sentences
from longarm.strict_yaml import Document, Place, Tree

_SLUG: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
_E164: Final = re.compile(r"\+[1-9]\d{1,14}")
_TRIPLE: Final = ("source", "confidence", "checked")
BEYOND_ISO: Final = frozenset({"EU"})  # parties to instruments that are no states


class Fault(NamedTuple):
    """A fact that is refused: `message` is a sentence of `texts` (room `law`), `facts` fill it."""

    message: str
    facts: dict[str, Any]


def faults(found: Read) -> list[Fault]:
    """Everything that is wrong with the facts, in the order of the checks; empty when they may be compiled."""
    wrong = [fault for document in found.documents for fault in _triples(document)]
    wrong += [fault for check in CHECKS for fault in check(found.facts)]
    return wrong


# ---------------------------------------------------------------- sources


def _triples(document: Document) -> Iterator[Fault]:
    """Whoever gives a source also says how sure it is and on what day it was read."""
    whole = document.name.startswith("instruments/")
    for place, part in _mappings(document.tree, ()):
        named = [key for key in _TRIPLE if key in part]
        exempt = place[:1] == ("sources",) or (whole and not place)
        if named and len(named) < len(_TRIPLE) and not exempt:
            missing = next(key for key in _TRIPLE if key not in part)
            yield Fault("law-triple", {"file": document.name, "line": document.line_of(place), "key": missing})


def _mappings(tree: Tree, place: Place) -> Iterator[tuple[Place, dict[str, Tree]]]:
    if isinstance(tree, dict):
        yield place, tree
        for key, value in tree.items():
            yield from _mappings(value, (*place, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from _mappings(value, (*place, number))


def _sourced(facts: Facts) -> Iterator[Fault]:
    """A fact without a source is refused, unless all it says is that nothing is known; high needs a reading."""
    for name, fact in every_fact(facts):
        if not fact.source and not _says_nothing(fact):
            yield Fault("law-no-source", {"place": name})
        if fact.confidence == "high" and fact.checked == "never":
            yield Fault("law-high-unread", {"place": name})


def _says_nothing(fact: Sourced) -> bool:
    if isinstance(fact, (Rule, Contact247)):
        return fact.holds is Answer.UNKNOWN and fact == type(fact)()
    return isinstance(fact, (TimeLimit, SpokenLanguages)) and fact == type(fact)()


def _known_sources(facts: Facts) -> Iterator[Fault]:
    used: dict[str, set[str]] = {}
    for name, fact in every_fact(facts):
        file = name.partition("#")[0]
        cited = [*fact.source, *getattr(fact, "note_source", ()), *getattr(fact, "channel_source", ())]
        cited += fact.title.fr_source if isinstance(fact, Law) else ()
        for source in cited:
            used.setdefault(file, set()).add(source)
            if source == PROVISION:
                if not (hasattr(fact, "law") or hasattr(fact, "citation_ar")):
                    yield Fault("law-source-unknown", {"place": name, "source": source})
            elif source not in facts.sources and source not in _own(facts, file):
                yield Fault("law-source-unknown", {"place": name, "source": source})
    for name, instrument in facts.instruments.items():
        file = f"instruments/{name}"
        used.setdefault(file, set()).update(instrument.source)
        for source in (*instrument.source, *(instrument.term.source if instrument.term else ())):
            used[file].add(source)
            if source not in facts.sources and source not in instrument.sources:
                yield Fault("law-source-unknown", {"place": file, "source": source})
    everywhere = {source for sources in used.values() for source in sources}
    for source in facts.sources.keys() - everywhere:
        yield Fault("law-source-unused", {"place": "sources", "source": source})
    for file, cited_there in used.items():
        for source in _own(facts, file).keys() - cited_there:
            yield Fault("law-source-unused", {"place": file, "source": source})


def _own(facts: Facts, file: str) -> dict[str, Any]:
    kind, _, name = file.partition("/")
    return getattr(getattr(facts, kind)[name], "sources", {})


# ---------------------------------------------------------------- states


def _state_names(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        if state.state != name or name not in STATES:
            yield Fault("law-wrong-name", {"place": f"states/{name}", "found": state.state})
        called = [("", state.names), *((f"#laws/{law.id}", law.title) for law in state.laws)]
        called += [(f"#channels/{channel.id}", channel.name) for channel in state.channels]
        for place, names in called:
            if not (names.ar and names.fr):
                yield Fault("law-no-arabic", {"place": f"states/{name}{place}"})


def _unique(facts: Facts) -> Iterator[Fault]:
    """Laws, channels and operators carry ids that are unique over all states, offences over their state."""
    seen: dict[str, str] = {}
    for name, state in facts.states.items():
        ids = [("laws", law.id) for law in state.laws] + [("offences", f"{name}#{o.id}") for o in state.offences]
        ids += [("hazards", f"{name}#{h.id}") for h in state.hazards] + [("operators", o.id) for o in state.telecom.operators]
        ids += [("channels", i) for c in state.channels for i in (c.id, *c.aliases)]
        for kind, item in ids:
            if f"{kind} {item}" in seen:
                yield Fault("law-repeated-id", {"place": f"states/{name}#{kind}/{item.rpartition('#')[2]}"})
            seen[f"{kind} {item}"] = name


def _slugs(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        for channel in state.channels:
            for item in (channel.id, *channel.aliases):
                if not re.fullmatch(rf"{name}:{_SLUG}", item) or item.endswith(":embassy"):
                    yield Fault("law-bad-id", {"place": f"states/{name}#channels/{item}"})
        for operator in state.telecom.operators:
            if not re.fullmatch(_SLUG, operator.id):
                yield Fault("law-bad-id", {"place": f"states/{name}#telecom/operators/{operator.id}"})
        for law in state.laws:
            if not law.id.startswith(f"{name}-"):
                yield Fault("law-bad-id", {"place": f"states/{name}#laws/{law.id}"})


def _laws_in_time(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        for law in state.laws:
            if law.in_force.happened and law.repealed.happened and law.repealed.last < law.in_force.first:
                yield Fault("law-dates", {"place": f"states/{name}#laws/{law.id}", "early": law.repealed, "late": law.in_force})
            if law.in_force.happened and law.date.happened and law.in_force.last < law.date.first:
                yield Fault("law-dates", {"place": f"states/{name}#laws/{law.id}", "early": law.in_force, "late": law.date})


def _offences(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        known = {law.id for law in state.laws}
        for offence in state.offences:
            place = f"states/{name}#offences/{offence.id}"
            if offence.law not in known:
                yield Fault("law-no-such-law", {"place": place, "law": offence.law})
            if not offence.events or (offence.wants and "demand" not in offence.events):
                yield Fault("law-events", {"place": place})
            if offence.from_.happened and offence.until.happened and offence.until.last < offence.from_.first:
                yield Fault("law-dates", {"place": place, "early": offence.until, "late": offence.from_})
            least, most = offence.min_years.number, offence.max_years.number
            if least is not None and most is not None and least > most:
                yield Fault("law-years", {"place": place, "least": offence.min_years, "most": offence.max_years})


def _laws_named(facts: Facts) -> Iterator[Fault]:
    """What looks like the id of a law (`EG-…`) is one of the same file."""
    for name, fact in every_fact(facts):
        law = getattr(fact, "law", None)
        if name.startswith("states/") and law and re.match(r"[A-Z]{2}-", law):
            state = facts.states[name[7:9]]
            if state.law(law) is None:
                yield Fault("law-no-such-law", {"place": name, "law": law})


def _languages(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        spoken = [("complaint/languages", state.complaint.languages.value)]
        spoken += [(f"channels/{c.id}", c.languages) for c in state.channels]
        if state.assistance.central_authority:
            spoken.append(("assistance", state.assistance.central_authority.languages))
        for place, codes in spoken:
            for code in codes:
                if not re.fullmatch(r"[a-z]{2,3}", code):
                    yield Fault("law-language", {"place": f"states/{name}#{place}", "code": code})


def _prefixes(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        telecom = state.telecom
        for prefix in (*telecom.mobile.prefixes, *(p for o in telecom.operators for p in o.prefixes)):
            if not _E164.fullmatch(prefix) or not prefix.startswith(telecom.country_code):
                yield Fault("law-prefix", {"place": f"states/{name}#telecom", "prefix": prefix, "country": telecom.country_code})


def _periods(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        for period in state.complaint.time_limit.periods:
            place = f"states/{name}#complaint/time_limit"
            if (period.months is None) == (period.days is None):
                yield Fault("law-period", {"place": place})
            for offence in set(period.offences) - {offence.id for offence in state.offences}:
                yield Fault("law-no-such-offence", {"place": place, "offence": offence})


def _limitation(facts: Facts) -> Iterator[Fault]:
    for name, state in facts.states.items():
        known = {offence.id for offence in state.offences}
        for rule in state.complaint.limitation:
            place = f"states/{name}#complaint/limitation/{rule.id}"
            for offence in {*rule.offences, *rule.not_for} - known:
                yield Fault("law-no-such-offence", {"place": place, "offence": offence})
            for law in {law for law in (rule.law, *rule.laws) if state.law(law) is None}:
                yield Fault("law-no-such-law", {"place": place, "law": law})


# ---------------------------------------------------------------- instruments


def _instrument_names(facts: Facts) -> Iterator[Fault]:
    for name, instrument in facts.instruments.items():
        if instrument.id != name:
            yield Fault("law-wrong-name", {"place": f"instruments/{name}", "found": instrument.id})
        if not (instrument.title.ar and instrument.title.fr):
            yield Fault("law-no-arabic", {"place": f"instruments/{name}"})
        named = {*instrument.parties, *instrument.not_party, *instrument.obliged, *instrument.coverage.eligible}
        for state in named - STATES - BEYOND_ISO:
            yield Fault("law-no-such-state", {"place": f"instruments/{name}", "state": state})


def _instrument_dates(facts: Facts) -> Iterator[Fault]:
    for name, instrument in facts.instruments.items():
        for state, events in instrument.parties.items():
            for number, event in enumerate(events):
                place = f"instruments/{name}#{state}/{number}"
                if event.by and event.on.known:
                    yield Fault("law-by", {"place": place})
                if event.effective and event.status != "denounced":
                    yield Fault("law-effective", {"place": place})
                if event.on.happened and instrument.adopted.happened and event.on.last < instrument.adopted.first:
                    yield Fault("law-dates", {"place": place, "early": event.on, "late": instrument.adopted})
                if event.effective and event.on.happened and event.effective.last < event.on.first:
                    yield Fault("law-dates", {"place": place, "early": event.effective, "late": event.on})
                if event.on in ("open", "no"):
                    yield Fault("law-dates", {"place": place, "early": event.on, "late": "-"})
            yield from _order(f"instruments/{name}#{state}", instrument, state)


def _order(place: str, instrument: Instrument, state: str) -> Iterator[Fault]:
    """Nobody is bound before having joined, and nobody joins after having been bound."""
    events = instrument.parties[state]
    joined = [e.on for e in events if e.status in ("ratified", "acceded") and e.on.happened]
    bound = [e.on for e in events if e.status == "in_force" and e.on.happened]
    if joined and bound and min(b.last for b in bound) < min(j.first for j in joined):
        yield Fault("law-dates", {"place": place, "early": min(bound), "late": min(joined)})


def _both(facts: Facts) -> Iterator[Fault]:
    """A state known not to be bound on a day is not recorded as bound before it."""
    for name, instrument in facts.instruments.items():
        for state, known in instrument.not_party.items():
            entries = [e for e in instrument.parties.get(state, ()) if e.status == "in_force"]
            left = any(e.status == "denounced" for e in instrument.parties.get(state, ()))
            if known.as_of.known and not left and any((e.by or e.on).last <= known.as_of.first for e in entries):
                yield Fault("law-both", {"place": f"instruments/{name}#{state}"})


def _parents(facts: Facts) -> Iterator[Fault]:
    """The instrument to which one must be a party first is one of the facts."""
    for name, instrument in facts.instruments.items():
        if (within := instrument.only_parties_of) and instrument.parent is None:
            yield Fault("law-no-such-instrument", {"place": f"instruments/{name}", "instrument": within.instrument})


def _measures(facts: Facts) -> Iterator[Fault]:
    """Where an instrument says two things on one measure, each has an id of its own: else one is cited for the other."""
    for name, instrument in facts.instruments.items():
        called = [measure.named for measure in instrument.matters]
        for measure in instrument.matters:
            alone = [other.measure for other in instrument.matters].count(measure.measure) == 1
            if called.count(measure.named) > 1 or (measure.id is None and not alone):
                yield Fault("law-repeated-id", {"place": f"instruments/{name}#matters/{measure.named}"})


def _absences(facts: Facts) -> Iterator[Fault]:
    """A sourced absence has no parties; every other instrument has a text that gives something, or says why not."""
    for name, instrument in facts.instruments.items():
        if instrument.absence and (instrument.parties or not name.endswith("-none")):
            yield Fault("law-absence", {"place": f"instruments/{name}"})


# ---------------------------------------------------------------- hazards, lines, platforms


def _hazards(facts: Facts) -> Iterator[Fault]:
    risks = set(get_args(Risk))
    for risk in risks ^ set(facts.hazards):
        yield Fault("law-risk", {"place": f"hazards/{risk}"})
    for risk in set(facts.order) - risks:
        yield Fault("law-risk", {"place": f"hazards/{risk}"})
    for name, hazard in facts.hazards.items():
        if not all((hazard.text.ar, hazard.text.fr, hazard.ask.ar, hazard.ask.fr)):
            yield Fault("law-no-arabic", {"place": f"hazards/{name}"})


def _contacts(facts: Facts) -> Iterator[Fault]:
    """Contact is punished with a state, and with another than one's own."""
    for name, state in facts.states.items():
        for hazard in state.hazards:
            for other in {*hazard.contact_with} - (STATES - {name}):
                yield Fault("law-no-such-state", {"place": f"states/{name}#hazards/{hazard.id}", "state": other})


def _lines(facts: Facts) -> Iterator[Fault]:
    for name, line in facts.lines.items():
        if line.state != "any" and line.state not in STATES:
            yield Fault("law-no-such-state", {"place": f"lines/{name}", "state": line.state})


def _former(facts: Facts) -> Iterator[Fault]:
    for name, former in facts.former_states.items():
        for state in set(former.successors) - STATES:
            yield Fault("law-no-such-state", {"place": f"former_states/{name}", "state": state})


def _platforms(facts: Facts) -> Iterator[Fault]:
    for name, platform in facts.platforms.items():
        if platform.id != name:
            yield Fault("law-wrong-name", {"place": f"platforms/{name}", "found": platform.id})


# ---------------------------------------------------------------- wording


def _worded(facts: Facts) -> Iterator[Fault]:
    """Each sentence that pages show is there in Arabic and French, and no wording has lost its sentence."""
    shown: dict[str, str] = {}
    for name, sentence in sentences(facts):
        shown.setdefault(sentence, name)
    for sentence, name in shown.items():
        wording = facts.wording.get(sentence)
        if wording is None or not (wording.ar.strip() and wording.fr.strip()):
            yield Fault("law-not-worded", {"place": name, "sentence": sentence})
    for sentence in facts.wording.keys() - shown.keys() - phrases(facts):
        yield Fault("law-wording-unused", {"sentence": sentence})


CHECKS: Final[tuple[Callable[[Facts], Iterator[Fault]], ...]] = (
    _sourced,
    _known_sources,
    _state_names,
    _unique,
    _slugs,
    _laws_in_time,
    _offences,
    _laws_named,
    _languages,
    _prefixes,
    _periods,
    _limitation,
    _instrument_names,
    _instrument_dates,
    _both,
    _parents,
    _measures,
    _absences,
    _hazards,
    _contacts,
    _lines,
    _former,
    _platforms,
    _worded,
)
