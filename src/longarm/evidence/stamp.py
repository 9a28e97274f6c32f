"""RFC 3161 time-stamps over `tagmanifest-sha512.txt`: the request is made here, and an answer is judged. No network.

Two verifiers look at each stamp: rfc3161-client judges the path to a root at the time of the stamp, and the signature is
checked here once more, which also works where no root is at hand. Both accept SHA-1 (measured with rfc3161-client 1.0.9
and OpenSSL 3.0); so SHA-1 as the signer's digest or in a certificate's signature is refused here, and an ESSCertID of the
first kind, which names its certificate by SHA-1, is marked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from asn1crypto import tsp
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, VerificationError, VerifierBuilder, decode_timestamp_response

from longarm.evidence import certificates
from longarm.evidence.certificates import Certificate
from longarm.evidence.found import Found, found
from longarm.evidence.stamp_token import Token

_BROKEN: Final = frozenset({"md2", "md5", "sha1"})
_HASHES: Final[dict[str, hashes.HashAlgorithm]] = {
    "sha1": hashes.SHA1(),  # noqa: S303 - its signature is checked, then `weaknesses` refuses it by name
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


def request(imprint_file: bytes) -> bytes:
    """A query (DER) for a stamp over `imprint_file`: SHA-512, a random nonce, the certificate asked for."""
    builder = TimestampRequestBuilder().data(imprint_file).hash_algorithm(HashAlgorithm.SHA512)
    return builder.nonce(nonce=True).cert_request(cert_request=True).build().as_bytes()


def mismatches(token: Token, imprint_file: bytes, query: bytes | None) -> list[Found]:
    """Whether this stamp is over `imprint_file`, and answers `query` (where it was kept)."""
    wrong: list[Found] = []
    if token.imprint_algorithm != "sha512" or token.imprint != hashlib.sha512(imprint_file).digest():
        wrong.append(found("stamp-other-imprint"))
    if query is not None and _asked(query) != (token.imprint, token.nonce):
        wrong.append(found("stamp-other-query"))
    return wrong


def signature_faults(token: Token) -> list[Found]:
    """Whether the certificate that the stamp names signed it. Says nothing about who that is."""
    if token.signer is None:
        return [found("stamp-no-signer")]
    signature = token.signature
    try:
        told = signature.content_digest == hashlib.new(signature.digest, signature.content).digest()
        named = signature.reference == hashlib.new(signature.reference_digest, certificates.der(token.signer)).digest()
        _verify(token)
    except (KeyError, ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return [found("stamp-bad-signature")]
    return [] if told and named else [found("stamp-bad-signature")]


def weaknesses(token: Token, path: Sequence[Certificate]) -> tuple[list[Found], list[Found]]:
    """What rests on a broken hash: first what makes the stamp worthless, then what is only marked.

    `path` leads from the signer to its root; the root's own signature carries nothing and is not looked at.
    """
    refused: list[Found] = []
    if token.signature.digest in _BROKEN:
        refused.append(found("stamp-weak-digest", algorithm=token.signature.digest))
    for one in path:
        algorithm = certificates.signature_hash(one)
        if algorithm in _BROKEN and not certificates.self_issued(one):
            refused.append(found("stamp-weak-certificate", algorithm=algorithm, who=one.subject.rfc4514_string()))
    marked = [found("stamp-weak-reference")] if token.signature.reference_digest in _BROKEN else []
    return refused, marked


def authority_faults(token: Token, extra: Sequence[Certificate], roots: Sequence[Certificate]) -> list[Found]:
    """Whether the path from the signer ends in one of `roots`, everything in it valid at the time of the stamp.

    rfc3161-client trusts whatever self-signed certificate it is given as an *intermediate* (version 1.0.9, tried): a
    stranger's root inside `extra` would pass. So nothing that issued itself is handed to it but `roots`, and it gets a
    fresh builder for each stamp (its lists of certificates are shared between copies).
    """
    if token.signer is None:
        return [found("stamp-no-signer")]
    between = [one for one in dict.fromkeys(extra) if not certificates.self_issued(one) and one not in roots]
    builder = VerifierBuilder(intermediates=between, roots=list(dict.fromkeys(roots)))
    if not token.certificates and not certificates.self_issued(token.signer):
        builder = builder.tsa_certificate(token.signer)
    try:
        builder.build().verify(decode_timestamp_response(token.sorted_answer), token.imprint)
    except (VerificationError, ValueError, TypeError) as fault:
        return [found("stamp-foreign", who=token.authority, why=_short(str(fault)))]
    return []


def _asked(query: bytes) -> tuple[bytes, int | None] | None:
    """Hash and nonce of a query; None when it is none."""
    try:
        asked = tsp.TimeStampReq.load(query, strict=True)
        return bytes(asked["message_imprint"]["hashed_message"].native), asked["nonce"].native
    except (ValueError, TypeError, KeyError):
        return None


def _verify(token: Token) -> None:
    """Raises InvalidSignature, or UnsupportedAlgorithm for a key that is neither RSA nor on an elliptic curve."""
    signature, algorithm = token.signature, _HASHES[token.signature.digest]
    key = token.signer.public_key() if token.signer else None
    if isinstance(key, rsa.RSAPublicKey):
        scheme = padding.PSS(padding.MGF1(algorithm), padding.PSS.AUTO) if signature.pss else padding.PKCS1v15()
        key.verify(signature.value, signature.attributes, scheme, algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature.value, signature.attributes, ec.ECDSA(algorithm))
    else:
        raise UnsupportedAlgorithm(type(key).__name__)


def _short(text: str) -> str:
    """The last reason OpenSSL gave, out of its whole stack of errors."""
    reasons = [part.split('"')[1] for part in text.split("reason: ")[1:] if part.startswith('"')]
    return reasons[-1] if reasons else text[:120]
