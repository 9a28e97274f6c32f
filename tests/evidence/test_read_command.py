"""`longarm read`: JSON lines of the published schema, one clear line for what cannot be read."""

import io
import json
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest

from longarm.cli import main
from longarm.cli.schema import schema_of

EXPORTS = Path(__file__).parent / "exports"


def test_every_line_is_of_the_published_schema(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    schema = schema_of("read")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = [str(path) for path in sorted((EXPORTS / "whatsapp").glob("*.txt"))]
    assert main(["read", "--json", *files]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    objects = [json.loads(line) for line in lines]
    assert sum(entry["kind"] == "account" for entry in objects) == len(files)
    assert objects[-1]["kind"] == "account"
    for entry in objects:
        validator.validate(entry)


def test_the_example_of_the_contract(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "WhatsApp Chat with Shorouk.txt"
    file.write_text("30/12/2021, 21:14 - Officer: IMG-20211230-WA0007.jpg (file attached)\n", "utf-8")
    assert main(["read", str(file), "--json", "--zone", "Africa/Cairo"]) == 0
    message = json.loads(capfdbinary.readouterr().out.splitlines()[0])
    assert {
        key: message[key] for key in ("source", "chat", "at", "at_certainty", "from", "from_id", "media", "kind", "line")
    } == {
        "source": "whatsapp-android",
        "chat": "Shorouk",
        "at": "2021-12-30T21:14:00+02:00",
        "at_certainty": "minute",
        "from": "Officer",
        "from_id": None,
        "media": ["IMG-20211230-WA0007.jpg"],
        "kind": "message",
        "line": 1,
    }


def test_without_json_the_question_is_also_put_in_words(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(next((EXPORTS / "whatsapp").glob("01*.txt"))), "--lang", "en"]) == 0
    said = capfd.readouterr()
    assert "--date-order dmy" in said.err
    assert json.loads(said.out.splitlines()[-1])["questions"][0]["flag"] == "--date-order"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"30/12/2021, 21:14 - Amal: hello\n")))
    assert main(["read", "--json", "-"]) == 0
    assert json.loads(capfdbinary.readouterr().out.splitlines()[0])["text"] == "hello"


@pytest.mark.parametrize(
    ("what", "sentence"), [("missing", "no such file"), ("folder", "this is a folder"), ("empty", "0 bytes")]
)
def test_what_cannot_be_read_is_said_in_one_line(
    what: str, sentence: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = {"missing": tmp_path / "nothing.txt", "folder": tmp_path, "empty": tmp_path / "empty.txt"}[what]
    (tmp_path / "empty.txt").touch()
    assert main(["read", str(path)]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert sentence in said.err


def test_a_refused_archive_gives_its_account_and_exit_code_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "evil.zip"
    with zipfile.ZipFile(file, "w") as target:
        target.writestr("../../chat.txt", "x")
    assert main(["read", "--json", str(file)]) == 2
    said = capfd.readouterr()
    account = json.loads(said.out)
    assert (account["kind"], account["source"], account["variant"]["member"]) == ("account", "unread", "../../chat.txt")
    assert len(said.err.splitlines()) == 1
    assert "evil.zip" in said.err


def test_a_zone_that_does_not_exist_is_said_before_anything_is_written(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(next((EXPORTS / "whatsapp").glob("03*.txt"))), "--zone", "Mars/Base"]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert "Mars/Base" in said.err
