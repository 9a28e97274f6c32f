"""A document drafted from the case: what the case holds is filled in, what it does not hold is listed, nothing is invented."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

import msgspec

from longarm.case.model import Case
from longarm.documents.choosing import choose, forum_of
from longarm.documents.content import Content, Text
from longarm.documents.dates import locale_for
from longarm.documents.fill import IN_TEMPLATE, addressee, fill
from longarm.documents.form import Field, Form, Wording, documents, fields, form
from longarm.documents.matter import ExhibitLine, Matter, Seal
from longarm.documents.notes import notes, rules
from longarm.documents.persons import homes
from longarm.documents.typeset import pdf
from longarm.errors import BadInput
from longarm.law.answer import PathsAnswer
from longarm.law.model import Facts
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.texts import LANGUAGES, Language, PaperLanguage


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A field the case does not hold: its label, why it is needed, and whether the paper is incomplete without it."""

    id: str
    label: Wording
    why: str
    mandatory: bool


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A drafted document, for the `path` of the answer that it serves.

    `missing` are the mandatory fields left as blanks; `sources` what its legal statements rest on.
    """

    document: str
    language: PaperLanguage
    forum: str | None
    path: str | None
    title: str
    pdf: bytes
    missing: tuple[Asked, ...]
    sources: tuple[str, ...]


def draft(
    document: str,
    case: Case,
    facts: Facts,
    language: PaperLanguage,
    as_of: date,
    *,
    answers: Mapping[str, str] | None = None,
    forum: str | None = None,
    exhibits: tuple[ExhibitLine, ...] = (),
    seal: Seal | None = None,
    answer: PathsAnswer | None = None,
    path: str | None = None,
    authority: bool = False,
) -> Draft:
    """The document as PDF. `answers` fill what the case does not hold and are kept nowhere; `forum` is whose authority reads it.

    `answer`, when the caller has it, saves working out the paths again. `path` is the id of the path that the document serves;
    without it the best-ranked one that names it. What only an authority may send stands under a notice of the organisation to
    its own prosecution or police, unless `authority` says that the drafter is one. Raises BadInput when the document is unknown
    or not drafted in that language, when an answer is for no field of it, when no path of that id names it, or when a danger to
    the person forbids it.
    """
    shape = form(document)
    given = {name: said for name, said in (answers or {}).items() if said.strip()}
    _check_answers(document, shape, given)
    _check_language(document, language)
    matter = _matter(document, case, facts, as_of, language=language, forum=forum, answer=answer, path=path)
    matter = msgspec.structs.replace(matter, exhibits=exhibits, seal=seal, asked=given)
    filled = _filled(shape, matter)
    missing = _missing(shape, filled)
    sources = _sources(matter)
    title = shape.title.in_(language)
    requested = matter.requested
    data = {
        "document": document,
        "language": language,
        "digits": locale_for(language, matter.forum).default_numbering_system if language == "ar" and matter.forum else "latn",
        "title": f"{title} {case.reference}",
        "heading": title,
        "reference": given.get("ref", case.reference),
        "notice": shape.by == "authority" and not authority,
        "own": _own_authority(matter),
        "before": _before(matter),
        "own_language": _reads(matter),
        "forum": matter.forum,
        "state": matter.state(matter.forum) if matter.forum else None,
        "requested": matter.state(requested) if requested else None,
        "fields": filled,
        "answers": given,
        "labels": {name: fields()[name].label.in_(language) for name in shape.fields},
        "mandatory": [name for name in shape.fields if shape.mandatory(name)],
        "missing": [{"label": asked.label.in_(language)} for asked in missing],
        "rules": rules(shape, matter),
        "notes": notes(shape, matter),
        "sources": _cited(facts, sources),
    }
    return Draft(
        document=document,
        language=language,
        forum=matter.forum,
        path=matter.path.id if matter.path else None,
        title=title,
        pdf=pdf(f"{document}.typ", data, as_of),
        missing=missing,
        sources=sources,
    )


def asks(
    document: str, case: Case, facts: Facts, as_of: date, *, forum: str | None = None, path: str | None = None
) -> tuple[Asked, ...]:
    """What would have to be answered for that document: every field the case does not fill, the optional ones last."""
    shape = form(document)
    filled = _filled(shape, _matter(document, case, facts, as_of, language="en", forum=forum, answer=None, path=path))
    open_ones = [name for name in shape.fields if name not in filled and name not in IN_TEMPLATE]
    return tuple(_asked(shape, name) for name in sorted(open_ones, key=lambda name: not shape.mandatory(name)))


def drafted() -> dict[str, tuple[Language, ...]]:
    """The documents that can be drafted here, and in which of the languages of the interface."""
    return {
        document: tuple(lang for lang in LANGUAGES if lang in found)
        for document in documents()
        if (found := drafted_in(document))
    }


def drafted_in(document: str) -> tuple[PaperLanguage, ...]:
    """Every language the document is drafted in, those that only a receiver wants included. Raises BadInput as `form` does."""
    return form(document).drafted


def _matter(
    document: str,
    case: Case,
    facts: Facts,
    as_of: date,
    *,
    language: PaperLanguage,
    forum: str | None,
    answer: PathsAnswer | None,
    path: str | None,
) -> Matter:
    shape = form(document)
    traces = trace_case(case, facts)
    worked = answer or paths(case, facts, as_of, traces)
    served = choose(document, shape, worked, path, forum)
    return Matter(
        document=document,
        case=case,
        facts=facts,
        answer=worked,
        traces=traces,
        language=language,
        forum=forum_of(shape, worked, forum, served, next(iter(homes(case, as_of)), None)),
        as_of=as_of,
        path=served,
    )


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
    return before.name.get(matter.language) or before.name.get("en") or before.id


def _reads(matter: Matter) -> bool:
    """Do the authorities of the forum read the language of the paper? True where that is not known."""
    state = matter.facts.states.get(matter.forum or "")
    languages = state.complaint.languages.value if state else ()
    return not languages or matter.language in languages


def _sources(matter: Matter) -> tuple[str, ...]:
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


def _filled(shape: Form, matter: Matter) -> dict[str, Content]:
    found = {name: fill(name, matter) for name in shape.fields}
    return {name: content for name, content in found.items() if content is not None}


def _missing(shape: Form, filled: Mapping[str, Content]) -> tuple[Asked, ...]:
    open_ones = [name for name in shape.fields if shape.mandatory(name) and name not in filled and name not in IN_TEMPLATE]
    return tuple(_asked(shape, name) for name in open_ones)


def _asked(shape: Form, name: str) -> Asked:
    known: Field = fields()[name]
    return Asked(id=name, label=known.label, why=known.why, mandatory=shape.mandatory(name))


def _check_language(document: str, language: PaperLanguage) -> None:
    languages = drafted_in(document)
    if not languages:
        raise BadInput("draft-not-drafted-here", document=document, drafted=", ".join(sorted(drafted())))
    if language not in languages:
        raise BadInput("draft-not-in-language", document=document, language=language, languages=", ".join(languages))


def _check_answers(document: str, shape: Form, answers: Mapping[str, str]) -> None:
    for name in answers:
        if name not in shape.fields:
            near = difflib.get_close_matches(name, shape.fields, n=1, cutoff=0)[0]
            raise BadInput("draft-no-such-field", document=document, field=name, near=near)
    if document == "consular-statement" and answers.get("own_embassy_safe") == "no":
        raise BadInput("draft-forbidden", document=document, hazards="own_embassy")
