"""Steps, refusals, reasons, a notice with its plan and its paper, a statement: none of them lies on the disk in the clear."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import msgspec
import pytest
from django.conf import settings
from django.db import connection
from test_lawful_notice import ASKED, KNOWN, NAME, PHOTO, stamp
from test_planted_markers_of_the_intake import found

from longarm.case.when import When
from longarm.casework.cases import open_case
from longarm.casework.day import approvals, notice, statements
from longarm.casework.day.joining import merge
from longarm.casework.day.refused import Refused, record_refusal
from longarm.casework.intake import giving
from longarm.casework.people.team import add_member
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.steps import Taken, take_step
from people import everybody, join

WORDS = [
    NAME,
    "markstep-klipspringer",
    "markbody-bongo",
    "markrefused-nyala",
    "markreason-lechwe",
    "markplan-sitatunga of the evening",
    "marklawyer-oribi",
    "markrequest-kob",
    "markstatement-هدهد",
    "markabroad-topi.jpg",
]


@pytest.mark.django_db(transaction=True)
def test_the_disk_tells_nothing_of_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET log_statement = 'all'")
    people = everybody()
    basma, omar = people.basma, join(people.basma, "Omar", "consular")
    case = open_case(basma, KNOWN).id
    add_member(basma, case, people.rana.user)
    take_step(basma, case, Taken(checklist="phone", step="number", subject="phone-1", words=WORDS[1]))
    record_refusal(basma, case, Refused(by=WORDS[2], at=When.parse("2026"), reason="no_law", words=WORDS[3]), 1)
    process_exhibit(basma, add_exhibit(basma, case, io.BytesIO(PHOTO), "photo.jpg"))
    stamp(people, case, seal_case(basma, case))
    made = notice.prepare(basma, case, msgspec.structs.replace(ASKED, plan=WORDS[5], lawyer=WORDS[6]))
    approvals.answer(people.rana, approvals.ask(basma, case, "notice", WORDS[4], made), agreed=True)
    paper = notice.issue(basma, made).pdf
    request = statements.ask(basma, case, omar.user, WORDS[7], "ar")
    statements.write(omar, request, WORDS[8])
    upload = giving.begin(statements.holder(omar, request), WORDS[9], len(PHOTO))
    giving.receive(statements.holder(omar, request), upload, 0, PHOTO)
    giving.finish(statements.holder(omar, request), upload)
    merge(basma, open_case(basma, KNOWN.replace("0007", "0008")).id, case)
    assert found(WORDS) == set()
    assert not any(paper[:200] in file.read_bytes() for file in settings.LONGARM_FOLDER.data.rglob("*") if file.is_file())
    assert list(tmp_path.iterdir()) == []
