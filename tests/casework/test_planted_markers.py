"""Whoever takes the data folder finds nothing that a person wrote: every byte of it is searched for planted words.

On PostgreSQL every byte of the server's folder too: tables, write-ahead log (all of it is kept), temporary files, and its
log, to which it writes every statement it is sent.
"""

from __future__ import annotations

import io
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from PIL import Image

from longarm.casework.cases import open_case, read_case
from longarm.casework.day.desk import case_view
from longarm.casework.people.organisations import add_user, set_up_organisation
from longarm.casework.people.visits import sign_in
from longarm.casework.proof.bundles import list_bundles, open_bundle, seal_case
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits, receive
from longarm.casework.proof.media import hand_out
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.showing import preview
from longarm.store.models import Exhibit
from people import PASSPHRASE

REFERENCE = "MARKREF-20997"
WORDS = [
    "Markorga Zebrafink",
    "Markuser Quokka",
    "MARKALIAS-Yamama",
    "Marklegal Okapi",
    "+218910009137",
    "marknote-ibex",
    "markfile-إوزة.txt",
]
WORDS += [
    "markfrom-numbat",
    "markhow-tapir",
    "markmessage-axolotl",
    "markcolleague-dugong",
    "markpurpose-kakapo",
    "markcamera-caracal",
    REFERENCE,
    PASSPHRASE,
]
CASE = f"""\
longarm: case/1
reference: {REFERENCE}
note: marknote-ibex
persons:
  - {{id: complainant, roles: [complainant], alias: MARKALIAS-Yamama, legal_name: Marklegal Okapi, locations: [{{state: EG}}]}}
  - {{id: suspect-1, roles: [suspect]}}
identifiers:
  - {{id: phone-1, type: phone, value: "+218910009137", used_by: suspect-1}}
"""
CHAT = "".join(f"30/12/2021, 21:{n:02d} - Sender: markmessage-axolotl {n} +218910009137\n" for n in range(60)) * 100


def stored(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte that the node and its database keep: files with their names, and rows, which PostgreSQL may compress."""
    for folder in (root, *cluster()):
        for place, names, files in os.walk(folder):
            yield from ((str(Path(place, name)), b"") for name in names)
            yield from ((str(Path(place, name)), _read(Path(place, name))) for name in files)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names from the database itself
                yield (
                    table,
                    b" ".join(bytes(v) if isinstance(v, memoryview | bytes) else str(v).encode() for row in cursor for v in row),
                )


def cluster() -> list[Path]:
    """The folder of PostgreSQL's server, brought up to date, where it is the database; of SQLite all lies in the data folder."""
    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        return [Path(cursor.fetchone()[0]).parent]


def written() -> list[Path]:
    """Where PostgreSQL writes while it works: the tables of this test's database, and the write-ahead log."""
    if connection.vendor == "sqlite":
        return []
    [folder] = cluster()
    with connection.cursor() as cursor:
        cursor.execute("SET log_statement = 'all'")
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        return [folder / "data" / "base" / str(cursor.fetchone()[0]), folder / "data" / "pg_wal"]


def found_in(root: Path) -> list[tuple[str, str]]:
    spellings = [(word, word.encode(form)) for word in WORDS for form in ("utf-8", "utf-16-le")]
    spellings += [(word, word.encode().hex().encode()) for word in WORDS]
    return [(place, word) for place, data in stored(root) for word, spelled in spellings if spelled in data or word in place]


@pytest.mark.django_db(transaction=True)
def test_no_planted_word_lies_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    data = settings.LONGARM_FOLDER.data
    watched = [data, *written()]
    during: list[tuple[str, str]] = []
    ended = threading.Event()

    def watch() -> None:  # looks at the files while they are written
        while not ended.is_set():
            files = (Path(place, name) for folder in watched for place, _, names in os.walk(folder) for name in names)
            during.extend((path.name, "?") for path in files if _has_message(path))
            time.sleep(0.01)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        set_up_organisation(WORDS[0], WORDS[1], PASSPHRASE)
        visit = sign_in(WORDS[1], PASSPHRASE)
        basma = visit.actor
        add_user(basma, "markcolleague-dugong", PASSPHRASE, "caseworker")
        case = open_case(basma, CASE).id
        with receive(basma, case) as arriving:
            for at in range(0, len(CHAT), 5000):
                arriving.write(CHAT[at : at + 5000].encode())
            exhibit = arriving.finish("markfile-إوزة.txt", "markfrom-numbat", received_how="markhow-tapir")
        assert process_exhibit(basma, exhibit).messages == 6000
        seal_case(basma, case)
        [bundle] = list_bundles(basma, case)
        assert b"markmessage-axolotl" in open_bundle(basma, bundle.id, "markpurpose-kakapo").source.open().read()
        assert case_view(basma, case, read_case(basma, case).made_at.date()).case.reference == REFERENCE
        assert Exhibit.objects.get(id=exhibit).state == "sealed"
        assert preview(basma, exhibit).text
        taken = add_exhibit(basma, case, io.BytesIO(_photo()), "markfile-إوزة.txt")
        for clear in (False, True):
            seen = preview(basma, taken, clear=clear).picture
            assert seen
            assert seen.said.device == "markcamera-caracal"
        assert b"markcamera-caracal" in hand_out(basma, taken, "markpurpose-kakapo").source.open().read()
        assert list_exhibits(basma, case)[0].outcome.found[0].normal == "+218910009137"
    finally:
        ended.set()
        watcher.join()
    WORDS.append(visit.cookie)
    assert found_in(data) == []
    assert during == []
    assert list(tmp_path.iterdir()) == []
    if connection.vendor == "sqlite":  # the search above did look at the live database and its log
        (log,) = data.glob("longarm.sqlite3*-wal")  # pytest-xdist adds the number of its process
        assert log.stat().st_size > 50_000
    else:
        assert sum(path.stat().st_size for path in watched[-1].iterdir() if path.is_file()) > 1_000_000
        assert b'INSERT INTO "store_exhibit"' in (cluster()[0] / "log").read_bytes()
        connection.close()  # the next one logs as usual


@pytest.mark.django_db(transaction=True)
def test_the_search_would_find_a_word_that_was_stored_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    set_up_organisation(WORDS[0], WORDS[1], PASSPHRASE)
    case = open_case(sign_in(WORDS[1], PASSPHRASE).actor, CASE).id
    Exhibit.objects.create(
        case_id=case, number=1, size=1, vault_name="x", file_key_sealed=b"", about_sealed="markfile-إوزة.txt".encode()
    )
    found = found_in(settings.LONGARM_FOLDER.data)
    assert {word for _, word in found} == {"markfile-إوزة.txt"}
    if connection.vendor == "postgresql":
        kinds = ("/base/", "/pg_wal/", "store_exhibit")
        assert [kind for kind in kinds if any(kind in place for place, _ in found)] == list(kinds)


def _photo() -> bytes:
    exif, file = Image.Exif(), io.BytesIO()
    exif[0x010F] = "markcamera-caracal"
    Image.new("RGB", (60, 40), "red").save(file, "JPEG", exif=exif)
    return file.getvalue()


def _has_message(path: Path) -> bool:
    data = _read(path)
    return b"markmessage-axolotl" in data or b"markcamera-caracal" in data


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # renamed or removed in between, by us or by a server that others use too
        return b""
