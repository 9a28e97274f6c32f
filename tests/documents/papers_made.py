"""Papers for the tests, each made once: a founding case on its day, a document, a language, and the words of its pages."""

from __future__ import annotations

import io
import unicodedata
from datetime import date
from functools import cache
from importlib.resources import files

from pypdf import PdfReader
from pypdfium2 import PdfDocument

from longarm.case.file import parse_case
from longarm.case.model import Case
from longarm.documents.draft import Draft, draft
from longarm.law.answer import PathsAnswer
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case
from longarm.texts import PaperLanguage

DAYS = {
    "ahmed": date(2021, 8, 15),
    "ahmed-unknown-residence": date(2021, 8, 15),
    "diplomat": date(2020, 6, 1),
    "libyan-women-1": date(2022, 6, 15),
    "libyan-women-2": date(2022, 6, 15),
    "libyan-women-3": date(2022, 6, 15),
    "shams": date(2021, 9, 30),
    "shorouk": date(2022, 1, 4),
    "strikeback": date(2013, 7, 20),
}


@cache
def founding(name: str) -> Case:
    return parse_case((files("longarm.casework") / "demo" / "cases" / f"{name}.yaml").read_bytes(), name).case


@cache
def answer_for(name: str, day: date | None = None) -> PathsAnswer:
    case = founding(name)
    return paths(case, load(), day or DAYS[name], trace_case(case, load()))


@cache
def made(
    document: str,
    name: str,
    language: PaperLanguage = "en",
    *,
    day: date | None = None,
    path: str | None = None,
    forum: str | None = None,
    authority: bool = False,
) -> Draft:
    return draft(
        document,
        founding(name),
        load(),
        language,
        day or DAYS[name],
        answer=answer_for(name, day),
        path=path,
        forum=forum,
        authority=authority,
    )


def words(document: str, name: str, language: PaperLanguage = "en", **how: object) -> str:
    """The text of the paper on one line."""
    return " ".join(text_of(made(document, name, language, **how).pdf).split())  # type: ignore[arg-type]


@cache
def text_of(pdf: bytes) -> str:
    """The words of the pages, vowel signs and isolation marks dropped; of Arabic as two readers find them."""
    found = "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(pdf))
    if any("\u0600" <= letter <= "\u06ff" for letter in found):
        found += "\n" + "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    text = unicodedata.normalize("NFKC", found).replace("\r", "")
    return "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf"))
