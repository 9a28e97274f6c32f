"""What somebody took back after the backup is given again on a node that was restored from it: so nothing leaves on it before
somebody has answered for it, or she has said it once more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha512
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.utils import timezone
from elsewhere import Elsewhere, here, wanted

from backing_up import backed_up, keys_to, longarm, on_sqlite, python
from longarm.case.file import parse_case
from longarm.casework import after_restore
from longarm.casework.actor import Actor
from longarm.casework.audit import read_record
from longarm.casework.backup.marker import LastRestore, remember_restore
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.day.conversation import of_case
from longarm.casework.day.told_us import note_taken_back
from longarm.casework.exchange import epochs, permitted, posting, tokens
from longarm.casework.exchange.escrow import making, offered
from longarm.casework.exchange.escrow import posting as lodging
from longarm.casework.exchange.requests import courier
from longarm.casework.exchange.requests.carrying import export
from longarm.casework.exchange.requests.drafting import draft, send
from longarm.casework.intake import holder, returns
from longarm.casework.intake import submit as intake
from longarm.casework.intake.returns import Holder
from longarm.casework.life.retention import delete_what_expired
from longarm.casework.matches.agreed import agreed
from longarm.casework.node import node
from longarm.casework.refusals import NotAllowed
from longarm.casework.rules import Rules, change_rules
from longarm.errors import BadInput
from longarm.exchange.holder.bodies import Key, Participant
from longarm.exchange.oprf import group
from longarm.exchange.oprf.threshold import Commitments
from longarm.intake.report import Report
from longarm.keys.backup import new_backup_key, store_public
from longarm.store.models import Case, Escrowed, Leaving, Organisation, Outgoing, Registered
from people import AMAL, PASSPHRASE, People, everybody

if TYPE_CHECKING:
    from cluster import OwnDatabase

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(monkeypatch: pytest.MonkeyPatch) -> Iterator[People]:
    """The holders answer with something that is one for each number; escrow is offered."""
    for epoch, purpose in (("1-00000000", "tokens"), ("escrow-1-00000000", "escrow")):
        line = Commitments((group.base(group.ONE),))
        epochs._keep(Key(epoch, 0, line, (Participant(1, "0" * 64),), b"", None, purpose))  # type: ignore[arg-type]
    for where in (tokens, making):
        monkeypatch.setattr(where, "outputs_now", lambda given: (epochs.current(), tuple(sha512(one).digest() for one in given)))
    monkeypatch.setattr(offered.members, "uses_a_hub", lambda: True)
    made = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(made.basma.organisation), raising=False)
    here(made.basma)
    yield made
    (node().folder.data / "last-restore.json").unlink(missing_ok=True)


def restored() -> None:
    """As far as the node remembers it."""
    now = timezone.now()
    remember_restore(node().folder.data, LastRestore(at=now, backup=now - timedelta(hours=1)))


def reported(basma: Actor, *consents: str) -> Holder:
    report = Report(language="en", child="no", words="It began in March.", consents=consents)  # type: ignore[arg-type]
    amal = returns.holder_of(intake.submit(report).token)
    save_case(basma, amal.case, parse_case(AMAL, "case").case, read_case(basma, amal.case).version)
    return amal


def tokens_due() -> int:
    return len(posting._due(timezone.now().date()))


def test_tokens_are_neither_made_nor_sent_nor_let_go_until_somebody_answers(people: People) -> None:
    basma, amal = people.basma, reported(people.basma, "exchange")
    assert tokens.make(basma, amal.case).made == 1
    assert tokens_due() == 1
    restored()
    assert tokens_due() == 0, "made before the backup, and not sent yet"
    assert tokens.make(basma, amal.case) == (0, 0, False)
    assert Registered.objects.count() == 1
    assert not Leaving.objects.exists(), "what it gave stays"
    assert not tokens.wanting(open_for(basma, amal.case))
    said = permitted.permitted_for(basma, amal.case)
    assert (said.allowed, said.held) == (False, True)

    after_restore.answer(basma)
    assert permitted.permitted_for(basma, amal.case).allowed
    assert tokens_due() == 1
    [line] = [one.line for one in read_record(people.dina) if one.line.action == "consents-looked-through"]
    assert line.actor == str(basma.user)


def test_a_token_near_its_end_is_not_renewed_on_it(people: People) -> None:
    amal = reported(people.basma, "exchange")
    tokens.make(people.basma, amal.case)
    Registered.objects.update(posted_at=timezone.now(), expires_on=timezone.now().date() + timedelta(days=3))
    assert tokens_due() == 1
    restored()
    assert tokens_due() == 0


def test_who_says_it_once_more_does_not_wait_and_who_takes_it_back_is_heard(people: People) -> None:
    basma, amal = people.basma, reported(people.basma, "exchange", "authorities")
    restored()
    assert holder.page(amal).again == {"exchange", "authorities"}
    holder.allow(amal, "exchange", "en")
    assert holder.page(amal).again == {"authorities"}
    assert tokens.make(basma, amal.case).made == 1
    assert tokens_due() == 1, "it was made on a yes of today"
    restored()
    holder.allow(amal, "exchange", "en")
    assert tokens_due() == 0
    assert tokens.wanting(open_for(basma, amal.case))
    assert tokens.make(basma, amal.case).made == 0
    assert tokens_due() == 1, "one that waited when the backup was made goes too"
    holder.take_back(amal, "exchange")
    said = permitted.permitted_for(basma, amal.case)
    assert (said.allowed, said.held) == (False, False)
    assert not Registered.objects.exists()


def test_the_team_notes_what_it_was_told_by_telephone(people: People) -> None:
    basma, amal = people.basma, reported(people.basma, "exchange")
    tokens.make(basma, amal.case)
    note_taken_back(basma, amal.channel, "exchange", "en")
    note_taken_back(basma, amal.channel, "exchange", "en")
    assert not Registered.objects.exists()
    assert not permitted.permitted_for(basma, amal.case).allowed
    [thread] = of_case(basma, amal.case)
    assert [(one.body.notice, one.by) for one in thread.letters][1:] == [("took_back", basma.user)]
    assert [one.line.action for one in read_record(people.dina)].count("took-back") == 1


def test_what_the_team_chose_is_held_too_and_a_choice_of_today_counts(people: People) -> None:
    basma = people.basma
    case = open_case(basma, AMAL).id
    permitted.choose(basma, case, True, "they asked us to, on paper")
    restored()
    assert permitted.permitted_for(basma, case).held
    permitted.choose(basma, case, True, "asked again today")
    assert permitted.permitted_for(basma, case).allowed


def test_a_childs_case_waits_though_the_team_decides_anew(people: People) -> None:
    basma = people.basma
    amal = reported(basma, "exchange")
    Case.objects.filter(id=amal.case).update(child=True)
    permitted.choose(basma, amal.case, True, "best for this child")
    restored()
    permitted.choose(basma, amal.case, True, "best for this child, today too")
    said = permitted.permitted_for(basma, amal.case)
    assert (said.allowed, said.held) == (False, True), "the child's own yes may have been taken back"


def test_reports_in_escrow_are_neither_made_nor_lodged_nor_let_go(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    basma, amal = people.basma, reported(people.basma)
    holder.keep_closed(amal, 2, "en")
    assert making.make_opened(open_for(basma, amal.case), basma.user).made == 1
    restored()
    monkeypatch.setattr(lodging, "ask", None)  # the hub is not asked
    assert lodging._lodge(None) == 0  # type: ignore[arg-type]
    opened = open_for(basma, amal.case)
    assert making.make_opened(opened, basma.user) == (0, 0)
    assert not making.wanting(opened)
    assert Escrowed.objects.count() == 1
    holder.keep_closed(amal, 2, "en")
    assert making.make_opened(opened, basma.user).made == 1, "said once more: made anew"
    assert Escrowed.objects.exclude(after_restore.held_cases()).count() == 1


def test_no_request_goes_and_what_waited_does_not_go_either(people: People, tmp_path: Path) -> None:
    basma, tripoli = people.basma, Elsewhere(people.basma)
    amal = reported(basma, "authorities")
    waiting, old = (draft(basma, amal.case, wanted(tripoli)) for _ in range(2))
    send(basma, waiting)
    restored()
    with pytest.raises(BadInput, match="backup"):
        draft(basma, amal.case, wanted(tripoli))
    with pytest.raises(BadInput, match="backup"):
        send(basma, old)
    assert not agreed(open_for(basma, amal.case), "authorities"), "no series either"
    assert courier.deliver(tripoli.send).letters == 0
    export(tmp_path / "out", timezone.now())
    assert not list((tmp_path / "out").glob("*")), "nor on a stick"

    after_restore.answer(basma)
    send(basma, old)
    assert courier.deliver(tripoli.send).letters == 2
    assert len(tripoli.got) == 2


def test_what_was_taken_back_after_the_restore_never_goes(people: People) -> None:
    basma, tripoli = people.basma, Elsewhere(people.basma)
    amal = reported(basma, "authorities")
    send(basma, draft(basma, amal.case, wanted(tripoli)))
    restored()
    note_taken_back(basma, amal.channel, "authorities")
    after_restore.answer(basma)
    courier.deliver(tripoli.send)
    assert not [one for one in tripoli.got if getattr(one.what, "words", "")], "she was asked: no"
    assert not Outgoing.objects.filter(delivered_at=None).exclude(letter=b"").exists()


def test_without_a_conversation_what_the_team_wrote_today_counts(people: People) -> None:
    basma, tripoli = people.basma, Elsewhere(people.basma)
    case = open_case(basma, AMAL).id
    old = draft(basma, case, wanted(tripoli))
    restored()
    with pytest.raises(BadInput, match="backup"):
        send(basma, old)
    send(basma, draft(basma, case, wanted(tripoli)))
    assert courier.deliver(tripoli.send).letters == 1


def test_who_coordinates_answers_for_the_own_organisation_alone(people: People) -> None:
    restored()
    with pytest.raises(NotAllowed):
        after_restore.answer(people.rana)
    assert after_restore.to_be_answered(people.rana) is not None, "who works cases reads it"
    assert after_restore.to_be_answered(people.dina) is None
    after_restore.answer(people.karim)
    assert after_restore.to_be_answered(people.basma) is not None
    after_restore.answer(people.basma)
    assert after_restore.unanswered() is None
    restored()
    assert after_restore.to_be_answered(people.basma) is not None, "restored once more, asked once more"
    assert Organisation.objects.filter(answered_restore=None).count() == 0


LOOK = """\
from longarm.casework.people.visits import sign_in
from longarm.casework.exchange import permitted, posting
from longarm.casework import after_restore
from longarm.store.models import Case
from django.utils import timezone
basma = sign_in("Basma", {passphrase!r}).actor
case = Case.objects.get().id
def look():
    said = permitted.permitted_for(basma, case)
    return said.allowed, said.held, len(posting._due(timezone.now().date())), after_restore.to_be_answered(basma) is not None
print(look())
after_restore.answer(basma)
print(look())
"""


def test_with_a_backup_and_a_restore(people: People, own_database: OwnDatabase, tmp_path: Path) -> None:
    basma, amal = people.basma, reported(people.basma, "exchange")
    tokens.make(basma, amal.case)
    made = new_backup_key()
    store_public(node().folder.keys, made.public)
    paper = tmp_path / "paper.txt"
    paper.write_text(made.printed)
    backed_up(tmp_path / "backups")
    keys_to(tmp_path / "back.keys")
    holder.take_back(amal, "exchange")
    assert not Registered.objects.exists()

    environment, back = on_sqlite(own_database.environment), tmp_path / "back"
    done = longarm(environment, "restore", "--from", tmp_path / "backups", "--data", back, "--key-file", paper, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "Nothing leaves on a consent" in done.stdout
    said = python(environment, back, f"exec({LOOK.format(passphrase=PASSPHRASE)!r})")
    assert said.splitlines() == ["(False, True, 0, True)", "(True, False, 1, False)"]


def test_nothing_is_deleted_by_itself_before_somebody_answers(people: People) -> None:
    """A hold that was set after the backup is not known here: what the law asks to keep would go within the hour."""
    basma = people.basma
    change_rules(basma, Rules(retention_days=30))
    case = open_case(basma, AMAL).id
    Case.objects.filter(id=case).update(stage="closed", closed_at=timezone.now() - timedelta(days=31))
    restored()
    assert delete_what_expired() == 0
    after_restore.answer(basma)
    assert delete_what_expired() == 1
