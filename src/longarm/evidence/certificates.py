"""X.509 certificates around a time-stamp: read with limits, ordered into the path from the signer to a root."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding

MAX_PEM: Final = 256 * 1024
_MAX_CERTIFICATES: Final = 32
_MAX_PATH: Final = 8
_BLOCK: Final = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)

Certificate = x509.Certificate


def parse_pem(data: bytes) -> tuple[Certificate, ...]:
    """Every certificate in `data`. Raises ValueError when there is none, or too much, or one cannot be read."""
    blocks = _BLOCK.findall(data) if len(data) <= MAX_PEM else []
    if not 0 < len(blocks) <= _MAX_CERTIFICATES:
        raise ValueError("no certificates in PEM, or too many")
    return tuple(_whole(x509.load_pem_x509_certificate, block) for block in blocks)


def parse_der(data: bytes) -> Certificate:
    """One certificate. Raises ValueError when it cannot be read."""
    return _whole(x509.load_der_x509_certificate, data)


def to_pem(certificates: Iterable[Certificate]) -> bytes:
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in certificates)


def der(certificate: Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)


def fingerprint(certificate: Certificate) -> str:
    """SHA-256 of the DER form, lower-case hexadecimal: `openssl x509 -noout -fingerprint -sha256`."""
    return hashlib.sha256(der(certificate)).hexdigest()


def self_issued(certificate: Certificate) -> bool:
    """It names itself as its issuer: a root, real or pretended."""
    return certificate.subject == certificate.issuer


def path(signer: Certificate, pool: Sequence[Certificate]) -> tuple[Certificate, ...]:
    """From `signer` as far up as `pool` leads, each certificate signed by the next. Says nothing about trust or time."""
    found = [signer]
    while len(found) < _MAX_PATH and not self_issued(found[-1]):
        above = next((one for one in pool if one not in found and _issued(found[-1], one)), None)
        if above is None:
            break
        found.append(above)
    return tuple(found)


def signature_hash(certificate: Certificate) -> str:
    """The hash its signature rests on: `sha256`, `sha1` …; `none` for Ed25519, `unknown` where it is not known here."""
    try:
        algorithm = certificate.signature_hash_algorithm
    except UnsupportedAlgorithm:
        return "unknown"
    return algorithm.name if algorithm else "none"


def _whole(load: Callable[[bytes], Certificate], data: bytes) -> Certificate:
    """pyca/cryptography reads the parts when they are asked for; a part that cannot be read must show here, not later."""
    try:
        with warnings.catch_warnings():  # it only warns of a serial number that is not positive (RFC 5280, 4.1.2.2)
            warnings.simplefilter("ignore")
            certificate = load(data)
            if certificate.serial_number <= 0:
                raise ValueError("a serial number that is not positive")
        _ = (certificate.subject.rfc4514_string(), certificate.issuer.rfc4514_string())
        _ = (certificate.not_valid_before_utc, certificate.not_valid_after_utc, list(certificate.extensions))
    except (TypeError, x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType) as fault:
        raise ValueError(f"a certificate that cannot be read: {fault}") from fault
    return certificate


def _issued(below: Certificate, above: Certificate) -> bool:
    if below.issuer != above.subject:
        return False
    try:
        below.verify_directly_issued_by(above)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
