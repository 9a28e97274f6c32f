"""A node with everybody on it, for the tables of who may do what: what each address is filled with, and how it is asked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import msgspec
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils import timezone
from permission_rows import FILE, STAFF, Ask

from longarm.casework.actor import Actor
from longarm.casework.case_keys import field_of, open_for
from longarm.casework.cases import case_at, open_case
from longarm.casework.day import statements
from longarm.casework.day.approvals import answer as answer_question
from longarm.casework.day.approvals import approvals_of
from longarm.casework.day.approvals import ask as ask_for
from longarm.casework.day.tasks import add_task
from longarm.casework.exchange import members, parties
from longarm.casework.exchange.advisories import telling
from longarm.casework.exchange.advisories.hearing import hear
from longarm.casework.exchange.figures import counting
from longarm.casework.exchange.figures.kept import seal_figures
from longarm.casework.exchange.operations.acting import open_one
from longarm.casework.exchange.operations.team import let_in
from longarm.casework.exchange.requests.drafting import Wanted, draft
from longarm.casework.intake import giving, invitations, returns
from longarm.casework.intake.submit import submit
from longarm.casework.life.deletion import delete_case
from longarm.casework.matches.elsewhere import ask_them
from longarm.casework.people.team import add_member
from longarm.casework.people.visits import sign_in
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.exchange.card import make_card
from longarm.exchange.feeds.advisory import Advisory
from longarm.exchange.feeds.sign import Sign
from longarm.exchange.feeds.stix import bundle
from longarm.exchange.figures.published import FORMAT, Published
from longarm.intake.report import Report
from longarm.keys.party import Party
from longarm.store.models import FiguresTold, Heard, Notice, Question, Session
from longarm.web import assets
from people import AMAL, PASSPHRASE, everybody, join

NOTHING = "00000000-0000-4000-8000-000000000000"
SOUND = b"OggS" + bytes(200)  # needs no reader, and plays
PHOTO = b"\xff\xd8\xff\xe0" + bytes(90)
ACCOUNT = '  - {id: his, type: account, value: "https://www.facebook.com/profile.php?id=100000000000017", used_by: suspect-1}\n'
CASE = AMAL.replace("events:\n", ACCOUNT + "events:\n")
NAMES = {
    "caseworker": "Sami",
    "coordinator": "Basma",
    "counsel": "Huda",
    "colleague": "Rana",
    "elsewhere": "Karim",
    "admin": "Adam",
    "auditor": "Dina",
    "consular": "Nadia",
}
# About conversations: asked of the case that came in by the intake.
TALKED = {f"desk/cases/<uuid:case_id>/{part}/" for part in ("talk", "invite", "settle", "take-in", "child")}
STATEMENTS = {"desk/channels/<uuid:channel_id>/statement/", "desk/statements/<uuid:channel_id>/"}
STATEMENTS |= {"desk/statements/<uuid:channel_id>/files/"}
WITHHELD = {f"desk/exhibits/<uuid:exhibit_id>/{part}/" for part in ("withheld", "instruction", "destroy")}
GIVEN = {
    "case_id": "case",
    "exhibit_id": "exhibit",
    "bundle_id": "bundle",
    "channel_id": "channel",
    "task_id": "task",
    "approval_id": "approval",
    "user_id": "user",
    "notice_id": "notice",
    "other_id": "other",
    "question_id": "question",
    "advisory_id": "advisory",
    "heard_id": "heard",
    "upload_id": "upload",
    "request_id": "request",
    "operation_id": "operation",
}
FIXED = {
    "<slug:document>": "complaint-eg",
    "<state_code:code>": "EG",
    "<instrument_id:name>": "budapest-2001",
    "<str:form>": "stix.json",
}


class World(NamedTuple):
    """`things`: what addresses and forms are filled with. `keys`: cookie or token by person. `wrong`: what was found."""

    things: dict[str, str]
    keys: dict[str, str]
    codes: dict[str, str]
    wrong: list[str]


def make(monkeypatch: Any) -> World:
    """One case with a team of three, another that came in by the intake, one that was deleted, and eight people at the desk."""
    people = everybody()
    basma = people.basma
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(basma.organisation), raising=False)
    sami, huda = join(basma, "Sami", "caseworker"), join(basma, "Huda", "counsel")
    join(basma, "Adam", "admin")
    nadia = join(basma, "Nadia", "consular")
    case = open_case(basma, CASE).id
    exhibit = add_exhibit(basma, case, io.BytesIO(SOUND), "call.ogg")
    process_exhibit(basma, exhibit)
    bundle = seal_case(basma, case)
    kept = add_exhibit(basma, case, io.BytesIO(PHOTO), "photo.jpg")
    withhold(basma, kept, Known(where="his account", how="she said so"))
    gone = open_case(basma, AMAL.replace("0007", "0008")).id
    delete_case(basma, gone, "asked")
    report = submit(Report(language="ar", words="يهددني", child="no"))
    amal = returns.holder_of(report.token)
    for one in (case, amal.case):
        for member in (sami, huda):
            add_member(basma, one, member.user)
    codes = {kind: invitations.invite(basma, amal.case, kind, "the school", "en") for kind in ("recipient", "supporter")}
    keys = {kind: returns.enter(code) for kind, code in codes.items()} | {"complainant": report.token}
    keys |= {person: sign_in(name, PASSPHRASE).cookie for person, name in NAMES.items()}
    now = case_at(open_for(basma, case))
    things: dict[str, Any] = {
        "case": case,
        "exhibit": exhibit,
        "withheld": kept,
        "bundle": bundle,
        "gone": gone,
        "other": open_case(basma, AMAL.replace("0007", "0009")).id,
        "task": add_task(basma, case, "Call"),
        "approval": ask_for(sami, case, "export", "court", bundle),
        "channel": amal.channel,
        "talked": amal.case,
        "user": sami.user,
        "caseworker": sami.user,
        "coordinator": basma.user,
        "counsel": huda.user,
        "colleague": people.rana.user,
        "supporting": returns.holder_of(keys["supporter"]).channel,
        "upload": giving.begin(amal, "hers.jpg", 100),
        "notice": _notice(basma, case),
        "request": _request(basma, case),
        "member": (member := _member()),
        "operation": _operation(basma, sami, member),
        "question": _question(people.rana, case),
        "quarter": _figures(basma),
        "advisory": _advisory(basma, sami, case),
        "heard": _heard(basma),
        "consular": nadia.user,
        "statement": statements.ask(basma, amal.case, nadia.user, "Ask Hana", "ar"),
        "recovery": people.recovery_key,
        "version": now.version,
        "reference": now.case.reference,
        "file": CASE.replace("Amal", "Amoula"),
    }
    return World({name: str(value) for name, value in things.items()}, keys, {**codes, "complainant": report.code}, [])


def _figures(actor: Actor) -> str:
    """Of a closed quarter, told."""
    [period, *_] = counting.closed(timezone.localdate())
    row = FiguresTold(id=uuid4(), period=period, drawn_by_id=actor.user, told_by_id=actor.user, told_at=timezone.now())
    row.figures_sealed = seal_figures(row, Published(FORMAT, period, (), "3", 41, ()))
    row.save(force_insert=True)
    return period


def _question(actor: Actor, of: UUID) -> UUID:
    """Rana, of another team, has a case with the same number."""
    ask_them(actor, open_case(actor, AMAL.replace("0007", "0010")).id)
    return Question.objects.get(case=of).id


def _advisory(actor: Actor, second: Actor, case: UUID) -> UUID:
    """Written by one, agreed to by another, not told yet."""
    made = telling.write(
        actor, case, title="An office", words="Says he is an office", language="en", chosen=["phone-1"], reach="amber", states=(),
        reason="many",
    )  # fmt: skip
    question = next(one for one in approvals_of(open_for(second, case)) if one.object == made)
    answer_question(second, question.id, True)
    return made


def _heard(actor: Actor) -> UUID:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    others = Advisory(
        id=uuid4(), by="b" * 64, organisation="Others", title="A link", words="", language="en",
        signs=(Sign("url", "https://example.org/pay"),), made_at=now, changed_at=now,
    )  # fmt: skip
    hear(actor, bundle([others]), "stix")
    return Heard.objects.get().id


def _request(basma: Actor, case: UUID) -> UUID:
    parties.make_own_card(None, "Unit", ("EG",), "", timezone.now())
    wanted = Wanted(
        path="file_complaint:EG", measure="support", words="please stand by her", paper=True, authority="Ministry",
        agreed="she agreed on the telephone today",
    )  # fmt: skip
    return draft(basma, case, wanted)


def _member() -> str:
    """Another node."""
    other = Party.new()
    data = make_card(
        other, role="node", organisation="Unit of Tripoli", states=("LY",), address="", certificate="", made_at=timezone.now()
    )  # fmt: skip
    return members.add(None, data, other.fingerprint).card.fingerprint


def _operation(actor: Actor, colleague: Actor, member: str) -> UUID:
    made = open_one(actor, "Jasmine", "One number, three states", (member,))
    let_in(actor, made, colleague.user)
    return made


def _notice(actor: Actor, case: UUID) -> UUID:
    """One that was made: what leads to it is told in `test_lawful_notice.py`."""
    opened, row = open_for(actor, case), Notice(case_id=case, by_id=actor.user, sent_at=timezone.now())
    told = {"suspect": "suspect-1", "complainant": "complainant", "lawyer": "x", "language": "en"}
    about = {"asked": told, "version": 1, "rests": [], "paper": b"%PDF", "sha256": ""}
    row.about_sealed = opened.seal(field_of(row, "about_sealed"), msgspec.json.encode(about))
    row.save(force_insert=True)
    return row.id


def asked(world: World, pattern: str, ask: Ask, person: str, things: dict[str, str] | None = None) -> Any:
    """The answer of `pattern` to `person`; `things` instead of the world's."""
    known = world.things if things is None else things
    client = Client(headers={"accept-language": "en"})
    form = {name: filled(value, known) for name, value in ask.form.items()}
    if person in STAFF:
        Session.objects.update(made_at=timezone.now())  # everybody has just given the passphrase, however long this test takes
        client.cookies["visit"] = world.keys[person]
    elif person in world.keys:
        form["token"] = world.keys[person]
    address = "/" + address_of(pattern, known)
    return client.get(address, form) if ask.method == "GET" else client.post(address, form)


def filled(value: Any, things: dict[str, str]) -> Any:
    if value == FILE:
        return SimpleUploadedFile("more.jpg", PHOTO)
    return re.sub(r"\{(\w+)\}", lambda match: things[match[1]], value) if isinstance(value, str) else value


def address_of(pattern: str, things: dict[str, str]) -> str:
    """The pattern with this world's things in it. A kind of parameter that is not known here fails."""
    if pattern.startswith("static/"):
        return assets.address("page.css")[1:]
    given = dict(GIVEN)
    if pattern in TALKED:
        given["case_id"] = "talked"
    if pattern in WITHHELD:
        given["exhibit_id"] = "withheld"
    if pattern in STATEMENTS:
        given["channel_id"] = "statement"
    if pattern.startswith("desk/deletions/"):
        given["case_id"] = "gone"
    for name, thing in given.items():
        pattern = pattern.replace(f"<uuid:{name}>", things[thing])
    for name, value in FIXED.items():
        pattern = pattern.replace(name, value)
    assert "<" not in pattern, f"permission_world.py does not know what to put into {pattern}"
    return pattern


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is rolled back, files of the vault too."""
    vault = settings.LONGARM_FOLDER.vault
    files = {path: path.read_bytes() for path in vault.rglob("*") if path.is_file()}
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    for path, data in files.items():
        if not path.exists():
            path.write_bytes(data)


# What a refused request may leave: counts at the door, and the line of who looked before being refused.
_COUNTED = {"session", "tries", "return", "record", "recordhead"}


def everything() -> list[tuple[Any, ...]]:
    """Every row of every table, so that tables that come later are compared too."""
    models = [model for model in apps.get_app_config("store").get_models() if model._meta.model_name not in _COUNTED]
    return [(model._meta.model_name, *row) for model in models for row in model.objects.order_by("pk").values_list()]


def text(answer: Any) -> str:
    """What a reader reads first."""
    if answer.streaming:
        return ""
    body = answer.content.decode(errors="replace")
    return " ".join(re.sub("<[^>]*>", " ", body.partition("<main")[2]).split())[:300]
