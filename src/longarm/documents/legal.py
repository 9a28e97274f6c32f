"""Fields on the law: offences with article and ceiling, the ground of jurisdiction, and what is asked."""

from __future__ import annotations

from longarm.documents.articles import article
from longarm.documents.content import Content, Grid, Text, items
from longarm.documents.matter import Matter
from longarm.law.answer import OffenceLine, Ynu

_TREATIES = ("cybercrime", "mutual_assistance", "organised_crime", "child_protection")
_ABROAD = ("subscriber_data", "stored_data", "preserve_data", "local_prosecution")
_PUBLISHED = {"publication", "intimate_image_published", "impersonation_of_complainant"}


def offences(matter: Matter) -> Content | None:
    """What the law of the forum makes of the facts, by law and article. The prosecution qualifies; the paper only proposes."""
    return grid_of(matter, matter.forum)


def jurisdiction(matter: Matter) -> Content | None:
    """Why the matter is not 'outside our borders': grounds that hold first, then what is to be examined."""
    holding = _grounds(matter, "yes")
    open_ones = [matter.say("basis-unknown", basis=ground) for ground in _grounds(matter, "unknown")]
    return items(holding + open_ones)


def relief(matter: Matter) -> Content | None:
    """What is asked: all facts recorded, data kept, holders named, other states addressed on instruments that bind both."""
    asked = [matter.say(f"relief-{name}") for name in ("all", "preserve", "subscriber")]
    asked += [matter.say("relief-abroad", state=matter.state(state), instruments=by) for state, by in _abroad(matter).items()]
    if any(event.kind in _PUBLISHED for event in matter.case.events):
        asked.append(matter.say("relief-remove"))
    return items([*asked, matter.say("relief-examine"), matter.say("relief-protect")])


def grid_of(matter: Matter, state: str | None) -> Content | None:
    """The articles of a state that the facts meet: law, article, facts by number, ceiling."""
    lines = [line for line in matter.answer.offences if line.state == state]
    if not lines:
        return None
    columns = tuple(matter.say(f"column-{name}") for name in ("law", "article", "facts", "penalty"))
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for line in lines:
        key = (_citation(matter, line), matter.event_numbers(line.events), penalty_of(matter, line.max_years))
        grouped.setdefault(key, []).append(_article(matter, line))
    comma = "، " if matter.language == "ar" else ", "
    rows: list[tuple[str, ...]] = []
    for law in dict.fromkeys(law for law, _, _ in grouped):
        of_law = [(comma.join(articles), facts, most) for (name, facts, most), articles in grouped.items() if name == law]
        rows += [(law if place == 0 else "", *row) for place, row in enumerate(of_law)]
    return Grid(columns, tuple(rows))


def penalty_of(matter: Matter, years: float | str | None) -> str:
    """A ceiling in words: years, months, a fine, life, death, or that it is not known."""
    if years is None or isinstance(years, str):
        return matter.say(f"penalty-{years if years in ('life', 'death') else 'unknown'}")
    if years == 0:
        return matter.say("penalty-fine")
    if years < 1:
        return matter.number(matter.say("penalty-months", months=round(years * 12)))
    return matter.number(matter.say("penalty-years", years=int(years) if years == int(years) else years))


def protection(matter: Matter) -> Content | None:
    return Text(matter.say("protection"))


def _abroad(matter: Matter) -> dict[str, str]:
    """Each state that can be asked from the forum, with the titles of the treaties that bind both and fit the case."""
    found: dict[str, dict[str, None]] = {}
    for path in matter.answer.paths:
        if path.forum != matter.forum or path.requested in (None, matter.forum) or path.action not in _ABROAD:
            continue
        if path.status not in ("open", "conditional"):
            continue
        for basis in path.basis:
            treaty = matter.facts.instruments.get(basis.instrument)
            if basis.binding == basis.fits == "yes" and treaty and treaty.kind in _TREATIES and path.requested:
                found.setdefault(path.requested, {})[treaty.title.in_language(matter.language)] = None
    return {state: matter.listed(list(titles)) for state, titles in found.items()}


def _article(matter: Matter, line: OffenceLine) -> str:
    """The number; said to be unsure where the law is not known to have been in force on the day of the facts."""
    if not line.article or line.article == "unknown":
        return matter.say("article-unknown")
    number = article(line.article, matter.language, matter.forum)
    return number if line.applies == "yes" else matter.say("applies-unknown", article=number)


def _citation(matter: Matter, line: OffenceLine) -> str:
    state = matter.facts.states.get(line.state)
    law = state.law(line.law) if state else None
    if law is None:
        return line.law
    if matter.language == "ar" and law.citation_ar:
        return matter.number(law.citation_ar)
    return law.title.in_language(matter.language)


def _grounds(matter: Matter, holds: Ynu) -> list[str]:
    """One sentence for each basis, with all the facts it reaches whatever they were, conduct or result."""
    reached: dict[str, dict[str, None]] = {}
    for line in matter.answer.jurisdiction:
        if line.state == matter.forum and line.holds == holds:
            reached.setdefault(line.basis, {}).update(dict.fromkeys(line.events))
    state = matter.state(matter.forum or "")
    return [matter.say(f"basis-{basis}", state=state, events=matter.event_numbers(tuple(e))) for basis, e in reached.items()]
