"""A certificate of deletion to take away: its exact bytes, the signature, the public key, and how openssl checks them."""

from __future__ import annotations

import base64
import io
import zipfile
from typing import NamedTuple
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.life.deletion import deletions
from longarm.casework.node import node
from longarm.casework.refusals import NotFound
from longarm.texts import Language, say

CERTIFICATE, SIGNATURE, KEY = "certificate.json", "certificate.sig", "node.pem"


class CertificateFile(NamedTuple):
    name: str
    data: bytes  # a ZIP


def certificate_file(actor: Actor, case: UUID, language: Language) -> CertificateFile:
    """`certificate.sig` is the bare Ed25519 signature (RFC 8032, 64 bytes), `node.pem` the public key (RFC 8410).

    Raises NotAllowed and Unsound as `deletions` does, NotFound where the organisation deleted no such case.
    """
    view = next((one for one in deletions(actor) if one.certificate.case == str(case)), None)
    if view is None:
        raise NotFound("casework-no-such-case")
    key = node().signing_key.public
    readme = say("life-certificate-readme", language, fingerprint=key.fingerprint)
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as target:
        target.writestr("README.txt", readme.encode() + b"\n")
        target.writestr(CERTIFICATE, view.text)
        target.writestr(SIGNATURE, base64.b64decode(view.signature.partition(":")[2]))
        target.writestr(KEY, key.pem)
    return CertificateFile(f"deletion-{str(case)[:8]}.zip", sink.getvalue())
