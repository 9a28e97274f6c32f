"""The TLS certificate that a party's server shows: made by itself, carried by its card, believed by nobody else (RFC 5280)."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from longarm.errors import BadInput, system_reason

NAME: Final = "tls.pem"  # certificate and key in one file, so that one is never there without the other
_YEARS: Final = 10
_DAY: Final = timedelta(days=1)  # clocks of two parties may be apart


class Certificate(NamedTuple):
    """`file` holds the certificate and its key (PKCS #8), 0600; `pem` is the certificate alone, for the card."""

    file: Path
    pem: str


def load_or_create(folder: Path, host: str, now: datetime) -> Certificate:
    """The certificate in `folder` for `host` (a name or an IP address), made at first use and again for another host.

    A new one means a new card for everybody. Raises BadInput when the file cannot be read or written, holds something
    else, or others may read it.
    """
    path = folder / NAME
    try:
        with path.open("rb") as source:
            if os.fstat(source.fileno()).st_mode & 0o077:
                raise BadInput("seal-key-open-to-others", file=str(path))
            known = x509.load_pem_x509_certificate(source.read())
    except FileNotFoundError:
        known = None
    except ValueError:
        raise BadInput("seal-key-not-a-key", file=str(path)) from None
    except OSError as fault:
        raise BadInput("seal-key-unreadable", file=str(path), why=system_reason(fault)) from fault
    if known is None or _names(known) != _name(host):
        known = _make(path, host, now)
    return Certificate(path, known.public_bytes(serialization.Encoding.PEM).decode())


def _make(path: Path, host: str, now: datetime) -> x509.Certificate:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "longarm")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + timedelta(days=366 * _YEARS))
        .add_extension(_name(host), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    beside = path.with_suffix(".new")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as target:
            target.write(made.public_bytes(serialization.Encoding.PEM) + private)
            target.flush()
            os.fsync(target.fileno())
        beside.replace(path)
    except OSError as fault:
        raise BadInput("seal-key-unwritable", file=str(path), why=system_reason(fault)) from fault
    return made


def _name(host: str) -> x509.SubjectAlternativeName:
    try:
        return x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))])
    except ValueError:
        pass
    try:
        return x509.SubjectAlternativeName([x509.DNSName(host.encode("idna").decode())])
    except (UnicodeError, ValueError):
        raise BadInput("exchange-card-address", address=host[:100]) from None


def _names(certificate: x509.Certificate) -> x509.SubjectAlternativeName | None:
    try:
        return certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return None
