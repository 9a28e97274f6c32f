"""Loads the founding cases into an empty node, through the same functions that people's cases go through.

The sign-in is public: anybody who reaches the node can look around. The organisation is marked as a demonstration, and
every page says that nothing real belongs in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.resources import files
from typing import Final, NamedTuple
from uuid import UUID

from django.db import transaction

from longarm.case.file import parse_case
from longarm.case.model import Case
from longarm.casework.actor import Actor
from longarm.casework.cases import list_cases, open_case
from longarm.casework.demo.exhibit import DemoExhibit
from longarm.casework.demo.figures import with_figures
from longarm.casework.demo.lively import enliven
from longarm.casework.demo.wording import Wording, language_of, worded, wording
from longarm.casework.people.organisations import is_empty, set_up_organisation
from longarm.casework.people.visits import sign_in
from longarm.casework.proof.bundles import list_bundles, seal_case
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.refusals import Conflict
from longarm.store.models import Organisation
from longarm.texts import Language

NAME: Final = "demo"
PASSPHRASE: Final = "look around longarm"  # noqa: S105 - public: printed, and shown on the first page


class DemoStep(NamedTuple):
    """Progress: `done` of `total` steps, the case at hand, and the file (None while the case itself is opened or sealed)."""

    done: int
    total: int
    case: str
    file: str | None


def found_demo(language: Language) -> None:
    """The demonstration's organisation, named in that language, and its one user. Raises Conflict when the node is not empty."""
    with transaction.atomic():
        if not is_empty():
            raise Conflict("casework-not-empty")
        set_up_organisation(wording(language).organisation, NAME, PASSPHRASE, demonstration=True)


def is_demo() -> bool:
    """Is this node a demonstration?"""
    return Organisation.objects.filter(demonstration=True).exists()


def load_demo() -> Iterator[DemoStep]:
    """Opens, reads and seals the founding cases in the language of its organisation's name, telling each step; what an
    earlier, broken-off run left is completed.
    """
    actor = sign_in(NAME, PASSPHRASE).actor
    language = language_of(actor.organisation_name)
    words = wording(language)
    there = {summary.reference: summary.id for summary in list_cases(actor)}
    names = case_names()
    exhibits = {name: _build(name, language) for name in names}
    total = sum(len(made) + 2 for made in exhibits.values())
    done = 0
    for name in names:
        told = worded(_founding(name), words.cases[name])
        reference = told.reference
        yield DemoStep(done, total, reference, None)
        case = there.get(reference) or open_case(actor, told).id
        done += 1
        for made in exhibits[name]:
            yield DemoStep(done, total, reference, made.name)
            _add(actor, case, made, words)
            done += 1
        yield DemoStep(done, total, reference, None)
        if exhibits[name] and not list_bundles(actor, case):
            seal_case(actor, case)
        done += 1
    enliven(actor, language)
    with_figures(actor, words)
    yield DemoStep(total, total, "-", None)


def case_names() -> tuple[str, ...]:
    """The founding cases, by the names of their files."""
    folder = files("longarm.casework.demo") / "cases"
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


def _founding(name: str) -> Case:
    text = (files("longarm.casework.demo") / "cases" / f"{name}.yaml").read_bytes()
    return parse_case(text, f"{name}.yaml").case


def _add(actor: Actor, case: UUID, made: DemoExhibit, words: Wording) -> None:
    there = {view.about.name: view for view in list_exhibits(actor, case)}
    view = there.get(made.name)
    if view is None:
        how = words.received[made.received_how] if made.received_how else None
        exhibit = add_exhibit(actor, case, io.BytesIO(made.data), made.name, made.received_from, received_how=how)
        process_exhibit(actor, exhibit)
    elif view.state in ("received", "reading"):
        process_exhibit(actor, view.id)


def _build(name: str, language: Language) -> tuple[DemoExhibit, ...]:
    from longarm.casework.demo.build import build

    return build(name, language)
