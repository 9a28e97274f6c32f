"""A time-stamp proves a time only for the bundle it is over, from an authority somebody vouches for, at its own time."""

import random
import shutil
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from authority import Authority, make_authority
from cryptography import x509
from sealed_sample import KEY, make_bundle
from tampering import altered_stamp, stamp_of

from longarm.errors import Unsound
from longarm.evidence import stamp as stamp_room
from longarm.evidence.certificates import path
from longarm.evidence.found import Found
from longarm.evidence.report import Report
from longarm.evidence.stamp_token import Token, parse
from longarm.evidence.stamping import Beside, Kept, stamp_bundle
from longarm.evidence.verify import verify

URL = "http://tsa.example"


def stamped(folder: Path, authority: Authority, *, zipped: bool = False, **beside: object) -> Path:
    bundle = folder / ("bundle.zip" if zipped else "bundle")
    make_bundle(folder, bundle)
    stamp(bundle, authority, **beside)
    return bundle


def stamp(bundle: Path, authority: Authority, **beside: object) -> Kept:
    return stamp_bundle(bundle, authority.reply, URL, Beside(**beside))  # type: ignore[arg-type]


def states(report: Report) -> dict[str, str]:
    return {check.name.removeprefix("stamp-"): check.state for check in report.checks if check.name.startswith("stamp-")}


def numbers(report: Report) -> set[int]:
    return {check.number for check in report.checks if check.state == "failed"}


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.mark.parametrize("zipped", [False, True], ids=["folder", "zip"])
def test_a_stamp_is_checked_against_the_root_that_is_given(zipped: bool, authority: Authority, tmp_path: Path) -> None:
    bundle = stamped(tmp_path, authority, zipped=zipped)
    report = verify(bundle, roots=[authority.root], node_key=KEY.fingerprint)
    assert report.sound
    assert states(report) == {
        "imprint": "passed", "signature": "passed", "authority": "passed", "hashes": "passed", "revocation": "not_checked",
    }  # fmt: skip
    (seen,) = report.stamps
    assert report.stamped == "yes"
    assert abs(datetime.fromisoformat(seen.at) - datetime.now(UTC)) < timedelta(minutes=2)
    assert report.files.anchors == 3


def test_a_stamp_of_an_authority_nobody_vouches_for_is_not_checked(authority: Authority, tmp_path: Path) -> None:
    report = verify(stamped(tmp_path, authority))
    assert report.sound
    assert states(report)["authority"] == "not_checked"
    assert states(report)["signature"] == "passed"


def test_two_authorities_both_stamp(authority: Authority, tmp_path: Path) -> None:
    second = make_authority(tmp_path / "second", "Second", kind="rsa", chain=False)
    bundle = stamped(tmp_path, authority)
    stamp(bundle, second, chain=[second.intermediate[0]])
    report = verify(bundle, roots=[authority.root, second.root])
    assert report.sound
    assert [seen.tsa for seen in report.stamps] == ["tsa-example", "tsa-example-2"]
    assert numbers(verify(bundle, roots=[authority.root])) == {19}, "one foreign stamp is a fault even beside a good one"


def test_a_stamp_of_another_bundle_is_found(authority: Authority, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    make_bundle(other, other / "bundle", case=False)
    stamp(other / "bundle", authority)
    bundle = stamped(tmp_path, authority)
    stamp_of(other / "bundle")(bundle)
    assert numbers(verify(bundle, roots=[authority.root])) == {17}


def test_a_stamp_whose_query_was_swapped_is_found(authority: Authority, tmp_path: Path) -> None:
    bundle = stamped(tmp_path, authority)
    stamp(bundle, authority)
    first, second = sorted((bundle / "anchors").glob("*.tsq"))
    shutil.copyfile(second, first)
    assert numbers(verify(bundle, roots=[authority.root])) == {17}


def test_an_altered_stamp_is_found_even_without_a_root(authority: Authority, tmp_path: Path) -> None:
    bundle = stamped(tmp_path, authority)
    altered_stamp(bundle)
    assert 18 in numbers(verify(bundle))
    (bundle / "anchors/tagmanifest-sha512.txt.tsa-example.tsr").write_bytes(b"0\x03\x02\x01\x00")
    assert numbers(verify(bundle)) == {17}


def test_a_stamp_of_a_foreign_authority_is_found(authority: Authority, tmp_path: Path) -> None:
    foreign = make_authority(tmp_path / "foreign", "Foreign")
    bundle = stamped(tmp_path, foreign)
    assert numbers(verify(bundle, roots=[authority.root])) == {19}


def test_a_stranger_s_root_put_into_the_chain_does_not_vouch_for_him(authority: Authority, tmp_path: Path) -> None:
    """rfc3161-client 1.0.9 trusts a self-signed certificate that is handed to it as an intermediate."""
    foreign = make_authority(tmp_path / "foreign", "Foreign")
    bundle = stamped(tmp_path, foreign, chain=[foreign.root], roots=[foreign.root])
    chain = (bundle / "anchors/tsa-example-chain.pem").read_bytes()
    assert chain.count(b"BEGIN") == 3, "the root is in there"
    assert numbers(verify(bundle, roots=[authority.root])) == {19}


def test_a_stamp_outlives_the_certificate_of_its_authority(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    make_bundle(tmp_path, bundle)
    short = make_authority(tmp_path / "short", ends_in=timedelta(seconds=3))
    stamp(bundle, short)
    time.sleep(3.5)
    assert short.signer.not_valid_after_utc < datetime.now(UTC)
    assert verify(bundle, roots=[short.root]).sound


def test_a_stamp_made_after_the_certificate_ran_out_is_worthless(tmp_path: Path) -> None:
    over = make_authority(tmp_path / "over", ends_in=timedelta(minutes=-5))
    assert numbers(verify(stamped(tmp_path, over), roots=[over.root])) == {19}


def test_sha_1_is_refused_when_stamping_and_when_verifying(authority: Authority, tmp_path: Path) -> None:
    make_bundle(tmp_path, tmp_path / "bundle")
    for number, weak in enumerate(({"digest": "sha1"}, {"weak_certificate": True})):
        old = make_authority(tmp_path / f"old{number}", **weak)  # type: ignore[arg-type]
        with pytest.raises(Unsound) as refused:
            stamp(tmp_path / "bundle", old)
        assert refused.value.message in ("stamp-weak-digest", "stamp-weak-certificate")
        assert not (tmp_path / "bundle/anchors").exists(), "nothing of it is kept"
        # One who adds it by hand:
        query, bundle = (tmp_path / f"old{number}/query.tsq").read_bytes(), tmp_path / f"by-hand-{number}"
        shutil.copytree(tmp_path / "bundle", bundle)
        (bundle / "anchors").mkdir()
        (bundle / "anchors/tagmanifest-sha512.txt.old.tsq").write_bytes(query)
        (bundle / "anchors/tagmanifest-sha512.txt.old.tsr").write_bytes(old.reply(query))
        assert numbers(verify(bundle, roots=[old.root])) == {20}


def test_a_reference_by_sha_1_is_marked_and_accepted(tmp_path: Path) -> None:
    old = make_authority(tmp_path / "old", ess="sha1")
    report = verify(stamped(tmp_path, old), roots=[old.root])
    check = next(check for check in report.checks if check.name == "stamp-hashes")
    assert check.state == "passed"
    assert [reason.code for reason in check.because] == ["stamp-weak-reference"]


@pytest.mark.parametrize(
    ("reason", "shift", "sound"),
    [
        (x509.ReasonFlags.key_compromise, timedelta(days=1), False),
        (x509.ReasonFlags.superseded, timedelta(days=1), True),
        (x509.ReasonFlags.superseded, timedelta(days=-1), False),
    ],
)
def test_a_revoked_signer(reason, shift: timedelta, sound: bool, authority: Authority, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A stolen key may have made any stamp; one that was merely replaced made good ones before (RFC 3161, section 4)."""
    bundle = stamped(tmp_path, authority, crl=authority.revoked(reason, datetime.now(UTC) + shift))
    report = verify(bundle, roots=[authority.root])
    assert report.sound is sound
    assert states(report)["revocation"] == ("passed" if sound else "failed")


def test_an_answer_that_is_no_stamp_over_this_bundle_is_not_kept(authority: Authority, tmp_path: Path) -> None:
    make_bundle(tmp_path, tmp_path / "bundle")
    first = stamp(tmp_path / "bundle", authority)
    replayed = (tmp_path / "bundle" / first.files[-1]).read_bytes()
    before = sorted((tmp_path / "bundle").rglob("*"))
    for answer in (replayed, b"", b"<html>", replayed[:-40], replayed * 2):
        with pytest.raises(Unsound):
            stamp_bundle(tmp_path / "bundle", lambda _, answer=answer: answer, URL, Beside())  # type: ignore[misc]
    assert sorted((tmp_path / "bundle").rglob("*")) == before


def test_no_stamp_however_mangled_breaks_the_verifier_or_passes(authority: Authority) -> None:
    """Two bytes may differ and mean the same (asn1crypto reads on): then it is the same stamp, signature and all."""
    query = stamp_room.request(b"imprint")
    whole, chance = authority.reply(query), random.Random(3161)
    sound = parse(whole)
    assert isinstance(sound, Token)
    passed = 0
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        token = parse(bytes(data[: chance.choice((len(data), len(data), chance.randrange(len(data))))]))
        if isinstance(token, Found):
            continue
        faults = stamp_room.mismatches(token, b"imprint", query) + stamp_room.signature_faults(token)
        faults += stamp_room.weaknesses(token, path(token.signer, token.certificates) if token.signer else ())[0]
        if not faults and not stamp_room.authority_faults(token, (), [authority.root]):
            passed += 1
            assert (token.at, token.serial, token.imprint) == (sound.at, sound.serial, sound.imprint)
    assert passed < 150


def test_a_stamp_of_another_root_than_expected_is_not_kept(authority: Authority, tmp_path: Path) -> None:
    foreign = make_authority(tmp_path / "foreign", "Foreign")
    make_bundle(tmp_path, tmp_path / "bundle")
    with pytest.raises(Unsound) as refused:
        stamp(tmp_path / "bundle", foreign, roots=[authority.root])
    assert refused.value.message == "stamp-foreign"
