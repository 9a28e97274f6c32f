"""seal, stamp and verify as a person or a script runs them: files, exit codes, and answers that fit their schemas."""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import jsonschema
import pytest

from arabic import latin_words
from longarm.cli import main
from longarm.cli.schema import schema_of

sys.path.insert(0, str(Path(__file__).parents[1] / "evidence"))
from authority import Authority, make_authority

CHAT = "30/12/2021, 21:14 - شروق: أهلًا\n31/12/2021, 21:15 - ضابط: ادفعي\n"
CASE = "longarm: case/1\nreference: EG-2022-0104\nopened: 2022-01-04\n"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "محادثة.txt").write_text(CHAT, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(CASE)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def url(authority: Authority) -> Iterator[str]:
    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = authority.reply(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def answer(capfd: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> dict:  # type: ignore[type-arg]
    assert main([*arguments, "--json"]) == code
    out = json.loads(capfd.readouterr().out)
    jsonschema.validate(out, schema_of(arguments[0]))
    return dict(out)


def states(report: dict) -> dict[str, str]:  # type: ignore[type-arg]
    return {check["name"]: check["state"] for check in report["checks"]}


def test_a_chat_is_sealed_and_found_sound(capfd: pytest.CaptureFixture[str]) -> None:
    sealed = answer(capfd, "seal", "محادثة.txt", "--out", "bundle", "--case", "case.yaml", "--key", "node.pem")
    assert (sealed["bundle"], sealed["stamped"], sealed["node_key_kept"]) == ("bundle", "pending", "file")
    (exhibit,) = sealed["exhibits"]
    assert (exhibit["name"], exhibit["messages"], exhibit["read"]) == ("محادثة.txt", 2, ["whatsapp-android"])
    report = answer(capfd, "verify", "bundle", "--node-key", sealed["node_key"])
    assert report["sound"] is True
    assert states(report)["node-key"] == "passed"
    assert states(report)["stamp-imprint"] == "not_checked"
    assert (report["custody_length"], report["custody_head"]) == (sealed["custody_length"], sealed["custody_head"])


def test_without_a_key_the_bundle_says_that_nobody_vouches_for_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["seal", "محادثة.txt", "--out", "bundle"]) == 0
    out = capfd.readouterr().out
    assert "made for it alone" in out
    assert "Not time-stamped yet" in out
    assert main(["verify", "bundle"]) == 0
    assert "Nobody vouched for the key" in capfd.readouterr().out


@pytest.mark.parametrize("flag", [[], ["--zip"]], ids=["folder", "zip"])
def test_stamped_at_once_and_checked_against_the_root(flag: list[str], url: str, authority: Authority, capfd) -> None:  # type: ignore[no-untyped-def]
    sealed = answer(capfd, "seal", "محادثة.txt", "--out", "bundle", "--tsa", url, *flag)
    assert sealed["stamped"] == "yes"
    assert (sealed["zip_sha256"] is not None) is bool(flag)
    report = answer(capfd, "verify", "bundle", "--tsa-root", str(authority.root_file))
    assert states(report)["stamp-authority"] == "passed"
    foreign = make_authority(Path("foreign"), "Foreign")
    report = answer(capfd, "verify", "bundle", "--tsa-root", str(foreign.root_file), code=1)
    assert states(report)["stamp-authority"] == "failed"


def test_an_arabic_terminal_reads_arabic_of_stamps(url: str, authority: Authority, monkeypatch, capfd) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("LC_ALL", "ar")
    assert main(["seal", "محادثة.txt", "--case", "case.yaml", "--zip", "--out", "bundle.zip"]) == 0
    assert main(["stamp", "bundle.zip", "--tsa", url, "--tsa-root", str(authority.root_file)]) == 0
    assert main(["stamp", "bundle.zip", "--tsa", "http://127.0.0.1:9/", "--tsa-root", str(authority.root_file)]) == 1
    assert main(["verify", "bundle.zip", "--tsa-root", str(authority.root_file)]) == 0
    out, err = capfd.readouterr()
    told = re.sub(r"anchors/[^\u2069]+", "", out + err)
    assert latin_words(told, "BagIt", "openssl", "Test time-stamping") == []


def test_stamped_later(url: str, authority: Authority, capfd: pytest.CaptureFixture[str]) -> None:
    main(["seal", "محادثة.txt", "--out", "bundle"])
    capfd.readouterr()
    stamped = answer(capfd, "stamp", "bundle", "--tsa", url, "--tsa-root", str(authority.root_file))
    assert stamped["stamps"][0]["files"][-1].endswith(".tsr")
    assert answer(capfd, "verify", "bundle", "--tsa-root", str(authority.root_file))["stamped"] == "yes"


def test_without_an_answer_the_bundle_is_sealed_and_visibly_not_stamped(capfd: pytest.CaptureFixture[str]) -> None:
    sealed = answer(capfd, "seal", "محادثة.txt", "--out", "bundle", "--tsa", "http://127.0.0.1:9/")
    assert sealed["stamped"] == "pending"
    assert any("No time-stamp from" in note["en"] for note in sealed["notes"])
    assert answer(capfd, "verify", "bundle")["stamped"] == "pending"
    assert answer(capfd, "stamp", "bundle", "--tsa", "http://127.0.0.1:9/", code=1)["stamps"] == []


def test_a_fault_is_named_with_its_number(capfd: pytest.CaptureFixture[str]) -> None:
    main(["seal", "محادثة.txt", "--out", "bundle"])
    Path("bundle/data/exhibits/E0001/original/0001.txt").write_bytes(b"other")
    capfd.readouterr()
    assert main(["verify", "bundle"]) == 1
    out = capfd.readouterr().out
    assert out.startswith("NOT SOUND")
    assert "5  FAILED" in out
    assert "data/exhibits/E0001/original/0001.txt: was changed" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["verify", "case.yaml"], "not a sealed bundle"),
        (["verify", "nothing"], "cannot be read"),
        (["verify", "bundle", "--node-key", "12"], "no key fingerprint"),
        (["verify", "bundle", "--tsa-root", "case.yaml"], "no certificates"),
        (["seal", "nothing", "--out", "new"], "cannot be read"),
        (["seal", "case.yaml", "--out", "bundle"], "exists already"),
        (["seal", "case.yaml", "--out", "no/such/folder"], "cannot be written"),
        (["seal", "case.yaml", "--out", "new", "--tsa", "ftp://x"], "not the address"),
        (["seal", "case.yaml", "--out", "new", "--key", "case.yaml"], "key"),
        (["stamp", "case.yaml", "--tsa", "http://127.0.0.1:9/"], "not a sealed bundle"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]) -> None:
    main(["seal", "محادثة.txt", "--out", "bundle"])
    capfd.readouterr()
    before = sorted(Path().iterdir())
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert words in err
    assert len(err.splitlines()) == 1
    assert sorted(Path().iterdir()) == before


def test_what_a_killed_run_left_is_removed_and_said(capfd: pytest.CaptureFixture[str]) -> None:
    left = Path(".bundle.longarm-partial-0badcafe")
    (left / "data").mkdir(parents=True)
    sealed = answer(capfd, "seal", "محادثة.txt", "--out", "bundle")
    assert not left.exists()
    assert any(left.name in note["en"] for note in sealed["notes"])


def test_in_arabic(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LC_ALL", "ar_EG.UTF-8")
    assert main(["seal", "محادثة.txt", "--out", "bundle"]) == 0
    assert "خُتم دليل واحد" in capfd.readouterr().out
    assert main(["verify", "bundle"]) == 0
    assert capfd.readouterr().out.startswith("سليمة")


def test_a_file_name_cannot_write_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    Path("a\x1b[2Jb\nSound.txt").write_text("x")
    main(["seal", "a\x1b[2Jb\nSound.txt", "--out", "bundle"])
    assert "\x1b" not in capfd.readouterr().out
    Path("bundle/\x1b[2J\nSound").write_text("x")
    assert main(["verify", "bundle"]) == 1
    out = capfd.readouterr().out
    assert "\x1b" not in out
    assert "\nSound" not in out


def test_help_is_there(capfd: pytest.CaptureFixture[str]) -> None:
    for command in ("seal", "stamp", "verify"):
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
        assert "BUNDLE" in capfd.readouterr().out


def test_a_verifier_needs_no_django_and_no_network(tmp_path: Path) -> None:
    main(["seal", "محادثة.txt", "--out", "bundle"])
    code = "import sys; from longarm.cli import main; main(['verify', 'bundle']); "
    code += "print(sorted(m for m in sys.modules if m.split('.')[0] in ('django', 'httpx')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.splitlines()[-1] == "[]"
