"""What was done to a bundle after sealing is found, and named with the number of the check that found it."""

import inspect
import shutil
import sys
from pathlib import Path

import pytest
from sealed_sample import KEY, make_bundle
from tampering import UNSTAMPED, cover_up, cover_up_payload, rewrite, wrong_description, wrong_graph

from longarm.evidence.received import walk
from longarm.evidence.report import Report
from longarm.evidence.verify import verify


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sealed")
    make_bundle(folder, folder / "bundle")
    return folder / "bundle"


def numbers(report: Report) -> set[int]:
    return {check.number for check in report.checks if check.state == "failed"}


def test_an_untouched_bundle_is_sound_and_says_what_was_not_checked(sound: Path) -> None:
    report = verify(sound, node_key=KEY.fingerprint)
    assert report.sound
    assert [check.number for check in report.checks] == list(range(1, 22))
    assert {check.name for check in report.checks if check.state == "not_checked"} == {
        "earlier-checkpoint", "stamp-imprint", "stamp-signature", "stamp-authority", "stamp-hashes", "stamp-revocation",
    }  # fmt: skip
    assert all(check.because for check in report.checks if check.state == "not_checked"), "each says why"
    assert (report.stamped, report.exhibits, report.files.strangers) == ("pending", 2, 0)


def test_a_key_nobody_vouched_for_is_not_checked(sound: Path) -> None:
    report = verify(sound)
    assert report.sound
    assert next(check.state for check in report.checks if check.name == "node-key") == "not_checked"


@pytest.mark.parametrize("name", UNSTAMPED)
def test_tampering_is_found(name: str, sound: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    shutil.copytree(sound, bundle)
    UNSTAMPED[name](bundle)
    report = verify(bundle, node_key=KEY.fingerprint)
    assert not report.sound
    assert int(name[:2]) in numbers(report)
    named = next(check for check in report.checks if check.number == int(name[:2]))
    assert named.because, "the fault is named"
    for language in ("ar", "en", "fr"):
        assert named.because[0].text[language]


@pytest.mark.parametrize(("change", "told"), [(wrong_description, {15, 16}), (wrong_graph, {16})])
def test_one_who_holds_the_key_cannot_describe_an_exhibit_wrongly(change, told, sound: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bundle = tmp_path / "bundle"
    shutil.copytree(sound, bundle)
    change(bundle)
    cover_up_payload(bundle)
    rewrite(bundle, KEY)
    assert numbers(verify(bundle, node_key=KEY.fingerprint)) == told


HOSTILE = [
    b"",
    b"null",
    b"[]",
    b"{}",
    b"[" * 100_000,
    b'{"@graph":[{"@type":"uco-observable:File"}]}',
    b"\xff\xfe",
    b"\0" * 70_000,
]
HOSTILE += [b'{"@graph": 1}', b'{"v":1,"v":1}', b"Payload-Oxum", b": :\n: :", b"0" * 64 + b"  ../../etc/passwd\n", b"\n" * 5000]
PLACES = [
    "bag-info.txt",
    "bagit.txt",
    "manifest-sha256.txt",
    "tagmanifest-sha512.txt",
    "custody/custody.jsonl",
    "data/case-uco.jsonld",
]
PLACES += ["custody/checkpoint.json", "custody/keys/node.pem", "data/exhibits/E0001/exhibit.json"]


@pytest.mark.parametrize("place", PLACES)
def test_nothing_put_into_a_file_breaks_the_verifier(place: str, sound: Path, tmp_path: Path) -> None:
    for number, content in enumerate(HOSTILE):
        bundle = tmp_path / str(number)
        shutil.copytree(sound, bundle)
        (bundle / place).write_bytes(content)
        if place.startswith("data/"):
            cover_up_payload(bundle)
        elif "manifest" not in place:
            cover_up(bundle)
        assert not verify(bundle).sound


def test_an_earlier_checkpoint_shows_a_record_that_was_written_anew(sound: Path, tmp_path: Path) -> None:
    earlier = (sound / "custody/checkpoint.json").read_bytes()
    assert verify(sound, checkpoint=earlier).sound
    bundle = tmp_path / "bundle"
    shutil.copytree(sound, bundle)
    record = bundle / "custody/custody.jsonl"
    record.write_bytes(record.read_bytes().replace(b'"clock":"system, not checked"', b'"clock":"radio"'))
    rewrite(bundle, KEY)  # by the holder of the key, without a trace
    assert verify(bundle, node_key=KEY.fingerprint).sound
    assert numbers(verify(bundle, node_key=KEY.fingerprint, checkpoint=earlier)) == {13}


def test_a_link_in_a_folder_is_a_fault(sound: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    shutil.copytree(sound, bundle)
    original = next((bundle / "data").rglob("original/*.txt"))
    moved = tmp_path / "elsewhere.txt"
    original.rename(moved)
    original.symlink_to(moved)
    assert {1, 4} <= numbers(verify(bundle))


def test_folders_as_deep_as_a_disk_allows(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound, tmp_path / "bundle")
    deep = tmp_path / "bundle/custody"
    for _ in range(500):  # deeper ones pytest could not clear away: it recurses
        deep = deep / "d"
        deep.mkdir()
    (deep / "file").write_bytes(b"x")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 300)
    try:
        assert 8 in numbers(verify(tmp_path / "bundle"))
        received, _ = walk([tmp_path / "bundle"])
    finally:
        sys.setrecursionlimit(usual)
    assert any(one.source.name == "file" for one in received)


def test_a_file_manager_s_droppings_are_named_as_such(sound: Path, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    shutil.copytree(sound, bundle)
    (bundle / ".DS_Store").write_bytes(b"\0")
    report = verify(bundle)
    assert not report.sound
    assert "verify-fault-dropping" in [reason.code for check in report.failed for reason in check.because]
