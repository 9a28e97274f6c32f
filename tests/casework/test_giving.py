"""Files that holders give: in pieces, with breaks, refused where they must be, and taken in by the team whole."""

from __future__ import annotations

import hashlib
import threading
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connection

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.day.conversation import answer, of_case
from longarm.casework.intake import giving, giving_limits, giving_sweep, holder, returns
from longarm.casework.intake import submit as intake
from longarm.casework.intake.returns import Holder
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.proof.deliveries import take_in
from longarm.casework.proof.exhibits import list_exhibits, source_of
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rotation import rotate
from longarm.errors import BadInput
from longarm.intake.report import Report
from longarm.keys.stream import CHUNK
from longarm.store.models import Case, Exhibit, Upload
from people import PASSPHRASE, enter

CHAT = hashlib.shake_256(b"chat").digest(2 * CHUNK + 12_345)


@pytest.fixture
def basma(db: None) -> Actor:
    set_up_organisation("قاوم", "Basma", PASSPHRASE)
    return enter("Basma")


@pytest.fixture
def amal(basma: Actor) -> Holder:
    return returns.holder_of(intake.submit(Report(language="ar", child="no", words="بدأ في آذار")).token)


def give(who: Holder, data: bytes, piece: int = 50_000, name: str = "chat.txt") -> UUID:
    upload = giving.begin(who, name, len(data))
    for at in range(0, len(data), piece):
        assert giving.receive(who, upload, at, data[at : at + piece]) == min(at + piece, len(data))
    giving.finish(who, upload)
    return upload


def vault() -> list[Path]:
    return [path for path in settings.LONGARM_FOLDER.vault.rglob("*") if path.is_file()]


def test_what_is_given_in_pieces_is_one_exhibit_bit_for_bit(basma: Actor, amal: Holder) -> None:
    give(amal, CHAT, name="دردشة.txt")
    [seen] = holder.page(amal).uploads
    assert (seen.name, seen.size, seen.arrived, seen.state) == ("دردشة.txt", len(CHAT), len(CHAT), "whole")
    [exhibit] = take_in(basma, amal.case)
    [view] = list_exhibits(basma, amal.case)
    assert (view.about.name, view.about.sha256) == ("دردشة.txt", hashlib.sha256(CHAT).hexdigest())
    row = Exhibit.objects.get(id=exhibit)
    assert source_of(open_for(basma, amal.case), row).open().read() == CHAT
    assert [upload.state for upload in holder.page(amal).uploads] == ["taken"]
    assert len(vault()) == 1


def test_a_piece_in_the_wrong_place_is_told_the_right_one(amal: Holder) -> None:
    upload = giving.begin(amal, "a", 100)
    giving.receive(amal, upload, 0, b"x" * 60)
    for wrong in (0, 59, 61, 100):
        with pytest.raises(giving.WrongOffset) as fault:
            giving.receive(amal, upload, wrong, b"y")
        assert fault.value.arrived == 60
    with pytest.raises(giving.WrongOffset):
        giving.finish(amal, upload)
    with pytest.raises(BadInput, match="More came"):
        giving.receive(amal, upload, 60, b"y" * 41)
    assert giving.arrived(amal, upload) == 60
    giving.receive(amal, upload, 60, b"y" * 40)
    giving.finish(amal, upload)
    giving.finish(amal, upload)
    with pytest.raises(Conflict, match="come whole"):
        giving.receive(amal, upload, 100, b"")


def test_a_break_a_week_a_new_visit_and_a_new_key_in_between(basma: Actor, amal: Holder) -> None:
    upload = giving.begin(amal, "a", len(CHAT))
    giving.receive(amal, upload, 0, CHAT[:CHUNK])
    case = open_for(basma, amal.case)
    from django.db import transaction

    with transaction.atomic():
        rotate(case)  # a colleague left the team
    giving.receive(amal, upload, CHUNK, CHAT[CHUNK : CHUNK + 7])
    giving.receive(amal, upload, CHUNK + 7, CHAT[CHUNK + 7 :])
    giving.finish(amal, upload)
    [exhibit] = take_in(basma, amal.case)
    assert source_of(open_for(basma, amal.case), Exhibit.objects.get(id=exhibit)).open().read() == CHAT


@pytest.mark.django_db(transaction=True)
def test_two_at_once_do_not_mix(transactional_db: None) -> None:
    set_up_organisation("قاوم", "Basma", PASSPHRASE)
    who = returns.holder_of(intake.submit(Report(language="ar", child="no", words="و")).token)
    upload = giving.begin(who, "a", len(CHAT))
    refused: list[int] = []

    def send() -> None:
        at = 0
        while at < len(CHAT):
            try:
                at = giving.receive(who, upload, at, CHAT[at : at + 30_000])
            except giving.WrongOffset as fault:
                refused.append(at)
                at = fault.arrived
        connection.close()

    both = [threading.Thread(target=send) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    giving.finish(who, upload)
    [exhibit] = take_in(enter("Basma"), who.case)
    assert list_exhibits(enter("Basma"), who.case)[0].about.sha256 == hashlib.sha256(CHAT).hexdigest()
    assert Exhibit.objects.get(id=exhibit).size == len(CHAT)


def test_a_crash_between_the_file_and_its_row_is_healed_by_the_same_bytes(amal: Holder) -> None:
    upload = giving.begin(amal, "a", len(CHAT))
    giving.receive(amal, upload, 0, CHAT[:10])
    noted = Upload.objects.get(id=upload)
    giving.receive(amal, upload, 10, CHAT[10 : 2 * CHUNK])
    noted.save()  # as if that had never been committed
    giving.receive(amal, upload, 10, CHAT[10:])
    noted = Upload.objects.get(id=upload)
    giving.finish(amal, upload)
    noted.save()
    giving.finish(amal, upload)  # the file had its place already
    assert [seen.state for seen in holder.page(amal).uploads] == ["whole"]


def test_other_bytes_after_a_crash_begin_again_and_leave_nothing(amal: Holder) -> None:
    upload = giving.begin(amal, "a", len(CHAT))
    noted = Upload.objects.get(id=upload)
    giving.receive(amal, upload, 0, CHAT)
    noted.save()
    with pytest.raises(giving.BeginAgain):
        giving.receive(amal, upload, 0, CHAT[::-1])
    assert holder.page(amal).uploads == ()
    assert vault() == []


def test_what_is_cancelled_leaves_nothing_and_what_is_whole_stays(amal: Holder) -> None:
    upload = giving.begin(amal, "a", 5)
    giving.receive(amal, upload, 0, b"abc")
    giving.cancel(amal, upload)
    assert vault() == []
    with pytest.raises(NotFound):
        giving.arrived(amal, upload)
    whole = give(amal, b"proof")
    with pytest.raises(Conflict):
        giving.cancel(amal, whole)
    assert len(vault()) == 1


def test_limits_say_one_plain_sentence(amal: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    for size, says in ((0, "empty"), (giving_limits.LARGEST + 1, "4 GB")):
        with pytest.raises(BadInput) as fault:
            giving.begin(amal, "a", size)
        assert says in str(fault.value).replace("\u2068", "").replace("\u2069", "")
    monkeypatch.setattr(giving_limits, "MOST_BYTES", 100)
    give(amal, b"x" * 90)
    with pytest.raises(BadInput, match="no room for more"):
        giving.begin(amal, "b", 11)
    monkeypatch.setattr(giving_limits, "MOST_BYTES", 10**6)
    monkeypatch.setattr(giving_limits, "MOST_ARRIVING", 2)
    for _ in range(2):
        giving.begin(amal, "c", 10)
    with pytest.raises(BadInput, match="not come whole"):
        giving.begin(amal, "d", 10)
    monkeypatch.setattr(giving_limits, "MOST_FILES", 3)
    with pytest.raises(BadInput, match="no room for more"):
        giving.begin(amal, "e", 10)


def test_beginning_and_cancelling_again_and_again_ends(amal: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(giving_limits, "MOST_BEGUN", 3)
    for _ in range(3):
        giving.cancel(amal, giving.begin(amal, "a", 10))
    with pytest.raises(BadInput, match="no room for more"):
        giving.begin(amal, "a", 10)


def test_the_disk_keeps_room_for_the_cases_themselves(amal: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = giving.begin(amal, "a", 10)
    monkeypatch.setattr(giving_limits, "FLOOR", 1 << 60)
    with pytest.raises(BadInput, match="no room for this file now"):
        giving.begin(amal, "b", 10)
    with pytest.raises(BadInput, match="no room for this file now"):
        giving.receive(amal, upload, 0, b"x")
    assert giving.arrived(amal, upload) == 0


def test_a_child_found_out_later_stops_a_file_on_its_way(amal: Holder) -> None:
    upload = giving.begin(amal, "a", 10)
    giving.receive(amal, upload, 0, b"12345")
    Case.objects.filter(id=amal.case).update(child=True)
    for act in (lambda: giving.receive(amal, upload, 5, b"6"), lambda: giving.finish(amal, upload)):
        with pytest.raises(NotAllowed):
            act()


def test_after_a_withdrawal_nothing_more_is_given(amal: Holder) -> None:
    upload = giving.begin(amal, "a", 10)
    holder.withdraw(amal)
    with pytest.raises(Conflict, match="withdrawn"):
        giving.begin(amal, "b", 10)
    with pytest.raises(Conflict, match="withdrawn"):
        giving.receive(amal, upload, 0, b"x")


def test_a_file_that_stopped_arriving_goes_after_a_week(amal: Holder) -> None:
    old, young = giving.begin(amal, "a", 10), giving.begin(amal, "b", 10)
    whole = give(amal, b"proof")
    Upload.objects.exclude(id=young).update(
        touched_at=Upload.objects.first().touched_at - giving_sweep.KEPT_FOR - timedelta(hours=1)
    )
    Case.objects.update(held=True)  # the law asks that all of it is kept
    assert giving_sweep.sweep() == 0
    Case.objects.update(held=False)
    assert giving_sweep.sweep() == 1
    assert set(Upload.objects.values_list("id", flat=True)) == {young, whole}
    assert old not in set(Upload.objects.values_list("id", flat=True))
    assert len(vault()) == 2
    stray = settings.LONGARM_FOLDER.vault / f".arriving-{'a' * 32}"
    stray.write_bytes(b"")
    assert giving_sweep.sweep() == 0  # perhaps its row is being written right now
    import os

    os.utime(stray, (0, 0))
    assert giving_sweep.sweep() == 1


def test_a_file_makes_the_team_look(basma: Actor, amal: Holder) -> None:
    [thread] = of_case(basma, amal.case)
    answer(basma, thread.id, "نعم")
    assert Case.objects.get().asked_at is None
    give(amal, b"proof")
    assert Case.objects.get().asked_at is not None
    assert holder.page(amal).letters[-1].body.notice == "gave"
