"""A bundle verifies without longarm: by coreutils, openssl, bagit.py and case_validate, as HOW-TO-VERIFY.txt says."""

import re
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from authority import Authority, make_authority
from sealed_sample import KEY, make_bundle

from longarm.evidence.stamping import Beside, stamp_bundle

BIN = Path(sys.executable).parent


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """Its certificate runs out three seconds after it is made."""
    return make_authority(tmp_path_factory.mktemp("authority"), ends_in=timedelta(seconds=3))


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path_factory.mktemp("sealed")
    make_bundle(folder, folder / "bundle")
    authority: Authority = request.getfixturevalue("authority")  # only now: its seconds run
    stamp_bundle(folder / "bundle", authority.reply, "http://tsa.example", Beside())
    ends = authority.signer.not_valid_after_utc
    time.sleep(max(0.0, (ends - datetime.now(UTC)).total_seconds() + 1))
    return folder / "bundle"


def blocks(bundle: Path, language: int) -> list[str]:
    """The commands of HOW-TO-VERIFY.txt in one language, those of Windows left out: a block for each indented paragraph."""
    text = (bundle / "HOW-TO-VERIFY.txt").read_text("utf-8").split("=" * 100)[language]
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.startswith("  ")]
    commands = [p for p in paragraphs if re.match(r"  (sha|find|cat|openssl|wc|tail|grep|sed|for|\d|t=)", p)]
    return ["\n".join(line[2:] for line in paragraph.splitlines()) for paragraph in commands]


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
def test_coreutils_confirm_every_byte(algorithm: str, bundle: Path) -> None:
    for manifest in (f"manifest-{algorithm}.txt", f"tagmanifest-{algorithm}.txt"):
        checked = run([f"{algorithm}sum", "--strict", "-c", manifest], bundle)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_bagit_py_accepts_the_bag(bundle: Path) -> None:
    checked = run([str(BIN / "bagit.py"), "--validate", "--quiet", "."], bundle)
    assert checked.returncode == 0, checked.stderr


def test_the_case_graph_conforms(bundle: Path) -> None:
    checked = run([str(BIN / "case_validate"), "data/case-uco.jsonld"], bundle)
    assert checked.returncode == 0, checked.stdout
    assert "Conforms: True" in checked.stdout


def test_openssl_needs_the_time_once_the_certificate_has_run_out(bundle: Path, authority: Authority) -> None:
    stamp = next((bundle / "anchors").glob("*.tsr"))
    command = ["openssl", "ts", "-verify", "-data", "tagmanifest-sha512.txt", "-in", str(stamp)]
    command += ["-CAfile", str(authority.root_file), "-untrusted", "anchors/tsa-example-chain.pem"]
    now = run(command, bundle)
    assert now.returncode != 0
    assert "certificate has expired" in now.stderr
    told = run(["openssl", "ts", "-reply", "-in", str(stamp), "-text"], bundle).stdout
    at = datetime.strptime(re.search(r"Time stamp: (.+)", told)[1], "%b %d %H:%M:%S %Y %Z").replace(tzinfo=UTC)  # type: ignore[index]
    then = run([*command, "-attime", str(int(at.timestamp()))], bundle)
    assert then.returncode == 0, then.stderr
    assert "Verification: OK" in then.stdout


@pytest.mark.parametrize("language", [0, 1, 2], ids=["ar", "en", "fr"])
def test_the_commands_of_how_to_verify_work_as_they_stand(language: int, bundle: Path, authority: Authority) -> None:
    found = blocks(bundle, language)
    assert len(found) == 6
    outputs = []
    for block in found:
        done = run(["bash", "-euo", "pipefail", "-c", block.replace("ROOT.pem", str(authority.root_file))], bundle)
        assert done.returncode == 0, f"{block}\n{done.stdout}{done.stderr}"
        outputs.append(done.stdout)
    unchanged, added, key, record, line, stamp = outputs
    assert unchanged == added == ""
    assert key.split()[0] == KEY.fingerprint
    length, head, label, checkpoint_head = record.split(maxsplit=3)
    assert head in checkpoint_head
    assert label == "-"
    assert length == re.search(r"Longarm-Custody-Length: (\d+)", record)[1]  # type: ignore[index]
    assert "Signature Verified Successfully" in line
    assert "Verification: OK" in stamp


def test_the_three_languages_give_the_same_commands(bundle: Path) -> None:
    assert blocks(bundle, 0) == blocks(bundle, 1) == blocks(bundle, 2)


def test_what_was_added_shows_in_the_second_command(bundle: Path) -> None:
    stranger = bundle / "custody/statement.pdf"
    stranger.write_bytes(b"%PDF")
    done = run(["bash", "-c", blocks(bundle, 1)[1]], bundle)
    stranger.unlink()
    assert done.stdout.strip() == "custody/statement.pdf"


@pytest.mark.parametrize("number", [1, 4])
def test_openssl_confirms_any_custody_line(number: int, bundle: Path) -> None:
    block = blocks(bundle, 1)[4]
    length = re.search(r"sed -n '(\d+)p'", block)[1]  # type: ignore[index]
    done = run(["bash", "-euo", "pipefail", "-c", block.replace(f"'{length}p'", f"'{number}p'")], bundle)
    assert "Signature Verified Successfully" in done.stdout


def test_the_zip_is_stored_sorted_and_unpacks_to_the_same_bag(tmp_path: Path) -> None:
    make_bundle(tmp_path, tmp_path / "EG-2022-0104.zip")
    with zipfile.ZipFile(tmp_path / "EG-2022-0104.zip") as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
        assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.filename.partition("/")[0] for entry in entries} == {"EG-2022-0104"}
        archive.extractall(tmp_path / "unpacked")
    checked = run([str(BIN / "bagit.py"), "--validate", "--quiet", "."], tmp_path / "unpacked/EG-2022-0104")
    assert checked.returncode == 0, checked.stderr
