"""Seals exhibits into a bundle: a BagIt 1.0 bag whose every file is hashed twice, described, and covered by a signed record.
Long: one bundle from its first byte to its tags.

Seal at once: hashes first, at the first read, before any parser opens a file. Derived files say from what and by what
they were made. The time-stamp comes after (`stamp`): it is over `tagmanifest-sha512.txt` and changes nothing in here.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Final

import msgspec

from longarm import __version__
from longarm.case import file as case_file
from longarm.case.model import Case
from longarm.errors import BadInput, system_reason
from longarm.evidence import case_uco, exhibit
from longarm.evidence.bag import BagWriter
from longarm.evidence.bag_info import bag_info
from longarm.evidence.custody import Action, CustodyRecord, Event, utc
from longarm.evidence.derivation import Derive, derive_into
from longarm.evidence.exhibit import Exhibit
from longarm.evidence.hashing import Digests, sha256_of
from longarm.evidence.how_to_verify import how_to_verify
from longarm.evidence.index_page import index_page
from longarm.evidence.received import LeftOut, Received
from longarm.evidence.source import Source
from longarm.evidence.target import Target
from longarm.keys.node import NodeKey, PublicKey

TOOL: Final = f"longarm {__version__}"
PROFILE: Final = "urn:longarm:bagit-profile:1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealer:
    """Who seals, with what, by which clock.

    `actor` is an opaque id, never a name; `clock` gives the time with its zone, and `clock_note` says what it is worth.
    `history` is the record so far, which the bundle carries on; `earlier_keys` are the keys it was signed with.
    """

    key: NodeKey
    clock: Callable[[], datetime]
    clock_note: str = "system, not checked"
    actor: str | None = None
    organisation: str | None = None
    history: Sequence[bytes] = ()
    earlier_keys: Sequence[PublicKey] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What was sealed. `imprint` is the file that a time-stamp is over; `unread` the exhibits a reader broke on."""

    exhibits: tuple[Exhibit, ...]
    sealed_at: str
    oxum: str
    fingerprint: str
    custody_length: int
    custody_head: str
    imprint: bytes
    broken: tuple[str, ...] = ()


def seal(
    received: Sequence[Received],
    target: Target,
    sealer: Sealer,
    *,
    case: Case | None = None,
    derive: Derive | None = None,
    left_out: Sequence[LeftOut] = (),
    beside: Mapping[str, bytes] | None = None,
) -> Sealed:
    """Write the bundle of `received` to `target` and finish it.

    `beside`: further payload that is no exhibit (a paper, a list), by its path below `data/beside/`; covered as all payload is.

    Raises BadInput, and leaves nothing, when a source cannot be read or changes while it is read, when it is not what the
    case says it is, or when the target cannot be written (a full disk).
    """
    try:
        sealed = _Sealing(target, sealer, case, derive).run(received, left_out, beside or {})
        target.finish()
    except OSError as fault:
        target.abandon()
        raise BadInput("seal-broken-off", why=system_reason(fault)) from fault
    except BaseException:
        target.abandon()
        raise
    return sealed


class _Sealing:
    """One run. Nothing of it outlives `seal`."""

    def __init__(self, target: Target, sealer: Sealer, case: Case | None, derive: Derive | None) -> None:
        self.bag = BagWriter(target)
        self.sealer, self.case, self.derive = sealer, case, derive
        self.record = CustodyRecord(sealer.history)
        self.actor = sealer.actor or f"key:{sealer.key.fingerprint[:16]}"
        self.events: list[Event] = []
        self.broken: list[str] = []

    def run(self, received: Sequence[Received], left_out: Sequence[LeftOut], beside: Mapping[str, bytes]) -> Sealed:
        exhibits = tuple(self.exhibit(one.number or number, one) for number, one in enumerate(received, 1))
        at = self.sealer.clock()
        name = self.case.reference if self.case else f"bundle-{utc(at).replace(':', '').replace('-', '')}"
        further = {f"{exhibit.BESIDE}{path}": data for path, data in sorted(beside.items())}
        self.describe(name, utc(at), exhibits, index_page(name, utc(at), exhibits, left_out, tuple(further)))
        for path, data in further.items():
            self.bag.add(path, data)
        manifest = self.bag.write_manifests()
        self.note("sealed", "bundle", at, digest=_sha256(manifest), count=self.record.length + 1)
        imprint = self.tags(name, at, len(exhibits))
        return Sealed(
            exhibits=exhibits, sealed_at=utc(at), oxum=self.bag.oxum, fingerprint=self.sealer.key.fingerprint,
            custody_length=self.record.length, custody_head=self.record.head, imprint=imprint, broken=tuple(self.broken),
        )  # fmt: skip

    def exhibit(self, number: int, received: Received) -> Exhibit:
        """Copy and hash one source, then derive from it, then describe it."""
        name, source = exhibit.exhibit_id(number), received.source
        path = exhibit.original_path(name, source.name)
        self.note("received", name, self.sealer.clock())
        found = self.copy(path, source)
        self.note("hashed", name, self.sealer.clock(), digest=f"sha256:{found.sha256}")
        described = self.known_to_case(exhibit.describe(name, path, received, found))
        if self.derive:
            described = self.derived(described, source, self.derive)
        self.bag.add(f"data/exhibits/{name}/exhibit.json", exhibit.to_json(described))
        return described

    def copy(self, path: str, source: Source) -> Digests:
        with source.open() as reader:
            before = _state(reader)
            size = source.size
            found = self.bag.copy(path, reader, size)
            if found.size != size or _state(reader) != before:
                raise BadInput("seal-changed", file=source.name)
        return found

    def derived(self, described: Exhibit, source: Source, derive: Derive) -> Exhibit:
        folder = f"data/exhibits/{described.id}/derived"
        outcome = derive_into(self.bag, folder, source, derive, f"sha256:{described.sha256}")
        if len(outcome.files) > 1 or outcome.failure:  # something was read: it must have been the bytes that are sealed
            with source.open() as reader:
                if sha256_of(reader) != (described.size, described.sha256):
                    raise BadInput("seal-changed", file=source.name)
        if outcome.failure:
            self.broken.append(described.id)
        files = tuple(
            exhibit.Derived(
                file=path,
                tool=derive.tool,
                command=derive.command,
                input=f"sha256:{described.sha256}",
                sha256=self.bag.payload[path].sha256,
            )
            for path in outcome.files
        )
        action: Action = "parsed" if len(files) > 1 else "derived"
        self.note(action, described.id, self.sealer.clock(), digest=f"sha256:{files[0].sha256}", tool=derive.tool)
        return msgspec.structs.replace(
            described, derived=files, messages=outcome.messages,
            read=tuple(dict.fromkeys(account.source for account in outcome.accounts)),
            missing=tuple(dict.fromkeys(what for account in outcome.accounts for what in account.missing)),
        )  # fmt: skip

    def known_to_case(self, described: Exhibit) -> Exhibit:
        """Tie the exhibit to the one the case names, by hash. A file name that the case knows with other hashes only is refused;
        two files may have one name, as every picture that a phone hands out may be `image.jpg`."""
        known = self.case.exhibits if self.case else ()
        for named in known:
            if named.sha256 == described.sha256:
                how = described.received
                received = exhibit.How(
                    from_=how.from_ or named.received_from,
                    at=how.at or (str(named.received_at) if named.received_at else None),
                    how=how.how, device=how.device,
                )  # fmt: skip
                return msgspec.structs.replace(described, case_exhibit=named.id, received=received)
        for named in known:
            if named.sha256 and named.file.rpartition("/")[2] == described.name:
                raise BadInput("seal-other-than-in-case", file=described.name, exhibit=named.id, sha256=named.sha256)
        return described

    def describe(self, name: str, at: str, exhibits: tuple[Exhibit, ...], index: bytes) -> None:
        """The rest of the payload. The line `sealed`, which is yet to come, stands in the graph already."""
        if self.case:
            self.bag.add("data/case.json", case_file.to_json(self.case))
        self.bag.add("data/index.html", index)
        history = [msgspec.json.decode(line, type=Event) for line in self.sealer.history]
        events = [*history, *self.events, self.event("sealed", "bundle", at)]
        seed = f"{self.sealer.key.fingerprint} {at} {name}"
        self.bag.add(case_uco.PATH, case_uco.to_jsonld(name, seed, exhibits, events, TOOL))

    def tags(self, name: str, at: datetime, exhibits: int) -> bytes:
        record, key = self.record, self.sealer.key
        self.bag.tag("custody/custody.jsonl", record.file())
        self.bag.tag("custody/keys/node.pem", key.public.pem)
        for earlier in self.sealer.earlier_keys:
            self.bag.tag(f"custody/keys/{earlier.fingerprint[:16]}.pem", earlier.pem)
        self.bag.tag("custody/checkpoint.json", record.checkpoint(at, key))
        facts = {"name": name, "sealed_at": utc(at), "oxum": self.bag.oxum}
        self.bag.tag(
            "HOW-TO-VERIFY.txt",
            how_to_verify(**facts, exhibits=exhibits, fingerprint=key.fingerprint, length=record.length),
        )
        self.bag.tag("bag-info.txt", bag_info(self.label(name, at)))
        return self.bag.close()

    def label(self, name: str, at: datetime) -> list[tuple[str, str]]:
        organisation = self.sealer.organisation
        return [
            *([("Source-Organization", organisation)] if organisation else []),
            ("External-Identifier", name),
            ("Bagging-Date", utc(at)[:10]),
            ("Payload-Oxum", self.bag.oxum),
            ("Bag-Software-Agent", TOOL),
            ("BagIt-Profile-Identifier", PROFILE),
            ("Longarm-Sealed-At", utc(at)),
            ("Longarm-Node-Key", self.sealer.key.fingerprint),
            ("Longarm-Custody-Length", str(self.record.length)),
            ("Longarm-Custody-Head", self.record.head),
        ]

    def note(
        self, action: Action, thing: str, at: datetime, *, digest: str | None = None, tool: str = TOOL, count: int | None = None
    ) -> None:
        event = msgspec.structs.replace(self.event(action, thing, utc(at)), digest=digest, tool=tool, count=count)
        self.events.append(event)
        self.record.append(event, self.sealer.key)

    def event(self, action: Action, thing: str, at: str) -> Event:
        return Event(at=at, clock=self.sealer.clock_note, actor=self.actor, action=action, object=thing, tool=TOOL)


def _state(reader: BinaryIO) -> tuple[int, int, int] | None:
    """Size, time of last change and inode of an open file; None for bytes that are no file."""
    try:
        found = os.fstat(reader.fileno())
    except (AttributeError, OSError, io.UnsupportedOperation):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def _sha256(data: bytes) -> str:
    return f"sha256:{sha256_of(io.BytesIO(data))[1]}"
