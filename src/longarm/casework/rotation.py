"""A new key for a case: every stored value of the case is sealed again, in one transaction. Files keep their own keys.

A file in the vault is not written again: its key, which lay under the old case key, now lies under the new one. Somebody who
kept a file's key from before could still open that file, if he also had the data folder.
"""

from __future__ import annotations

from longarm.casework.case_keys import OpenCase, lock, open_with_key
from longarm.keys import case as case_keys
from longarm.keys.user import from_stored
from longarm.store.models import Bundle, CaseContent, CaseKey, CustodyLine, Exhibit, Job, Organisation


def rotate(old: OpenCase) -> OpenCase:
    """The case under a new key, sealed to who holds the old one now. Inside the caller's transaction.

    Raises Conflict as `lock` does.
    """
    row = lock(old)
    row.key_number += 1
    row.save(update_fields=["key_number"])
    new = open_with_key(row, case_keys.new_key())

    def again(field: str, sealed: bytes | memoryview, version: int = 1) -> bytes:
        return new.seal(field, old.open(field, sealed, version), version)

    for content in CaseContent.objects.filter(case_id=old.id):
        content.file_sealed = again("case-file", content.file_sealed, content.version)
        content.save(update_fields=["file_sealed"])
    for line in CustodyLine.objects.filter(case_id=old.id):
        line.line_sealed = again("custody", line.line_sealed, line.seq)
        line.save(update_fields=["line_sealed"])
    for exhibit in Exhibit.objects.filter(case_id=old.id):
        exhibit.file_key_sealed = again(f"file-key/{exhibit.vault_name}", exhibit.file_key_sealed)
        exhibit.about_sealed = again(f"about/{exhibit.id}", exhibit.about_sealed)
        if exhibit.outcome_sealed:
            exhibit.outcome_sealed = again(f"outcome/{exhibit.id}", exhibit.outcome_sealed)
        if exhibit.messages_vault_name:
            exhibit.messages_key_sealed = again(f"file-key/{exhibit.messages_vault_name}", exhibit.messages_key_sealed)
        exhibit.save(update_fields=["file_key_sealed", "about_sealed", "outcome_sealed", "messages_key_sealed"])
    for bundle in Bundle.objects.filter(case_id=old.id):
        bundle.file_key_sealed = again(f"file-key/{bundle.vault_name}", bundle.file_key_sealed)
        bundle.about_sealed = again(f"bundle/{bundle.id}", bundle.about_sealed)
        bundle.save(update_fields=["file_key_sealed", "about_sealed"])
    _hand_out(new)
    return new


def _hand_out(new: OpenCase) -> None:
    """The new key to every member and to the recovery key; jobs that hold the old one are given it again as well."""
    for row in CaseKey.objects.filter(case_id=new.id).select_related("user"):
        if row.user is not None:
            public = from_stored(row.user.pair).public
        else:
            public = bytes(Organisation.objects.get(id=new.organisation).recovery_public)
        row.sealed = case_keys.seal_to(public, str(new.id), new.key)
        row.save(update_fields=["sealed"])
    for job in Job.objects.filter(case_id=new.id, state__in=(Job.State.QUEUED, Job.State.RUNNING)):
        job.key_sealed = case_keys.seal_to(bytes(job.worker), str(new.id), new.key)
        job.save(update_fields=["key_sealed"])
