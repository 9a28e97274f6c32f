"""DATABASE_URL chooses the database; an address that leads nowhere is one sentence, and never shows the password."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cluster import OwnDatabase
from longarm.errors import BadInput
from longarm.store.database import databases


def test_the_address_of_a_database_is_read(tmp_path: Path) -> None:
    read = databases(tmp_path / "x", "postgresql://basma:p%40ss@db.example:5433/long%20arm?sslmode=verify-full")["default"]
    where = [read[name] for name in ("USER", "PASSWORD", "HOST", "PORT", "NAME")]
    assert where == ["basma", "p@ss", "db.example", "5433", "long arm"]
    assert read["OPTIONS"]["sslmode"] == "verify-full"
    socket = databases(tmp_path / "x", "postgresql:///longarm?host=/run/postgresql")["default"]
    assert (socket["HOST"], socket["NAME"], socket["PORT"]) == ("/run/postgresql", "longarm", "")
    service = databases(tmp_path / "x", "postgresql:///?service=longarm&connect_timeout=2")["default"]
    assert (service["NAME"], service["OPTIONS"]["service"], service["OPTIONS"]["connect_timeout"]) == ("", "longarm", "2")


@pytest.mark.parametrize(
    ("address", "mode"),
    [
        ("postgresql://longarm@db.example/longarm", "verify-full"),
        ("postgresql://longarm@localhost,db.example/longarm", "verify-full"),
        ("postgresql:///longarm?hostaddr=203.0.113.7", "verify-full"),
        ("postgresql://longarm@db.example/longarm?sslmode=require", "require"),
        ("postgresql://longarm@localhost/longarm", None),
        ("postgresql://longarm@[::1]:5433/longarm", None),
        ("postgresql:///longarm?host=/run/postgresql", None),
        ("postgresql:///longarm", None),
    ],
)
def test_a_server_elsewhere_must_prove_who_it_is(tmp_path: Path, address: str, mode: str | None) -> None:
    assert databases(tmp_path / "x", address)["default"]["OPTIONS"].get("sslmode") == mode


@pytest.mark.parametrize(
    "address",
    [
        "mysql://x/y",
        "longarm",
        "postgresql://host/",
        "postgresql://host:port/name",
        "postgresql://basma:pass/word@host/name",
        "postgresql://basma:100%@host/name",
        "postgresql://host/name?sllmode=require",
    ],
)
def test_another_address_is_refused_without_repeating_it(tmp_path: Path, address: str) -> None:
    with pytest.raises(BadInput) as fault:  # it may hold a password
        databases(tmp_path / "x", address)
    assert fault.value.message == "store-database-url"
    assert address not in str(fault.value)


def test_sqlite_waits_its_turn_and_syncs(tmp_path: Path) -> None:
    options = databases(tmp_path / "x", "")["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]


def start(data: Path, address: str | None, language: str = "en") -> subprocess.CompletedProcess[str]:
    """`longarm demo` comes up as `longarm serve` does, and needs no port."""
    away = ("LONGARM_", "DJANGO_", "DATABASE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    environment |= {"LC_ALL": "C.UTF-8"} | ({"DATABASE_URL": address} if address is not None else {})
    command = [sys.executable, "-m", "longarm", "demo", "--data", str(data), "--lang", language]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgres:/longarm:geheim@host", "is no address of a PostgreSQL database"),
        ("postgresql://longarm:geheim@/longarm?host=/nowhere", "No such file or directory"),
        ("postgresql://longarm:geheim@127.0.0.1:1/longarm", "Connection refused"),
        ("postgresql://longarm:geheim@/longarm?host=/nowhere&sslmode=quatsch", "quatsch"),
    ],
    ids=["malformed", "no socket", "no server", "no such option"],
)
def test_an_address_that_leads_nowhere_is_one_sentence(tmp_path: Path, address: str, said: str) -> None:
    refused(start(tmp_path / "data", address), said)


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "LAYOUT").write_text("1\n")
    (tmp_path / "data" / "longarm.sqlite3").write_bytes(b"a photograph" * 1000)
    refused(start(tmp_path / "data", None), "longarm.sqlite3 cannot be read as a database")


@pytest.mark.postgresql
@pytest.mark.parametrize("password", ["", "geheim"])
def test_a_wrong_password_is_said_and_not_shown(own_database: OwnDatabase, password: str) -> None:
    address = own_database.environment["DATABASE_URL"].replace("longarm@", f"doorkeeper:{password}@")
    refused(start(own_database.data, address), "does not accept this user and password")
    assert "رفضت قاعدة البيانات" in start(own_database.data, address, "ar").stderr


@pytest.mark.postgresql
def test_a_user_who_may_not_make_tables_is_told_so(own_database: OwnDatabase) -> None:
    from cluster import PASSWORD, WITH_PASSWORD, quote

    address = own_database.environment["DATABASE_URL"].replace("longarm@", f"{WITH_PASSWORD}:{quote(PASSWORD, safe='')}@")
    done = start(own_database.data, address)
    refused(done, "permission denied for schema public")
    assert PASSWORD not in done.stderr


@pytest.mark.postgresql
def test_a_database_that_is_not_there_is_said(own_database: OwnDatabase) -> None:
    address = re.sub(r"/own_\w+", "/elsewhere", own_database.environment["DATABASE_URL"])
    refused(start(own_database.data, address), 'database "elsewhere" does not exist')


def refused(done: subprocess.CompletedProcess[str], said: str) -> None:
    assert done.returncode == 2, done.stderr
    assert re.fullmatch(r"longarm: [^\n]+\.\n?", done.stderr), done.stderr
    assert said in done.stderr
    assert "geheim" not in done.stderr
    assert done.stdout == ""
