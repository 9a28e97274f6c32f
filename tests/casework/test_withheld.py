"""Something in an exhibit may show the abuse of a child. Nobody makes sure by looking."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings

from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.intake import giving, holder, returns
from longarm.casework.intake.submit import submit
from longarm.casework.node import node
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof import custody
from longarm.casework.proof.bundles import list_bundles, open_bundle, seal_case
from longarm.casework.proof.deliveries import take_in
from longarm.casework.proof.exhibits import add_exhibit, list_exhibits
from longarm.casework.proof.messages import read_messages
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Instruction, Known, destroy, instructed, withheld_of, withhold
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.evidence.verify import verify
from longarm.intake.report import Report
from longarm.store.models import Case, Exhibit, Upload
from longarm.store.vault_files import named
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: %s\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"
KNOWN = Known(where="the account he wrote from", how="she told us in words")
ORDER = Instruction(authority="The prosecutor", reference="12/2026", words="Destroy it")


@pytest.fixture
def people() -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    """Two exhibits, read and sealed."""
    case = open_case(people.basma, AMAL).id
    for text in (b"one", b"two"):
        process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT % text), f"{text.decode()}.txt"))
    seal_case(people.basma, case)
    return case


def first(people: People, case: UUID) -> UUID:
    return list_exhibits(people.basma, case)[0].id


def test_it_is_opened_by_nobody_nor_what_was_read_out_of_it_nor_a_bundle_with_it(people: People, case: UUID) -> None:
    exhibit = first(people, case)
    withhold(people.basma, exhibit, KNOWN)
    with pytest.raises(NotAllowed):
        read_messages(people.basma, exhibit)
    with pytest.raises(NotAllowed):
        process_exhibit(people.basma, exhibit)
    with pytest.raises(NotAllowed):
        open_bundle(people.basma, list_bundles(people.basma, case)[0].id, "court")
    assert Case.objects.get(id=case).child


def test_the_rest_of_the_case_is_sealed_without_it_and_holds(people: People, case: UUID, tmp_path: Path) -> None:
    withhold(people.basma, first(people, case), KNOWN)
    bundle = open_bundle(people.basma, seal_case(people.basma, case), "court")
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle.source.open().read())
    report = verify(path)
    assert report.sound, report.failed
    assert report.exhibits == 1
    with zipfile.ZipFile(path) as held:
        assert not [name for name in held.namelist() if "/E0001/" in name]
        assert [name for name in held.namelist() if "/E0002/" in name]
    assert list_exhibits(people.basma, case)[0].state == "withheld"


def test_it_is_destroyed_only_when_the_authority_said_so(people: People, case: UUID) -> None:
    exhibit = first(people, case)
    with pytest.raises(Conflict):
        destroy(people.basma, exhibit)
    withhold(people.basma, exhibit, KNOWN)
    with pytest.raises(Conflict):
        destroy(people.basma, exhibit)
    instructed(people.basma, exhibit, ORDER)
    before = set(node().vault.rglob("*"))
    destroy(people.basma, exhibit)
    gone = {path for path in before - set(node().vault.rglob("*")) if not path.is_dir()}
    assert len(gone) == 3  # its bytes, the messages read out of it, the bundle with it
    with pytest.raises(Conflict):
        destroy(people.basma, exhibit)


def test_hash_place_and_time_stay_and_the_name_goes(people: People, case: UUID) -> None:
    before = list_exhibits(people.basma, case)[0]
    withhold(people.basma, before.id, KNOWN)
    instructed(people.basma, before.id, ORDER)
    destroy(people.basma, before.id)
    [seen] = withheld_of(open_for(people.basma, case))
    assert (seen.sha256, seen.received_at, seen.known, seen.instruction) == (
        before.about.sha256,
        before.received_at,
        KNOWN,
        ORDER,
    )
    assert list_exhibits(people.basma, case)[0].about.name == "-"
    assert bytes(Exhibit.objects.get(id=before.id).file_key_sealed) == b""
    lines = custody.lines(open_for(people.basma, case))
    assert custody.unbroken(lines)
    assert [b'"destroyed"' in line for line in lines[-2:]] == [True, True]


def test_what_a_holder_gave_is_destroyed_in_the_channel_too(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its key and its name lay under the channel's key as well; afterwards the case still gets new keys, and nothing breaks."""
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(people.basma.organisation), raising=False)
    amal = returns.holder_of(submit(Report(language="ar", child="no", words="بدأ في آذار")).token)
    upload = giving.begin(amal, "shamefulname.jpg", len(CHAT))
    giving.receive(amal, upload, 0, CHAT)
    giving.finish(amal, upload)
    [exhibit] = take_in(people.basma, amal.case)
    withhold(people.basma, exhibit, KNOWN)
    instructed(people.basma, exhibit, ORDER)
    old = Exhibit.objects.get(id=exhibit).vault_name
    destroy(people.basma, exhibit)
    row = Upload.objects.get(id=upload)
    assert (bytes(row.file_key_sealed), bytes(row.about_sealed)) == (b"", b"")
    assert "shamefulname" not in str(holder.page(amal))
    add_member(people.basma, amal.case, people.rana.user)
    remove_member(people.basma, amal.case, people.rana.user)
    assert list_exhibits(people.basma, amal.case)[0].state == "destroyed"
    assert old not in named()  # had a crash left the bytes, `check` would say that no row names them


def test_only_the_team_and_only_with_words(people: People, case: UUID) -> None:
    exhibit = first(people, case)
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            withhold(person, exhibit, KNOWN)
    with pytest.raises(BadInput):
        withhold(people.basma, exhibit, Known(where=" ", how="x"))
    withhold(people.basma, exhibit, KNOWN)
    withhold(people.basma, exhibit, KNOWN)  # pressed twice
    assert len(withheld_of(open_for(people.basma, case))) == 1
