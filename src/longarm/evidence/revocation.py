"""Whether the signer of a time-stamp was revoked, by the list (CRL, RFC 5280) that was kept beside the stamp."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from longarm.evidence.certificates import Certificate
from longarm.evidence.found import Found, found
from longarm.evidence.stamp_token import Token

# RFC 3161, section 4: for these reasons only, a stamp made before the revocation stays good. A stolen key may have made
# any stamp, with any time in it.
_STILL_GOOD_BEFORE: Final = frozenset(
    {x509.ReasonFlags.affiliation_changed, x509.ReasonFlags.superseded, x509.ReasonFlags.cessation_of_operation}
)


def faults(token: Token, path: Sequence[Certificate], crl: bytes) -> list[Found]:
    """What the CRL (DER) says against `token`. `path` leads from its signer to its root."""
    issuer = path[1] if len(path) > 1 else None
    if issuer is None:
        return [found("stamp-crl-no-issuer")]
    try:
        listed = x509.load_der_x509_crl(crl)
        signed = listed.issuer == issuer.subject and listed.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        signed = False
    if not signed:
        return [found("stamp-crl-bad")]
    entry = listed.get_revoked_certificate_by_serial_number(path[0].serial_number)
    if entry is None:
        return []
    try:
        reason = entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except x509.ExtensionNotFound:
        reason = x509.ReasonFlags.unspecified
    if reason in _STILL_GOOD_BEFORE and token.at < entry.revocation_date_utc:
        return []
    return [found("stamp-revoked", reason=reason.value, at=entry.revocation_date_utc.date().isoformat())]
