"""RFC 3161 time-stamps over `tagmanifest-sha512.txt`: the request is made here, the answer read and judged. No network.

Two verifiers look at each stamp: rfc3161-client judges the path to a root at the time of the stamp, and the signature is
checked here once more, which also works where no root is at hand. Both accept SHA-1 (measured, guide/stack.md); so SHA-1
as the signer's digest or in a certificate's signature is refused here, and an ESSCertID of the first kind (which names
its certificate by SHA-1, RFC 2634) is marked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from asn1crypto import algos, cms, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, VerificationError, VerifierBuilder, decode_timestamp_response

from longarm.evidence import certificates
from longarm.evidence.certificates import Certificate
from longarm.evidence.found import Found, found

MAX_ANSWER: Final = 1 << 20
_BROKEN: Final = frozenset({"md5", "sha1"})
_HASHES: Final[dict[str, hashes.HashAlgorithm]] = {
    "sha1": hashes.SHA1(),  # noqa: S303 - to read such a stamp and then to refuse it
    "sha224": hashes.SHA224(),
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


class NoStamp(ValueError):
    """An answer that is no time-stamp at all. Carries the id of a sentence and its facts; made to be caught inside."""

    def __init__(self, message: str, /, **facts: Any) -> None:
        super().__init__(message)
        self.found = Found(message, facts)


@dataclass(frozen=True, slots=True)
class Token:
    """A time-stamp as read. `at` is the time it proves (UTC); `signer` is None where the answer holds no certificate."""

    at: datetime
    serial: int
    policy: str
    imprint_algorithm: str
    imprint: bytes
    nonce: int | None
    signer: Certificate | None
    certificates: tuple[Certificate, ...]
    answer: bytes = field(repr=False)
    sorted_answer: bytes = field(repr=False)
    _signed: cms.SignedData = field(repr=False, compare=False)

    @property
    def authority(self) -> str:
        """The name in the signer's certificate."""
        return self.signer.subject.rfc4514_string() if self.signer else "?"


def request(imprint_file: bytes) -> bytes:
    """A query (DER) for a stamp over `imprint_file`: SHA-512, a random nonce, the certificate asked for."""
    builder = TimestampRequestBuilder().data(imprint_file).hash_algorithm(HashAlgorithm.SHA512)
    return builder.nonce(nonce=True).cert_request(cert_request=True).build().as_bytes()


def parse(answer: bytes, extra: Sequence[Certificate] = ()) -> Token:
    """Read the answer of an authority (DER TimeStampResp). `extra` may hold the signer where the answer does not.

    Raises NoStamp when it is none, or is a refusal.
    """
    if len(answer) > MAX_ANSWER:
        raise NoStamp("stamp-too-large", limit=MAX_ANSWER // 1024)
    try:
        response = tsp.TimeStampResp.load(answer, strict=True)
        status = response["status"]["status"].native
        if status not in ("granted", "granted_with_mods"):
            raise NoStamp("stamp-refused", status=str(status))
        signed = response["time_stamp_token"]["content"]
        info = signed["encap_content_info"]["content"].parsed
        if len(signed["signer_infos"]) != 1 or not isinstance(info, tsp.TSTInfo):
            raise NoStamp("stamp-unreadable", why="not one signature over one TSTInfo")
        own = tuple(x509.load_der_x509_certificate(one.chosen.dump()) for one in signed["certificates"] or ())
        return Token(
            at=info["gen_time"].native, serial=info["serial_number"].native, policy=info["policy"].dotted,
            imprint_algorithm=info["message_imprint"]["hash_algorithm"]["algorithm"].native,
            imprint=info["message_imprint"]["hashed_message"].native, nonce=info["nonce"].native,
            signer=_signer(signed, own or tuple(extra)), certificates=own, answer=answer,
            sorted_answer=_sorted(response, signed), _signed=signed,
        )  # fmt: skip
    except NoStamp:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, UnsupportedAlgorithm) as fault:
        raise NoStamp("stamp-unreadable", why=str(fault)[:200]) from fault


def mismatches(token: Token, imprint_file: bytes, query: bytes | None) -> list[Found]:
    """Whether this stamp is over `imprint_file`, and answers `query` (where it was kept)."""
    wrong: list[Found] = []
    if token.imprint_algorithm != "sha512" or token.imprint != hashlib.sha512(imprint_file).digest():
        wrong.append(found("stamp-other-imprint"))
    if query is not None:
        try:
            asked = tsp.TimeStampReq.load(query, strict=True)
            same = asked["message_imprint"]["hashed_message"].native == token.imprint and asked["nonce"].native == token.nonce
        except (ValueError, TypeError, KeyError):
            same = False
        if not same:
            wrong.append(found("stamp-other-query"))
    return wrong


def signature_faults(token: Token) -> list[Found]:
    """Whether the certificate that the stamp names signed it. Says nothing about who that is."""
    if token.signer is None:
        return [found("stamp-no-signer")]
    signer_info = token._signed["signer_infos"][0]
    attributes = {one["type"].native: one["values"] for one in signer_info["signed_attrs"]}
    digest = signer_info["digest_algorithm"]["algorithm"].native
    try:
        content = token._signed["encap_content_info"]["content"].contents
        told = attributes["message_digest"][0].native == hashlib.new(digest, content).digest()
        named = _named(attributes, token.signer)
        _verify(token.signer, signer_info, digest)
    except (KeyError, ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return [found("stamp-bad-signature")]
    return [] if told and named else [found("stamp-bad-signature")]


def weaknesses(token: Token, path: Sequence[Certificate]) -> tuple[list[Found], list[Found]]:
    """What rests on a broken hash: first what makes the stamp worthless, then what is only marked.

    `path` leads from the signer to its root; the root's own signature carries nothing and is not looked at.
    """
    refused: list[Found] = []
    digest = token._signed["signer_infos"][0]["digest_algorithm"]["algorithm"].native
    if digest in _BROKEN:
        refused.append(found("stamp-weak-digest", algorithm=digest))
    for one in path:
        algorithm = one.signature_hash_algorithm
        if algorithm and algorithm.name in _BROKEN and not certificates.self_issued(one):
            refused.append(found("stamp-weak-certificate", algorithm=algorithm.name, who=one.subject.rfc4514_string()))
    attributes = {one["type"].native for one in token._signed["signer_infos"][0]["signed_attrs"]}
    marked = [found("stamp-weak-reference")] if "signing_certificate_v2" not in attributes else []
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
    except (VerificationError, ValueError) as fault:
        return [found("stamp-foreign", who=token.authority, why=_short(str(fault)))]
    return []


def _signer(signed: cms.SignedData, pool: Sequence[Certificate]) -> Certificate | None:
    """The certificate that the signature names. Two of that name are refused: each verifier might take another one."""
    named = signed["signer_infos"][0]["sid"].chosen
    fitting = [
        one
        for one in dict.fromkeys(pool)
        if one.serial_number == named["serial_number"].native and one.issuer.public_bytes() == named["issuer"].dump()
    ]
    if len(fitting) > 1:
        raise NoStamp("stamp-unreadable", why="two certificates with one name and number")
    return fitting[0] if fitting else None


def _named(attributes: dict[str, Any], signer: Certificate) -> bool:
    """RFC 3161, 2.4.1 and RFC 5816: the signed attributes hold a hash of the signer's certificate."""
    if "signing_certificate_v2" in attributes:
        first = attributes["signing_certificate_v2"][0]["certs"][0]
        algorithm = first["hash_algorithm"]["algorithm"].native
    else:
        first, algorithm = attributes["signing_certificate"][0]["certs"][0], "sha1"
    return bool(first["cert_hash"].native == hashlib.new(algorithm, certificates.der(signer)).digest())


def _verify(signer: Certificate, info: cms.SignerInfo, digest: str) -> None:
    """Raises InvalidSignature. The attributes are signed as a SET (RFC 5652, 5.4), whatever tag they travel under."""
    data = info["signed_attrs"].untag().dump()
    signature, algorithm = info["signature"].native, _HASHES[digest]
    key = signer.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        key.verify(signature, data, _padding(info["signature_algorithm"], algorithm), algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, data, ec.ECDSA(algorithm))
    else:
        raise UnsupportedAlgorithm(type(key).__name__)


def _padding(algorithm: algos.SignedDigestAlgorithm, hashed: hashes.HashAlgorithm) -> padding.AsymmetricPadding:
    if algorithm.signature_algo == "rsassa_pss":
        return padding.PSS(padding.MGF1(hashed), padding.PSS.AUTO)
    return padding.PKCS1v15()


def _sorted(response: tsp.TimeStampResp, signed: cms.SignedData) -> bytes:
    """The answer with its certificates in DER order. OpenSSL writes the signer first, and rfc3161-client refuses that.

    The set is outside the signature; the bytes as received stay in the bundle.
    """
    if not signed["certificates"]:
        return bytes(response.dump())
    raw = [one.chosen.dump() for one in signed["certificates"]]
    if raw == sorted(raw):
        return bytes(response.dump())
    copy = tsp.TimeStampResp.load(response.dump())
    inner = copy["time_stamp_token"]["content"]
    certificate = asn1_x509.Certificate.load
    inner["certificates"] = cms.CertificateSet([cms.CertificateChoices("certificate", certificate(one)) for one in sorted(raw)])
    return bytes(copy.dump())


def _short(text: str) -> str:
    reasons = [part.split('"')[1] for part in text.split("reason: ")[1:] if part.startswith('"')]
    return reasons[-1] if reasons else text[:120]
