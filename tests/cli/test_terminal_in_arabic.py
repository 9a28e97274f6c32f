"""A person whose terminal is Arabic: what every command prints to read is Arabic, what went wrong too."""

from __future__ import annotations

import ast
import io
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest
from django.utils import timezone

from arabic import latin_words
from longarm.case.vocabulary import IdentifierType
from longarm.casework.exchange.probes import WHYS, Finding
from longarm.cli import main
from longarm.cli.telling import did, kind
from longarm.evidence import looks_like
from longarm.exchange.card import make_card
from longarm.exchange.ceremony.messages import Why as Blamed
from longarm.exchange.refused import CODES
from longarm.keys.party import Party
from longarm.signals.found import Sure
from longarm.texts import LANGUAGES, Language, say
from people import PASSPHRASE, People, everybody

sys.path.insert(0, str(Path(__file__).parents[1] / "casework" / "exchange" / "requests"))
from elsewhere import AGREED, PATH, Elsewhere, here, new_case

CASES = Path(__file__).parents[2] / "src/longarm/casework/demo/cases"
SOURCES = Path(__file__).parents[2] / "src/longarm/cli"
CARRIED = ("letters", "pieces", "receipts", "taken", "for_others", "waiting")
ONE, TWO = (str(CASES / f"libyan-women-{number}.yaml") for number in (1, 2))


@pytest.fixture(autouse=True)
def arabic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")


def said(capfd: pytest.CaptureFixture[str], *words: object, ends: int = 0) -> str:
    """All that is printed; exit code `ends`."""
    try:
        code = main(list(map(str, words)))
    except SystemExit as ended:
        code = int(str(ended.code))
    out, err = capfd.readouterr()
    assert code == ends, (words, out, err)
    return out + err


LAW = ("StopNCII.org", "StopNCII", "Take It Down", "Facebook")  # services by their own names


@pytest.mark.parametrize(
    "words",
    [
        ("paths", ONE, "--as-of", "2022-06-15"),
        ("paths", ONE, "--as-of", "2022-06-15", "--compared-with", "2025-06-15"),
        ("ask", "--harmed-in", "EG", "--suspect-in", "LY", "--demand", "money", "--as-of", "2026-06-15"),
        ("treaties", "EG", "LY", "--as-of", "2026-06-15"),
        ("reach", "ICC", "--as-of", "2026-06-15"),
        ("match", ONE, TWO),
        ("draft", ONE, "--document", "complaint-ly", "--ask", "--as-of", "2022-06-15"),
    ],
    ids=lambda words: words[0],
)
def test_questions_of_law_and_of_cases(words: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    assert latin_words(said(capfd, *words), *LAW) == []


def test_exhibits_from_reading_to_a_checked_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("1/2/21, 10:00 - ضابط: +218910000017\n1/2/21, 10:01 - شروق: لا\n")
    Path("b.zip").write_bytes(b"Rar!" + bytes(40))
    Path("c.txt").write_bytes(os.urandom(8192))
    assert main(["read", "a.txt", "b.zip", "c.txt"]) == 0
    assert latin_words(capfd.readouterr().err, "dmy", "mdy") == []
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("رقم +218910000017 وحساب t.me/example_17 ثم \xff".encode())))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert latin_words(said(capfd, "identify"), "al-madar", "telegram", "t.") == []
    shown = said(capfd, "seal", "a.txt", "b.zip", "--out", "made.bag")
    assert latin_words(shown + said(capfd, "verify", "made.bag"), "BagIt") == []
    assert latin_words(said(capfd, "draft", ONE, "--document", "complaint-ly", "--out", "new.pdf", "--as-of", "2022-06-15")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words_of_its_own(language: Language) -> None:
    """A code that comes in later and is not said here would stand on the terminal as it is."""
    told = [did(what).in_language(language) for what in (*noted(), *(f"refused-{code}" for code in CODES))]
    told += [did(f"ceremony-{why}").in_language(language) for why in get_args(Blamed)]
    told += [say("terminal-looks", language, looks=one) for one in kinds()]
    counts = ("made", "registered", "withdrawn", "waiting", "hits", "lodged", "taken_back", "opened")
    told += [say("terminal-posted", language, what=what, number="1") for what in counts]
    told += [say("terminal-carried", language, what=what, number="1") for what in CARRIED]
    for message, fact, codes in (("why", "why", WHYS), ("finding", "finding", get_args(Finding))):
        told += [say(f"terminal-probe-{message}", language, **{fact: code}) for code in codes]
    told += [say("terminal-sure", language, sure=one) for one in get_args(Sure)]
    told += [kind(one).in_language(language) for one in get_args(IdentifierType)]
    assert len(set(told)) == len(told), "two codes, one sentence"
    shown = "\n".join(told)
    assert not [code for code in (*noted(), *CODES, *kinds()) if re.search(rf"\u2068{code}\u2069", shown)]
    if language == "ar":
        formats = ("PDF", "SQLite", "gzip", "tar", "7z")
        assert latin_words(shown.replace("7z", ""), *formats) == []


def noted() -> set[str]:
    """What hub and key holders write down, as it stands in their sources."""
    found = set()
    for service in ("hub", "holder"):
        for path in (SOURCES.parent / service).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "note":
                    found |= {one.value for one in ast.walk(node.args[0]) if type(one) is ast.Constant}
    escrow = {path.read_text() for path in (SOURCES.parent / "exchange" / "escrow").glob("*.py")}
    found |= {code for text in escrow for code in re.findall(r'Unsound\("(escrow-[a-z-]+)"', text)}
    return found - {"refused-", "ceremony-", "7z"}


def kinds() -> set[str]:
    return {kind for _, _, kind in looks_like._STARTS} - {"7z"} | {"json", "blank", "empty", "encrypted_or_compressed"}


def test_no_word_goes_to_the_terminal_past_the_texts() -> None:
    """Whatever is written out is said by `say`; a bare string holds at most the name of the program."""
    texts = SOURCES.parent / "texts" / "ar"
    ids = {name for room in texts.glob("*.ftl") for name in re.findall(r"^([a-z][\w-]*) =", room.read_text(), re.MULTILINE)}
    bare = []
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _writes(node.func):
                words = [one for given in node.args for one in _literals(given) if re.search("[A-Za-z]", one)]
                bare += [(path.name, node.lineno, one) for one in words if one not in ids | {"longarm: ", "longarm "}]
    assert bare == []


def _writes(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in ("print", "tell", "tell_aside", "_print", "getpass", "input")
    return isinstance(called, ast.Attribute) and called.attr in ("write", "writelines") and "std" in ast.unparse(called)


def _literals(node: ast.AST) -> Iterator[str]:
    """Not the id of a sentence and what names its facts, nor the format of a number."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("say", "Sentence", "join", "encode"):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("join", "encode"):
            for child in (node.func.value, *(node.args if node.func.attr == "join" else ())):
                yield from _literals(child)
        return
    if isinstance(node, ast.FormattedValue):
        yield from _literals(node.value)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
        yield node.value if isinstance(node.value, str) else node.value.decode("latin-1")
    for child in ast.iter_child_nodes(node):
        yield from _literals(child)


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in (PASSPHRASE, *lines))))


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    # In a process of pytest-xdist the database's file has that process's name; the command looks for the node's own.
    monkeypatch.setattr("longarm.casework.attach.is_node", lambda folder: folder.data.is_dir())
    found = everybody()
    here(found.basma)
    return found


@pytest.mark.django_db
def test_the_node_at_the_exchange(
    people: People, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    other, case = Elsewhere(people.basma), new_case(people.basma)
    names = ("Unit of Tripoli", "Unit of Cairo", "Jasmine", "Basma")

    def shown(*words: object, ends: int = 0, then: tuple[str, ...] = ()) -> str:
        typed(monkeypatch, *then)
        told = said(capfd, "exchange", *words, ends=ends)
        assert latin_words(told, *names) == [], words
        return told

    fingerprint = other.card.fingerprint
    shown("member", "cut-off", fingerprint)
    card = tmp_path / "card.json"
    card.write_bytes(make_card(
        other.party, role="node", organisation="Unit of Tripoli", states=("LY",), address="", certificate="",
        made_at=timezone.now(),
    ))  # fmt: skip
    assert "منذ" in shown("member", "add", card, "--fingerprint", fingerprint)
    shown("member", "list")
    asked = ("--path", PATH, "--measure", "identify", "--to", fingerprint, "--words", "من هو صاحب هذا الرقم؟", "--agreed", AGREED)
    shown("request", "new", case, *asked, "--send", "--sign-in", "Basma")
    assert "تحديد هوية المستخدم" in shown("request", "list", "--sign-in", "Basma")
    assert "رسائل خرجت: \u20681" in shown("request", "export", tmp_path / "stick")
    shown("request", "import", tmp_path / "stick")
    told = shown("operation", "new", "--name", "Jasmine", "--about", "رقم واحد", "--invite", fingerprint, "--sign-in", "Basma")
    shown("operation", "show", told.partition("المعرّف")[2].strip(" \n\u2068\u2069"), "--sign-in", "Basma")
    shown("operation", "list", "--sign-in", "Basma")
    shown("figures", "show")
    shown("escrow", "--sign-in", "Basma")
    shown("probe")
    assert main(["exchange", "card"]) == 0
    assert latin_words(capfd.readouterr().err, *names) == []


@pytest.mark.django_db
@pytest.mark.parametrize("service", ["hub", "holder"])
def test_a_hub_and_a_key_holder(
    service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for variable in ("", "_KEYS"):
        monkeypatch.setenv(f"LONGARM_{service.upper()}{variable}", str(tmp_path / f"{service}{variable}"))
    party, card = Party.new(), tmp_path / "card.json"
    card.write_bytes(make_card(
        party, role="node", organisation="طرابلس", states=("LY",), address="", certificate="", made_at=timezone.now()
    ))  # fmt: skip
    assert main([service, "card", "--organisation", "المركز", "--address", "https://127.0.0.1:9/"]) == 0
    assert latin_words(capfd.readouterr().err) == []
    for words in (("member", "add", card, "--fingerprint", party.fingerprint), ("member", "cut-off", party.fingerprint)):
        assert latin_words(said(capfd, service, *words)) == []
    assert "قُطع التعامل مع جهة" in said(capfd, service, "log")
    for words in (("member", "list"), ("log",), *((("key", "list"),) if service == "holder" else ())):
        assert latin_words(said(capfd, service, *words)) == []


SIGNED = ("--sign-in", "بسمة")
ROW = "00000000-0000-4000-8000-000000000000"
NOWHERE = "nowhere"  # a folder, a file, a fingerprint: what is not there


@pytest.mark.parametrize(
    "words",
    [
        ("exchange", "card", NOWHERE),
        ("exchange", "card", "--data", NOWHERE),
        ("exchange", "member", "list", "--data", NOWHERE),
        ("exchange", "member", "add", NOWHERE),
        ("exchange", "ceremony", "--data", NOWHERE),
        ("exchange", "ceremony", "--threshold", "many"),
        ("exchange", "token", "+218910000017", "--data", NOWHERE),
        ("exchange", "post", "--data", NOWHERE),
        ("exchange", "hits", "--data", NOWHERE),
        ("exchange", "probe", "plant", *SIGNED, "--line", "190", "--agreed"),
        ("exchange", "request", "list", *SIGNED, "--data", NOWHERE),
        ("exchange", "request", "answer", ROW, "perhaps", *SIGNED),
        ("exchange", "request", "again", "--since", "yesterday"),
        ("exchange", "operation", "show", "8", *SIGNED),
        ("exchange", "figures", "hear"),
        ("exchange", "escrow", *SIGNED, "--data", NOWHERE),
        ("exchange", "lab", "--port", "many"),
        ("exchange", "lend"),
        ("hub", "serve", "--data", NOWHERE, "--port", "99999"),
        ("hub", "serve", "--host", "no-such-host.invalid", "--port", "8899"),
        ("hub", "member", "cut-off", NOWHERE, "--data", NOWHERE),
        ("hub", "log", "--last", "0"),
        ("holder", "key", "show", "1-x", "--data", NOWHERE),
        ("holder", "key", "end", "1-x", "--on", "tomorrow"),
        ("holder", "member", "list", "--data", NOWHERE),
        ("holder", "log", "--data", NOWHERE),
        ("holder", "card", "--data", NOWHERE),
    ],
    ids=" ".join,
)
def test_what_cannot_go_on_is_one_sentence(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for service in ("HUB", "HOLDER"):
        monkeypatch.setenv(f"LONGARM_{service}", NOWHERE)
    told = said(capfd, *words, ends=2)
    assert (told.count("\n"), told.startswith("longarm: ")) == (1, True)
    given = {*words, "do"}
    choices = re.findall(r"'[\w-]+'", told)
    assert latin_words(told, *given, *choices) == []


def test_a_database_that_is_damaged_is_one_sentence(tmp_path: Path) -> None:
    """In a process of its own: the tables are the hub's alone."""
    data = tmp_path / "hub"

    def hub(*words: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LONGARM_", "DJANGO_", "DATABASE_"))}
        command = [sys.executable, "-m", "longarm", "hub", *words, "--data", str(data)]
        return subprocess.run(command, capture_output=True, text=True, env=kept, check=False, timeout=60)

    assert hub("card", "--organisation", "مركز", "--address", "https://127.0.0.1:9/").returncode == 0
    with closing(sqlite3.connect(data / "hub.sqlite3")) as tables:
        tables.execute("DROP TABLE hub_member")
    done = hub("member", "list")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "تعذّر استعمال قاعدة البيانات" in done.stderr
