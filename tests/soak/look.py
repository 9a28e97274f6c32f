"""Looks at the node after a kill: everything opens, nothing that was told is missing, nothing is half there."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from acts import WORDS, Soak, bytes_of, passphrase

from longarm.casework.audit import check_record
from longarm.casework.backup.opening import open_shelf
from longarm.casework.case_keys import OpenCase, field_of, open_for, open_with_key
from longarm.casework.cases import case_at
from longarm.casework.channels import OpenChannel, for_team
from longarm.casework.check.run import Asked, check
from longarm.casework.intake import holder, letters, returns
from longarm.casework.intake.given import about_of as given_about
from longarm.casework.intake.given import source_of as given_source
from longarm.casework.people.visits import sign_in
from longarm.casework.proof import custody
from longarm.casework.proof.exhibits import about_of, source_of
from longarm.casework.refusals import NotFound
from longarm.casework.rotation import _OF_CASE, _OF_CHANNEL
from longarm.errors import BadInput
from longarm.keys import case as case_keys
from longarm.keys.recovery import read_printed
from longarm.store.models import Bundle, Case, CaseKey, Channel, Deletion, Exhibit, Upload


@dataclass
class Seen:
    """What stands in the node. Compared with what the acts have told."""

    notes: int = 0
    letters: int = 0
    version: int = 0
    files: set[str] = field(default_factory=set)
    passphrase: int = -1
    cases: dict[str, str] = field(default_factory=dict)  # id: state
    backups: int = 0
    strays: int = 0


def look(soak: Soak, printed: str, newest: int) -> Seen:
    """Raises whatever does not open or does not fit. `newest`: how many of the last files are decrypted whole."""
    seen = Seen(passphrase=_passphrase(soak))
    basma = sign_in("Basma", passphrase(seen.passphrase)).actor
    _rana(soak, _open_all(open_for(basma, soak.case), seen, newest))
    sealed = CaseKey.objects.get(case_id=soak.case, user=None).sealed
    by_paper = open_with_key(soak.case, case_keys.open_with(read_printed(printed), str(soak.case), sealed))
    assert by_paper.key == open_for(basma, soak.case).key, "the paper opens another key"
    for row in Case.objects.exclude(id=soak.case):
        seen.cases[str(row.id)] = row.stage
        if row.stage == Case.Stage.DELETED:
            assert Deletion.objects.filter(case=row.id).exists(), "deleted without a certificate"
            assert not CaseKey.objects.filter(case=row).exists(), "deleted, and its key is there"
        else:
            _open_all(open_for(basma, row.id), Seen(), newest)
    amal = returns.holder_of(returns.enter(soak.code))
    assert holder.page(amal).letters, "the holder's page is empty"
    check_record(basma)
    seen.backups, seen.strays = _checked(soak)
    return seen


def _passphrase(soak: Soak) -> int:
    """The old one or the new one, and never none."""
    for number in (soak.passphrase, soak.passphrase + 1):
        try:
            sign_in("Basma", passphrase(number))
        except BadInput:
            continue
        return number
    raise AssertionError("no passphrase opens")


def _open_all(opened: OpenCase, seen: Seen, newest: int) -> OpenCase:
    """Every sealed value of the case and of its channels."""
    row = Case.objects.get(id=opened.id)
    seen.version = case_at(opened).version
    assert row.version == seen.version
    if row.brief_sealed:
        opened.open("brief", row.brief_sealed, row.version)
    for model, of, columns in _OF_CASE:
        _open_rows(opened, model.objects.filter(**{of: opened.id}), columns)
    seen.notes = _count("Note", opened.id)
    assert custody.unbroken(custody.lines(opened))
    for bundle in Bundle.objects.filter(case_id=opened.id):
        opened.open(f"file-key/{bundle.vault_name}", bundle.file_key_sealed)
    rows = list(Exhibit.objects.filter(case_id=opened.id).order_by("-number"))
    seen.files |= {about_of(opened, one).name for one in rows}
    for exhibit in rows[:newest]:
        _same(source_of(opened, exhibit).open().read(), about_of(opened, exhibit).name)
    for channel in Channel.objects.filter(case_id=opened.id):
        _open_channel(for_team(opened, channel), channel, seen, newest)
    return opened


def _open_channel(opened: OpenChannel, row: Channel, seen: Seen, newest: int) -> None:
    seen.letters += sum(letter.body.text == WORDS for letter in letters.read(opened))  # others the node writes itself
    for model, columns in _OF_CHANNEL:
        _open_rows(opened, model.objects.filter(channel=row), columns)
    whole = list(Upload.objects.filter(channel=row, state=Upload.State.WHOLE).order_by("-made_at"))
    seen.files |= {given_about(opened, one).name for one in whole}
    for one in whole[:newest]:
        _same(given_source(opened, one).open().read(), given_about(opened, one).name)


def _open_rows(opened: OpenCase | OpenChannel, rows: Any, columns: tuple[str, ...]) -> None:
    for one in rows:
        for column in columns:
            if value := getattr(one, column):
                opened.open(field_of(one, column), value)


def _count(model: str, case: UUID) -> int:
    from django.apps import apps

    return int(apps.get_model("store", model).objects.filter(case_id=case).count())


def _same(data: bytes, name: str) -> None:
    wanted = bytes_of(name)
    if name == "sealed":
        wanted = b"\xff\xd8\xff\xe0" + wanted
    assert hashlib.sha256(data).digest() == hashlib.sha256(wanted).digest(), f"{name}: other bytes"


def _rana(soak: Soak, mine: OpenCase) -> None:
    """She has the key of now, or none."""
    rana = sign_in("Rana", passphrase(0)).actor
    try:
        assert open_for(rana, soak.case).key == mine.key, "an old key is handed out"
    except NotFound:
        assert not CaseKey.objects.filter(case_id=soak.case, user_id=soak.rana).exists()


def _checked(soak: Soak) -> tuple[int, int]:
    """The numbered checks of `longarm check`, on node and backups. Strays of the vault are what a kill leaves: counted."""
    shelf = open_shelf(soak.backups) if soak.backups.exists() else None
    asked = Asked(shelf) if shelf and list(shelf.backups()) else None
    report = check(True, asked)
    strays = 0
    for one in report.checks:
        if one.name == "strays":
            strays = len(one.because) + one.more
        elif one.name != "last-backup":  # fails while there is none yet
            assert one.state != "failed", (one.name, one.because)
    return len(report.backups), strays
