"""Basma's disk dies. What she backed up comes back on either engine, opens as before, and held nothing in the clear."""

from __future__ import annotations

import io
import json
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from backing_up import Kept, a_case, a_node, backed_up, keys_to, longarm, look, objects, on_sqlite, python, spoil
from longarm.casework.audit import read_record
from longarm.casework.backup import manifest
from longarm.casework.backup.marker import last_backup, last_restore
from longarm.casework.backup.opening import open_shelf
from longarm.casework.backup.rows import opened_rows
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.channels import make_channel
from longarm.casework.life.deletion import delete_case
from longarm.casework.node import node
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.proof.withheld import Instruction, Known, destroy, instructed, withhold
from longarm.errors import Unsound
from longarm.keys.backup import read_backup_paper
from longarm.store.arriving import begin
from longarm.store.frames import Rows
from longarm.store.models import Bundle, Record, Session, Upload
from longarm.store.vault import incoming, remove
from people import AMAL

if TYPE_CHECKING:
    from cluster import OwnDatabase

pytestmark = pytest.mark.django_db(transaction=True)
MARKS = ("MARKREF-51", "markalias-caracal", "marktext-okapi", "markfile-إوزة.txt", "markfrom-numbat")


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return a_node(tmp_path)


def test_a_restored_node_opens_as_before(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    backed_up(kept.folder)
    keys_to(tmp_path / "back.keys")
    restored = tmp_path / "back"
    target = on_sqlite(own_database.environment)  # in the run on PostgreSQL: from there to SQLite, and back below
    done = longarm(target, "restore", "--from", kept.folder, "--data", restored, "--key-file", kept.paper, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["secret"], answer["signer_compared"], answer["missing"], answer["files"]) == ("fits", True, 0, 3)
    remembered = last_restore(restored)
    assert remembered is not None, "what was done after the backup it does not know: figures ask (exchange.figures.telling)"
    assert remembered.backup < remembered.at
    checked = longarm(target, "check", "--data", restored, "--backup", kept.folder)
    assert checked.returncode == 0, checked.stdout
    assert look(target, restored) == "opened"
    assert not any(path.name.startswith(".back") for path in tmp_path.iterdir())
    if connection.vendor == "postgresql":
        assert longarm(target, "backup", "--data", restored, "--to", tmp_path / "second").returncode == 0
        again = tmp_path / "again"
        keys_to(tmp_path / "again.keys")
        command = ("restore", "--from", tmp_path / "second", "--data", again, "--key-file", kept.paper)
        assert longarm(own_database.environment, *command).returncode == 0
        checked = longarm(own_database.environment, "check", "--data", again)
        assert checked.returncode == 0, checked.stdout
        assert look(own_database.environment, again) == "opened"
        full = longarm(own_database.environment, *command[:3], "--data", tmp_path / "third", *command[5:])
        assert (full.returncode, (tmp_path / "third").exists()) == (2, False)
        assert "already holds tables" in full.stderr


def test_without_the_nodes_own_keys_it_is_said_where_they_go(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    backed_up(kept.folder)
    environment = on_sqlite(own_database.environment)
    command = ("restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", kept.paper)
    done = longarm(environment, *command)
    assert done.returncode == 0, done.stderr
    assert f"into {tmp_path}/back.keys before longarm serve" in done.stdout
    assert "compare it with the paper" in done.stdout
    again = longarm(environment, *command)
    assert (again.returncode, "holds something already" in again.stderr) == (2, True)


def test_a_second_run_copies_only_what_is_new(kept: Kept) -> None:
    first = backed_up(kept.folder)
    assert (first.files, first.new_files, first.missing) == (3, 3, 0)
    opened = open_case(kept.people.basma, AMAL).id
    add_exhibit(kept.people.basma, opened, io.BytesIO(b"one more"), "more.txt")
    before = objects(kept.folder)
    second = backed_up(kept.folder)
    assert (second.files, second.new_files) == (4, 1)
    assert len(objects(kept.folder) - before) == 2  # the new file, and the rows
    assert last_backup(node().folder.data).number == 2
    assert [act.line.action for act in read_record(kept.people.dina)[:1]] == ["backed-up"]
    assert (
        manifest.read(open_shelf(kept.folder), 2).manifest.record_length == Record.objects.count() - 2
    )  # a line for each organisation


def test_a_backup_is_of_one_moment_though_the_node_goes_on(kept: Kept) -> None:
    """While it runs, a bundle gets its stamp again and again: another file, and the old one goes."""
    ended = threading.Event()

    def stamp() -> None:
        while not ended.is_set():
            row = Bundle.objects.get()
            with incoming(node().vault) as file:
                file.write(bytes(9_000))
                new = file.keep()
            Bundle.objects.filter(id=row.id).update(vault_name=new.name, size=new.size)
            remove(node().vault, row.vault_name)
            time.sleep(0.05)
        connection.close()

    working = threading.Thread(target=stamp)
    working.start()
    try:
        made = [backed_up(kept.folder) for _ in range(5)]
    finally:
        ended.set()
        working.join()
    assert [one.missing for one in made] == [0] * 5
    private = read_backup_paper(kept.paper.read_text())
    shelf = open_shelf(kept.folder)
    for number in shelf.backups():
        one = manifest.read(shelf, number).manifest
        with opened_rows(shelf, one, private) as frames:
            [rows] = [frame for frame in frames if isinstance(frame, Rows) and frame.table == "bundle"]
        assert rows.rows[0][rows.columns.index("vault_name")] in {file.name for file in one.files}


def test_keep_takes_old_backups_and_what_only_they_needed(kept: Kept) -> None:
    backed_up(kept.folder)
    delete_case(kept.people.basma, kept.case, "asked")
    for _ in range(2):
        backed_up(kept.folder)
    assert len(objects(kept.folder)) == 3 + 3  # three files of the deleted case, rows three times
    made = backed_up(kept.folder, keep=2)
    assert (made.removed, list(open_shelf(kept.folder).backups())) == (2, [3, 4])
    assert len(objects(kept.folder)) == 2


def test_nothing_old_is_taken_away_while_a_manifest_cannot_be_read(kept: Kept) -> None:
    for _ in range(2):
        backed_up(kept.folder)
    spoil(open_shelf(kept.folder).backup_path(1), at=40)
    before = objects(kept.folder)
    made = backed_up(kept.folder, keep=1)
    assert (made.removed, made.unread) == (0, 1)
    assert before < objects(kept.folder)


def test_a_case_that_was_deleted_since_stays_deleted(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    other = a_case(kept.people)
    backed_up(kept.folder)
    delete_case(kept.people.basma, kept.case, "asked")
    backed_up(kept.folder)
    keys_to(tmp_path / "back.keys")
    environment = on_sqlite(own_database.environment)
    command = ("restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", kept.paper, "--at", "1", "--json")
    done = longarm(environment, *command)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["deleted"], answer["files"]) == (1, 3)
    assert look(environment, tmp_path / "back") == "opened"  # the other case, and only that one
    ids = "from longarm.store.models import CaseKey, Case, Deletion; print(*{key.case_id for key in CaseKey.objects.all()}, "
    ids += "Case.objects.get(stage='deleted').id, Deletion.objects.get().case)"
    assert python(environment, tmp_path / "back", ids).split() == [str(other), str(kept.case), str(kept.case)]
    assert longarm(environment, "check", "--data", tmp_path / "back").returncode == 0


def test_an_exhibit_that_had_to_be_destroyed_does_not_come_back(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    backed_up(kept.folder)
    exhibit = list_exhibits(kept.people.basma, kept.case)[0].id
    withhold(kept.people.basma, exhibit, Known(where="a chat", how="its name says so"))
    instructed(kept.people.basma, exhibit, Instruction(authority="the prosecutor", reference="1", words="destroy it"))
    destroy(kept.people.basma, exhibit)
    backed_up(kept.folder)
    environment = on_sqlite(own_database.environment)
    command = ("restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", kept.paper, "--at", "1", "--json")
    done = longarm(environment, *command)
    assert done.returncode == 0, done.stderr
    assert (json.loads(done.stdout)["deleted"], json.loads(done.stdout)["files"]) == (1, 0)
    state = "from longarm.store.models import Exhibit; row = Exhibit.objects.get(); print(row.state, bytes(row.file_key_sealed))"
    assert python(environment, tmp_path / "back", state) == "destroyed b''"


def test_a_deletion_cannot_be_smuggled_in_or_taken_off(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    other = a_case(kept.people)
    delete_case(kept.people.basma, other, "asked")
    backed_up(kept.folder)
    listed = kept.folder / "deleted.jsonl"
    signed = listed.read_bytes()
    environment = on_sqlite(own_database.environment)
    command = ("restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", kept.paper)
    for changed in (signed.replace(str(other).encode(), str(kept.case).encode()), b"", None):
        listed.unlink() if changed is None else listed.write_bytes(changed)
        done = longarm(environment, *command)
        assert (done.returncode, (tmp_path / "back").exists()) == (1, False)
        assert "list of deleted cases" in done.stderr
        if changed is not None:
            with pytest.raises(Unsound, match="list of deleted cases"):
                backed_up(kept.folder)
    backed_up(kept.folder)  # a list that is gone is written anew: the node still knows what it deleted
    assert str(other).encode() in listed.read_bytes()


def test_visits_and_half_files_stay_behind(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    assert Session.objects.exists()
    channel = make_channel(open_for(kept.people.basma, kept.case), "recipient", bytes(kept.people.rana.private.public_key))
    upload = {"channel_id": channel.id, "size": 10, "file_key_sealed": b"x", "about_sealed": b"x"}
    Upload.objects.create(vault_name=begin(node().vault).name, **upload)
    backed_up(kept.folder)
    environment = on_sqlite(own_database.environment)
    longarm(environment, "restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", kept.paper)
    count = "from longarm.store.models import Session, Upload, User; print([m.objects.count() for m in (Session, Upload, User)])"
    assert python(environment, tmp_path / "back", count) == "[0, 0, 4]"


def test_no_planted_word_lies_in_the_backup_folder(kept: Kept) -> None:
    case = AMAL.replace("EG-2026-0007", MARKS[0]).replace("Amal", MARKS[1])
    opened = open_case(kept.people.basma, case).id
    add_exhibit(kept.people.basma, opened, io.BytesIO(MARKS[2].encode() * 9000), MARKS[3], received_from=MARKS[4])
    backed_up(kept.folder)
    words = [*MARKS, "Basma", "قاوم", node().secret.hex(), kept.paper.read_text()]
    spelled = [word.encode(form) for word in words for form in ("utf-8", "utf-16-le")] + [node().secret]
    ids = [str(opened).encode(), opened.bytes]  # not even which cases there are
    for path in kept.folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert not [word for word in spelled + ids if word in data or word in str(path).encode()], path
    assert sum(path.stat().st_size for path in kept.folder.rglob("*")) > 100_000


def test_another_paper_opens_nothing(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    from longarm.keys.backup import new_backup_key

    backed_up(kept.folder)
    environment = on_sqlite(own_database.environment)
    for paper, said, code in (
        (new_backup_key().printed, "does not open the backup", 1),
        (kept.people.recovery_key, "the paper of a recovery key", 2),
        (kept.paper.read_text()[:-1], "a letter is wrong or missing", 2),
    ):
        other = tmp_path / "other.txt"
        other.write_text(paper)
        done = longarm(environment, "restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", other)
        assert (done.returncode, said in done.stderr, (tmp_path / "back").exists()) == (code, True, False)


def test_a_file_the_vault_lost_does_not_cost_the_rest(kept: Kept, own_database: OwnDatabase, tmp_path: Path) -> None:
    next(node().vault.glob("??/*")).unlink()
    made = backed_up(kept.folder)
    assert (made.files, made.missing) == (2, 1)
    environment = on_sqlite(own_database.environment)
    done = longarm(environment, "restore", "--from", kept.folder, "--data", tmp_path / "back", "--key-file", kept.paper, "--json")
    assert json.loads(done.stdout)["missing"] == 1
