"""Each sentence of the facts that pages show has an Arabic and a French wording, beside its English, with the same numbers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from longarm.errors import BadInput
from longarm.law.check import faults
from longarm.law.load import load
from longarm.law.model import Translation
from longarm.law.sources import FOLDER, read_folder
from longarm.law.wording import Told, all_told, phrases, sentences, told

FACTS = load()
NATIONALS = "39: own nationals may be withheld"


def test_a_sentence_is_told_in_the_readers_language_with_its_article() -> None:
    assert told(FACTS, NATIONALS, "ar") == Told("39: جواز الامتناع عن تسليم المواطنين", "ar")
    assert told(FACTS, NATIONALS, "fr").text.startswith("39\u00a0: ")
    assert told(FACTS, NATIONALS, "en") == Told(NATIONALS, "en")


def test_a_sentence_of_another_node_that_nobody_has_worded_stays_english_and_says_so() -> None:
    assert told(FACTS, "only on Tuesdays", "ar") == Told("only on Tuesdays", "en")


def test_what_has_no_letters_is_the_same_in_every_language_and_nothing_is_nothing() -> None:
    assert all_told(FACTS, (None, "2025-10-01", ""), "ar") == (Told("2025-10-01", "ar"),)


def test_every_sentence_keeps_its_numbers() -> None:
    """Article, year, days: a translator who drops one changes the law. Arabic says one and two in words (سنة، سنتان)."""
    shown = {sentence for _, sentence in sentences(FACTS)}
    assert shown <= FACTS.wording.keys() <= shown | phrases(FACTS)
    for english, wording in FACTS.wording.items():
        numbers = _numbers(english)
        assert _numbers(wording.fr) == numbers, f"{english}\n{wording.fr}"
        assert numbers - {"1", "2"} <= _numbers(wording.ar) <= numbers, f"{english}\n{wording.ar}"
        assert re.search(r"[\u0621-\u064a]", wording.ar), english


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


@pytest.mark.parametrize("word", ["ضحية", "الجاني", "المجرم", "فاضحة", "هاكر"])
def test_no_wording_labels_a_person(word: str) -> None:
    assert [w.ar for w in FACTS.wording.values() if re.search(rf"(?<![\u0621-\u064a]){word}(?![\u0621-\u064a])", w.ar)] == []


def test_the_lint_refuses_a_sentence_without_both_and_a_wording_without_its_sentence() -> None:
    found = read_folder()
    kept = {english: wording for english, wording in FACTS.wording.items() if english != NATIONALS}
    missing = found._replace(facts=msgspec.structs.replace(FACTS, wording=kept))
    assert [(f.message, f.facts["sentence"]) for f in faults(missing)] == [("law-not-worded", NATIONALS)]
    half = {**FACTS.wording, NATIONALS: Translation(ar="39", fr=" ")}
    assert [f.message for f in faults(found._replace(facts=msgspec.structs.replace(FACTS, wording=half)))] == ["law-not-worded"]
    more = {**FACTS.wording, "what nobody says": Translation(ar="ما لا يقال", fr="ce que personne ne dit")}
    lost = faults(found._replace(facts=msgspec.structs.replace(FACTS, wording=more)))
    assert [(f.message, f.facts["sentence"]) for f in lost] == [("law-wording-unused", "what nobody says")]


def test_a_corrected_sentence_asks_for_its_wording_again(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    file = folder / "instruments" / "riyadh-1983.yaml"
    file.write_text(file.read_text("utf-8").replace(NATIONALS, "39: own nationals are withheld"), "utf-8")
    assert {fault.message for fault in faults(read_folder(folder))} == {"law-not-worded", "law-wording-unused"}


def test_a_sentence_is_worded_once(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    again = f"sentences:\n  - en: '{NATIONALS}'\n    ar: '39: نعم'\n    fr: '39 : oui'\n"
    (folder / "wording" / "again.yaml").write_text(again, "utf-8")
    with pytest.raises(BadInput, match="withheld"):
        read_folder(folder)
