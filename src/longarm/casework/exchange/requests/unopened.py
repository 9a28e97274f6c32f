"""What came with a request lies unopened, and may show the abuse of a child: withheld as it lies, opened by nobody."""

from __future__ import annotations

import hashlib
import secrets
from uuid import UUID, uuid4

import msgspec
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from longarm.casework.actor import Actor
from longarm.casework.exchange.requests.opened import OpenRequest, locked, open_request
from longarm.casework.node import node, record
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import About, code_of
from longarm.casework.proof.withheld import Known, check_words, withhold
from longarm.casework.refusals import Conflict
from longarm.store.models import Attachment, Exhibit
from longarm.store.vault import Kept, VaultSource

_WHOLE = (Attachment.State.WHOLE, Attachment.State.SOUND, Attachment.State.UNSOUND)


def withhold_unopened(actor: Actor, request: UUID, known: Known) -> tuple[UUID, ...]:
    """Each bundle that came and was not opened is an exhibit from now on that nobody could open for a moment. Its bytes are
    hashed, and shown to nobody; what the authority says decides what becomes of them (`withheld`).

    Raises NotFound as `open_request` does, NotAllowed for who does not work cases, BadInput without words, Conflict where
    nothing lies there whole.
    """
    actor.must_work_cases()
    check_words(known.where, known.how)
    found = open_request(actor, request)
    rows = list(Attachment.objects.filter(request_id=request, ours=False, state__in=_WHOLE).order_by("number"))
    made = tuple(one for one in (_as_exhibit(actor, found, row) for row in rows) if one is not None)
    if not made:
        raise Conflict("request-nothing-unopened")
    for exhibit in made:
        withhold(actor, exhibit, known)
    return made


def _as_exhibit(actor: Actor, found: OpenRequest, row: Attachment) -> UUID | None:
    """None where somebody else did so, or opened it, meanwhile."""
    file = found.file(row)
    if file is None:
        return None
    digests = _digests(VaultSource(node().vault, Kept(row.vault_name, file.key, row.size), "bundle.zip"))
    with transaction.atomic():
        case = locked(actor, row.request_id).case
        row = Attachment.objects.select_for_update().get(id=row.id)
        if row.state not in _WHOLE:
            return None
        exhibit = uuid4()
        number = (Exhibit.objects.filter(case_id=case.id).aggregate(last=Max("number"))["last"] or 0) + 1
        about = About(
            name=f"bundle-{row.number}.zip", sha256=digests[0], sha512=digests[1], received_from="node", received_how="exchange"
        )
        Exhibit.objects.create(
            id=exhibit, case_id=case.id, number=number, size=row.size, state=Exhibit.State.WITHHELD, vault_name=row.vault_name,
            file_key_sealed=case.seal(f"file-key/{row.vault_name}", file.key),
            about_sealed=case.seal(f"about/{exhibit}", msgspec.json.encode(about)), received_at=timezone.now(),
        )  # fmt: skip
        row.state, row.exhibit_id, row.file_sealed, row.vault_name = Attachment.State.TAKEN, exhibit, b"", secrets.token_hex(16)
        row.save()
        custody.note(case, actor.user, "received", code_of(number), digest=f"sha256:{about.sha256}")
        record(actor.user, "exhibit-received", organisation=actor.organisation, case=case.id, object=exhibit, size=str(row.size))
    return exhibit


def _digests(source: VaultSource) -> tuple[str, str]:
    sha256, sha512 = hashlib.sha256(), hashlib.sha512()
    with source.open() as file:
        while block := file.read(1 << 20):
            sha256.update(block)
            sha512.update(block)
    return sha256.hexdigest(), sha512.hexdigest()
