"""Cases into the memory of the search: what each says, folded, and a stamp that changes when it says something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from django.db.models import Count, F

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, open_held
from longarm.casework.channels import for_team
from longarm.casework.day import notes
from longarm.casework.day.brief import Brief, open_brief
from longarm.casework.day.folding import digits, folded, phones_in
from longarm.casework.intake.letters import Body
from longarm.store.models import Case, CaseContent, CaseKey, Channel, Letter, Note

_LONGEST: Final = 40_000  # characters of one case
_STAGES: Final = (Case.Stage.RECEIVED, Case.Stage.OPEN, Case.Stage.CLOSED)


class Stamp(NamedTuple):
    version: int
    key_number: int
    stage: str
    urgent: bool
    notes: int
    letters: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A case in memory. `text` is all of `parts`, `numbers` every number by its digits."""

    case: UUID
    called: str
    reference: str
    stage: str
    urgent: bool
    parts: tuple[tuple[str, str], ...]
    text: str
    numbers: str
    stamp: Stamp

    @property
    def closed(self) -> bool:
        return self.stage == Case.Stage.CLOSED


def stamps(actor: Actor, most: int) -> dict[UUID, Stamp]:
    """The newest cases whose keys the actor holds."""
    held = Case.objects.filter(keys__user_id=actor.user, stage__in=_STAGES).order_by("-made_at")
    rows = list(held.values_list("id", "version", "key_number", "stage", "urgent")[:most])
    mine = {"case__keys__user_id": actor.user}
    noted = dict(Note.objects.filter(**mine).order_by().values_list("case_id").annotate(number=Count("id")))
    of_mine = {"channel__case__keys__user_id": actor.user}
    said = dict(Letter.objects.filter(**of_mine).order_by().values_list("channel__case_id").annotate(number=Count("id")))
    return {
        case: Stamp(version, key_number, stage, urgent, noted.get(case, 0), said.get(case, 0))
        for case, version, key_number, stage, urgent in rows
    }


def read_entries(actor: Actor, wanted: Mapping[UUID, Stamp]) -> dict[UUID, Entry]:
    """What these cases say. One that was deleted or changed hands this moment is left out."""
    keys = dict(CaseKey.objects.filter(user_id=actor.user, case_id__in=wanted).values_list("case_id", "sealed"))
    cases = Case.objects.in_bulk(list(keys))
    contents = {row.case_id: row for row in CaseContent.objects.filter(case_id__in=cases, version=F("case__version"))}
    noted, channels = defaultdict(list), defaultdict(list)
    for note in Note.objects.filter(case_id__in=cases):
        noted[note.case_id].append(note)
    for channel in Channel.objects.filter(case_id__in=cases).prefetch_related("letters"):
        channels[channel.case_id].append(channel)
    found = {}
    for case, row in cases.items():
        if case in contents:
            opened = open_held(actor, row, keys[case])
            parts = [*_file(opened, contents[case]), *(("note", notes.text_of(opened, one)) for one in noted[case])]
            parts += _letters(opened, channels[case])
            found[case] = _entry(row, open_brief(opened, row), parts, wanted[case])
    return found


def _entry(row: Case, brief: Brief, parts: list[tuple[str, str]], stamp: Stamp) -> Entry:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, text in parts:
        by_kind[kind].append(text)
    folds = tuple((kind, folded("\n".join(texts)[:_LONGEST])) for kind, texts in by_kind.items())
    numbers = [digits(text) for kind, text in parts if kind == "identifier"]
    numbers += [number for kind, text in parts if kind != "identifier" for number in phones_in(text[:_LONGEST])]
    whole = "\n".join(text for _, text in folds)
    return Entry(row.id, brief.called, brief.reference, row.stage, row.urgent, folds, whole, "\n".join(numbers), stamp)


def _file(opened: OpenCase, row: CaseContent) -> Iterator[tuple[str, str]]:
    """The words of a case file, without the vocabulary of codes. Read as plain JSON: ours, and authenticated."""
    file: dict[str, Any] = msgspec.json.decode(opened.open("case-file", row.file_sealed, row.version))
    yield "reference", file.get("reference", "")
    yield from _remarks(file)
    for person in file.get("persons", ()):
        yield from (("name", person[key]) for key in ("alias", "legal_name") if person.get(key))
        yield from _remarks(person)
    for identifier in file.get("identifiers", ()):
        yield from (("identifier", identifier[key]) for key in ("value", "handle") if identifier.get(key))
        yield from _remarks(identifier)
    for event in file.get("events", ()):
        yield from _remarks(event)


def _remarks(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from (("account", part[key]) for key in ("note", "notes", "place") if isinstance(part.get(key), str))


def _letters(opened: OpenCase, channels: list[Channel]) -> Iterator[tuple[str, str]]:
    for row in channels:
        channel = for_team(opened, row)
        for letter in row.letters.all():
            body = msgspec.json.decode(channel.open(field_of(letter, "body_sealed"), letter.body_sealed), type=Body)
            if body.text:
                yield "letter", body.text
