"""A document drafted from the case: what the case holds is filled in, what it does not hold is listed, nothing is invented.
Long: one draft from the question to the page.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from datetime import date

import msgspec

from longarm.case.model import Case
from longarm.documents.choosing import choose, forum_of
from longarm.documents.content import Content
from longarm.documents.fill import IN_TEMPLATE, fill
from longarm.documents.form import Field, Form, Wording, documents, fields, form
from longarm.documents.matter import ExhibitLine, Matter, Seal
from longarm.documents.page import page_data, sources_of
from longarm.documents.persons import homes
from longarm.documents.recipients import recipient_of
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
    """A drafted document, for the `path` of the answer that it serves; `recipient`: whose statement it is, by id.

    `missing` are the mandatory fields left as blanks; `sources` what its legal statements rest on.
    """

    document: str
    language: PaperLanguage
    forum: str | None
    path: str | None
    recipient: str | None
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
    recipient: str | None = None,
    passed: bool = False,
) -> Draft:
    """The document as PDF. `answers` fill what the case does not hold and are kept nowhere; `forum` is whose authority reads it.

    `answer`, when the caller has it, saves working out the paths again. `path` is the id of the path that the document serves;
    without it the best-ranked one that names it. What only an authority may send stands under a notice of the organisation to
    its own prosecution or police, unless `authority` says that the drafter is one. `recipient` is the id of the person whose
    statement it is, where the case has several. `passed`: the gate of a gated paper was passed.

    Raises BadInput when the document is unknown, gated, or not drafted in that language, when an answer is for no field of it,
    when no path of that id names it, when nobody of that id is a recipient, or when a danger to the person forbids it.
    """
    shape = _open_form(document, passed=passed)
    given = {name: said for name, said in (answers or {}).items() if said.strip()}
    _check_answers(document, shape, given)
    _check_language(document, language)
    matter = _matter(document, case, facts, as_of, language=language, forum=forum, answer=answer, path=path)
    whose = recipient_of(document, shape, case, recipient)
    matter = msgspec.structs.replace(matter, exhibits=exhibits, seal=seal, asked=given, recipient=whose)
    filled = _filled(shape, matter)
    missing = _missing(shape, filled)
    data = page_data(shape, matter, filled, [asked.label.in_(language) for asked in missing], notice=not authority)
    return Draft(
        document=document,
        language=language,
        forum=matter.forum,
        path=matter.path.id if matter.path else None,
        recipient=whose.id if whose else None,
        title=shape.title.in_(language),
        pdf=pdf(f"{document}.typ", data, as_of),
        missing=missing,
        sources=sources_of(matter),
    )


def asks(
    document: str,
    case: Case,
    facts: Facts,
    as_of: date,
    *,
    forum: str | None = None,
    path: str | None = None,
    recipient: str | None = None,
) -> tuple[Asked, ...]:
    """What would have to be answered for that document: every field the case does not fill, the optional ones last."""
    shape = _open_form(document)
    matter = _matter(document, case, facts, as_of, language="en", forum=forum, answer=None, path=path)
    filled = _filled(shape, msgspec.structs.replace(matter, recipient=recipient_of(document, shape, case, recipient)))
    open_ones = [name for name in shape.fields if name not in filled and name not in IN_TEMPLATE]
    return tuple(_asked(shape, name) for name in sorted(open_ones, key=lambda name: not shape.mandatory(name)))


def drafted() -> dict[str, tuple[Language, ...]]:
    """The documents that can be drafted here, and in which of the languages of the interface."""
    return {
        document: tuple(lang for lang in LANGUAGES if lang in found)
        for document in documents()
        if (found := drafted_in(document)) and not form(document).gated
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


def _filled(shape: Form, matter: Matter) -> dict[str, Content]:
    found = {name: fill(name, matter) for name in shape.fields}
    return {name: content for name, content in found.items() if content is not None}


def _missing(shape: Form, filled: Mapping[str, Content]) -> tuple[Asked, ...]:
    open_ones = [name for name in shape.fields if shape.mandatory(name) and name not in filled and name not in IN_TEMPLATE]
    return tuple(_asked(shape, name) for name in open_ones)


def _asked(shape: Form, name: str) -> Asked:
    known: Field = fields()[name]
    return Asked(id=name, label=known.label, why=known.why, mandatory=shape.mandatory(name))


def _open_form(document: str, *, passed: bool = False) -> Form:
    """The form, unless the paper is gated: then only who has passed its gate drafts it."""
    shape = form(document)
    if shape.gated and not passed:
        raise BadInput("draft-through-its-gate", document=document)
    return shape


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
