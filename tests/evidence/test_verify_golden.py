"""Bundles that releases sealed: the sound ones stay sound, and the one fault in each of the others is still found."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from longarm.evidence.certificates import parse_pem
from longarm.evidence.verify import verify

BUNDLES = Path(__file__).parent / "bundles"
RELEASES = sorted(path for path in BUNDLES.iterdir() if path.is_dir())
CASES = [
    pytest.param(release, name, failed, id=f"{release.name}/{name}")
    for release in RELEASES
    for name, failed in json.loads((release / "expected.json").read_text())["failed"].items()
]


@pytest.mark.parametrize(("release", "name", "failed"), CASES)
def test_a_golden_bundle(release: Path, name: str, failed: list[int]) -> None:
    roots = parse_pem((release / "authority-root.pem").read_bytes())
    key = json.loads((release / "expected.json").read_text())["node_key"]
    report = verify(release / name, roots=roots, node_key=key)
    assert [check.number for check in report.checks if check.state == "failed"] == failed
    number = int(name[:2])
    assert report.sound if number == 0 else number in failed


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_coreutils_and_openssl_still_agree(release: Path) -> None:
    bundle = release / "00-sound"
    for algorithm in ("sha256", "sha512"):
        for manifest in (f"manifest-{algorithm}.txt", f"tagmanifest-{algorithm}.txt"):
            subprocess.run([f"{algorithm}sum", "--quiet", "--strict", "-c", manifest], cwd=bundle, check=True)
    (seen,) = verify(bundle).stamps
    assert seen.certificate_ends
    assert datetime.fromisoformat(seen.certificate_ends) < datetime.now(UTC), "openssl needs -attime"
    at = str(int(datetime.fromisoformat(seen.at).timestamp()))
    command = ["openssl", "ts", "-verify", "-data", "tagmanifest-sha512.txt"]
    command += ["-in", f"anchors/tagmanifest-sha512.txt.{seen.tsa}.tsr", "-untrusted", f"anchors/{seen.tsa}-chain.pem"]
    subprocess.run([*command, "-CAfile", "../authority-root.pem", "-attime", at], cwd=bundle, check=True, capture_output=True)


def test_every_golden_bundle_is_expected() -> None:
    for release in RELEASES:
        kept = {path.name for path in release.iterdir()} - {"authority-root.pem", "expected.json"}
        assert kept == set(json.loads((release / "expected.json").read_text())["failed"])
