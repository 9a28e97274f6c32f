"""Checks 17 to 21: the time-stamps in `anchors/`. Without one they are not made: the bundle is unchanged, its time unproven."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longarm.evidence import certificates, revocation, stamp
from longarm.evidence.anchors import IMPRINT, STAMP, companion_path, query_path, stamp_path
from longarm.evidence.authorities import pinned_roots
from longarm.evidence.certificates import Certificate
from longarm.evidence.custody import utc
from longarm.evidence.found import Found, found
from longarm.evidence.inspection import Inspection, Outcome, not_checked, outcome
from longarm.evidence.report import StampSeen
from longarm.evidence.stamp_token import Token, parse

_MAX_MANIFEST: Final = 64 << 20


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp as it was read: with the certificates kept beside it, and those the verifier vouches for."""

    tsa: str
    token: Token
    extra: tuple[Certificate, ...]
    roots: tuple[Certificate, ...]

    @property
    def path(self) -> tuple[Certificate, ...]:
        """From the signer up, as far as certificates are at hand."""
        if self.token.signer is None:
            return ()
        return certificates.path(self.token.signer, [*self.token.certificates, *self.extra, *self.roots])


class StampCheck:
    """The stamps of one bundle, each read once, and the five checks over them."""

    def __init__(self, seen: Inspection) -> None:
        self.seen = seen
        self.names = sorted(match["tsa"] for name in seen.names if (match := STAMP.fullmatch(name)))
        self.unreadable: list[Found] = []
        self.stamps = [one for tsa in self.names if (one := self._read(tsa))]

    def imprint(self) -> Outcome:
        """Each can be read, is over this bundle, and answers the query kept beside it."""
        data = self.seen.small(IMPRINT, _MAX_MANIFEST) or b""
        wrong = list(self.unreadable)
        for one in self.stamps:
            wrong += stamp.mismatches(one.token, data, self.seen.small(query_path(one.tsa)))
        return outcome(wrong) if self.names else _none()

    def signature(self) -> Outcome:
        wrong = [fault for one in self.stamps for fault in stamp.signature_faults(one.token)]
        return outcome(wrong) if self.stamps else _none()

    def authority(self) -> Outcome:
        """Each path ends in a root that the caller or this release vouches for, all of it valid at the time of the stamp."""
        wrong = [fault for one in self.stamps if one.roots for fault in stamp.authority_faults(one.token, one.extra, one.roots)]
        unknown = [one for one in self.stamps if not one.roots]
        if wrong or not self.stamps:
            return outcome(wrong) if wrong else _none()
        if unknown:
            return Outcome(
                "not_checked", [found("verify-because-no-root", tsa=one.tsa, who=one.token.authority) for one in unknown]
            )
        return outcome([])

    def hashes(self) -> Outcome:
        judged = [stamp.weaknesses(one.token, one.path) for one in self.stamps]
        wrong = [fault for refused, _ in judged for fault in refused]
        marks = [mark for _, marked in judged for mark in marked]
        return outcome(wrong, marks) if self.stamps else _none()

    def revocation(self) -> Outcome:
        lists = [(one, self.seen.small(companion_path(one.tsa, "crl.der"))) for one in self.stamps]
        if not any(crl for _, crl in lists):
            return not_checked(found("verify-because-no-revocation-list")) if self.stamps else _none()
        return outcome([fault for one, crl in lists if crl for fault in revocation.faults(one.token, one.path, crl)])

    def shown(self, sealed_at: str | None) -> tuple[StampSeen, ...]:
        """What the report says of each."""
        return tuple(_shown(one, sealed_at) for one in self.stamps)

    def _read(self, tsa: str) -> Stamped | None:
        pem = self.seen.small(companion_path(tsa, "chain.pem"))
        try:
            extra = certificates.parse_pem(pem) if pem else ()
        except ValueError:
            self.unreadable.append(found("stamp-chain-unreadable", tsa=tsa))
            return None
        token = parse(self.seen.small(stamp_path(tsa)) or b"", [*extra, *self.seen.roots])
        if isinstance(token, Found):
            self.unreadable.append(token)
            return None
        pinned = [one for one in (*extra, *token.certificates) if certificates.fingerprint(one) in pinned_roots()]
        return Stamped(tsa, token, extra, tuple(dict.fromkeys([*self.seen.roots, *pinned])))


def _none() -> Outcome:
    return not_checked(found("verify-because-no-stamp"))


def _shown(one: Stamped, sealed_at: str | None) -> StampSeen:
    token, top = one.token, one.path[-1] if one.path else None
    gap = None
    if sealed_at:
        try:
            gap = int((token.at - datetime.fromisoformat(sealed_at)).total_seconds())
        except (ValueError, TypeError):  # the label is wrong; check 9 or 7 says so
            gap = None
    return StampSeen(
        tsa=one.tsa, at=utc(token.at), serial=str(token.serial), policy=token.policy, authority=token.authority,
        root=certificates.fingerprint(top) if top and certificates.self_issued(top) else None,
        certificate_ends=utc(token.signer.not_valid_after_utc) if token.signer else None, gap_seconds=gap,
    )  # fmt: skip
