"""Reads the answer of a time-stamping authority (RFC 3161 TimeStampResp, CMS of RFC 5652) into plain values, once and whole.

asn1crypto reads parts when they are asked for; everything is asked for here, so that a malformed token is refused in one
place and the judging afterwards (`stamp`) cannot stumble over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from asn1crypto import cms, tsp
from asn1crypto import x509 as asn1_x509

from longarm.evidence import certificates
from longarm.evidence.certificates import Certificate
from longarm.evidence.found import Found, found

MAX_ANSWER: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Signature:
    """What is signed and how. `reference` is the hash of the signer's certificate that the signed attributes hold."""

    digest: str
    content: bytes
    content_digest: bytes
    attributes: bytes
    value: bytes
    pss: bool
    reference: bytes
    reference_digest: str


@dataclass(frozen=True, slots=True)
class Token:
    """A time-stamp as read. `at` is the time it proves (UTC); `signer` is None where no certificate of it is at hand.

    `answer` are the bytes as they came, `sorted_answer` the same with its certificates in DER order.
    """

    at: datetime
    serial: int
    policy: str
    imprint_algorithm: str
    imprint: bytes
    nonce: int | None
    signer: Certificate | None
    certificates: tuple[Certificate, ...]
    signature: Signature
    answer: bytes = field(repr=False)
    sorted_answer: bytes = field(repr=False)

    @property
    def authority(self) -> str:
        """The name in the signer's certificate."""
        return self.signer.subject.rfc4514_string() if self.signer else "?"


def parse(answer: bytes, extra: Sequence[Certificate] = ()) -> Token | Found:
    """Read `answer` (DER). `extra` may hold the signer's certificate where the answer does not.

    Returns what is wrong instead when it is too large, a refusal, or no time-stamp.
    """
    if len(answer) > MAX_ANSWER:
        return found("stamp-too-large", limit=MAX_ANSWER // 1024)
    try:
        response = tsp.TimeStampResp.load(answer, strict=True)
        status = str(response["status"]["status"].native)
        if status not in ("granted", "granted_with_mods"):
            return found("stamp-refused", status=status)
        return _token(response, answer, extra)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError) as fault:
        return found("stamp-unreadable", why=" ".join(str(fault).split())[:200])


def _token(response: tsp.TimeStampResp, answer: bytes, extra: Sequence[Certificate]) -> Token:
    signed = response["time_stamp_token"]["content"]
    content = signed["encap_content_info"]["content"]
    info = content.parsed
    if not isinstance(info, tsp.TSTInfo) or len(signed["signer_infos"]) != 1:
        raise ValueError("not one signature over one TSTInfo")
    own = tuple(certificates.parse_der(one.chosen.dump()) for one in signed["certificates"] or ())
    signer_info = signed["signer_infos"][0]
    return Token(
        at=_moment(info["gen_time"].native), serial=int(info["serial_number"].native), policy=info["policy"].dotted,
        imprint_algorithm=info["message_imprint"]["hash_algorithm"]["algorithm"].native,
        imprint=bytes(info["message_imprint"]["hashed_message"].native), nonce=info["nonce"].native,
        signer=_signer(signer_info, own or tuple(extra)), certificates=own,
        signature=_signature(signer_info, content.contents), answer=answer, sorted_answer=_sorted(answer),
    )  # fmt: skip


def _moment(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at


def _signer(info: cms.SignerInfo, pool: Sequence[Certificate]) -> Certificate | None:
    """The certificate that the signature names. Two of that name are refused: each verifier might take another one."""
    named = info["sid"].chosen
    serial, issuer = named["serial_number"].native, named["issuer"].dump()
    fitting = [one for one in dict.fromkeys(pool) if one.serial_number == serial and one.issuer.public_bytes() == issuer]
    if len(fitting) > 1:
        raise ValueError("two certificates with one name and number")
    return fitting[0] if fitting else None


def _signature(info: cms.SignerInfo, content: bytes) -> Signature:
    # First of all: asn1crypto, once it has looked into an attribute, writes it anew (slowly) instead of giving its bytes.
    raw = bytes(info["signed_attrs"].untag().dump())  # signed as a SET, whatever tag it travels under (5.4)
    kinds = [one["type"].native for one in info["signed_attrs"]]
    if len(set(kinds)) != len(kinds):
        raise ValueError("a signed attribute stands there twice")
    attributes = {one["type"].native: one["values"] for one in info["signed_attrs"]}
    reference, reference_digest = _reference(attributes)
    return Signature(
        digest=info["digest_algorithm"]["algorithm"].native, content=bytes(content),
        content_digest=bytes(attributes["message_digest"][0].native),
        attributes=raw,
        value=bytes(info["signature"].native), pss=info["signature_algorithm"].signature_algo == "rsassa_pss",
        reference=reference, reference_digest=reference_digest,
    )  # fmt: skip


def _reference(attributes: dict[str, Any]) -> tuple[bytes, str]:
    """RFC 3161, 2.4.1 (ESSCertID, always SHA-1) and RFC 5816 (ESSCertIDv2): the signer's certificate by its hash."""
    if "signing_certificate_v2" in attributes:
        first = attributes["signing_certificate_v2"][0]["certs"][0]
        return bytes(first["cert_hash"].native), str(first["hash_algorithm"]["algorithm"].native)
    return bytes(attributes["signing_certificate"][0]["certs"][0]["cert_hash"].native), "sha1"


def _sorted(answer: bytes) -> bytes:
    """The answer with its certificates in DER order. OpenSSL writes the signer first, and rfc3161-client refuses that.

    The set is outside the signature; the bytes as received stay in the bundle.
    """
    response = tsp.TimeStampResp.load(answer)
    signed = response["time_stamp_token"]["content"]
    raw = [one.chosen.dump() for one in signed["certificates"] or ()]
    if raw == sorted(raw):
        return answer
    certificate = asn1_x509.Certificate.load
    signed["certificates"] = cms.CertificateSet([cms.CertificateChoices("certificate", certificate(one)) for one in sorted(raw)])
    return bytes(response.dump())
