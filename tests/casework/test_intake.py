"""A report arrives: who can read it, what its code opens, and what happens when the same form comes twice."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection

from longarm.casework.actor import Actor
from longarm.casework.cases import read_case
from longarm.casework.day.conversation import answer, of_case
from longarm.casework.demo.load import found_demo
from longarm.casework.intake import giving, holder, returns
from longarm.casework.intake import submit as intake
from longarm.casework.people.organisations import found_organisation
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.store.models import Case, CaseKey, Channel, Record, User
from people import PASSPHRASE, enter, everybody, join

WORDS = "بدأ في آذار. يطلب مالًا وإلا نشر."


def report(**told: object) -> Report:
    return Report(**({"language": "ar", "child": "no", "words": WORDS, "what": ("threat", "money")} | told))


def resist() -> Actor:
    from longarm.casework.people.organisations import set_up_organisation

    set_up_organisation("قاوم", "Basma", PASSPHRASE)
    return enter("Basma")


def only_case() -> Case:
    return Case.objects.get()


@pytest.mark.django_db
def test_a_report_is_a_case_for_who_is_on_intake_and_for_nobody_else() -> None:
    basma = resist()
    rana, dina = join(basma, "Rana", "caseworker"), join(basma, "Dina", "auditor")
    User.objects.filter(id=dina.user).update(on_intake=True)  # a slip of whoever administers
    intake.submit(report(state="EG", consents=("contact",)))
    case = only_case()
    assert (case.stage, case.urgent, case.child, case.claimed_by) == ("received", False, False, None)
    assert case.asked_at is not None
    found = read_case(basma, case.id).case
    assert [event.kind for event in found.events] == ["threat_to_publish", "demand"]
    assert found.note == WORDS
    assert found.complainants[0].called() == found.reference
    with pytest.raises(NotFound):
        read_case(rana, case.id)
    assert set(CaseKey.objects.filter(case=case).values_list("user", flat=True)) == {basma.user, None}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "urgent", "child"),
    [
        ({"dangers": ("family",)}, True, False),
        ({"dangers": ("self_harm",)}, True, False),
        ({"child": "yes"}, True, True),
        ({"child": "unsure"}, True, True),
        ({"watched_phone": True}, False, False),
    ],
)
def test_danger_is_seen_while_nobody_is_signed_in(told: dict[str, object], urgent: bool, child: bool) -> None:
    resist()
    intake.submit(report(**told))
    assert (only_case().urgent, only_case().child) == (urgent, child)


@pytest.mark.django_db
def test_the_code_leads_back_to_words_and_answers_and_to_nothing_else() -> None:
    basma = resist()
    code, token = intake.submit(
        report(form_of_address="female", consents=("contact", "statistics"), wishes=Wishes(how="call", code_word="ليمون"))
    )
    [thread] = of_case(basma, only_case().id)
    assert (thread.letters[0].body.language, thread.letters[0].body.form_of_address) == ("ar", "female")
    answer(basma, thread.id, "قرأنا. أنت لست وحدك.")
    assert only_case().asked_at is None
    for way_in in (token, returns.enter(code.upper()), returns.enter(code.replace(" ", "-"))):
        seen = holder.page(returns.holder_of(way_in))
        assert [letter.body.text for letter in seen.letters] == [WORDS, "قرأنا. أنت لست وحدك."]
        assert [(given.use, given.allowed) for given in seen.consents] == [("contact", True), ("statistics", True)]
        assert "أوافق" in seen.consents[0].wording
        assert (seen.wishes.code_word, seen.kind, seen.answer_by) == ("ليمون", "complainant", None)
    stored = Channel.objects.get()
    assert code.encode() not in bytes(stored.lookup) + bytes(stored.holder_public)


@pytest.mark.django_db
def test_a_wrong_code_a_slip_and_a_closed_channel_sound_the_same() -> None:
    resist()
    code, token = intake.submit(report(code_form="digits"))
    wrong = str((int(code[-1]) + 1) % 10)
    for bad in (code[:-1] + wrong, "", "x" * 10_000, "كلمة واحدة", "0000 0000 0000 0000"):
        with pytest.raises(BadInput, match="opens nothing here") as fault:
            returns.enter(bad)
        assert fault.value.facts == {}
    Channel.objects.update(state="closed")
    with pytest.raises(BadInput, match="opens nothing here"):
        returns.enter(code)
    with pytest.raises(returns.Gone):
        returns.holder_of(token)


@pytest.mark.django_db
def test_every_try_at_the_door_costs_the_same_work(monkeypatch: pytest.MonkeyPatch) -> None:
    from longarm.keys import receipt

    resist()
    code, _ = intake.submit(report())
    tries: list[str] = []
    work = receipt.open_code
    monkeypatch.setattr(receipt, "open_code", lambda *given: tries.append(given[0]) or work(*given))
    returns.enter(code)
    for bad in ("", "12", "كلمة"):
        with pytest.raises(BadInput):
            returns.enter(bad)
    assert len(tries) == 4


@pytest.mark.django_db
def test_the_same_form_twice_is_one_case_and_the_same_code() -> None:
    resist()
    once = "f" * 32
    first = intake.submit(report(), once)
    second = intake.submit(report(), once)
    assert first.code == second.code
    assert first.token != second.token
    assert Case.objects.count() == 1
    assert len(holder.page(returns.holder_of(second.token)).letters) == 1


@pytest.mark.django_db
def test_what_was_changed_before_the_second_press_is_not_lost() -> None:
    resist()
    _, token = intake.submit(report(), "f" * 32)
    intake.submit(report(words="وهو يعرف عنوان بيتي", dangers=("home",), child="unsure"), "f" * 32)
    assert [letter.body.text for letter in holder.page(returns.holder_of(token)).letters] == [WORDS, "وهو يعرف عنوان بيتي"]
    assert (only_case().urgent, only_case().child) == (True, True)


@pytest.mark.django_db
def test_an_old_form_does_not_show_the_code_again() -> None:
    resist()
    intake.submit(report(), "f" * 32)
    Channel.objects.update(made_at=Channel.objects.get().made_at - intake.SAME_FORM * 2)
    with pytest.raises(Conflict, match="came before"):
        intake.submit(report(), "f" * 32)
    assert Case.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_double_press_at_the_same_moment_is_one_case() -> None:
    resist()
    codes: list[str] = []

    def press() -> None:
        try:
            codes.append(intake.submit(report(), "d" * 32).code)
        finally:
            connection.close()

    presses = [threading.Thread(target=press) for _ in range(3)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert len(codes) == 3
    assert len(set(codes)) == 1
    assert Case.objects.count() == 1


@pytest.mark.django_db
def test_nobody_on_intake_refuses_plainly_and_keeps_nothing() -> None:
    basma = resist()
    User.objects.filter(id=basma.user).update(on_intake=False)
    with pytest.raises(Conflict, match="Nobody here can read"):
        intake.submit(report())
    assert not Case.objects.exists()
    assert not intake.takes_reports()


@pytest.mark.django_db
def test_which_organisation_takes_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    assert intake.taker() is None
    found_demo("en")
    demonstration = intake.taker()
    assert demonstration is not None
    assert demonstration.demonstration
    real = found_organisation("Real", "Karim", PASSPHRASE).organisation
    assert intake.taker().id == real
    other = found_organisation("Another", "Nour", PASSPHRASE).organisation
    assert intake.taker() is None  # two, and nobody said which
    for named in (str(other), "Another"):
        monkeypatch.setattr(settings, "LONGARM_INTAKE", named, raising=False)
        assert intake.taker().id == other
    monkeypatch.setattr(settings, "LONGARM_INTAKE", "Nobody", raising=False)
    assert intake.taker() is None


@pytest.mark.django_db
def test_a_report_of_a_supporter_is_a_supporters_channel() -> None:
    basma = resist()
    _, token = intake.submit(report(who="other", relation="lawyer"))
    assert holder.page(returns.holder_of(token)).kind == "supporter"
    persons = {person.id: person for person in read_case(basma, only_case().id).case.persons}
    assert persons["reporter"].roles == ("reporter",)
    assert persons["reporter"].note == "lawyer"


@pytest.mark.django_db
def test_references_cannot_be_counted() -> None:
    basma = resist()
    for _ in range(4):
        intake.submit(report())
    references = {read_case(basma, case.id).case.reference for case in Case.objects.all()}
    assert len(references) == 4
    assert len({reference[:2] for reference in references}) > 1


@pytest.mark.django_db
def test_a_visit_ends_by_itself_and_by_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    from longarm.store.models import Return

    resist()
    _, token = intake.submit(report())
    Return.objects.update(seen_at=Return.objects.get().seen_at - returns.IDLE * 2)
    with pytest.raises(returns.Gone):
        returns.holder_of(token)
    code, token = intake.submit(report())
    returns.leave(token)
    returns.leave(token)
    with pytest.raises(returns.Gone):
        returns.holder_of(token)
    for nonsense in (None, "", "x" * 43, "é" * 43, "a" * 42):
        with pytest.raises(returns.Gone):
            returns.holder_of(nonsense)
    assert returns.holder_of(returns.enter(code)).kind == "complainant"


@pytest.mark.django_db
def test_the_token_of_one_report_opens_no_other() -> None:
    resist()
    _, first = intake.submit(report())
    _, second = intake.submit(report(words="قصة أخرى"))
    mine, other = returns.holder_of(first), returns.holder_of(second)
    upload = giving.begin(other, "chat.txt", 3)
    for act in (giving.arrived, giving.finish, giving.cancel):
        with pytest.raises(NotFound):
            act(mine, upload)
    with pytest.raises(NotFound):
        giving.receive(mine, upload, 0, b"abc")
    assert holder.page(mine).uploads == ()


@pytest.mark.django_db
def test_a_child_or_an_unsure_answer_refuses_files_before_the_first_byte() -> None:
    resist()
    for child in ("yes", "unsure"):
        _, token = intake.submit(report(child=child))
        who = returns.holder_of(token)
        assert not holder.page(who).takes_files
        with pytest.raises(NotAllowed, match="words only"):
            giving.begin(who, "a.jpg", 10)
        holder.write(who, "بالكلام فقط")
    assert not list(settings.LONGARM_FOLDER.vault.iterdir())


@pytest.mark.django_db
def test_acts_are_recorded_without_a_word_of_what_was_said() -> None:
    from longarm.casework.node import node
    from longarm.store.records import read

    resist()
    _, token = intake.submit(report())
    who = returns.holder_of(token)
    holder.write(who, "سر لا يكتب", urgent=True)
    lines = list(read(node().record_key, Record.objects.all()))
    assert [line.action for line in lines[-2:]] == ["report-received", "holder-wrote"]
    assert all(line.actor is None for line in lines[-2:])
    assert "سر" not in str(lines)
    assert UUID(str(lines[-1].object)) == who.channel


@pytest.mark.django_db
def test_others_on_the_node_do_not_see_the_report() -> None:
    people = everybody()
    settings_before = getattr(settings, "LONGARM_INTAKE", "")
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    try:
        intake.submit(report())
    finally:
        settings.LONGARM_INTAKE = settings_before
    for other in (people.karim, people.dina, people.rana):
        with pytest.raises(NotFound):
            read_case(other, only_case().id)
