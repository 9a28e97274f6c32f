"""Tables of a hub or a holder belong to its keys: other keys, or none, are one sentence, and never a new beginning over them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cluster import OwnDatabase
from holder.running import COMMAND, environment


def run(data: Path, database: OwnDatabase, *words: str) -> tuple[int, str]:
    led = {name: value for name, value in database.environment.items() if name == "DATABASE_URL"}
    command = [*COMMAND, *words, "--data", str(data)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(**led), check=False, timeout=120)
    return done.returncode, done.stdout + done.stderr


def card(data: Path, database: OwnDatabase, service: str) -> str:
    code, said = run(data, database, service, "card", "--organisation", "One", "--address", "https://127.0.0.1:8999/")
    assert code == 0, said
    return said


@pytest.mark.parametrize("service", ["hub", "holder"])
def test_who_lost_its_keys_does_not_begin_anew_over_what_is_there(
    service: str, own_database: OwnDatabase, tmp_path: Path
) -> None:
    card(tmp_path / "one", own_database, service)
    keys, away = tmp_path / "one.keys", tmp_path / "away"
    shutil.move(keys, away)
    for words in (("card",), ("member", "list"), ("serve", "--port", "8998")):
        code, said = run(tmp_path / "one", own_database, service, *words)
        assert (code, said.count("\n")) == (2, 1), said
        assert "belongs to the keys" in said
    assert not list(keys.iterdir()), "no new keys lie in the place of the old ones"
    shutil.rmtree(keys)
    shutil.move(away, keys)
    assert run(tmp_path / "one", own_database, service, "card")[0] == 0


@pytest.mark.postgresql
@pytest.mark.parametrize("service", ["hub", "holder"])
def test_two_that_were_led_to_one_database_do_not_share_it(service: str, own_database: OwnDatabase, tmp_path: Path) -> None:
    card(tmp_path / "one", own_database, service)
    code, said = run(tmp_path / "two", own_database, service, "card", "--organisation", "Two", "--address", "")
    assert (code, said.count("\n")) == (2, 1), said
    shutil.copytree(tmp_path / "one.keys", tmp_path / "three.keys")
    assert run(tmp_path / "three", own_database, service, "card", "--organisation", "One", "--address", "")[0] == 0, (
        "the same party"
    )
