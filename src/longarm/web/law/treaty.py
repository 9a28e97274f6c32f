"""`/law/treaty/ID/`: an instrument: what it lets one state ask of another, and every state's dates with their sources.
Long: a row for each kind of fact.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.law.binding import bound
from longarm.law.load import load
from longarm.law.model import Facts, Instrument, Measure, PartyEvent
from longarm.law.named import name_of
from longarm.law.wording import Told, all_told, told
from longarm.texts import Language, say
from longarm.web.dates import day as in_words
from longarm.web.language import preferred
from longarm.web.law import map as maps
from longarm.web.law import rows
from longarm.web.law.cited import Cited, article_of, cited
from longarm.web.law.day import day_of
from longarm.web.law.page import show
from longarm.web.path_cards import CHIPS


class MeasureRow(NamedTuple):
    name: str
    articles: str
    conditions: tuple[Told, ...]
    refusals: tuple[Told, ...]
    said: tuple[Told, ...]
    fact: Cited | None


class Step(NamedTuple):
    """What a state did, on what day, and what is said beside it."""

    what: str
    said: Told | None
    fact: Cited | None


class PartyRow(NamedTuple):
    """`answer`: bound on the day the page speaks of?"""

    code: str
    name: str
    held: bool
    answer: str
    chip: str
    steps: tuple[Step, ...]


@require_safe
def treaty(request: HttpRequest, name: str) -> HttpResponse:
    facts, language = load(), preferred(request)
    found = facts.instruments.get(name)
    if found is None:
        raise Http404
    on, fault = day_of(request, timezone.localdate())
    title = rows.names_of(found.title, language)
    return show(
        request,
        "treaty.html",
        language,
        400 if fault else 200,
        title=title.shown,
        own_name=title.own,
        instrument=found,
        kind=say(f"reference-kind-{found.kind.replace('_', '-')}", language),
        on=on,
        on_words=in_words(on, language),
        fault=fault.in_language(language) if fault else None,
        dates=_dates(found, language),
        scope=_scope(facts, found, language),
        notes=all_told(facts, found.notes, language),
        measures=[_measure(facts, found, measure, language) for measure in found.matters],
        parties=(parties := _parties(facts, found, on, language)),
        map=maps.of_parties({row.code: bound(found, row.code, on).holds for row in parties}, language),
        sources=[found.sources.get(source) or facts.sources.get(source) for source in found.source],
    )


def _dates(found: Instrument, language: Language) -> list[tuple[str, str]]:
    given = [(name, getattr(found, name)) for name in ("adopted", "opened", "in_force")]
    return [(say(f"reference-{name.replace('_', '-')}", language), in_words(on, language)) for name, on in given if on != "no"]


def _scope(facts: Facts, found: Instrument, language: Language) -> list[tuple[str, Told]]:
    """Who can be a party, where deposits go, and for what day the list of parties was read."""
    given = [("open-to", found.open_to), ("depositary", found.depositary), ("coverage", found.coverage.as_of)]
    return [(say(f"reference-{name}", language), told(facts, text, language)) for name, text in given if text]


def _measure(facts: Facts, found: Instrument, measure: Measure, language: Language) -> MeasureRow:
    return MeasureRow(
        name=say(f"treaties-measure-{measure.measure}", language),
        articles=", ".join(named for article in measure.articles if (named := article_of(facts, article, language))),
        conditions=all_told(facts, measure.conditions, language),
        refusals=all_told(facts, measure.refusal_grounds, language),
        said=all_told(facts, (measure.deadline, measure.note), language),
        fact=cited(facts, f"instruments/{found.id}#matters/{measure.named}", language),
    )


def _parties(facts: Facts, found: Instrument, on: date, language: Language) -> list[PartyRow]:
    """Every state of which anything is known here; those bound on the day first."""
    codes = {*found.parties, *found.not_party, *found.obliged, *found.coverage.eligible}
    listed = [_party(facts, found, code, on, language) for code in codes]
    order = ("open", "", "blocked")
    return sorted(listed, key=lambda row: (order.index(row.chip), row.name))


def _party(facts: Facts, found: Instrument, code: str, on: date, language: Language) -> PartyRow:
    holds = bound(found, code, on).holds.value
    steps = [_step(facts, found, code, event, language) for event in sorted(found.parties.get(code, ()), key=lambda e: e.on)]
    if known := found.not_party.get(code):
        until = say("treaties-not-bound-as-of", language, day=in_words(known.as_of, language))
        fact = cited(facts, f"instruments/{found.id}#{code}/not_party", language)
        steps.append(Step(until, _told(facts, known.note, language), fact))
    for duty in found.obliged.get(code, ()):
        by = told(facts, duty.by, language).text
        duties = say("reference-obliged", language, by=by, day=in_words(duty.from_, language))
        fact = cited(facts, f"instruments/{found.id}#{code}/obliged", language)
        steps.append(Step(duties, told(facts, duty.for_, language), fact))
    return PartyRow(
        code=code,
        name=name_of(facts, code, language),
        held=code in facts.states,
        answer=say(f"paths-holds-{holds}", language),
        chip=CHIPS.get(holds, ""),
        steps=tuple(steps),
    )


def _step(facts: Facts, found: Instrument, code: str, event: PartyEvent, language: Language) -> Step:
    on = in_words(event.on, language)
    if event.on == "unknown" and event.by:
        on = say("treaties-by", language, day=in_words(event.by, language))
    if event.effective:
        on = f"{on} · {say('treaties-from', language, day=in_words(event.effective, language))}"
    fact = cited(facts, f"instruments/{found.id}#{code}/{event.status}", language)
    return Step(f"{say(f'treaties-{event.status}', language)} {on}", _told(facts, event.note, language), fact)


def _told(facts: Facts, note: str | None, language: Language) -> Told | None:
    return told(facts, note, language) if note else None


def listed(language: Language) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every instrument by kind, for the index."""
    kinds: dict[str, list[tuple[str, str]]] = {}
    for found in load().instruments.values():
        kinds.setdefault(found.kind, []).append((found.id, found.title.in_language(language)))
    ordered = (
        "cybercrime",
        "mutual_assistance",
        "extradition",
        "organised_crime",
        "child_protection",
        "regional_police",
        "statute",
    )
    names: list[tuple[str, Any]] = [(kind, kinds[kind]) for kind in ordered if kind in kinds]
    return [(say(f"reference-kind-{k.replace('_', '-')}", language), sorted(v, key=lambda pair: pair[1])) for k, v in names]
