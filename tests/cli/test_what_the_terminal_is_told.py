"""What goes wrong at a terminal is one clear sentence, in the language of who reads it, whatever the disk or the file holds."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from longarm.case.file import read_case
from longarm.cli import main
from longarm.errors import BadInput, system_reason

CASE = "longarm: case/1\nreference: A-1\nopened: 2022-01-04\n"
ARABIC = set(map(chr, range(0x0600, 0x0700)))


def told(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    """The one line on standard error; exit code 2, nothing on standard output."""
    with pytest.raises(SystemExit) as ended:
        raise SystemExit(main(list(words)))
    out, err = capfd.readouterr()
    assert (ended.value.code, out, err.count("\n")) == (2, "", 1)
    return err


@pytest.mark.parametrize(("language", "said"), [("ar", "لا يوجد ملف"), ("en", "no such file"), ("fr", "aucun fichier")])
def test_the_operating_system_speaks_the_language_of_the_reader(
    language: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    for words in (
        ("paths", "nowhere.yaml"),
        ("identify", "nowhere.txt"),
        ("verify", "nowhere.bag"),
        ("seal", "nowhere", "--out", "b"),
    ):
        assert said in told(capfd, words[0], str(tmp_path / words[1]), *words[2:])


def test_what_it_seldom_says_stays_in_its_own_words() -> None:
    assert str(system_reason(OSError(errno.ENOTTY, "Inappropriate ioctl"))) == "Inappropriate ioctl"
    assert str(system_reason(OSError("odd"))) == "odd"


def test_a_disk_that_fails_in_the_middle_of_a_file_and_a_name_no_disk_takes(capfd: pytest.CaptureFixture[str]) -> None:
    assert "the disk could not read" in told(capfd, "read", "/proc/self/mem")
    for command in ("read", "match"):
        assert "the name is too long" in told(capfd, command, "x" * 300)


def test_a_name_of_a_file_moves_no_cursor_and_begins_no_line(capfd: pytest.CaptureFixture[str]) -> None:
    for words in (("read", "a\nlongarm: all is well\x1b[2J"), ("check", "a\nb\x1b[2J"), ("a\nb\x1b[2J",)):
        assert "\x1b" not in told(capfd, *words)


def test_an_empty_word_is_not_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """`longarm seal "$chat"` where the variable holds nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "private.txt").write_text("of somebody else")
    with pytest.raises(SystemExit):
        main(["seal", "", "--out", "bundle"])
    assert "PATH" in capfd.readouterr().err
    assert not (tmp_path / "bundle").exists()


def test_a_file_whose_name_is_no_text_is_read_and_sealed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Names from an old Windows in Arabic, carried over on a stick."""
    name = os.fsdecode(b"\xc7\xe1.txt")
    (tmp_path / name).write_text("1/2/21, 10:00 - A: +218910000017\n1/2/21, 10:01 - B: hello\n")
    assert main(["read", "--json", str(tmp_path / name)]) == 0
    assert r"\\xc7\\xe1.txt" in capfd.readouterr().out
    assert main(["seal", str(tmp_path / name), "--out", str(tmp_path / "bundle")]) == 0
    assert main(["verify", str(tmp_path / "bundle")]) == 0


@pytest.mark.parametrize("service", ["hub", "holder"])
def test_a_card_that_cannot_be_makes_no_folder(service: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / service
    for card in (("--address", "nonsense"), ("--address", "https://[x/"), ("--address", "https://a:99999/"), ("--state", "zz")):
        told(capfd, service, "card", "--organisation", "Resist", *card, "--data", str(data))
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = str(server.getsockname()[1])
    assert f"longarm {service} card --organisation" in told(capfd, service, "serve", "--port", free, "--data", str(data))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("case", "line", "said"),
    [
        (CASE.replace("A-1", "حالة 1"), 2, "letters a to z"),
        (CASE + "persons: x\n", 4, "expected a list, found a text"),
        (CASE + "persons: [{id: a, roles: [suspect], birth_year: 12}]\n", 4, "less than 1900"),
        (CASE + "persons: [{id: a, roles: [suspect], birth_year: old}]\n", 4, "expected a number"),
        (CASE + "identifiers: [{id: a, type: phone, value: ''}]\n", 4, "too short, or empty"),
        (CASE + "exhibits: [{id: a, file: x, sha256: ab}]\n", 4, "this is a SHA-256"),
        (CASE + "\tnote: x\n", 4, "a tab where spaces belong"),
        (CASE + "note: he said: pay\n", 4, "a colon too many"),
        (CASE + "note: @handle\n", 4, "a character that no value begins with"),
        (CASE + "note: [a\n", 5, "not closed"),
    ],
)
def test_what_is_wrong_in_a_case_file_is_said_without_the_words_of_a_library(
    case: str, line: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "case.yaml").write_text(case)
    with pytest.raises(BadInput) as fault:
        read_case(tmp_path / "case.yaml")
    english, arabic = (
        fault.value.in_language(language).translate(dict.fromkeys(range(0x2066, 0x206A))) for language in ("en", "ar")
    )
    assert f"line {line}: " in english
    assert said in english
    assert ARABIC & set(arabic.partition(f"السطر {line}: ")[2])
    assert not {"regex", "Expected", "mapping", "token"} & set(arabic.split())


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Lybia", "LY"),
        ("الامارات", "AE"),
        ("emirates", "AE"),
        ("Tunesia", "TN"),
        ("missing", ""),
        ("nul.yaml", ""),
    ],
)
def test_the_state_somebody_meant(word: str, state: str, capfd: pytest.CaptureFixture[str]) -> None:
    said = told(capfd, "reach", word)
    assert (f"Did you mean {state} (" in said) if state else ("Did you mean" not in said)


def test_a_state_is_called_by_its_code_or_by_its_name(capfd: pytest.CaptureFixture[str]) -> None:
    def answered(*words: str) -> str:
        assert main([*words, "--as-of", "2022-01-04", "--lang", "en"]) == 0
        return capfd.readouterr().out

    assert answered("treaties", "مصر", "libya") == answered("treaties", "EG", "LY")
    assert "Where a warrant of Egypt reaches" in answered("reach", "Égypte")
