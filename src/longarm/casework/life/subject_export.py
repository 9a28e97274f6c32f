"""What the node holds of the person harmed, given to her whole: one ZIP, made while it is read, kept nowhere.

In it: the case file, the letters, what she allowed and took back, how she wants to be contacted, the files as they came, and
who was given or shown something and when. Not in it: what supporters and recipients wrote (theirs to ask for), the team's
notes (asked for by name, since they may speak of others), keys.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.case.file import to_json
from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, field_of, open_for
from longarm.casework.cases import case_at
from longarm.casework.channels import for_team
from longarm.casework.day import approvals
from longarm.casework.intake import consents, letters
from longarm.casework.intake.contact import wishes_of
from longarm.casework.node import node, record
from longarm.casework.proof.exhibits import NEVER_OPENED, about_of, code_of, source_of
from longarm.store import records
from longarm.store.models import Channel, Exhibit, Note, Record
from longarm.texts import Language, say

_BLOCK: Final = 1 << 18
# Acts of the audit record by which something of the case was read, shown or given away.
_SHOWN: Final = frozenset({
    "case-read", "conversation-read", "exhibit-viewed", "exhibit-previewed", "exhibit-played", "exhibit-exported",
    "bundle-exported", "document-drafted", "subject-export", "member-added", "member-removed", "case-handed-over",
    "withheld-viewed", "statements-read", "notice-made", "series-exported",
})  # fmt: skip
_OF_OTHERS: Final = {"series-exported": "bundle-exported"}  # that it went is hers to know; that there are others is not
_ORDER: Final = msgspec.json.Encoder(order="deterministic")


class SubjectExport(NamedTuple):
    """`name` is ASCII and says nothing; `blocks` are the bytes of the ZIP."""

    name: str
    blocks: Iterator[bytes]


def subject_export(actor: Actor, case: UUID, language: Language | None = None, *, with_notes: bool = False) -> SubjectExport:
    """Everything of the person harmed in this case. `language` is that of the page on top; None: that of the case, hers.

    Raises NotFound when the actor is not of the case's team, NotAllowed for who does not work cases or where a second person
    is asked for and none agreed.
    """
    actor.must_work_cases()
    opened = open_for(actor, case)
    with transaction.atomic():
        approvals.use(actor, opened, "export")
        record(actor.user, "subject-export", organisation=actor.organisation, case=case)
        texts = tuple(_texts(opened, language or case_at(opened).case.language, with_notes))
        exhibits = tuple(Exhibit.objects.filter(case_id=case).exclude(state__in=NEVER_OPENED).order_by("number"))
    return SubjectExport(f"copy-{str(case)[:8]}.zip", _zip(opened, texts, exhibits))


def _texts(opened: OpenCase, language: Language, with_notes: bool) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", say("life-export-readme", language, notes=str(with_notes).lower()).encode() + b"\n"
    yield "case.json", to_json(case_at(opened).case)
    for number, row in enumerate(Channel.objects.filter(case_id=opened.id, kind=Channel.Kind.COMPLAINANT).order_by("made_at"), 1):
        channel = for_team(opened, row)
        said = [
            {"number": one.number, "from": "team" if one.from_team else "you", "at": one.at, "text": one.body.text,
             "notice": one.body.notice}
            for one in letters.read(channel)
        ]  # fmt: skip
        yield f"conversation-{number}/letters.json", _json(said)
        yield f"conversation-{number}/consents.json", _json(consents.standing(channel))
        yield f"conversation-{number}/wishes.json", _json(wishes_of(channel, row))
    yield "who-saw-what.json", _json(_shown(opened))
    if with_notes:
        rows = Note.objects.filter(case_id=opened.id).order_by("made_at")
        notes = [{"at": row.made_at, "text": opened.open(field_of(row, "body_sealed"), row.body_sealed).decode()} for row in rows]
        yield "notes.json", _json(notes)


def _shown(opened: OpenCase) -> list[dict[str, object]]:
    """Who (an opaque id) did what that showed or gave something of the case, and when."""
    rows = Record.objects.filter(case_id=opened.id).order_by("seq")
    lines = records.read(node().record_key, rows.iterator())
    return [
        {"at": line.at, "act": _OF_OTHERS.get(line.action, line.action), "by": line.actor}
        for line in lines
        if line.action in _SHOWN
    ]


def _zip(opened: OpenCase, texts: tuple[tuple[str, bytes], ...], exhibits: tuple[Exhibit, ...]) -> Iterator[bytes]:
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as target:
        for name, data in texts:
            target.writestr(name, data)
            yield sink.taken()
        for row in exhibits:
            about = about_of(opened, row)
            folder = f"files/{code_of(row.number)}"
            target.writestr(f"{folder}/about.json", _json({"name": about.name, "sha256": about.sha256, "at": row.received_at}))
            with source_of(opened, row).open() as source, target.open(f"{folder}/as-received", "w", force_zip64=True) as member:
                while block := source.read(_BLOCK):
                    member.write(block)
                    yield sink.taken()
    yield sink.taken()


class _Sink(io.RawIOBase):
    """Where the ZIP is written: what came since the last look is handed on, nothing is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        view = memoryview(data)  # type: ignore[arg-type]  # any buffer, as RawIOBase says
        self._held += view
        return view.nbytes

    def taken(self) -> bytes:
        data = bytes(self._held)
        self._held.clear()
        return data


def _json(value: object) -> bytes:
    return msgspec.json.format(_ORDER.encode(value), indent=2) + b"\n"
