"""A new key for a case: every stored value of the case is sealed again, in one transaction. Files keep their own keys.

A file in the vault is not written again: its key, which lay under the old case key, now lies under the new one. Somebody who
kept a file's key from before could still open that file, if he also had the data folder.
"""

from __future__ import annotations

from typing import Any, Final

from longarm.casework.case_keys import OpenCase, field_of, lock, open_with_key, recovery_public
from longarm.casework.channels import OpenChannel, for_team
from longarm.casework.exchange.requests.sealed import under_another_key
from longarm.keys import case as case_keys
from longarm.keys.user import from_stored
from longarm.store.models import (
    Approval,
    Bundle,
    CaseContent,
    CaseKey,
    Channel,
    Choice,
    Closing,
    Consent,
    CustodyLine,
    Escrowed,
    Exhibit,
    Job,
    Judgement,
    Letter,
    Named,
    Note,
    Notice,
    Registered,
    Seen,
    SeenSounds,
    Step,
    Task,
    Upload,
    Withheld,
)

# Rows whose sealed columns are bound to themselves (`field_of`) under the case's key, and under a channel's.
_OF_CASE: Final[tuple[tuple[Any, str, tuple[str, ...]], ...]] = (
    (Note, "case_id", ("body_sealed",)),
    (Task, "case_id", ("body_sealed",)),
    (Step, "case_id", ("about_sealed",)),
    (Closing, "case_id", ("about_sealed",)),
    (Notice, "case_id", ("about_sealed",)),
    (Approval, "case_id", ("reason_sealed", "exhibits_sealed")),
    (Withheld, "exhibit__case_id", ("about_sealed", "instruction_sealed")),
    (Named, "case_id", ("about_sealed",)),
    (Seen, "exhibit__case_id", ("seen_sealed",)),
    (SeenSounds, "seen__exhibit__case_id", ("prints_sealed",)),
    (Judgement, "case_id", ("about_sealed",)),
    (Choice, "case_id", ("about_sealed",)),
    (Registered, "case_id", ("about_sealed",)),
    (Escrowed, "case_id", ("about_sealed",)),
    (Channel, "case_id", ("team_key_sealed", "about_sealed")),
)
_OF_CHANNEL: Final[tuple[tuple[Any, tuple[str, ...]], ...]] = (
    (Letter, ("body_sealed",)),
    (Consent, ("about_sealed",)),
    (Upload, ("file_key_sealed", "about_sealed", "resume_sealed")),
)


def rotate(old: OpenCase) -> OpenCase:
    """The case under a new key, sealed to who holds the old one now and has not left. Inside the caller's transaction.

    Raises Conflict as `lock` does.
    """
    row = lock(old, merged_too=True)
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
        if exhibit.file_key_sealed:  # of one that was destroyed there is none
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
    if row.brief_sealed:
        row.brief_sealed = again("brief", row.brief_sealed, row.version)
        row.save(update_fields=["brief_sealed"])
    for model, of, columns in _OF_CASE:
        for one in model.objects.filter(**{of: old.id}):
            _again(one, columns, old, new)
    under_another_key(old, new)
    for channel in Channel.objects.filter(case_id=old.id):
        _rotate_channel(channel, new)
    _hand_out(new)
    return new


def _again(row: Any, columns: tuple[str, ...], old: OpenCase | OpenChannel, new: OpenCase | OpenChannel) -> None:
    for column in columns:
        if sealed := getattr(row, column):
            setattr(row, column, new.seal(field_of(row, column), old.open(field_of(row, column), sealed)))
    row.save(update_fields=columns)


def _rotate_channel(row: Channel, case: OpenCase) -> None:
    """A channel gets a new key too: who left the team held the old one. Its holder finds the new one sealed as before."""
    old = for_team(case, row)
    new = OpenChannel(old.id, old.case, old.kind, case_keys.new_key())
    if row.holder_key_sealed:  # an officer whose account was closed holds it no longer
        row.holder_key_sealed = case_keys.seal_to(bytes(row.holder_public), str(row.id), new.key)
    row.team_key_sealed = case.seal(field_of(row, "team_key_sealed"), new.key)
    row.save(update_fields=["holder_key_sealed", "team_key_sealed"])
    _again(row, ("wishes_sealed", "status_sealed"), old, new)
    for model, columns in _OF_CHANNEL:
        for one in model.objects.filter(channel=row):
            _again(one, columns, old, new)


def _hand_out(new: OpenCase) -> None:
    """The new key to every member and to the recovery key; jobs that hold the old one are given it again as well.

    A closed account gets none, and its mark goes: this is what `renewing` waits for.
    """
    CaseKey.objects.filter(case_id=new.id, user__active=False).delete()
    for row in CaseKey.objects.filter(case_id=new.id).select_related("user"):
        public = from_stored(row.user.pair).public if row.user is not None else recovery_public(new.organisation)
        row.sealed = case_keys.seal_to(public, str(new.id), new.key)
        row.save(update_fields=["sealed"])
    for job in Job.objects.filter(case_id=new.id, state__in=(Job.State.QUEUED, Job.State.RUNNING)):
        job.key_sealed = case_keys.seal_to(bytes(job.worker), str(new.id), new.key)
        job.save(update_fields=["key_sealed"])
