"""He is known at last. Before anybody writes to him, each condition is looked for, and two agree."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any
from uuid import UUID

import msgspec
import pytest
from django.utils import timezone

from longarm.case.file import parse_case
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.day import approvals, notice
from longarm.casework.day.notice import Asked
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import Rules, change_rules
from longarm.documents.draft import asks, draft
from longarm.documents.form import documents, form
from longarm.errors import BadInput
from longarm.law.load import load
from longarm.store.models import Bundle, Case, Channel, Notice
from people import AMAL, People, everybody

PHOTO = b"\xff\xd8\xff\xe0" + bytes(200)
NAME = "Walid Example"
NOOR = "  - {id: noor, roles: [complainant], alias: Noor}\n"
KNOWN = AMAL.replace("roles: [suspect], ", f"roles: [suspect], legal_name: {NAME}, identity: known, ").replace(
    "  - {id: suspect-1", NOOR + "  - {id: suspect-1"
)
KNOWN += "  - {id: e2, at: 2026-01-03, kind: demand, by: suspect-1, to: complainant, wants: money, note: 500 dinar}\n"
KNOWN += "  - {id: e3, at: 2026-01-04, kind: publication, by: suspect-1, to: noor}\n"
ASKED = Asked(
    suspect="suspect-1",
    complainant="complainant",
    plan="Amal sleeps at her aunt's; the platform's form is ready; we call her every evening.",
    preserved="Asked of the operator on 2026-01-05, number 17",
    lawyer="Maitre Example, 1 Example Street",
    language="en",
)


@pytest.fixture
def people(db: None) -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    """Everything is there: he is known, the proof is sealed and stamped, Basma and Rana are the team."""
    made = open_case(people.basma, KNOWN).id
    process_exhibit(people.basma, add_exhibit(people.basma, made, io.BytesIO(PHOTO), "photo.jpg"))
    bundle = seal_case(people.basma, made)
    stamp(people, made, bundle)
    add_member(people.basma, made, people.rana.user)
    return made


def stamp(people: People, case: UUID, bundle: UUID) -> None:
    from longarm.casework.case_keys import open_for
    from longarm.casework.proof.bundles import about_bundle

    opened, row = open_for(people.basma, case), Bundle.objects.get(id=bundle)
    about = msgspec.structs.replace(about_bundle(opened, row), stamped_at="2026-01-06T10:00:00+00:00", authority="Example TSA")
    row.about_sealed, row.stamped_at = opened.seal(f"bundle/{row.id}", msgspec.json.encode(about)), timezone.now()
    row.save()


def rewrite(people: People, case: UUID, old: str, new: str) -> None:
    at = read_case(people.basma, case)
    save_case(people.basma, case, parse_case(KNOWN.replace(old, new), "case.yaml").case, at.version)


def agreed(people: People, case: UUID, made: UUID) -> None:
    question = approvals.ask(people.basma, case, "notice", "He is known and the proof is safe", made)
    approvals.answer(people.rana, question, agreed=True)


def test_with_everything_there_the_paper_is_made_once_and_stays_the_same(people: People, case: UUID) -> None:
    made = notice.prepare(people.basma, case, ASKED)
    agreed(people, case, made)
    paper = notice.issue(people.basma, made)
    assert paper.pdf.startswith(b"%PDF")
    assert notice.again(people.rana, made).pdf == paper.pdf
    with pytest.raises(Conflict):
        notice.issue(people.basma, made)
    [view] = notice.read(people.rana, case, ASKED).notices
    assert dict(view.rests)["plan"] == ASKED.plan
    row = Notice.objects.get()
    assert row.sent_at
    assert NAME.encode() not in bytes(row.about_sealed)
    remove_member(people.basma, case, people.rana.user)
    assert notice.again(people.basma, made).pdf == paper.pdf


Change = Callable[[People, UUID], None]
MISSING: dict[str, tuple[Change, Asked]] = {
    "notice-lacks-identity": (lambda p, c: rewrite(p, c, "identity: known", "identity: claimed"), ASKED),
    "notice-lacks-acts": (lambda p, c: rewrite(p, c, "to: complainant", "to: noor"), ASKED),
    "notice-lacks-sealed": (lambda p, c: add_exhibit(p.basma, c, io.BytesIO(PHOTO), "new.jpg") and None, ASKED),
    "notice-lacks-preserved": (lambda *_: None, msgspec.structs.replace(ASKED, preserved="asked")),
    "notice-lacks-child": (lambda p, c: rewrite(p, c, "birth_year: 1996", "birth_year: 2010"), ASKED),
    "notice-lacks-danger": (lambda p, c: rewrite(p, c, "persons:", "risks: [retaliation_on_notice]\npersons:"), ASKED),
    "notice-lacks-plan": (lambda *_: None, msgspec.structs.replace(ASKED, plan="we will see")),
    "notice-lacks-authority": (
        lambda p, c: rewrite(p, c, "events:\n", "events:\n  - {id: r1, kind: report_filed, at: 2026-01-02, to: complainant}\n"),
        ASKED,
    ),
}


@pytest.mark.parametrize("sentence", MISSING)
def test_each_missing_condition_is_refused_with_its_sentence(people: People, case: UUID, sentence: str) -> None:
    change, asked = MISSING[sentence]
    made = notice.prepare(people.basma, case, ASKED)
    agreed(people, case, made)
    change(people, case)
    with pytest.raises(Conflict) as refused:
        notice.prepare(people.basma, case, asked)
    assert refused.value.message == sentence
    if asked is ASKED:  # what changed meanwhile stops the paper that was agreed to
        with pytest.raises(Conflict) as refused:
            notice.issue(people.basma, made)
        assert refused.value.message == sentence


def test_the_mark_of_a_child_and_a_bundle_without_a_stamp_are_seen_too(people: People, case: UUID) -> None:
    Case.objects.filter(id=case).update(child=True)
    with pytest.raises(Conflict, match="child"):
        notice.prepare(people.basma, case, ASKED)
    Case.objects.filter(id=case).update(child=False)
    seal_case(people.basma, case)
    with pytest.raises(Conflict, match="sealed"):
        notice.prepare(people.basma, case, ASKED)


def test_two_persons_always_whatever_the_rules_say(people: People, case: UUID) -> None:
    change_rules(people.basma, Rules(two_for=frozenset()))
    made = notice.prepare(people.basma, case, ASKED)
    with pytest.raises(NotAllowed):
        notice.issue(people.basma, made)
    question = approvals.ask(people.basma, case, "notice", "why", made)
    with pytest.raises(NotAllowed):
        approvals.answer(people.basma, question, agreed=True)
    approvals.answer(people.rana, question, agreed=False)
    with pytest.raises(NotAllowed):
        notice.issue(people.basma, made)


def test_only_the_team_comes_near_it(people: People, case: UUID) -> None:
    made = notice.prepare(people.basma, case, ASKED)
    for person, refusal in ((people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            notice.prepare(person, case, ASKED)
        for act in (notice.issue, notice.again):
            with pytest.raises(refusal):
                act(person, made)


@pytest.mark.parametrize("language", ["ar", "en", "fr", "de"])
def test_the_paper_says_who_and_what_and_nothing_that_it_must_not(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from longarm.casework.day.notice_gate import between
    from longarm.documents import draft as drafting

    seen: dict[str, Any] = {}
    whole = drafting.page_data
    monkeypatch.setattr(drafting, "page_data", lambda *given, **more: seen.update(whole(*given, **more)) or seen)
    kept = between(parse_case(KNOWN, "case.yaml").case, ASKED)
    answers = {"sender_lawyer": ASKED.lawyer, "contact_lawyer": ASKED.lawyer}
    made = draft("lawful-notice", kept, load(), language, timezone.localdate(), answers=answers, passed=True)  # type: ignore[arg-type]
    assert made.pdf.startswith(b"%PDF")
    assert not made.missing
    said = msgspec.json.encode(seen).decode()
    assert NAME in said
    for never in ("Amal", "Noor", "noor", "+218", "500", "messenger", "E0001"):
        assert never not in said, never
    assert len(seen["fields"]["facts_short"].rows) == 2  # what he did to Noor is no part of it


def test_the_form_has_no_field_for_what_is_forbidden() -> None:
    fields = set(form("lawful-notice").fields)
    assert fields == {
        "safety_check", "date", "sender_lawyer", "recipient_offender", "facts_short", "stop_what", "keep_evidence",
        "legal_steps_neutral", "no_money", "contact_lawyer", "deadline", "signature",
    }  # fmt: skip


def test_no_other_way_leads_to_a_suspect() -> None:
    """No channel is for one, no paper is addressed to one, and this paper is drafted nowhere but behind its gate."""
    assert set(Channel.Kind.values) == {"complainant", "supporter", "recipient", "statement"}
    towards = [name for name in documents() if "known person" in form(name).to]
    assert towards == ["lawful-notice"]
    case = parse_case(KNOWN, "case.yaml").case
    for way in (
        lambda: draft("lawful-notice", case, load(), "en", timezone.localdate()),
        lambda: asks("lawful-notice", case, load(), timezone.localdate()),
    ):
        with pytest.raises(BadInput) as refused:
            way()
        assert refused.value.message == "draft-through-its-gate"
