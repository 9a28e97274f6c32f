"""Time-stamps for a case's newest bundle: only a hash leaves the node; the answer joins the bundle in the vault.
Long: from asking to the changed bundle in one place.

The authorities are the node's setting: `LONGARM_TSA` (addresses, by comma), `LONGARM_TSA_ROOT` (a PEM file that the stamps
must lead to). Without it nothing is sent and the stamp stays pending.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, cast
from uuid import UUID

import msgspec
from django.db import transaction

from longarm.casework.actor import Actor
from longarm.casework.case_keys import OpenCase, lock, open_for
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import AboutBundle, Hashing, about_bundle, bundle_source
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput, LongarmError
from longarm.evidence.anchors import IMPRINT
from longarm.evidence.custody import utc
from longarm.evidence.stamping import Beside, stamp_bundle
from longarm.evidence.stamping import Kept as KeptStamp
from longarm.evidence.target import close_sorted, zip_entry
from longarm.store.models import Bundle
from longarm.store.vault import Incoming, Kept, remove

AUTHORITIES: Final = "LONGARM_TSA"
ROOT: Final = "LONGARM_TSA_ROOT"
_BLOCK: Final = 1 << 20
Ask = Callable[[str, bytes], bytes]


class Stamped(NamedTuple):
    """What came of asking: the authorities that stamped, and what the others said."""

    authorities: tuple[str, ...]
    missed: tuple[LongarmError, ...]


def authorities() -> tuple[str, ...]:
    """The addresses this node asks for stamps; none when it asks nobody."""
    return tuple(part.strip() for part in os.environ.get(AUTHORITIES, "").split(",") if part.strip())


def stamp_case(actor: Actor, case: UUID) -> Stamped:
    """Asks the node's authorities to stamp the newest bundle of the case, here and now (`jobs.queue_stamping` leaves it).

    Raises BadInput when the node has no authority, NotFound when there is no bundle or as `open_for` does.
    """
    return stamp_opened(open_for(actor, case), actor.user)


def stamp_opened(opened: OpenCase, by: UUID, ask: Ask | None = None) -> Stamped:
    """The same with a case that is open already. `ask` sends a query (DER) to an address and returns the answer."""
    if not authorities():
        raise BadInput("casework-no-authority")
    row = Bundle.objects.filter(case_id=opened.id).order_by("-number").first()
    if row is None:
        raise NotFound("casework-no-such-bundle")
    beside, send = _beside(), ask or _sender()
    done: list[str] = []
    missed: list[LongarmError] = []
    for url in authorities():
        try:
            files, kept = _obtain(opened, row, url, send, beside)
        except LongarmError as fault:
            missed.append(fault)
            with transaction.atomic():
                record(by, "stamp-missed", organisation=opened.organisation, case=opened.id, object=row.id, why=fault.message)
            continue
        row = _enter(opened, row, by, files, kept)
        done.append(kept.token.authority)
    return Stamped(tuple(done), tuple(missed))


def _obtain(opened: OpenCase, row: Bundle, url: str, ask: Ask, beside: Beside) -> tuple[dict[str, bytes], KeptStamp]:
    """A good stamp over the bundle, and the files kept of it. On the disk stands for a moment the list of hashes alone."""
    with bundle_source(opened, row).open() as reader, zipfile.ZipFile(reader) as archive:
        names = archive.namelist()
        top = next(name.removesuffix("bagit.txt") for name in names if name.endswith("bagit.txt"))
        imprint = archive.read(top + IMPRINT)
        anchors = {name.removeprefix(top): archive.read(name) for name in names if name.startswith(f"{top}anchors/")}
    with tempfile.TemporaryDirectory(prefix=".stamp-", dir=node().folder.data) as folder:
        bag = Path(folder, "bag")
        (bag / "anchors").mkdir(parents=True)
        for name, data in {IMPRINT: imprint, **anchors}.items():
            (bag / name).write_bytes(data)
        kept = stamp_bundle(bag, lambda query: ask(url, query), url, beside)
        return {name: (bag / name).read_bytes() for name in kept.files}, kept


def _enter(opened: OpenCase, row: Bundle, by: UUID, files: Mapping[str, bytes], kept: KeptStamp) -> Bundle:
    """The bundle again with the stamp's files in it, in the place of the one without."""
    before = row.vault_name
    stored, sha256 = _with_files(opened, row, files)
    try:
        with transaction.atomic():
            lock(opened, merged_too=True)
            row = Bundle.objects.select_for_update().get(id=row.id)
            about = about_bundle(opened, row)
            about = msgspec.structs.replace(
                about,
                sha256=sha256,
                stamped_at=about.stamped_at or utc(kept.token.at),
                authority=about.authority or kept.token.authority,
            )
            _replace(opened, row, stored, about)
            row.stamped_at = row.stamped_at or kept.token.at
            row.save()
            digest = f"sha256:{hashlib.sha256(kept.token.answer).hexdigest()}"
            custody.note(opened, by, "time-stamped", f"bundle-{row.number}", digest=digest)
            record(by, "bundle-stamped", organisation=opened.organisation, case=opened.id, object=row.id)
    except BaseException:
        remove(node().vault, stored.name)
        raise
    remove(node().vault, before)
    return row


def _replace(opened: OpenCase, row: Bundle, stored: Kept, about: AboutBundle) -> None:
    row.vault_name, row.size = stored.name, stored.size
    row.file_key_sealed = opened.seal(f"file-key/{stored.name}", stored.key)
    row.about_sealed = opened.seal(f"bundle/{row.id}", msgspec.json.encode(about))


def _with_files(opened: OpenCase, row: Bundle, files: Mapping[str, bytes]) -> tuple[Kept, str]:
    """A copy of the ZIP in the vault, `files` added: its bytes up to the directory, then the files, then a new directory."""
    file = Incoming(node().vault)
    hashed = Hashing(file)
    try:
        with bundle_source(opened, row).open() as reader, zipfile.ZipFile(reader) as old:
            _copy(reader, hashed, old.start_dir)
            top = next(name.removesuffix("bagit.txt") for name in old.namelist() if name.endswith("bagit.txt"))
            with zipfile.ZipFile(cast(BinaryIO, hashed), "w", zipfile.ZIP_STORED) as new:
                for name, data in files.items():
                    new.writestr(zip_entry(top + name), data)
                new.filelist[:0] = old.filelist
                close_sorted(new)
        return file.keep(), hashed.sha256.hexdigest()
    finally:
        file.discard()


def _copy(reader: BinaryIO, writer: Hashing, length: int) -> None:
    reader.seek(0)
    while length:
        block = reader.read(min(_BLOCK, length))
        writer.write(block)
        length -= len(block)


def _beside() -> Beside:
    from longarm.evidence.certificates import parse_pem

    named = os.environ.get(ROOT)
    if not named:
        return Beside()
    try:
        return Beside(roots=parse_pem(Path(named).read_bytes()))
    except (OSError, ValueError):
        raise BadInput("casework-no-root", file=named) from None


def _sender() -> Ask:
    from longarm.evidence.authorities import authority_at
    from longarm.transport.tsa import Sender

    sender = Sender()

    def ask(url: str, query: bytes) -> bytes:
        known = authority_at(url)
        return sender.ask(url, query, interval=float(known.interval) if known else 1.0)

    return ask
