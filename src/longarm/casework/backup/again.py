"""What was deleted after the backup was made is deleted again in what was restored, before anybody sees it."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction
from django.db.models import Q

from longarm.casework.backup.deleted import Deleted, Destroyed
from longarm.casework.exchange.requests.stopping import gone_with
from longarm.store.models import Bundle, Case, Deletion, Exhibit
from longarm.store.vault import remove


def delete_again(deleted: tuple[Deleted, ...]) -> int:
    """The cases whose rows were left out stay what they are: deleted, with their certificate. Returns how many were there."""
    again = 0
    with transaction.atomic():
        for one in deleted:
            facts = {
                "organisation_id": one.organisation,
                "certificate": one.certificate,
                "signature": one.signature,
                "at": one.at,
            }
            _, new = Deletion.objects.get_or_create(case=one.case, defaults=facts)
            there = Case.objects.filter(id=one.case).update(stage=Case.Stage.DELETED, brief_sealed=b"")
            again += new and there
    return again


def destroy_again(destroyed: tuple[Destroyed, ...], vault: Path) -> int:
    """Bytes and keys of exhibits that had to be destroyed, of what was read out of them, and of every bundle of their cases:
    of old ones only the case's key tells which holds the exhibit. Of bundles in cases they came from, and of bundles of requests,
    the rows tell it: those that hold one go.
    Returns how many exhibits came back with the backup.
    """
    with transaction.atomic():
        files, bundles_with = gone_with(one.exhibit for one in destroyed)
        wanted = {one.exhibit for one in destroyed} | bundles_with
        back = Exhibit.objects.filter(id__in=wanted).exclude(state=Exhibit.State.DESTROYED)
        for row in back:
            bundles = Bundle.objects.filter(Q(case_id=row.case_id) | Q(packed__exhibit=row))
            files |= {row.vault_name, row.messages_vault_name, *bundles.values_list("vault_name", flat=True)} - {""}
            Bundle.objects.filter(id__in=list(bundles.values_list("id", flat=True))).delete()
            row.state, row.messages_vault_name = Exhibit.State.DESTROYED, ""
            row.file_key_sealed = row.messages_key_sealed = row.outcome_sealed = b""
            row.save()
    for name in files:
        remove(vault, name)
    return len(back)
