"""`/between/`: what can be done between two states. The question is posted: no address, cookie, record or log holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from longarm.errors import BadInput
from longarm.law.answer import PathsAnswer
from longarm.law.change import changes
from longarm.law.few_facts import PARTS, UNKNOWN, WANTS, case_from, traces_of
from longarm.law.load import load
from longarm.law.model import Facts
from longarm.law.named import name_of
from longarm.law.paths import paths
from longarm.texts import Language, say
from longarm.web.dates import days_named
from longarm.web.language import as_language, preferred
from longarm.web.law import differences, states_listed
from longarm.web.law.asked import Asked, asked
from longarm.web.law.lines import lines, own_lines
from longarm.web.law.map import of_answer
from longarm.web.law.noted import Notes
from longarm.web.law.page import show
from longarm.web.law.pair import pair
from longarm.web.law.steps import steps
from longarm.web.path_cards import cards

_PERSONS: Final = ("complainant", "suspect-1", "child")  # of a case made from few facts


@csrf_exempt  # there is no cookie and no account here: nothing that a forged form could borrow
@require_http_methods(["GET", "HEAD", "POST"])
def between(request: HttpRequest) -> HttpResponse:
    """GET: the questions. POST: the answer; with `speak`, the same answer in another language."""
    language = as_language(request.POST.get("speak")) or as_language(request.POST.get("language")) or preferred(request)
    form = _form(language, request.POST.dict())
    if request.method != "POST" or "harmed_in" not in request.POST:
        return show(request, "between.html", language, **form)
    try:
        question = asked(request.POST.dict(), timezone.localdate())
    except BadInput as fault:
        return show(request, "between.html", language, 400, fault=fault.in_language(language), **form)
    answer = paths(case_from(question.told, question.begun), load(), question.day, traces_of(question.told))
    if request.POST.get("go") == "again":
        return show(request, "between.html", language, **_form(language, question.fields()))
    with_map = of_answer(answer, question.told.harmed_in, language) if request.POST.get("go") == "map" else None
    shown = _shown(question, answer, load(), language)
    return show(request, "between_answer.html", language, chosen=question.fields(), map=with_map, **shown)


def _form(language: Language, chosen: dict[str, str]) -> dict[str, Any]:
    """What the questions offer, and what was chosen."""
    return {
        "held": states_listed.held(language),
        "others": states_listed.others(language),
        "platforms": sorted((platform.names[0], platform.id) for platform in load().platforms.values()),
        "demands": WANTS,
        "parts": [(part, chosen.get(part, UNKNOWN)) for part in PARTS],
        "chosen": {"day": timezone.localdate().isoformat(), **chosen},
    }


def _shown(question: Asked, answer: PathsAnswer, facts: Facts, language: Language) -> dict[str, Any]:
    told = question.told
    other = told.suspect_in if told.suspect_in != UNKNOWN else told.number_of
    notes, called = Notes(facts, language), {one: say(f"between-called-{one}", language) for one in _PERSONS}
    hazards = _hazards(answer, notes)
    apart = other in (UNKNOWN, told.harmed_in)
    between_both = None if apart else pair(notes, told.harmed_in, other, question.day)
    paired = between_both.ids if between_both else frozenset()
    shown = steps(cards(answer, facts, language, called), paired, notes)
    changed = _differences(question, answer, called, notes) if question.other else None
    return {
        "here": name_of(facts, told.harmed_in, language),
        "there": None if other == UNKNOWN else name_of(facts, other, language),
        "day_asked": question.day,
        "other_day": question.other,
        "cards": [one for one in shown if one.card.status != "blocked"],
        "blocked": [one for one in shown if one.card.status == "blocked"],
        "hazards": hazards,
        "lines": lines(facts, told.harmed_in, language),
        "has_own_line": bool(own_lines(facts, told.harmed_in, language)),
        "notes": [days_named(note.text.in_language(language), language) for note in answer.notes],
        "pair": between_both,
        "paired": paired,
        "differences": changed,
        "sources": notes.sources,
    }


def _hazards(answer: PathsAnswer, notes: Notes) -> list[dict[str, Any]]:
    """Each danger, how it is asked for, and the laws that show it."""
    facts, language, found = notes.facts, notes.language, []
    for line in answer.hazards:
        rule = facts.hazards[line.id]
        laws = [fact for fact in line.because if fact.startswith("states/")]
        found.append(
            {
                "id": line.id,
                "text": rule.text.in_language(language),
                "ask": rule.ask.in_language(language),
                "facts": notes.on([f"hazards/{line.id}", *laws]),
            }
        )
    return found


def _differences(question: Asked, answer: PathsAnswer, called: Mapping[str, str], notes: Notes) -> differences.Differences:
    assert question.other is not None  # noqa: S101 - asked only with a second day
    second = paths(case_from(question.told, question.begun), notes.facts, question.other, traces_of(question.told))
    earlier, later = sorted((answer, second), key=lambda given: given.as_of)
    return differences.shown(changes(earlier, later), (earlier.as_of, later.as_of), called, notes)
