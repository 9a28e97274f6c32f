"""What a template is given: the filled fields, their labels, to whom the paper goes, and what its working sheet says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from longarm.documents.content import Content, Text
from longarm.documents.dates import locale_for
from longarm.documents.fill import addressee
from longarm.documents.form import Form, fields, form
from longarm.documents.happened import platform
from longarm.documents.matter import Matter
from longarm.documents.notes import notes, rules
from longarm.law.model import Facts


def page_data(shape: Form, matter: Matter, filled: Mapping[str, Content], missing: list[str], *, notice: bool) -> dict[str, Any]:
    """The data of one paper, as its template reads them. `missing` are labels; `notice`: the drafter is no authority."""
    language, reference = matter.language, matter.asked.get("ref", matter.case.reference)
    title = shape.title.in_(language)
    return {
        "language": language,
        "digits": locale_for(language, matter.forum).default_numbering_system if language == "ar" and matter.forum else "latn",
        "title": f"{title} {reference}",
        "heading": title,
        "reference": reference,
        "notice": shape.by == "authority" and notice,
        "own": _own_authority(matter),
        "own_language": _reads(matter),
        "before": _before(matter),
        "requested": matter.state(matter.requested) if matter.requested else None,
        "fields": filled,
        "answers": matter.asked,
        "labels": {name: fields()[name].label.in_(language) for name in shape.fields},
        "mandatory": [name for name in shape.fields if shape.mandatory(name)],
        "missing": missing,
        "rules": rules(shape, matter),
        "notes": notes(shape, matter),
        "sources": _cited(matter.facts, sources_of(matter)),
    }


def _own_authority(matter: Matter) -> str | None:
    """To whom an organisation of the forum gives notice: its prosecution, else its police."""
    found = addressee(matter)
    return found.text if isinstance(found, Text) else None


def _before(matter: Matter) -> str | None:
    """The authority, company or programme before which the path is taken."""
    before = matter.path.before if matter.path else None
    if before is None:
        return None
    channel = matter.facts.channel(before.id)
    if channel:
        return channel.name.in_language(matter.language)
    if before.id in matter.facts.platforms and (called := platform(matter, before.id)) != before.id:
        return called
    return before.name.get(matter.language) or before.name.get("en") or before.id


def _reads(matter: Matter) -> bool:
    """Do the authorities of the forum read the language of the paper? True where that is not known."""
    state = matter.facts.states.get(matter.forum or "")
    languages = state.complaint.languages.value if state else ()
    return not languages or matter.language in languages


def sources_of(matter: Matter) -> tuple[str, ...]:
    """The facts behind the offences of the forum and the instruments that carry the path, where the paper speaks of them."""
    if "offences" not in form(matter.document).fields:
        return ()
    law = [s for line in matter.answer.offences if line.state == matter.forum for s in line.sources]
    carrying = [s for b in (matter.path.basis if matter.path else ()) if b.binding == b.fits == "yes" for s in b.sources]
    return tuple(dict.fromkeys([*law, *carrying]))


def _cited(facts: Facts, sources: tuple[str, ...]) -> tuple[str, ...]:
    """Titles with the host where each was read: the whole address stands in the answer of `longarm paths`."""
    said = facts.cite(*(s for s in sources if s.partition("/")[0] in ("states", "instruments"))) if sources else ()
    split = (line.partition(" | ") for line in said)
    return tuple(f"{title} ({urlsplit(address).hostname})" if address else title for title, _, address in split)
