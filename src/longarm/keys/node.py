"""The Ed25519 key a node (or one bundle) signs with, and the fingerprint people compare by voice (RFC 8032, RFC 8410)."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from longarm.errors import BadInput, system_reason

_FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")
_MAX_PEM: Final = 4096


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The public half: checks signatures, names itself by its fingerprint."""

    pem: bytes
    fingerprint: str
    _key: Ed25519PublicKey = field(repr=False, compare=False)

    @classmethod
    def parse(cls, pem: bytes) -> PublicKey:
        """Read a SubjectPublicKeyInfo in PEM. Raises ValueError when it is no Ed25519 key."""
        if len(pem) > _MAX_PEM:
            raise ValueError("too long for a public key")
        key = serialization.load_pem_public_key(pem)
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError("not an Ed25519 key")
        return cls.of(key)

    @classmethod
    def of(cls, key: Ed25519PublicKey) -> PublicKey:
        info = serialization.PublicFormat.SubjectPublicKeyInfo
        der = key.public_bytes(serialization.Encoding.DER, info)
        pem = key.public_bytes(serialization.Encoding.PEM, info)
        return cls(pem, hashlib.sha256(der).hexdigest(), key)

    def holds(self, signature: str, data: bytes) -> bool:
        """Whether `signature` (`ed25519:` and base64) is this key's over `data`."""
        kind, _, encoded = signature.partition(":")
        try:
            raw = base64.b64decode(encoded, validate=True)
            if kind != "ed25519" or base64.b64encode(raw).decode() != encoded:  # one signature has one spelling
                return False
            self._key.verify(raw, data)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class NodeKey:
    """A signing key. Its private half never shows in `repr`, a log or an error."""

    public: PublicKey
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the DER SubjectPublicKeyInfo, 64 hexadecimal digits: `openssl pkey -pubin -outform DER | sha256sum`."""
        return self.public.fingerprint

    def sign(self, data: bytes) -> str:
        """`ed25519:` and the base64 of the signature over `data`. Deterministic (RFC 8032)."""
        return "ed25519:" + base64.b64encode(self._private.sign(data)).decode()

    def private_bytes(self) -> bytes:
        """The 32-byte seed, for a keeper that encrypts it."""
        return self._private.private_bytes_raw()


def create() -> NodeKey:
    """A new random key, in memory only."""
    return _of(Ed25519PrivateKey.generate())


def from_private_bytes(seed: bytes) -> NodeKey:
    """The key of a 32-byte seed. Raises ValueError when it has another length."""
    return _of(Ed25519PrivateKey.from_private_bytes(seed))


def load_or_create(path: Path) -> tuple[NodeKey, bool]:
    """The key in the PKCS #8 PEM at `path`, and whether it was created just now (mode 0600).

    Raises BadInput when the file cannot be read or written, holds another kind of key, or others may read it.
    """
    try:
        return load(path), False
    except BadInput as fault:
        if fault.message != "seal-key-missing":
            raise
    key = create()
    _save(key, path)
    return key, True


def load(path: Path) -> NodeKey:
    """The key in the file at `path`. Raises BadInput as `load_or_create` does, and when there is no file."""
    try:
        with path.open("rb") as source:
            if os.fstat(source.fileno()).st_mode & 0o077:
                raise BadInput("seal-key-open-to-others", file=str(path))
            pem = source.read(_MAX_PEM + 1)
    except FileNotFoundError:
        raise BadInput("seal-key-missing", file=str(path)) from None
    except OSError as fault:
        raise BadInput("seal-key-unreadable", file=str(path), why=system_reason(fault)) from fault
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError):
        raise BadInput("seal-key-not-a-key", file=str(path)) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInput("seal-key-not-a-key", file=str(path))
    return _of(key)


def fingerprint_given(text: str) -> str:
    """A fingerprint as a person types it (capitals, spaces, colons) in its one form. Raises BadInput when it is none."""
    plain = re.sub(r"[\s:]", "", text).lower().removeprefix("sha256")
    if not _FINGERPRINT.fullmatch(plain):
        raise BadInput("verify-not-a-fingerprint", given=text[:100])
    return plain


def spoken(fingerprint: str) -> str:
    """The fingerprint in groups of four, as it is read out and compared."""
    return " ".join(fingerprint[i : i + 4] for i in range(0, len(fingerprint), 4))


def _of(private: Ed25519PrivateKey) -> NodeKey:
    return NodeKey(PublicKey.of(private.public_key()), private)


def _save(key: NodeKey, path: Path) -> None:
    pem = key._private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    try:
        # O_EXCL: whoever created the file in between keeps it; ours is then the one refused.
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            target.write(pem)
            target.flush()
            os.fsync(target.fileno())
    except OSError as fault:
        raise BadInput("seal-key-unwritable", file=str(path), why=system_reason(fault)) from fault
