"""A time-stamping authority for tests: certificates of our own making, answers by `openssl ts -reply`. No network."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_CONFIG = """[tsa]
serial = {folder}/serial
crypto_device = builtin
signer_digest = {digest}
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = {ess}
{chain}
"""
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
Issued = tuple[x509.Certificate, Key]


@dataclass
class Authority:
    """Root, intermediate and signer, in `folder`. `chain`: answers hold the intermediate, signer first (not DER order)."""

    folder: Path
    root: x509.Certificate
    intermediate: Issued
    signer: x509.Certificate
    root_key: Key
    digest: str = "sha256"
    ess: str = "sha256"
    chain: bool = True

    @property
    def root_file(self) -> Path:
        return self.folder / "root.pem"

    def reply(self, query: bytes) -> bytes:
        """The answer to `query`, as an authority on the network would give it."""
        config, asked, answer = (self.folder / name for name in ("tsa.cnf", "query.tsq", "answer.tsr"))
        chain = f"certs = {self.folder}/intermediate.pem" if self.chain else ""
        config.write_text(_CONFIG.format(folder=self.folder, digest=self.digest, ess=self.ess, chain=chain))
        asked.write_bytes(query)
        command = ["openssl", "ts", "-reply", "-config", str(config), "-section", "tsa", "-queryfile", str(asked)]
        command += ["-inkey", str(self.folder / "signer.key"), "-signer", str(self.folder / "signer.pem"), "-out", str(answer)]
        subprocess.run(command, check=True, capture_output=True)
        return answer.read_bytes()

    def revoked(self, reason: x509.ReasonFlags, at: datetime) -> bytes:
        """A CRL (DER) of the intermediate, in which the signer is revoked."""
        certificate, key = self.intermediate
        entry = x509.RevokedCertificateBuilder().serial_number(self.signer.serial_number).revocation_date(at)
        entry = entry.add_extension(x509.CRLReason(reason), critical=False)
        crl = x509.CertificateRevocationListBuilder().issuer_name(certificate.subject).last_update(at)
        crl = crl.next_update(at + timedelta(days=30)).add_revoked_certificate(entry.build())
        return crl.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def make_authority(
    folder: Path,
    name: str = "Test",
    *,
    ends_in: timedelta = timedelta(days=30),
    kind: str = "ec",
    weak_certificate: bool = False,
    digest: str = "sha256",
    ess: str = "sha256",
    chain: bool = True,
) -> Authority:
    """A new authority in `folder`. `ends_in`: when its signer's certificate runs out, from now (negative: it has)."""
    folder.mkdir(parents=True, exist_ok=True)
    root, root_key = _issue(f"{name} root", None, timedelta(days=3650), ca=True)
    middle = _issue(f"{name} intermediate", (root, root_key), timedelta(days=3650), ca=True)
    signer, key = _issue(f"{name} time-stamping", middle, ends_in, ca=False, kind=kind)
    for file, certificate in (("root", root), ("intermediate", middle[0]), ("signer", signer)):
        (folder / f"{file}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "signer.key").write_bytes(key.private_bytes(serialization.Encoding.PEM, *private))
    (folder / "serial").write_text("1001\n")
    if weak_certificate:
        signer = _signed_with_sha1(folder, middle, key)
    return Authority(folder, root, middle, signer, root_key, digest, ess, chain)


def _issue(
    name: str,
    issuer: Issued | None,
    ends_in: timedelta,
    *,
    ca: bool,
    kind: str = "ec",
) -> Issued:
    key: Key = ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(subject).public_key(key.public_key())
    builder = builder.issuer_name(issuer[0].subject if issuer else subject).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(min(now, now + ends_in) - timedelta(days=1)).not_valid_after(now + ends_in)
    builder = builder.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    if not ca:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256()), key


def _signed_with_sha1(folder: Path, issuer: Issued, key: Key) -> x509.Certificate:
    """pyca/cryptography no longer signs with SHA-1; the openssl command still does."""
    private = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "intermediate.key").write_bytes(issuer[1].private_bytes(serialization.Encoding.PEM, *private))
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Weak time-stamping")])
    asked = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key, hashes.SHA256())
    (folder / "signer.csr").write_bytes(asked.public_bytes(serialization.Encoding.PEM))
    (folder / "signer.ext").write_text("extendedKeyUsage = critical, timeStamping\nbasicConstraints = critical, CA:FALSE\n")
    command = ["openssl", "x509", "-req", "-sha1", "-days", "30", "-in", "signer.csr", "-CA", "intermediate.pem"]
    command += ["-CAkey", "intermediate.key", "-CAcreateserial", "-extfile", "signer.ext", "-out", "signer.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return x509.load_pem_x509_certificate((folder / "signer.pem").read_bytes())
