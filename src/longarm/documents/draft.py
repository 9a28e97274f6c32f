"""A document drafted from the case: what the case holds is filled in, what it does not hold is listed, nothing is invented."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from longarm.case.model import Case
from longarm.documents.content import Content
from longarm.documents.dates import locale_for
from longarm.documents.fill import IN_TEMPLATE, fill
from longarm.documents.form import Field, Form, Wording, documents, fields, form
from longarm.documents.matter import ExhibitLine, Matter, Seal
from longarm.documents.typeset import pdf
from longarm.errors import BadInput
from longarm.law.answer import PathsAnswer
from longarm.law.model import Facts
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.texts import LANGUAGES, Language


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A field the case does not hold: its label, why it is needed, and whether the paper is incomplete without it."""

    id: str
    label: Wording
    why: str
    mandatory: bool


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A drafted document. `missing` are the mandatory fields left as blanks; `sources` what its legal statements rest on."""

    document: str
    language: Language
    forum: str | None
    title: str
    pdf: bytes
    missing: tuple[Asked, ...]
    sources: tuple[str, ...]


def draft(
    document: str,
    case: Case,
    facts: Facts,
    language: Language,
    as_of: date,
    *,
    answers: Mapping[str, str] | None = None,
    forum: str | None = None,
    exhibits: tuple[ExhibitLine, ...] = (),
    seal: Seal | None = None,
    answer: PathsAnswer | None = None,
) -> Draft:
    """The document as PDF. `answers` fill what the case does not hold and are kept nowhere; `forum` is whose authority reads it.

    `answer`, when the caller has it, saves working out the paths again. Raises BadInput when the document is unknown or
    not drafted in that language, or when an answer is for no field of it.
    """
    shape = form(document)
    _check_answers(document, shape, answers or {})
    worked = answer or paths(case, facts, as_of, trace_case(case, facts))
    matter = Matter(
        case=case,
        facts=facts,
        answer=worked,
        traces=trace_case(case, facts),
        language=language,
        forum=_forum(shape, worked, forum),
        as_of=as_of,
        exhibits=exhibits,
        seal=seal,
        asked=answers or {},
    )
    template = _template(document, language)
    filled = _filled(shape, matter)
    missing = _missing(shape, filled)
    sources = tuple(dict.fromkeys(s for line in matter.answer.offences if line.state == matter.forum for s in line.sources))
    title = shape.title.in_(language)
    data = {
        "language": language,
        "digits": locale_for(language, matter.forum).default_numbering_system if language == "ar" and matter.forum else "latn",
        "title": f"{title} {case.reference}",
        "reference": case.reference,
        "fields": filled,
        "labels": {name: fields()[name].label.in_(language) for name in shape.fields},
        "mandatory": [name for name in shape.fields if shape.mandatory(name)],
        "missing": [{"label": asked.label.in_(language)} for asked in missing],
        "sources": facts.cite(*(s for s in sources if s.partition("/")[0] in ("states", "instruments"))) if sources else (),
    }
    return Draft(
        document=document,
        language=language,
        forum=matter.forum,
        title=title,
        pdf=pdf(template, data, as_of),
        missing=missing,
        sources=sources,
    )


def asks(document: str, case: Case, facts: Facts, as_of: date, *, forum: str | None = None) -> tuple[Asked, ...]:
    """What would have to be answered for that document: every field the case does not fill, the optional ones last."""
    shape = form(document)
    traces = trace_case(case, facts)
    worked = paths(case, facts, as_of, traces)
    matter = Matter(
        case=case, facts=facts, answer=worked, traces=traces, language="en", forum=_forum(shape, worked, forum), as_of=as_of
    )
    filled = _filled(shape, matter)
    open_ones = [name for name in shape.fields if name not in filled and name not in IN_TEMPLATE]
    return tuple(_asked(shape, name) for name in sorted(open_ones, key=lambda name: not shape.mandatory(name)))


@cache
def drafted() -> dict[str, tuple[Language, ...]]:
    """The documents that can be drafted here, and in which languages."""
    names = {entry.name for entry in (files("longarm.documents") / "templates").iterdir()}
    found = {d: tuple(lang for lang in LANGUAGES if f"{d}.{lang}.typ" in names) for d in documents()}
    return {document: languages for document, languages in found.items() if languages}


def _forum(shape: Form, answer: PathsAnswer, wanted: str | None) -> str | None:
    """The one state whose authorities take this paper, else the one wanted, else that of the best complaint not blocked."""
    best = (path.forum for path in answer.paths if path.action == "file_complaint" and path.status != "blocked")
    return shape.forum or wanted or next(best, None)


def _filled(shape: Form, matter: Matter) -> dict[str, Content]:
    found = {name: fill(name, matter) for name in shape.fields}
    return {name: content for name, content in found.items() if content is not None}


def _missing(shape: Form, filled: Mapping[str, Content]) -> tuple[Asked, ...]:
    open_ones = [name for name in shape.fields if shape.mandatory(name) and name not in filled and name not in IN_TEMPLATE]
    return tuple(_asked(shape, name) for name in open_ones)


def _asked(shape: Form, name: str) -> Asked:
    known: Field = fields()[name]
    return Asked(id=name, label=known.label, why=known.why, mandatory=shape.mandatory(name))


def _template(document: str, language: Language) -> str:
    languages = drafted().get(document)
    if not languages:
        raise BadInput("draft-not-drafted-here", document=document, drafted=", ".join(sorted(drafted())))
    if language not in languages:
        raise BadInput("draft-not-in-language", document=document, language=language, languages=", ".join(languages))
    return f"{document}.{language}.typ"


def _check_answers(document: str, shape: Form, answers: Mapping[str, str]) -> None:
    for name in answers:
        if name not in shape.fields:
            near = difflib.get_close_matches(name, shape.fields, n=1, cutoff=0)[0]
            raise BadInput("draft-no-such-field", document=document, field=name, near=near)
