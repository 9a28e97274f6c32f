"""`longarm draft` at the command line."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from longarm.cli import main
from longarm.cli.schema import schema_of

SHOROUK = str(files("longarm.casework") / "demo" / "cases" / "shorouk.yaml")
DRAFT = ["draft", SHOROUK, "--document", "complaint-eg", "--as-of", "2022-01-04"]


def test_a_complaint_is_written_whole_and_its_answer_keeps_the_published_schema(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "complaint.pdf"
    assert main([*DRAFT, "--lang", "ar", "--out", str(out), "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    jsonschema.validate(answer, schema_of("draft"))
    assert out.read_bytes().startswith(b"%PDF")
    assert [entry.name for entry in tmp_path.iterdir()] == ["complaint.pdf"]
    assert answer["forum"] == "EG"


def test_answers_are_printed_and_not_stored(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    answers = tmp_path / "answers.yaml"
    answers.write_text("complainant_id: 000-TEST\n")
    assert main([*DRAFT, "--out", str(tmp_path / "c.pdf"), "--answers", str(answers), "--json"]) == 0
    assert "complainant_id" not in [field["id"] for field in json.loads(capfd.readouterr().out)["missing"]]


def test_asking_writes_nothing(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    assert main([*DRAFT, "--ask", "--lang", "fr"]) == 0
    assert "complainant_name" in capfd.readouterr().out
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--out", "complaint.docx"], ".pdf"),
        ([], "--out"),
        (["--out", "missing-folder/c.pdf"], "cannot be written"),
        (["--out", "c.pdf", "--forum", "ZZ"], "no state"),
    ],
)
def test_bad_input_gets_one_sentence(flags, said, tmp_path, monkeypatch, capfd) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    assert main([*DRAFT, "--lang", "en", *flags]) == 2
    error = capfd.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_an_existing_file_is_never_overwritten(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / "c.pdf"
    out.write_text("mine")
    assert main([*DRAFT, "--out", str(out)]) == 2
    assert out.read_text() == "mine"


def test_a_paper_for_a_path_says_which_path_and_an_authority_needs_no_notice(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    request = ["draft", SHOROUK, "--document", "mla-subscriber", "--as-of", "2022-01-04", "--lang", "en", "--json"]
    sizes = []
    for name, flags in (("notice", []), ("own", ["--authority"])):
        out = tmp_path / f"{name}.pdf"
        assert main([*request, "--path", "subscriber_data:EG:US", "--out", str(out), *flags]) == 0
        answer = json.loads(capfd.readouterr().out)
        jsonschema.validate(answer, schema_of("draft"))
        assert answer["path"] == "subscriber_data:EG:US"
        sizes.append(out.stat().st_size)
    assert sizes[0] > sizes[1]


def test_a_german_paper_is_announced_in_english(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    shams = SHOROUK.replace("shorouk", "shams")
    out = tmp_path / "anzeige.pdf"
    assert main(["draft", shams, "--document", "complaint-de", "--as-of", "2021-09-30", "--lang", "de", "--out", str(out)]) == 0
    said = capfd.readouterr().out
    assert "Strafanzeige und Strafantrag" in said
    assert "written to" in said


def test_a_language_a_paper_does_not_have_is_refused_with_those_it_has(tmp_path: Path, monkeypatch, capfd) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LC_ALL", "C")
    assert main([*DRAFT, "--lang", "de", "--out", str(tmp_path / "c.pdf")]) == 2
    assert "ar, en, fr" in capfd.readouterr().err


def test_the_statement_of_one_recipient_among_several(tmp_path: Path, capfd) -> None:  # type: ignore[no-untyped-def]
    ahmed = SHOROUK.replace("shorouk", "ahmed")
    statement = ["draft", ahmed, "--document", "recipient-statement", "--as-of", "2021-08-15", "--lang", "en"]
    assert main([*statement, "--recipient", "school", "--out", str(tmp_path / "s.pdf"), "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    jsonschema.validate(answer, schema_of("draft"))
    assert answer["recipient"] == "school"
    assert main([*statement, "--out", str(tmp_path / "blank.pdf")]) == 0
    assert "Several persons got messages (school, friend-1)" in capfd.readouterr().out
    assert main([*statement, "--recipient", "nobody", "--out", str(tmp_path / "n.pdf")]) == 2
    assert "Choose one of: school, friend-1" in capfd.readouterr().err


@pytest.mark.parametrize("how", [["--ask"], ["--out", "notice.pdf"]])
def test_a_notice_to_a_suspect_goes_through_the_gate_of_the_desk(how: list[str], capfd, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    assert main(["draft", SHOROUK, "--document", "lawful-notice", "--lang", "en", *how]) == 2
    assert "gate of the desk" in capfd.readouterr().err
    assert not list(tmp_path.iterdir())
