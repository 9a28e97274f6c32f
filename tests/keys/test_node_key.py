"""The signing key: one file only its owner reads, one fingerprint everybody can compute."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from longarm.errors import BadInput
from longarm.keys import node


def test_a_missing_key_is_made_once_and_then_kept(tmp_path: Path) -> None:
    key, made = node.load_or_create(tmp_path / "node.pem")
    again, made_again = node.load_or_create(tmp_path / "node.pem")
    assert (made, made_again) == (True, False)
    assert key.fingerprint == again.fingerprint
    assert (tmp_path / "node.pem").stat().st_mode & 0o777 == 0o600


def test_openssl_computes_the_same_fingerprint(tmp_path: Path) -> None:
    key = node.create()
    command = ["openssl", "pkey", "-pubin", "-outform", "DER"]
    der = subprocess.run(command, input=key.public.pem, capture_output=True, check=True).stdout
    assert hashlib.sha256(der).hexdigest() == key.fingerprint


def test_the_seed_gives_the_key_back() -> None:
    key = node.create()
    assert node.from_private_bytes(key.private_bytes()).fingerprint == key.fingerprint
    with pytest.raises(ValueError, match="32"):
        node.from_private_bytes(b"short")


def test_a_signature_holds_for_its_data_and_key_only() -> None:
    key, other = node.create(), node.create()
    signature = key.sign(b"line")
    assert key.public.holds(signature, b"line")
    assert not key.public.holds(signature, b"lime")
    assert not other.public.holds(signature, b"line")


def test_one_signature_has_one_spelling() -> None:
    key = node.create()
    signature = key.sign(b"line")
    for other in (signature + "\n", " " + signature, signature.replace("ed25519:", "ED25519:"), signature[:-3], "ed25519:", "x"):
        assert not key.public.holds(other, b"line"), other
    # The last digit before == has four unused bits: another digit there decodes to the same bytes.
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    twin = signature[:-3] + digits[digits.index(signature[-3]) ^ 1] + "=="
    assert not key.public.holds(twin, b"line")


NO_KEYS = [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", bytes(9999)]
TYPED = [str.upper, node.spoken, lambda f: ":".join(f[i : i + 2] for i in range(0, 64, 2)), lambda f: "SHA256:" + f]


@pytest.mark.parametrize("content", NO_KEYS)
def test_what_is_no_key_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(content)
    (tmp_path / "key.pem").chmod(0o600)
    with pytest.raises(BadInput) as refused:
        node.load_or_create(tmp_path / "key.pem")
    assert refused.value.message == "seal-key-not-a-key"
    assert (tmp_path / "key.pem").read_bytes() == content, "and not written over"


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    command = ["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(tmp_path / "ec.pem")]
    subprocess.run(command, check=True, capture_output=True)
    with pytest.raises(BadInput):
        node.load(tmp_path / "ec.pem")


def test_a_key_others_may_read_is_refused(tmp_path: Path) -> None:
    node.load_or_create(tmp_path / "key.pem")
    (tmp_path / "key.pem").chmod(0o640)
    with pytest.raises(BadInput) as refused:
        node.load(tmp_path / "key.pem")
    assert refused.value.message == "seal-key-open-to-others"


def test_no_key_shows_in_what_is_printed_of_it() -> None:
    key = node.create()
    assert key.private_bytes().hex() not in repr(key)
    assert "_private" not in repr(key)


@pytest.mark.parametrize("change", TYPED)
def test_a_fingerprint_as_people_type_it(change) -> None:  # type: ignore[no-untyped-def]
    fingerprint = node.create().fingerprint
    assert node.fingerprint_given(change(fingerprint)) == fingerprint


@pytest.mark.parametrize("given", ["", "12ab", "z" * 64, "0" * 65])
def test_what_is_no_fingerprint_is_refused(given: str) -> None:
    with pytest.raises(BadInput):
        node.fingerprint_given(given)
