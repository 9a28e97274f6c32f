"""What goes wrong for a frightened person: too slow, too short, a code that is out of order, a word that never arrives."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.utils import timezone
from visitor import Visitor

from longarm.casework.day.inbox import inbox
from longarm.casework.intake import holder, invitations
from longarm.store.models import Case, Letter, Return
from longarm.texts import LANGUAGES, Language, say

pytestmark = pytest.mark.django_db


def test_who_ticks_danger_and_writes_nothing_is_heard_and_told_what_helps_now(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor("ar").send(code="digits").post(do="page")
    amal.post(do="write", words="", danger="1")
    assert amal.answer.status_code == 200
    assert say("holder-empty", "ar") not in amal.plain
    assert say("intake-help-near", "ar") in amal.plain
    assert say("intake-help-place", "ar") in amal.plain
    assert say("intake-written-danger", "ar") in amal.plain
    assert amal.plain.count(say("intake-letter-danger", "ar")) == 1  # and she sees that she said so
    assert Case.objects.get().urgent
    assert inbox(resist.basma, timezone.now()).lines[0].urgent
    calm = amal.post(do="write", words="كلمة")
    assert say("intake-help-near", "ar") not in calm.plain


def test_danger_is_heard_behind_any_number_of_unread_letters(resist, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(holder, "MOST_UNREAD", 3)
    amal = Visitor().send(code="digits").post(do="page")
    for _ in range(4):
        amal.post(do="write", words="He writes again.")
    assert amal.answer.status_code == 400
    assert "He writes again." in amal.text.partition("<textarea")[2]  # what was refused is still in the box
    assert not Case.objects.get().urgent
    amal.post(do="write", words="He is at the door", danger="1")
    assert amal.answer.status_code == 200
    assert Case.objects.get().urgent
    assert say("intake-help-near", "en") in amal.plain
    for _ in range(30):
        amal.post(do="write", words="flood", danger="1")
    assert Letter.objects.count() < 20  # and the box of danger fills nobody's disk


def test_a_letter_that_took_longer_than_the_visit_is_not_lost(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().send(code="digits")
    code = amal.code
    amal.post(do="page")
    Return.objects.update(seen_at=timezone.now() - timedelta(minutes=31))
    amal.post(do="write", words="Half an hour of my words", danger="1")
    assert amal.answer.status_code == 401
    assert say("holder-gone", "en") in amal.plain
    assert say("intake-still-here", "en") in amal.plain
    assert say("intake-help-near", "en") in amal.plain
    assert say("intake-written-danger", "en") not in amal.plain  # nobody has seen it yet
    amal.post(do="enter", code="one two three four five six", token=None, unsent=amal.hidden("unsent"))
    assert amal.answer.status_code == 400
    amal.post(do="enter", code=code, token=None, unsent=amal.hidden("unsent"))
    assert "Half an hour of my words" in amal.text.partition("<textarea")[2]
    assert Letter.objects.count() == 1  # it is sent when she sends it
    assert "Half an hour" not in Visitor().post(do="code").post(do="enter", code=code).text


def test_the_first_account_is_not_lost_when_writing_took_hours(resist, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().walk()
    later = time.time() + 4 * 3600
    monkeypatch.setattr("time.time", lambda: later)
    amal.send("Four hours of my words")
    assert say("intake-too-old-written", "en") in amal.plain
    assert "Four hours" not in amal.plain  # the first screen does not show them
    amal.walk()
    assert "Four hours of my words" in amal.text.partition("<textarea")[2]
    assert amal.send("Four hours of my words", code="digits").code


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_that_opens_nothing_is_not_called_somebody_else_s(resist, language: Language) -> None:  # type: ignore[no-untyped-def]
    """Mistyped, out of order, expired, or what it opened was deleted meanwhile: the one sentence is true of each."""
    amal = Visitor("ar").send(code="words")
    turned = " ".join(reversed(amal.code.split()))
    stranger = Visitor(language).post(do="code").post(do="enter", code=turned)
    assert say("intake-wrong-code", language) in stranger.plain
    told = say("intake-wrong-code", language)
    assert {"ar": "ترتيب", "en": "order", "fr": "ordre"}[language] in told
    assert {"ar": "حُذف", "en": "deleted", "fr": "supprimé"}[language] in told


def test_who_chose_a_call_is_told_what_is_missing_for_it(resist) -> None:  # type: ignore[no-untyped-def]
    amal = Visitor().send(code="digits").post(do="reach")
    assert say("intake-reach-no-where", "en") not in amal.plain
    amal.post(do="wish", how="call", where=" ", hours="evenings")
    assert say("intake-reach-no-where", "en") in amal.plain
    assert say("intake-reach-not-allowed", "en") in amal.plain
    amal.post(do="wish", how="call", where="+20 100 000 0017", hours="evenings")
    assert say("intake-reach-no-where", "en") not in amal.plain
    assert say("intake-reach-not-allowed", "en") in amal.plain
    amal.post(do="allow", use="contact", **{"from": "reach"})
    assert say("intake-reach-not-allowed", "en") not in amal.post(do="reach").plain
    amal.post(do="wish", how="never")
    assert say("intake-reach-no-where", "en") not in amal.plain


def test_a_girl_of_fifteen_reads_that_the_question_means_her(resist) -> None:  # type: ignore[no-untyped-def]
    girl = Visitor("ar").choose("family")
    girl.choose()
    assert say("intake-child-yes.more", "ar") in girl.plain
    assert "أنا" in girl.plain


def test_who_writes_for_a_child_is_not_told_to_have_said_that_there_is_danger(resist) -> None:  # type: ignore[no-untyped-def]
    teacher = Visitor().walk(("safe",), ("yes",), (), ("school",), ("threat",))
    teacher.send("A pupil told me.", code="digits").post(do="page")
    assert "A pupil told me." in teacher.plain
    assert say("intake-letter-danger", "en") not in teacher.plain


def test_who_was_invited_reads_what_the_page_is_for_and_not_that_something_has_arrived(resist) -> None:  # type: ignore[no-untyped-def]
    Visitor().send(code="digits")
    code = invitations.invite(resist.basma, Case.objects.get().id, "recipient", "the school", "ar")
    school = Visitor("ar").post(do="code").post(do="enter", code=code)
    assert say("intake-invited-here", "ar") in school.plain
    assert say("intake-status-none", "ar") not in school.plain
    school.post(do="write", words="وصلتنا ثلاث رسائل")
    assert say("intake-invited-here", "ar") not in school.plain
    assert say("intake-status-none", "ar") in school.plain
