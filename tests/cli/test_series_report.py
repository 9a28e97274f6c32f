"""Three women, one man, one paper: what the prosecutor reads, and what never stands in it."""

from __future__ import annotations

import io
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
from pypdf import PdfReader

from longarm.cli import main

CASES = Path(str(files("longarm.casework") / "demo" / "cases"))
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
THREE = tuple(f"libyan-women-{number}.yaml" for number in (1, 2, 3))


def words(pdf: Path) -> str:
    read = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    return " ".join(unicodedata.normalize("NFKC", read).translate(ISOLATES).split())


def report(out: Path, language: str, *cases: str) -> int:
    return main(["match", *cases, "--paper", str(out), "--lang", language, "--as-of", "2022-06-15"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ar", ("LY-2022-0602", "201100000017", "قوي")),
        (
            "en",
            ("joining the following cases (3)", "strong", "weakest link is between cases 1, 2", "not proof of anybody", "Libya"),
        ),
        ("fr", ("jonction des dossiers", "fort", "indice à vérifier", "Libye")),
    ],
)
def test_the_paper_says_what_ties_them_and_what_it_does_not_prove(language: str, said: tuple[str, ...], tmp_path: Path) -> None:
    out = tmp_path / "series.pdf"
    assert report(out, language, *(str(CASES / name) for name in THREE)) == 0
    text = words(out)
    for word in said:
        assert word in text
    again = tmp_path / "again.pdf"
    assert report(again, language, *(str(CASES / name) for name in THREE)) == 0
    assert again.read_bytes() == out.read_bytes()


def test_no_legal_name_of_a_person_harmed_and_no_child_by_alias(tmp_path: Path) -> None:
    given = []
    for name in THREE:
        text = (CASES / name).read_text()
        number = name[-6]
        text = text.replace(f"alias: woman {number}", f"alias: woman {number}, legal_name: Planted Namefield {number}")
        text = text.replace("alias: woman 2,", "alias: woman 2, minor: true,")
        (tmp_path / name).write_text(text)
        given.append(str(tmp_path / name))
    out = tmp_path / "series.pdf"
    assert report(out, "en", *given) == 0
    text = words(out)
    assert "Planted" not in text
    assert "woman 1" in text
    assert "woman 2" not in text
    assert "a child (Libya)" in text


def test_the_number_of_a_woman_that_was_set_aside_is_not_written_out(tmp_path: Path) -> None:
    two = (CASES / THREE[1]).read_text()
    hers = '  - {id: own-1, type: phone, value: "+201100000017", used_by: complainant}\n'
    (tmp_path / THREE[1]).write_text(two.replace("identifiers:\n", "identifiers:\n" + hers))
    out = tmp_path / "series.pdf"
    assert report(out, "en", str(CASES / THREE[0]), str(tmp_path / THREE[1])) == 0
    text = words(out)
    assert "belongs to somebody who was harmed" in text
    assert "201100000017" not in text
    assert "01000000017" in text  # where the money was asked to


def test_no_series_no_paper_and_never_over_another_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "series.pdf"
    assert report(out, "en", *(str(CASES / name) for name in ("ahmed.yaml", "shams.yaml"))) == 2
    assert "needs one series" in capfd.readouterr().err
    assert not out.exists()
    out.write_text("mine")
    assert report(out, "en", *(str(CASES / name) for name in THREE)) == 2
    assert out.read_text() == "mine"
