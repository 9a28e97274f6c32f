"""A ZIP of a bundle is as hostile as any ZIP: read within limits, nothing hidden in it, never unpacked to the disk."""

import random
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sealed_sample import KEY, make_bundle

from longarm.errors import BadInput
from longarm.evidence.report import Report
from longarm.evidence.verify import verify


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zip")
    make_bundle(folder, folder / "bundle.zip")
    make_bundle(folder / "again", folder / "bundle")
    return folder


def codes(report: Report) -> set[str]:
    return {reason.code for check in report.failed for reason in check.because}


def with_entry(sealed: Path, to: Path, entry: zipfile.ZipInfo, data: bytes, method: int = zipfile.ZIP_STORED) -> Path:
    shutil.copyfile(sealed / "bundle.zip", to)
    with zipfile.ZipFile(to, "a") as archive:
        archive.writestr(entry, data, compress_type=method)
    return to


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("top", ["", "bundle/", "حزمة/"])
def test_a_folder_zipped_by_another_program_is_sound(method: int, top: str, sealed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w", method) as archive:
        for path in (sealed / "bundle").rglob("*"):
            archive.write(path, top + path.relative_to(sealed / "bundle").as_posix())
    assert verify(tmp_path / "other.zip", node_key=KEY.fingerprint).sound


@pytest.mark.skipif(not shutil.which("zip"), reason="zip is not installed")
def test_a_folder_zipped_by_info_zip_is_sound(sealed: Path, tmp_path: Path) -> None:
    subprocess.run(["zip", "-q", "-r", str(tmp_path / "other.zip"), "bundle"], cwd=sealed, check=True)
    assert verify(tmp_path / "other.zip").sound


@pytest.mark.parametrize("name", ["bundle/../evil", "bundle//etc/passwd", "bundle/a\\b", "bundle/x y", "bundle/DATA/index.html"])
def test_a_name_that_could_lead_elsewhere(name: str, sealed: Path, tmp_path: Path) -> None:
    report = verify(with_entry(sealed, tmp_path / "x.zip", zipfile.ZipInfo(name), b"x"))
    assert not report.sound
    assert "verify-fault-stranger" in codes(report)


def test_names_that_differ_in_capitals_only(sealed: Path, tmp_path: Path) -> None:
    report = verify(with_entry(sealed, tmp_path / "x.zip", zipfile.ZipInfo("bundle/BAGIT.txt"), b"x"))
    assert "verify-fault-same-name" in codes(report)


def test_one_name_twice(sealed: Path, tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = with_entry(sealed, tmp_path / "x.zip", zipfile.ZipInfo("bundle/bagit.txt"), b"other")
    assert "verify-fault-zip-twice" in codes(verify(twice))


def test_a_link_inside(sealed: Path, tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("bundle/anchors/link")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert "verify-fault-link" in codes(verify(with_entry(sealed, tmp_path / "x.zip", entry, b"/etc/passwd")))


def test_a_file_that_unpacks_to_a_thousand_times_its_size(sealed: Path, tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("bundle/data/bomb")
    bomb = with_entry(sealed, tmp_path / "x.zip", entry, bytes(8 << 20), zipfile.ZIP_DEFLATED)
    assert "verify-fault-zip-ratio" in codes(verify(bomb))


@pytest.mark.parametrize("where", ["before", "behind", "comment"])
def test_bytes_that_belong_to_no_file(where: str, sealed: Path, tmp_path: Path) -> None:
    data = (sealed / "bundle.zip").read_bytes()
    hidden = tmp_path / "x.zip"
    hidden.write_bytes(b"#!/bin/sh\n" + data if where == "before" else data)
    if where == "comment":
        with zipfile.ZipFile(hidden, "a") as archive:
            archive.comment = b"hello"
    if where == "behind":
        hidden.write_bytes(data[:-2] + b"\x05\x00hello")
    assert "verify-fault-zip-hidden" in codes(verify(hidden))


def test_what_is_no_bundle_at_all(sealed: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("no bundle")
    (tmp_path / "empty").mkdir()
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    for name in ("text.txt", "empty", "other.zip", "nothing"):
        with pytest.raises(BadInput) as refused:
            verify(tmp_path / name)
        assert refused.value.message in ("verify-not-a-bundle", "verify-unreadable"), name


@pytest.mark.parametrize("end", [10, 200, 5000, -1, -30])
def test_a_zip_that_was_cut_off(end: int, sealed: Path, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes((sealed / "bundle.zip").read_bytes()[:end])
    report = verify(tmp_path / "x.zip")
    assert [check.number for check in report.failed] == [1]
    assert {check.state for check in report.checks[1:]} == {"not_checked"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.randoms(use_true_random=False))
def test_no_flipped_byte_of_a_file_passes_and_none_breaks_us(sealed: Path, tmp_path: Path, chance: random.Random) -> None:
    """A byte of the archive's own frame (a time, a version) may change without harm; a byte of a file may not."""
    data = bytearray((sealed / "bundle.zip").read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 1 << chance.randrange(8)
    flipped = tmp_path / "flipped.zip"
    flipped.write_bytes(data)
    try:
        sound = verify(flipped).sound
    except BadInput:
        sound = False
    with zipfile.ZipFile(sealed / "bundle.zip") as archive:
        starts = {entry.header_offset + 30 + len(entry.filename): entry.file_size for entry in archive.infolist()}
        inside = any(start <= place < start + size for start, size in starts.items())
    if inside:
        assert not sound
