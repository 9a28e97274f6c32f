"""Facts of a state's file as rows of a page: a question, its answer, the law, what is said beside it, and the source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from longarm.law.dates import Years
from longarm.law.model import Facts, Names, Offence, Rule, State
from longarm.law.wording import Told, all_told
from longarm.texts import Language, say
from longarm.web.dates import day as in_words
from longarm.web.law.cited import Cited, article_of, cited, law_title
from longarm.web.path_cards import CHIPS

_SAID: Final = ("conditions", "text", "note", "period", "channel_note")


class Named(NamedTuple):
    shown: str
    own: str | None
    ours: bool


class Row(NamedTuple):
    """`answer` yes, no or unknown; `said`: what the file says beside it; `fact` None where nothing is held."""

    label: str
    answer: str
    chip: str
    law: str
    article: str
    said: tuple[Told, ...]
    fact: Cited | None


class OffenceRow(NamedTuple):
    """`exists` False: the law is known to hold no such offence."""

    id: str
    events: tuple[str, ...]
    law: str
    article: str
    exists: bool
    ceiling: str
    complaint: str
    from_: str
    until: str | None
    said: tuple[Told, ...]
    fact: Cited | None


def rule(facts: Facts, state: State, path: str, found: Rule, language: Language) -> Row:
    """A question of law under `path`, such as `complaint/from_abroad`."""
    name = path.rpartition("/")[2].replace("_", "-")
    return Row(
        label=say(f"reference-rule-{name}", language),
        answer=say(f"paths-holds-{found.holds.value}", language),
        chip=CHIPS.get(found.holds.value, ""),
        law=law_title(facts, state.state, None if found.law in ("unknown", "none") else found.law, language),
        article=article_of(facts, found.article, language),
        said=all_told(facts, (getattr(found, key, None) for key in _SAID), language),
        fact=_held(facts, f"states/{state.state}#{path}", language) if found.source else None,
    )


def rules(facts: Facts, state: State, part: str, language: Language) -> tuple[Row, ...]:
    """Every question of a part of the file (`jurisdiction`, `complaint`, `extradition`)."""
    holder = getattr(state, part)
    found = ((name, getattr(holder, name)) for name in holder.__struct_fields__)
    return tuple(rule(facts, state, f"{part}/{name}", value, language) for name, value in found if isinstance(value, Rule))


def offences(facts: Facts, state: State, language: Language) -> tuple[OffenceRow, ...]:
    """In the order of the file, which keeps those of one kind together."""
    return tuple(_offence(facts, state, offence, language) for offence in state.offences)


def event(kind: str, language: Language) -> str:
    return say(f"desk-event-{kind.replace('_', '-')}", language)


def gaps(state: State, kinds: Iterable[str], language: Language) -> tuple[str, ...]:
    """Kinds of act for which no article of this state is held: unknown, not allowed."""
    met = {kind for offence in state.offences for kind in offence.events}
    return tuple(event(kind, language) for kind in kinds if kind in state.offence_gaps or kind not in met)


def years(most: Years, language: Language) -> str:
    """The ceiling of a penalty in words."""
    number = most.number
    if number is None:
        return say("paths-years-unknown", language)
    if most in ("life", "death"):
        return say(f"paths-years-{most}", language)
    if 0 < number < 1:
        return say("reference-months", language, months=max(1, round(number * 12)))
    return say("paths-years", language, years=int(number) if number == int(number) else number)


def names_of(names: Names, language: Language) -> Named:
    """The name in the reader's language, whether that is our wording, and the state's own where it is another."""
    shown = names.in_language(language)
    own = names.own or names.ar
    return Named(shown, own if own and own != shown else None, names.is_ours(language))


def _offence(facts: Facts, state: State, offence: Offence, language: Language) -> OffenceRow:
    wanted = [say(f"ask-demand-{want}", language) for want in offence.wants]
    events = [event(kind, language) for kind in offence.events]
    notes = (offence.text, offence.note, offence.complaint_note, offence.from_note, offence.until_note)
    return OffenceRow(
        id=offence.id,
        events=tuple(events + [say("reference-if-wanted", language, wanted=want) for want in wanted]),
        law=law_title(facts, state.state, offence.law, language),
        article=article_of(facts, offence.article, language),
        exists=offence.exists,
        ceiling=years(offence.max_years, language),
        complaint=say(f"paths-holds-{offence.complaint_needed.value}", language),
        from_=in_words(offence.from_, language),
        until=None if offence.until == "open" else in_words(offence.until, language),
        said=all_told(facts, notes, language),
        fact=_held(facts, f"states/{state.state}#offences/{offence.id}", language),
    )


def _held(facts: Facts, fact_id: str, language: Language) -> Cited | None:
    return cited(facts, fact_id, language)
