"""`longarm match --index`: what an earlier run kept is compared with the new cases, and says nothing to who lacks the key."""

import json
import os
from importlib.resources import files
from pathlib import Path

import pytest

from longarm.cli import main
from longarm.cli.match.index import MatchIndex

CASES = Path(str(files("longarm.casework") / "demo" / "cases"))
WOMEN = [str(CASES / f"libyan-women-{number}.yaml") for number in (1, 2, 3)]


def matched(capfd: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, object]]]:
    capfd.readouterr()
    assert main(["match", *arguments, "--json"]) == 0
    return json.loads(capfd.readouterr().out)  # type: ignore[no-any-return]


def refused(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    capfd.readouterr()
    assert main(["match", *arguments]) == 2
    printed = capfd.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_one_case_a_run_finds_what_all_at_once_find(index: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = matched(capfd, *WOMEN)
    assert matched(capfd, WOMEN[0], "--index", str(index)) == {"links": [], "series": [], "set_aside": []}
    second = matched(capfd, WOMEN[1], "--index", str(index))
    third = matched(capfd, WOMEN[2], "--index", str(index))
    assert sorted(str(one) for one in second["links"] + third["links"]) == sorted(str(one) for one in whole["links"])
    assert third["series"] == whole["series"]
    assert third["set_aside"] == whole["set_aside"]
    again = matched(capfd, *WOMEN, "--index", str(index))  # the same files take their own place
    assert again == whole


def test_the_folder_tells_nothing_and_is_for_its_owner_only(index: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["match", *WOMEN, "--index", str(index), "--lang", "en"])
    assert "key lies beside" in capfd.readouterr().err
    stored = (index / "cases.sealed").read_bytes()
    for planted in (b"+218", b"LY-2022", b"libyan", "محفظة".encode()):
        assert planted not in stored
    assert sorted(entry.name for entry in index.iterdir()) == ["cases.sealed", "key"]
    assert {oct(entry.stat().st_mode & 0o777) for entry in index.iterdir()} == {"0o600"}
    with MatchIndex(index) as opened:  # even opened, identifiers are keyed hashes
        keys = [item.key for item in opened.items()]
    assert keys
    assert not any("218" in key and "+" in key for key in keys)


def test_a_case_is_forgotten(index: Path, capfd: pytest.CaptureFixture[str]) -> None:
    matched(capfd, *WOMEN[:2], "--index", str(index))
    matched(capfd, "--forget", "LY-2022-0601", "--index", str(index))
    assert matched(capfd, WOMEN[1], "--index", str(index))["links"] == []
    assert "no case" in refused(capfd, "--forget", "LY-2022-0601", "--index", str(index), "--lang", "en")


def test_what_is_no_index_is_refused_and_left_as_it_is(index: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tail = ("--index", str(index), "--lang", "en")
    matched(capfd, WOMEN[0], "--index", str(index))
    cases, key = index / "cases.sealed", index / "key"
    good, secret = cases.read_bytes(), key.read_bytes()
    for bad, said in (
        (good[:-1], "changed"), (good[:60] + bytes([good[60] ^ 1]) + good[61:], "changed"), (b"", "changed"),
        (b"PK\3\4", "changed"), (good.replace(b"index 1", b"index 2", 1), "another version"),
    ):  # fmt: skip
        cases.write_bytes(bad)
        assert said in refused(capfd, WOMEN[1], *tail)
        assert cases.read_bytes() == bad
    cases.write_bytes(good)
    key.write_text("no key\n")
    assert "changed" in refused(capfd, WOMEN[1], *tail)
    key.write_bytes(os.urandom(32).hex().encode())
    assert "another key" in refused(capfd, WOMEN[1], *tail)
    key.unlink()
    assert "its key is not" in refused(capfd, WOMEN[1], *tail)
    key.write_bytes(secret)
    assert "no index" in refused(capfd, WOMEN[1], "--index", str(tmp_path), "--lang", "en")  # other things lie there
    assert "no index" in refused(capfd, WOMEN[1], "--index", str(cases), "--lang", "en")
    with MatchIndex(index):
        assert "another longarm match" in refused(capfd, WOMEN[1], *tail)
    assert cases.read_bytes() == good


def test_a_run_that_fails_changes_nothing(
    index: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    matched(capfd, WOMEN[0], "--index", str(index))
    before = (index / "cases.sealed").read_bytes()
    refused(capfd, WOMEN[1], str(tmp_path / "nothing.yaml"), "--index", str(index))
    assert (index / "cases.sealed").read_bytes() == before

    def full(_: int) -> None:
        raise OSError(28, "the disk is full")

    monkeypatch.setattr("longarm.cli.match.index.os.fsync", full)
    assert "the disk is full" in refused(capfd, WOMEN[1], "--index", str(index), "--lang", "en")
    monkeypatch.undo()
    assert (index / "cases.sealed").read_bytes() == before
    assert len(matched(capfd, WOMEN[1], "--index", str(index))["links"]) > 0  # what was left half-written is written over


def test_flags_that_do_not_fit_are_one_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    assert "--index" in refused(capfd, "--forget", "X", "--lang", "en")
    assert "No case" in refused(capfd, "--lang", "en")
