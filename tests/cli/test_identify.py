"""`longarm identify`: text or messages in, one identifier a line out."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from longarm.cli.schema import schema_of


def identify(*arguments: str, given: bytes = b"", lang: str = "C.UTF-8") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "longarm", "identify", *arguments]
    return subprocess.run(command, input=given, capture_output=True, env={"LANG": lang, "PATH": ""}, timeout=120, check=False)


def lines(*arguments: str, given: bytes = b"") -> list[dict[str, Any]]:
    done = identify(*arguments, given=given)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


TEXT = "كان رقمه ٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧\r\nوحسابه https://www.facebook.com/profile.php?id=100009000000017\nبطاقة 4111 1111 1111 1111\n"


def test_a_text_file_gives_one_object_for_each_identifier_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "رسالة.txt"
    file.write_bytes(TEXT.encode())
    found = lines(str(file), "--json")
    assert [(f["type"], f["normal"], f["line"]) for f in found] == [
        ("phone", "+218910000017", 1),
        ("account", "facebook:100009000000017", 2),
        ("card", "411111******1111", 3),
    ]
    assert (found[0]["state"], found[0]["operator"], found[0]["identity_duty"]) == ("LY", "al-madar", "yes")
    for each in found[:2]:
        assert TEXT[each["span"][0] : each["span"][1]] == each["value"]
    assert {f["file"] for f in found} == {str(file)}


def test_standard_input_is_read_when_no_file_is_given() -> None:
    assert [f["normal"] for f in lines(given=TEXT.encode())] == [f["normal"] for f in lines("--json", given=TEXT.encode())]


def test_what_it_prints_is_what_its_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(schema_of("identify"))
    text = (
        TEXT
        + "x@instapay amal@example.com 01000000017 T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb x.com/a/status/1 192.0.2.17 +972599000017\n"
    )
    message = {"source": "whatsapp-android", "chat": "c", "from": "+218 91-000 0017", "text": text, "kind": "message", "line": 5}
    for given in (text, json.dumps(message) + "\n"):
        found = lines("--json", given=given.encode())
        assert len(found) >= 8
        for each in found:
            validator.validate(each)


def test_messages_of_longarm_read_are_known_and_named() -> None:
    number = "\u202a+218 91-000 0017\u202c"
    common = {"source": "whatsapp-android", "chat": "أحمد", "from": number, "from_id": "+218910000017", "kind": "message"}
    messages: list[dict[str, Any]] = [
        common | {"text": "ادفع", "line": 17},
        common | {"text": "t.me/x_17y", "line": 18},
        {"source": "telegram", "from": "A", "from_id": "user700000017", "text": "على 01000000017", "kind": "message", "line": 2},
        {"source": "whatsapp-android", "line": 3, "offset": 9, "bytes": 4, "why": "+218910000018", "kind": "skipped"},
        {"source": "whatsapp-android", "file": "+218910000018", "bytes": 1, "counts": {}, "kind": "account"},
    ]
    given = "".join(json.dumps(m, ensure_ascii=False) + "\n" for m in messages).encode()
    found = lines("--region", "eg", given=given)
    assert [(f["message"], f["field"], f["normal"]) for f in found] == [
        (17, "from", "+218910000017"),
        (18, "text", "telegram:x_17y"),
        (2, "from_id", "telegram:700000017"),
        (2, "text", "+201000000017"),
    ]
    assert found[0]["chat"] == "أحمد"
    assert number[slice(*found[0]["span"])] == found[0]["value"]


def test_a_damaged_line_among_messages_is_named() -> None:
    good = b'{"source": "x", "text": "+218910000017", "line": 1}\n'
    done = identify(given=good + b'{"source": "x", "text": 5}\n')
    assert done.returncode == 2
    assert b"line 2" in done.stderr


@pytest.mark.parametrize(
    ("region", "near"), [("Egypt", b"EG"), ("Lybia", b"LY"), ("UK", b"GB"), ("ليبيا", b"LY"), ("XX", b"no state"), ("EGY", b"EG")]
)
def test_a_region_that_does_not_exist_is_refused_with_the_nearest(region: str, near: bytes) -> None:
    done = identify("--region", region, given=b"x")
    assert done.returncode == 2
    assert near in done.stderr
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rest", b"%PDF-1.7 +218910000017", b"\x00\x01\x02", b"SQLite format 3\x00", b"abc\n" * 100 + b"\x00"]
)
def test_what_is_not_text_is_refused_in_one_sentence(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.bin"
    file.write_bytes(data)
    done = identify(str(file))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"longarm read" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_file_that_does_not_exist_stops_before_half_an_answer(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("+218910000017")
    done = identify(str(file), str(tmp_path / "none.txt"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"none.txt" in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(encoding: str) -> None:
    (found,) = lines(given="رقم +218910000017\n".encode(encoding))
    assert (found["normal"], found["span"]) == ("+218910000017", [4, 17])


def test_an_old_arabic_code_page_still_gives_its_numbers_and_says_so() -> None:
    done = identify(given="رقمه +218910000017 ".encode("cp1256"))
    assert json.loads(done.stdout)["normal"] == "+218910000017"
    assert b"not UTF-8" in done.stderr


def test_spans_hold_across_blocks_and_no_number_is_cut(tmp_path: Path) -> None:
    row = "س" * 61 + " ٠٠٢١٨ ٩١ ٠٠٠ ٠٠١٧ و t.me/Example_17 "
    for text in ("\n".join([row] * 3000), row * 3000):
        file = tmp_path / "long.txt"
        file.write_bytes(text.encode())
        found = lines(str(file))
        assert len(found) == 6000
        assert {f["normal"] for f in found} == {"+218910000017", "telegram:example_17"}
        assert all(text[f["span"][0] : f["span"][1]] == f["value"] for f in found)
        assert found[-1]["line"] == text.count("\n") + 1


def test_on_a_terminal_a_person_gets_one_readable_line() -> None:
    program = "import sys; sys.stdout.isatty = lambda: True; from longarm.cli import main; main(['identify'])"
    given = "رقم +218\u00a0910000017\n".encode()
    done = subprocess.run(
        [sys.executable, "-c", program], input=given, capture_output=True, check=True, env={"LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    )
    said = "phone  +218910000017  LY, al-madar, certain  -:1  +218 910000017"
    assert done.stdout.decode().split() == said.split()


def test_the_output_of_longarm_read_can_be_given_as_it_is(tmp_path: Path) -> None:
    chat = tmp_path / "WhatsApp Chat with A.txt"
    chat.write_text(
        "30/12/2021, 21:14 - \u202a+218 91-000 0017\u202c: ادفع\n30/12/2021, 21:15 - ب: على t.me/Example_17\n" * 3, "utf-8"
    )
    read = subprocess.run([sys.executable, "-m", "longarm", "read", str(chat), "--json"], capture_output=True, check=True)
    found = lines("--json", given=read.stdout)
    assert [f["normal"] for f in found] == ["+218910000017", *["telegram:example_17"] * 3]


def test_what_is_not_needed_is_not_loaded() -> None:
    program = (
        "import sys; from longarm.cli import main; main(['identify']); "
        "print([m for m in sys.modules if m.startswith(('schwifty', 'Crypto', 'django', 'idna', 'phonenumbers.geodata', "
        "'phonenumbers.carrier', 'phonenumbers.tzdata', 'fluent'))], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], input=TEXT.encode(), capture_output=True, check=True)
    assert done.stderr.strip() == b"[]"
