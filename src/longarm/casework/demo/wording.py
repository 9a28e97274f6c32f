"""What the demonstration says, in the language of whoever asked for it (`wording/*.yaml`): names, notes, tasks, reports.

What people wrote each other stays as they wrote it: exhibits are in the language of those who wrote them, and so is the report
of somebody who writes another language.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

import msgspec

from longarm.case.model import Case
from longarm.strict_yaml import load
from longarm.texts import LANGUAGES, Language
from longarm.typed_yaml import convert

How: TypeAlias = Literal[
    "account-download", "as-received", "collected", "handed-on", "kept-by-friend", "original-mail", "phone-export",
    "photograph", "saved-by-relative", "saved-in-browser", "screenshot", "slip", "written-down",
]  # fmt: skip


class CaseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A founding case: what its persons are called, a summary, remarks on its events, by their ids."""

    persons: dict[str, str]
    notes: str
    events: dict[str, str] = {}


class ReportWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a report of `reports.yaml` says, and the letters after it."""

    words: str
    hours: str = ""
    code_word: str = ""
    answer: str = ""
    again: str = ""


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`organisation`: the demonstration's name; `neighbour`: the other node in its figures; `first_talk`: a caseworker's note."""

    organisation: str
    neighbour: str
    note: str
    task: str
    first_talk: str
    received: dict[How, str]
    cases: dict[str, CaseWords]
    reports: dict[str, ReportWords]


@cache
def wording(language: Language) -> Wording:
    """Its words in that language; in English where a translator looks at one that has none yet."""
    file = files("longarm.casework.demo").joinpath("wording", f"{language}.yaml")
    return convert(load(file.read_bytes(), file.name), Wording) if file.is_file() else wording("en")


def language_of(organisation: str) -> Language:
    """The language of a demonstration of that name, so that who completes a broken-off loading needs no other trace of it."""
    return next((language for language in LANGUAGES if wording(language).organisation == organisation), "en")


def worded(case: Case, words: CaseWords) -> Case:
    """The case with the names and remarks of that language; its facts stay as they are."""
    persons = tuple(msgspec.structs.replace(one, alias=words.persons.get(one.id, one.alias)) for one in case.persons)
    events = tuple(msgspec.structs.replace(one, note=words.events.get(one.id, one.note)) for one in case.events)
    return msgspec.structs.replace(case, persons=persons, events=events, notes=words.notes)
