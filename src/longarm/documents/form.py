"""The forms: which fields each document has, where they come from, who signs, what is attached (documents/forms/*.yaml)."""

from __future__ import annotations

import difflib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
from msgspec import field

from longarm import strict_yaml, typed_yaml
from longarm.errors import BadInput
from longarm.law.dates import OPEN, LawDate
from longarm.texts import PaperLanguage

Confidence = Literal["high", "medium", "low"]


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping of the form files; unknown keys are refused."""


class Wording(_Entry, frozen=True, kw_only=True):
    """A name in three languages, and in German where a paper that Germany receives says it."""

    ar: str
    en: str
    fr: str
    de: str | None = None

    def in_(self, language: PaperLanguage) -> str:
        return str(getattr(self, language) or self.en)


class Field(_Entry, frozen=True, kw_only=True):
    """One thing a document says: its label, its kind, its place in the case file (or `asked`), and why it is needed."""

    label: Wording
    kind: str
    why: str
    from_: str = field(name="from")


class Source(_Entry, frozen=True, kw_only=True):
    title: str
    confidence: Confidence
    checked: str
    address: str | None = None


class Period(_Entry, frozen=True, kw_only=True):
    """A time the document must keep, or that runs from it; an ISO 8601 duration, or `unknown`."""

    id: str
    duration: str
    text: str
    confidence: Confidence


class Rejection(_Entry, frozen=True, kw_only=True):
    """A known reason for which such a paper is refused, and the answer to it."""

    id: str
    text: str


class DatedRule(_Entry, frozen=True, kw_only=True):
    """Something that holds for the paper from one day to another, as `document-rule-<id>` says it; `forum`: in one state only."""

    id: str
    from_: LawDate | None = field(default=None, name="from")
    until: LawDate = OPEN
    forum: str | None = None
    source: str


class Form(_Entry, frozen=True, kw_only=True):
    """A document: what it is for, who signs it, to whom it goes (`forum`: the one state whose authorities take it).

    `drafted`: the languages in which longarm drafts it; none: it is known and not drafted here. `by: authority`: only an
    authority may send it, so that an organisation drafts it under a notice to its own prosecution or police. `gated`: drafted
    on a node only, once the conditions are met that it asks of the case.
    """

    title: Wording
    purpose: str
    signs: str
    to: str
    forum: str | None = None
    by: Literal["person", "caseworker", "authority"]
    drafted: tuple[PaperLanguage, ...] = ()
    gated: bool = False
    rules: tuple[DatedRule, ...] = ()
    model: tuple[Source, ...]
    legal_basis: tuple[Source, ...] = ()
    fields: tuple[str, ...]
    optional: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    language: str
    authentication: str | None = None
    time: tuple[Period, ...] = ()
    rejection: tuple[Rejection, ...] = ()
    limits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    confidence: Confidence

    def mandatory(self, name: str) -> bool:
        return name in self.fields and name not in self.optional


class _Fields(_Entry, frozen=True, kw_only=True):
    fields: dict[str, Field]


@cache
def documents() -> tuple[str, ...]:
    """The ids of all documents longarm knows, drafted here or not."""
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in _folder().iterdir() if entry.name.endswith(".yaml")))


@cache
def form(document: str) -> Form:
    """The form of `document`. Raises BadInput naming the nearest id when there is none."""
    if document not in documents():
        near = difflib.get_close_matches(document, documents(), n=1, cutoff=0)[0]
        raise BadInput("draft-no-such-document", document=document, near=near)
    name = f"{document}.yaml"
    return typed_yaml.convert(strict_yaml.load((_folder() / name).read_bytes(), name), Form)


@cache
def fields() -> dict[str, Field]:
    """Every field of every document, by id."""
    source = files("longarm.documents") / "fields.yaml"
    return typed_yaml.convert(strict_yaml.load(source.read_bytes(), "fields.yaml"), _Fields).fields


def _folder() -> Traversable:
    return files("longarm.documents") / "forms"
