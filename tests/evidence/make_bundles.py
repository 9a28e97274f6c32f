"""Makes the golden bundles of a release: `python tests/evidence/make_bundles.py`. See bundles/README.md."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import tampering
from authority import Authority, make_authority
from cryptography import x509
from sealed_sample import KEY, make_bundle

from longarm import __version__
from longarm.evidence.report import Report
from longarm.evidence.stamping import Beside, stamp_bundle
from longarm.evidence.target import zip_entry
from longarm.evidence.verify import verify

BUNDLES = Path(__file__).parent / "bundles"
URL = "http://test"


def main() -> None:
    release = BUNDLES / __version__
    shutil.rmtree(release, ignore_errors=True)
    release.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # Its certificate has run out when the tests read these bundles: so it will be for a judge.
        authority = make_authority(work / "authority", "Golden", ends_in=timedelta(seconds=40))
        (release / "authority-root.pem").write_bytes(authority.root_file.read_bytes())
        sound = work / "00-sound"
        make_bundle(work / "sample", sound)
        bare = shutil.copytree(sound, work / "bare")
        stamp_bundle(sound, authority.reply, URL, Beside())
        shutil.copytree(sound, release / "00-sound")
        make_bundle(work / "zipped-sample", release / "00-sound-zipped.zip")
        stamp_bundle(release / "00-sound-zipped.zip", authority.reply, URL, Beside())
        _pack(bare, release / "00-sound-not-stamped.zip")
        for name, change in (*tampering.UNSTAMPED.items(), *_stamped(work, authority, sound).items()):
            changed = shutil.copytree(sound if int(name[:2]) >= 17 else bare, work / name)
            change(changed)
            _pack(changed, release / f"{name}.zip")
        root = [authority.root]
        expected = {}
        for path in sorted(release.iterdir()):
            if path.suffix != ".pem":
                expected[path.name] = failed(verify(path, roots=root, node_key=KEY.fingerprint))
    (release / "expected.json").write_text(json.dumps({"node_key": KEY.fingerprint, "failed": expected}, indent=1) + "\n")
    sys.stdout.write(json.dumps(expected, indent=1) + "\n")


def failed(report: Report) -> list[int]:
    return [check.number for check in report.checks if check.state == "failed"]


def _stamped(work: Path, authority: Authority, sound: Path) -> dict[str, Callable[[Path], None]]:
    """What is done to a stamp. A foreign one comes from an authority of the same name."""
    other = work / "other"
    make_bundle(work / "other-sample", other, case=False)
    stamp_bundle(other, authority.reply, URL, Beside())
    foreign = make_authority(work / "foreign", "Golden")
    late = make_authority(work / "late", "Golden", ends_in=timedelta(minutes=-1))
    weak = replace(authority, digest="sha1")

    def by_hand(by: Authority) -> Callable[[Path], None]:
        def stamp(bundle: Path) -> None:
            query = (bundle / "anchors/tagmanifest-sha512.txt.test.tsq").read_bytes()
            (bundle / "anchors/tagmanifest-sha512.txt.test.tsr").write_bytes(by.reply(query))

        return stamp

    def revoked(bundle: Path) -> None:
        crl = authority.revoked(x509.ReasonFlags.key_compromise, datetime.now(UTC) + timedelta(days=1))
        (bundle / "anchors/test-crl.der").write_bytes(crl)

    return {
        "17-stamp-of-another-bundle": tampering.stamp_of(other),
        "18-stamp-altered": tampering.altered_stamp,
        "19-stamp-of-a-foreign-authority": by_hand(foreign),
        "19-stamp-made-after-its-certificate-ended": by_hand(late),
        "20-stamp-over-sha1": by_hand(weak),
        "21-stamp-of-a-revoked-signer": revoked,
    }


def _pack(folder: Path, to: Path) -> None:
    """As another program would zip it, small for the repository."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zip_entry(f"{folder.name}/{path.relative_to(folder).as_posix()}")
            archive.writestr(entry, path.read_bytes(), compress_type=zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
