"""A translator brings Sorani: a folder and an entry. It is offered, its pages run from right to left, and nothing is made up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import longarm.texts
from longarm.texts import LANGUAGES, PAPER_LANGUAGES, Language, PaperLanguage, TextMissing, direction_of, name_of
from longarm.texts.languages import SPOKEN

ROOMS = Path(longarm.texts.__file__).parent
DOOR = """
import django
from longarm.store.folder import folder_of, prepare
prepare(folder_of())
django.setup()
from django.test import RequestFactory
from longarm.texts import LANGUAGES
from longarm.web.desk.page import show
print(LANGUAGES)
asked = RequestFactory().get("/desk/sign-in/", headers={"accept-language": "ckb-IQ,en;q=0.5"})
print(show(asked, "sign_in.html").content.decode())
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Sorani as if it were translated: the English rooms, the door in pretended Kurdish."""
    shelf = tmp_path / "translation"
    shutil.copytree(ROOMS / "en", shelf / "ckb")
    (shelf / "languages.toml").write_text('[ckb]\nname = "کوردی"\ndirection = "rtl"\n', "utf-8")
    desk = (shelf / "ckb" / "desk.ftl").read_text("utf-8")
    assert "desk-sign-in = Sign in\n" in desk
    (shelf / "ckb" / "desk.ftl").write_text(desk.replace("desk-sign-in = Sign in\n", "desk-sign-in = چوونەژوورەوە\n"), "utf-8")
    return shelf


def door(shelf: Path, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The door of the desk, in a process that was told of the folder."""
    environment = {**os.environ, "LONGARM_TEXTS": str(shelf), "LONGARM_DATA": str(tmp_path / "data"), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", DOOR]
    return subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=120)


def test_what_the_type_checker_knows_is_what_the_data_say() -> None:
    assert get_args(Language) == LANGUAGES
    assert get_args(PaperLanguage) == PAPER_LANGUAGES


def test_every_language_has_its_rooms_and_a_name_of_its_own() -> None:
    for code, one in SPOKEN.items():
        assert one.rooms.is_dir(), code
        assert name_of(code) == one.name
    assert [direction_of(code) for code in ("ar", "en", "fr")] == ["rtl", "ltr", "ltr"]
    with pytest.raises(TextMissing):
        name_of("tlh")


def test_a_translation_comes_through_the_door_and_is_offered(shelf: Path, tmp_path: Path) -> None:
    seen = door(shelf, tmp_path)
    assert seen.returncode == 0, seen.stderr
    assert "('ar', 'en', 'fr', 'ckb')" in seen.stdout
    assert '<html lang="ckb" dir="rtl">' in seen.stdout
    assert "<h1>چوونەژوورەوە</h1>" in seen.stdout
    for code, name in (("ar", "العربية"), ("en", "English"), ("fr", "Français")):
        assert f'value="{code}" lang="{code}">{name}</button>' in seen.stdout


def test_a_sentence_that_was_not_translated_is_missing_and_not_english(shelf: Path, tmp_path: Path) -> None:
    desk = (shelf / "ckb" / "desk.ftl").read_text("utf-8")
    (shelf / "ckb" / "desk.ftl").write_text(desk.replace("desk-sign-in = ", "desk-left-out = "), "utf-8")
    seen = door(shelf, tmp_path)
    assert seen.returncode != 0
    assert "desk-sign-in has no ckb text" in seen.stderr
