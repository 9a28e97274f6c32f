"""A row in every table, with a planted word: nobody finds it on the disk, in a backup, in a log.

The data folder, the keys folder, the backups, the temporary folder, the log of the web and PostgreSQL's server are searched. A
table that nobody plants a word into fails: add the act that fills it.
"""

from __future__ import annotations

import io
import logging
import logging.config
import re
import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
import test_lawful_notice as gate
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client
from planted_beyond import beyond_happens
from planted_escrow import escrow_happens
from planted_operation import operation_happens
from test_planted_markers import _read, stored

from longarm.case.when import UNKNOWN
from longarm.casework.backup.make import back_up
from longarm.casework.backup.opening import held_shelf
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day import approvals, closing, conversation, notice, statements
from longarm.casework.day.notes import add_note
from longarm.casework.day.refused import Refused, record_refusal
from longarm.casework.day.tasks import add_task
from longarm.casework.exchange.advisories import telling
from longarm.casework.exchange.advisories.hearing import hear
from longarm.casework.exchange.requests import drafting
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.intake import giving, holder, returns
from longarm.casework.intake import submit as intake
from longarm.casework.life.deletion import delete_case
from longarm.casework.life.hold import set_hold
from longarm.casework.life.subject_export import subject_export
from longarm.casework.matches.elsewhere import ask_them
from longarm.casework.matches.judging import judge
from longarm.casework.node import node
from longarm.casework.people.second_factor import begin_second_factor
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof import child_road
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.steps import Taken, take_step
from longarm.casework.proof.withheld import Instruction, Known, instructed, withhold
from longarm.casework.rules import Rules, change_rules
from longarm.exchange.feeds.stix import bundle
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.keys.backup import new_backup_key, store_public
from people import everybody, join
from speech import opus, speech

# The words planted here alone: the log of the server of the run also holds what other tests store in the clear on purpose.
MARK = re.compile(rb"[Mm]ark-[a-z]+-[a-z]+")
# Filled by a worker, which these tests do not start: ids and times, and a key sealed to it (test_worker.py).
NOT_HERE = {"job"}
ACCOUNT = '  - {id: his, type: account, value: "https://www.facebook.com/mark-account-takin", used_by: suspect-1}\n'
CASE = gate.KNOWN.replace("alias: Amal", "alias: mark-alias-gaur").replace("events:\n", f"{ACCOUNT}events:\n", 1)


CHAT = "".join(
    f"[30/10/2026, 21:{n:02d}:05] +218 91 000 0017: mark-threat-anoa pay 500 dinar or your family sees it, you have until {n}\n"
    for n in range(10, 40)
).encode()


def requests_go_and_come(basma: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """One to another node with an exhibit, and one from there."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "exchange" / "requests"))
    import elsewhere

    elsewhere.here(basma)
    tripoli, case = elsewhere.Elsewhere(basma), elsewhere.new_case(basma)
    photo = add_exhibit(basma, case, io.BytesIO(gate.PHOTO), "mark-sent-zorilla.jpg")
    request = drafting.draft(basma, case, elsewhere.wanted(tripoli, exhibits=(photo,), agreed="mark-agreed-civet, she said so"))
    drafting.send(basma, request)
    file, travels = tripoli.bundle([b"mark-inside-genet"])
    theirs, letter = tripoli.asks(files=(file,))
    take(letter, elsewhere.now())
    tripoli.give(theirs, file, travels)


def everything_happens(people: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every act that leaves a row. Returns what nobody may find beside the words: codes, tokens, cookies."""
    basma, rana = people.basma, people.rana
    change_rules(basma, Rules(neutral_title="mark-title-kudu"))
    case = open_case(basma, CASE).id
    process_exhibit(basma, add_exhibit(basma, case, io.BytesIO(gate.PHOTO), "mark-photo-oryx.jpg"))
    gate.stamp(people, case, seal_case(basma, case))
    add_member(basma, case, rana.user)
    asked = msgspec.structs.replace(gate.ASKED, plan="mark-plan-addax sleeps elsewhere, every evening we call")
    paper = notice.prepare(basma, case, asked)
    approvals.answer(rana, approvals.ask(basma, case, "notice", "mark-reason-sitatunga", paper), True)
    assert notice.issue(basma, paper).pdf
    add_note(basma, case, "mark-note-bongo")
    said = {
        "title": "mark-title-serval",
        "words": "mark-words-caracal",
        "language": "en",
        "states": ("LY",),
        "reason": "mark-why-genet",
    }
    advisory = telling.write(basma, case, chosen=("phone-1",), reach="amber", **said)  # type: ignore[arg-type]
    approvals.answer(rana, approvals.approvals_of(open_for(rana, case))[0].id, True)
    telling.tell(basma, advisory)
    assert hear(basma, bundle([telling.advisory_of(basma, advisory).advisory]), "stix").new == 1
    add_task(basma, case, "mark-task-nyala")
    step = Taken(checklist="account", step="stable-id", subject="his", words="mark-step-duiker")
    take_step(basma, case, step)
    version = apps.get_model("store", "Case").objects.get(id=case).version
    record_refusal(
        basma, case, Refused(by="mark-body-eland", at=UNKNOWN, reason="foreign_number", words="mark-said-kob"), version
    )
    nadia = join(basma, "Mark-officer-gnu", "consular")
    request = statements.ask(basma, case, nadia.user, "mark-question-topi", "ar")
    statements.write(nadia, request, "mark-statement-puku")
    second = add_exhibit(basma, case, io.BytesIO(gate.PHOTO), "mark-kept-lechwe.jpg")
    withhold(basma, second, Known(where="mark-where-reedbuck", how="mark-how-impala"))
    instructed(
        basma, second, Instruction(authority="mark-authority-gerenuk", reference="mark-ref-dikdik", words="mark-order-suni")
    )
    child_road.set_child(basma, case, True, "mark-child-oribi")
    set_hold(basma, case, True, "mark-hold-chamois")
    closing.close_case(basma, case, "advised", "mark-end-tahr")
    remove_member(basma, case, rana.user)
    assert b"".join(subject_export(basma, case, "en", with_notes=True).blocks)

    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(basma.organisation), raising=False)
    wishes = Wishes(how="call", where="mark-phone-saiga", code_word="mark-word-goral")
    code, token = intake.submit(
        Report(language="ar", words="mark-report-serow", child="no", wishes=wishes, consents=("contact",))
    )
    amal = returns.holder_of(token)
    holder.write(amal, "mark-letter-takin")
    upload = giving.begin(amal, "mark-given-urial.txt", 200)
    giving.receive(amal, upload, 0, b"mark-bytes-argali " * 11 + b"xx")
    giving.finish(amal, upload)
    [thread] = [one for one in conversation.of_case(basma, amal.case) if one.kind == "complainant"]
    conversation.answer(basma, thread.id, "mark-answer-markhor")
    conversation.set_status(basma, thread.id, "working", "mark-status-bharal")

    beyond_happens(basma, open_case(basma, CASE).id, monkeypatch)
    escrow_happens(basma, CASE, monkeypatch)
    alike, theirs = open_case(basma, CASE).id, open_case(rana, CASE).id
    process_exhibit(basma, add_exhibit(basma, alike, io.BytesIO(CHAT), "mark-chat-yak.txt"))
    process_exhibit(basma, add_exhibit(basma, alike, io.BytesIO(opus(speech(1, 6))), "mark-voice-okapi.ogg"))
    judge(basma, alike, amal.case, "different", "mark-why-muskox")
    assert ask_them(basma, alike)
    assert theirs

    requests_go_and_come(basma, monkeypatch)
    operation_happens(basma, monkeypatch, str(Path(__file__).parent / "exchange" / "operations"))
    gone = open_case(basma, CASE).id
    delete_case(basma, gone, "asked")
    factor = begin_second_factor(people.dina).written
    return [code, token, factor, factor.replace(" ", "")]


@pytest.mark.django_db(transaction=True)
def test_no_table_holds_a_word_of_anybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    temporary, backups = tmp_path / "tmp", tmp_path / "backups"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET log_statement = 'all'")
    people = everybody()
    secrets = everything_happens(people, monkeypatch)
    store_public(node().folder.keys, new_backup_key().public)
    with held_shelf(backups) as shelf:
        back_up(shelf)
    monkeypatch.setattr("longarm.web.intake.visit.leave", _breaks)
    logging.getLogger("django.request").disabled = False
    django_log = logging.getLogger("django")
    for part in ("handlers", "propagate", "level"):  # as a node that starts now: another test may have set its log aside
        monkeypatch.setattr(django_log, part, list(django_log.handlers) if part == "handlers" else getattr(django_log, part))
    logging.config.dictConfig(settings.LOGGING)
    assert Client(raise_request_exception=False).post("/", {"do": "leave", "token": "mark-logged-gayal"}).status_code == 500

    models = apps.get_app_config("store").get_models()
    empty = {model._meta.model_name for model in models if not model._default_manager.exists()} - NOT_HERE
    assert empty == set(), "plant a word into these tables too"
    for folder in (settings.LONGARM_FOLDER.data, settings.LONGARM_FOLDER.keys, backups, temporary):
        for place, data in _all(folder):
            assert not MARK.search(data), (place, MARK.findall(data)[:3])
            assert not MARK.search(place.encode()), place
            assert not any(secret.encode() in data for secret in secrets), place
    told = "".join(capfd.readouterr())
    assert "ERROR django.request" in told or "ValueError" in told
    assert not MARK.search(told.encode()), told
    assert [path for path in temporary.rglob("*") if path.is_file()] == []


def _breaks(token: str) -> None:
    raise ValueError(f"what a person wrote: {token}")


def _all(folder: Path) -> Any:
    if folder == settings.LONGARM_FOLDER.data:
        yield from stored(folder)  # PostgreSQL's server too
    for path in folder.rglob("*"):
        if path.is_file():
            yield str(path), _read(path)


def test_the_search_would_find_one(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"\0\1mark-note-bongo\2")
    assert [place for place, data in _all(tmp_path) if MARK.search(data)] == [str(tmp_path / "leak")]
