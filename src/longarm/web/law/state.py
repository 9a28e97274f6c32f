"""`/law/XX/`: everything the facts hold on one state, each with its date, its certainty and its source; gaps are shown.
Long: a row for each kind of fact.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from longarm.case.states import STATES
from longarm.case.vocabulary import EventKind
from longarm.law import rules as tables
from longarm.law.load import load
from longarm.law.model import Channel, Facts, State
from longarm.law.named import name_of
from longarm.law.scene import NOT_ACTS
from longarm.law.wording import Told, all_told, told
from longarm.texts import Language, say
from longarm.web.dates import day as in_words
from longarm.web.language import preferred
from longarm.web.law import map as maps
from longarm.web.law import rows
from longarm.web.law.cited import Cited, article_of, cited, law_title
from longarm.web.law.day import day_of
from longarm.web.law.lines import own_lines
from longarm.web.law.page import show
from longarm.web.path_cards import CHIPS

_ACTS: Final = tuple(kind for kind in get_args(EventKind) if kind not in NOT_ACTS and kind != "contact")


class LawRow(NamedTuple):
    title: rows.Named
    own: str | None
    number: str
    in_force: str
    repealed: str | None
    said: tuple[Told, ...]
    fact: Cited | None


class ChannelRow(NamedTuple):
    """An authority or organisation that takes a report; a mission abroad is never one."""

    name: rows.Named
    kind: str
    contacts: tuple[str, ...]
    url: str | None
    from_abroad: str
    chip: str
    languages: str
    said: tuple[Told, ...]
    fact: Cited | None


class OperatorRow(NamedTuple):
    name: str
    prefixes: str
    duty: str
    fact: Cited | None


class PeriodRow(NamedTuple):
    length: str
    counted: str
    law: str
    article: str
    from_: str
    until: str | None


@require_safe
def state(request: HttpRequest, code: str) -> HttpResponse:
    facts, language = load(), preferred(request)
    if code not in STATES:
        raise Http404
    on, fault = day_of(request, timezone.localdate())
    known: dict[str, Any] = {
        "title": name_of(facts, code, language),
        "code": code,
        "on": on,
        "fault": fault.in_language(language) if fault else None,
        "map": maps.of_state(code, on, language),
    }
    if found := facts.states.get(code):
        known |= _known(facts, found, on, language)
    return show(request, "state.html", language, 400 if fault else 200, **known)


def _known(facts: Facts, found: State, on: date, language: Language) -> dict[str, Any]:
    complaint = found.complaint
    return {
        "state": found,
        "own_name": rows.names_of(found.names, language).own,
        "legal_system": told(facts, found.legal_system.note, language),
        "legal_system_fact": cited(facts, f"states/{found.state}#legal_system", language),
        "hazards": [
            (
                told(facts, hazard.for_, language),
                told(facts, hazard.text, language),
                law_title(facts, found.state, hazard.law, language),
                article_of(facts, hazard.article, language),
                _fact(facts, found, f"hazards/{hazard.id}", language),
            )
            for hazard in found.hazards
        ],
        "lines": own_lines(facts, found.state, language),
        "laws": [_law(facts, found, index, language) for index in range(len(found.laws))],
        "offences": rows.offences(facts, found, language),
        "gaps": rows.gaps(found, _ACTS, language),
        "jurisdiction": rows.rules(facts, found, "jurisdiction", language),
        "complaint": rows.rules(facts, found, "complaint", language),
        "time_limit": _time_limit(facts, found, language),
        "time_limit_fact": _fact(facts, found, "complaint/time_limit", language) if complaint.time_limit.source else None,
        "periods": [_period(facts, found, index, language) for index in range(len(complaint.time_limit.periods))],
        "complaint_languages": _languages(complaint.languages.value, language),
        "complaint_languages_note": all_told(facts, (complaint.languages.note,), language),
        "channels": [_channel(facts, channel, language) for channel in found.channels if _is_channel(channel)],
        "assistance": [
            rows.rule(facts, found, "assistance", found.assistance, language),
            *rows.rules(facts, found, "extradition", language),
            rows.rule(facts, found, "data_retention", found.data_retention, language),
        ],
        "central": found.assistance.central_authority,
        "contact_247": found.contact_247,
        "contact_247_note": all_told(facts, (found.contact_247.contact_note, found.contact_247.note), language),
        "contact_247_fact": _fact(facts, found, "contact_247", language) if found.contact_247.source else None,
        "duty": rows.rule(facts, found, "telecom/registration_duty", found.telecom.registration_duty, language),
        "operators": [_operator(facts, found, index, language) for index in range(len(found.telecom.operators))],
        "consular": found.consular,
        "consular_note": all_told(facts, (found.consular.note,), language),
        "notes": all_told(facts, found.notes, language),
        "consular_fact": _fact(facts, found, "consular", language) if found.consular.source else None,
        "sources": sorted(found.sources.values(), key=lambda source: source.title),
        "on_words": in_words(on, language),
    }


def _time_limit(facts: Facts, found: State, language: Language) -> tuple[Told, ...]:
    """Empty where nothing is known."""
    limit = found.complaint.time_limit
    return all_told(facts, (None if limit.value == "unknown" else limit.value, limit.note), language)


def _fact(facts: Facts, found: State, path: str, language: Language) -> Cited | None:
    return cited(facts, f"states/{found.state}#{path}", language)


def _law(facts: Facts, found: State, index: int, language: Language) -> LawRow:
    law = found.laws[index]
    title = rows.names_of(law.title, language)
    notes = (law.date_note, law.in_force_note, law.repealed_note, law.note)
    return LawRow(
        title=title,
        own=law.citation_ar if language == "ar" and law.citation_ar else title.own,
        number="" if law.number == "unknown" else law.number,
        in_force=in_words(law.in_force, language) if law.in_force != "no" else say("reference-never-in-force", language),
        repealed=None if law.repealed in ("no", "open") else in_words(law.repealed, language),
        said=all_told(facts, notes, language),
        fact=_fact(facts, found, f"laws/{law.id}", language),
    )


def _period(facts: Facts, found: State, index: int, language: Language) -> PeriodRow:
    period = found.complaint.time_limit.periods[index]
    unit, count = ("months", period.months) if period.months else ("days", period.days)
    return PeriodRow(
        length=say(f"reference-{unit}", language, **{unit: count}),
        counted=say(f"reference-counted-{period.counted_from.replace('_', '-')}", language),
        law=law_title(facts, found.state, period.law, language),
        article=article_of(facts, period.article, language),
        from_=in_words(period.from_, language),
        until=None if period.until == "open" else in_words(period.until, language),
    )


def _is_channel(channel: Channel) -> bool:
    """Not a mission abroad, and not what is never proposed because of its practice."""
    return channel.kind != "consular" and not channel.id.endswith(":embassy") and channel.id not in tables.actions().not_offered


def _channel(facts: Facts, channel: Channel, language: Language) -> ChannelRow:
    contact = channel.contact
    numbers = dict.fromkeys(text for text in (contact.phone, *contact.phones, contact.email) if text)
    if contact.whatsapp:
        numbers[f"WhatsApp {contact.whatsapp}"] = None
    notes = (channel.from_abroad_note, channel.hours, contact.note, channel.note)
    return ChannelRow(
        name=rows.names_of(channel.name, language),
        kind=say(f"reference-channel-{channel.kind.replace('_', '-')}", language),
        contacts=tuple(numbers),
        url=contact.url,
        from_abroad=say(f"paths-holds-{channel.from_abroad.value}", language),
        chip=CHIPS.get(channel.from_abroad.value, ""),
        languages=_languages(channel.languages, language),
        said=all_told(facts, notes, language),
        fact=cited(facts, f"states/{channel.id.partition(':')[0]}#channels/{channel.id}", language),
    )


def _operator(facts: Facts, found: State, index: int, language: Language) -> OperatorRow:
    operator = found.telecom.operators[index]
    duty = found.telecom.identity_duty(operator.id)
    return OperatorRow(
        name=operator.name,
        prefixes=" ".join(operator.prefixes),
        duty=say(f"paths-holds-{duty.holds.value}", language),
        fact=_fact(facts, found, f"telecom/operators/{operator.id}", language),
    )


def _languages(codes: tuple[str, ...], language: Language) -> str:
    from babel import Locale

    known = Locale(language).languages
    return ("، " if language == "ar" else ", ").join(str(known.get(code, code)) for code in codes)
