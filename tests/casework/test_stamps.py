"""A bundle in the vault is stamped by an authority outside, and still verifies; without one it stays pending and is said."""

from __future__ import annotations

import io
from pathlib import Path
from uuid import UUID

import pytest

from evidence.authority import Authority, make_authority
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day.desk import case_view
from longarm.casework.proof import custody, stamps
from longarm.casework.proof.bundles import list_bundles, open_bundle, seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.stamps import stamp_opened
from longarm.casework.refusals import NotFound
from longarm.errors import BadInput, Unsound
from longarm.evidence.report import Report
from longarm.evidence.verify import verify
from longarm.store.models import Bundle
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
URL = "http://tsa.example"


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    made = make_authority(tmp_path / "authority")
    monkeypatch.setenv(stamps.AUTHORITIES, URL)
    monkeypatch.setenv(stamps.ROOT, str(made.root_file))
    return made


def a_sealed_case() -> tuple[People, UUID]:
    people = everybody()
    case = open_case(people.basma, AMAL).id
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(b"x" * 200_000), "x.bin"))
    seal_case(people.basma, case)
    return people, case


def handed_out(people: People, case: UUID, folder: Path, authority: Authority) -> Report:
    [bundle] = list_bundles(people.basma, case)
    path = folder / bundle.about.name
    path.write_bytes(open_bundle(people.basma, bundle.id).source.open().read())
    return verify(path, roots=[authority.root], node_key=bundle.about.fingerprint)


def test_the_stamped_bundle_verifies_and_the_desk_says_when(tmp_path: Path, authority: Authority) -> None:
    people, case = a_sealed_case()
    [before] = list_bundles(people.basma, case)
    names = {path.name for path in stamps.node().vault.rglob("*") if path.is_file()}
    made = stamp_opened(open_for(people.basma, case), people.basma.user, lambda _, query: authority.reply(query))
    assert (made.authorities, made.missed) == (("CN=Test time-stamping",), ())
    report = handed_out(people, case, tmp_path, authority)
    assert report.sound
    states = {check.state for check in report.checks if check.name.startswith("stamp-")}
    assert "passed" in states
    assert "failed" not in states
    [after] = list_bundles(people.basma, case)
    assert (before.stamp, after.stamp) == ("pending", "stamped")
    assert after.about.sha256 != before.about.sha256
    assert after.about.tagmanifest_sha256 == before.about.tagmanifest_sha256
    proof = case_view(people.basma, case, after.made_at.date()).proof
    assert proof.stamped_at == after.about.stamped_at
    lines = custody.lines(open_for(people.basma, case))
    assert custody.unbroken(lines)
    assert b'"time-stamped"' in lines[-2]
    kept = {path.name for path in stamps.node().vault.rglob("*") if path.is_file()}
    assert len(kept) == len(names)  # the bundle without the stamp is gone
    assert not list(stamps.node().folder.data.glob(".stamp-*"))


def test_a_second_authority_adds_its_stamp(tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    people, case = a_sealed_case()
    monkeypatch.setenv(stamps.AUTHORITIES, f"{URL}, http://other.example")
    made = stamp_opened(open_for(people.basma, case), people.basma.user, lambda _, query: authority.reply(query))
    assert len(made.authorities) == 2
    assert handed_out(people, case, tmp_path, authority).sound


def test_an_authority_that_cannot_be_reached_leaves_the_bundle_as_it_was(authority: Authority) -> None:
    people, case = a_sealed_case()

    def unreachable(url: str, _: bytes) -> bytes:
        raise Unsound("stamp-unreachable", url=url, why="no route")

    before = Bundle.objects.get().vault_name
    made = stamp_opened(open_for(people.basma, case), people.basma.user, unreachable)
    assert (made.authorities, [fault.message for fault in made.missed]) == ((), ["stamp-unreachable"])
    assert Bundle.objects.get().vault_name == before
    assert list_bundles(people.basma, case)[0].stamp == "pending"


def test_a_stamp_of_another_authority_is_refused(tmp_path: Path, authority: Authority) -> None:
    people, case = a_sealed_case()
    stranger = make_authority(tmp_path / "stranger", "Stranger")
    made = stamp_opened(open_for(people.basma, case), people.basma.user, lambda _, query: stranger.reply(query))
    assert (made.authorities, len(made.missed)) == ((), 1)
    assert list_bundles(people.basma, case)[0].stamp == "pending"


def test_a_node_that_asks_nobody_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    people, case = a_sealed_case()
    monkeypatch.delenv(stamps.AUTHORITIES, raising=False)
    with pytest.raises(BadInput, match="LONGARM_TSA"):
        stamps.stamp_case(people.basma, case)
    monkeypatch.setenv(stamps.AUTHORITIES, URL)
    monkeypatch.setenv(stamps.ROOT, "/nowhere/root.pem")
    with pytest.raises(BadInput, match="LONGARM_TSA_ROOT"):
        stamps.stamp_case(people.basma, case)
    with pytest.raises(NotFound):
        stamps.stamp_case(people.karim, case)
