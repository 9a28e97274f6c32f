"""A file that turns out to show the abuse of a child went along with a request, or came with one: it goes out of every bundle."""

from __future__ import annotations

import io
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from elsewhere import Elsewhere, here, new_case, now, wanted

from longarm.casework.backup.again import destroy_again
from longarm.casework.backup.deleted import Destroyed
from longarm.casework.case_keys import open_for
from longarm.casework.check.vault_checks import vault_faults
from longarm.casework.day.joining import merge
from longarm.casework.day.moving import exhibits_by_id, move_exhibits
from longarm.casework.exchange.requests import acting, courier, showing
from longarm.casework.exchange.requests.drafting import draft, send
from longarm.casework.exchange.requests.looking import look
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.exchange.requests.unopened import withhold_unopened
from longarm.casework.node import node
from longarm.casework.people.team import add_member
from longarm.casework.proof.child_road import set_child
from longarm.casework.proof.exhibits import add_exhibit, exhibit_for, list_exhibits, source_of
from longarm.casework.proof.withheld import Instruction, Known, destroy, instructed, withheld_of, withhold
from longarm.casework.refusals import Conflict, NotAllowed
from longarm.store.models import Attachment, Case, Enclosed, Exhibit, Request
from longarm.store.vault import path_of
from people import People, everybody, join

pytestmark = pytest.mark.django_db
KNOWN = Known(where="the account he wrote from", how="she told us in words")
ORDER = Instruction(authority="The prosecutor", reference="12/2026", words="Destroy it")


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> People:
    found = everybody()
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(found.basma.organisation), raising=False)
    here(found.basma)
    return found


def lies(name: str) -> bool:
    return path_of(node().vault, name).exists()


def came(people: People) -> tuple[UUID, UUID, list[Exhibit]]:
    """A request of Tripoli with two exhibits in a bundle, opened: the request, its case, the exhibits and the bundle itself."""
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([b"one", b"two"])
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    tripoli.give(request, file, travels)
    look(people.basma, request)
    case = Request.objects.get(id=request).case_id
    return request, case, list(Exhibit.objects.filter(case_id=case).order_by("number"))


@pytest.mark.parametrize("moved", [False, True], ids=["as it is", "after a merge"])
def test_a_bundle_of_ours_that_holds_it_goes_and_is_sent_no_further(people: People, moved: bool) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    sent = add_exhibit(people.basma, case, io.BytesIO(b"one"), "1.txt")
    other = add_exhibit(people.basma, case, io.BytesIO(b"two"), "2.txt")
    requests = {}
    for exhibit in (sent, other):
        requests[exhibit] = draft(people.basma, case, wanted(tripoli, exhibits=(exhibit,)))
        send(people.basma, requests[exhibit])
    names = {one: Attachment.objects.get(request_id=requests[one]).vault_name for one in (sent, other)}
    if moved:  # exhibits get other numbers there
        into = new_case(people.basma)
        add_exhibit(people.basma, into, io.BytesIO(b"three"), "3.txt")
        merge(people.basma, into, case)
    withhold(people.basma, sent, KNOWN)
    assert (lies(names[sent]), lies(names[other])) == (False, True), "that one, and only that one"
    gone = Attachment.objects.get(request_id=requests[sent])
    assert (gone.state, bytes(gone.file_sealed)) == ("destroyed", b"")
    courier.deliver(tripoli.send)
    assert list(tripoli.pieces) == [names[other]]
    [view] = showing.read_request(people.basma, requests[sent], now().date()).files
    assert (view.state, view.exhibits) == ("destroyed", ())
    assert vault_faults(node().vault) == []


def test_the_bundle_that_it_came_in_is_withheld_and_destroyed_with_it(people: People) -> None:
    _, case, (one, two, bundle) = came(people)
    withhold(people.basma, one.id, KNOWN)
    with pytest.raises(NotAllowed):
        source_of(*exhibit_for(people.basma, bundle.id))
    assert [view.exhibit for view in withheld_of(open_for(people.basma, case))] == [one.id, bundle.id]
    assert Exhibit.objects.get(id=two.id).state != "withheld", "the rest of what came stays to be worked with"
    instructed(people.basma, one.id, ORDER)
    destroy(people.basma, one.id)
    assert [lies(row.vault_name) for row in (one, two, bundle)] == [False, True, False]
    assert [view.destroyed_at is None for view in withheld_of(open_for(people.basma, case))] == [False, False]
    for row in Exhibit.objects.filter(id__in=(one.id, bundle.id)):
        assert (row.state, bytes(row.file_key_sealed)) == ("destroyed", b"")
    assert vault_faults(node().vault) == []


def test_a_bundle_that_lies_unopened_is_withheld_as_it_lies(people: People) -> None:
    tripoli = Elsewhere(people.basma)
    file, travels = tripoli.bundle([b"one"])
    request, letter = tripoli.asks(files=(file,))
    take(letter, now())
    tripoli.give(request, file, travels)
    case = Request.objects.get(id=request).case_id
    set_child(people.basma, case, True, "they called and said so")
    with pytest.raises(NotAllowed):
        look(people.basma, request)
    [exhibit] = withhold_unopened(people.basma, request, KNOWN)
    with pytest.raises(NotAllowed):
        source_of(*exhibit_for(people.basma, exhibit))
    assert lies(file.name), "until the authority has spoken"
    assert bytes(Attachment.objects.get(request_id=request).file_sealed) == b"", "its key lies in one place only"
    instructed(people.basma, exhibit, ORDER)
    destroy(people.basma, exhibit)
    assert not lies(file.name)
    assert vault_faults(node().vault) == []
    with pytest.raises(Conflict):
        withhold_unopened(people.basma, request, KNOWN)
    acting.act(people.basma, request, "refuse", "ask in words", reason="unsound")


def test_after_a_restore_it_goes_again_from_every_bundle(people: People) -> None:
    """As a restored node stands: rows and files of before, and the list of what was destroyed since."""
    _, _, (one, two, bundle) = came(people)
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    sent = add_exhibit(people.basma, case, io.BytesIO(b"ours"), "1.txt")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(sent,)))
    send(people.basma, request)
    packed = Attachment.objects.get(request_id=request).vault_name
    assert destroy_again(tuple(Destroyed(exhibit=each, at=now()) for each in (one.id, sent)), node().vault) == 3
    assert [lies(row.vault_name) for row in (one, two, bundle)] == [False, True, False]
    assert not lies(packed)
    assert Attachment.objects.get(request_id=request).state == "destroyed"
    assert list_exhibits(people.basma, case)[0].state == "destroyed"


def test_after_a_split_the_bundle_goes_although_its_case_is_anothers(people: People) -> None:
    """The exhibit was moved to a case of Noor's; what it came in lies in Basma's, whose key she has not."""
    _, case, (one, _, bundle) = came(people)
    noor, hers = join(people.basma, "Noor", "caseworker"), new_case(people.basma)
    add_member(people.basma, hers, noor.user)
    _moved(people.basma, one.id, case, hers)
    withhold(noor, one.id, KNOWN)
    assert Exhibit.objects.get(id=bundle.id).state == "withheld"
    assert Case.objects.get(id=case).child
    [seen] = withheld_of(open_for(people.basma, case))
    assert seen.exhibit == bundle.id
    instructed(noor, one.id, ORDER)
    destroy(noor, one.id)
    assert not lies(bundle.vault_name)
    assert Exhibit.objects.get(id=bundle.id).state == "destroyed"
    assert list_exhibits(people.basma, case)[-1].state == "destroyed"
    assert Enclosed.objects.filter(exhibit_id=one.id).exists()


def _moved(basma: Any, exhibit: UUID, old: UUID, new: UUID) -> None:
    opened = open_for(basma, old)
    move_exhibits(basma, opened, open_for(basma, new), exhibits_by_id(opened, frozenset((exhibit,))))
