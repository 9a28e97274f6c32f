"""A bundle goes with a request, where it is minimised and she is asked; the board only says which, to who got it."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from uuid import UUID

import pytest
from board_members import Other, deliver

from longarm.casework.exchange.operations import acting, bundles, showing
from longarm.casework.exchange.requests import drafting
from longarm.casework.intake import invitations
from longarm.casework.proof.child_road import set_child
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.exchange.operation import entry as acts
from longarm.store.models import Request
from people import People, everybody

sys.path.insert(0, str(Path(__file__).parent.parent / "requests"))
from elsewhere import Elsewhere, here, new_case, now, wanted

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(settings: pytest.FixtureRequest) -> tuple[People, Other, UUID, UUID]:
    """A request with one exhibit went to Tripoli; Tripoli and Baghdad are in an operation that Cairo leads."""
    people = everybody()
    basma = people.basma
    settings.LONGARM_INTAKE = str(basma.organisation)  # type: ignore[attr-defined]
    here(basma)
    asked, case = Elsewhere(basma), new_case(basma)
    photo = add_exhibit(basma, case, io.BytesIO(b"pay 500"), "chat.txt")
    drafting.send(basma, drafting.draft(basma, case, wanted(asked, exhibits=(photo,))))
    tripoli, baghdad = Other(basma, "Unit of Tripoli", "LY", asked.party), Other(basma, "Unit of Baghdad", "IQ")
    tripoli.knows(baghdad)
    baghdad.knows(tripoli)
    operation = acting.open_one(basma, "Jasmine", "about", (tripoli.us, baghdad.us))
    Request.objects.get().outgoing.all().delete()  # Tripoli of this test reads boards only
    deliver(tripoli, baghdad)
    tripoli.does(operation, acts.Join(("LY",)), baghdad)
    baghdad.does(operation, acts.Join(("IQ",)), tripoli)
    return people, tripoli, operation, case


def test_it_is_named_by_its_hash_to_who_got_it_alone(sent: tuple[People, Other, UUID, UUID]) -> None:
    people, tripoli, operation, _ = sent
    [choice] = bundles.sent_bundles(people.basma, operation)
    assert (choice.to, choice.exhibits) == ("Unit of Tripoli", ("E0001",))
    with pytest.raises(BadInput) as fault:
        bundles.put_bundle(people.basma, operation, choice.id, "the photograph")
    assert fault.value.message == "operation-not-sure"
    bundles.put_bundle(people.basma, operation, choice.id, "the photograph", sure=True)
    [piece] = showing.read_operation(people.basma, operation, now().date()).pieces
    assert (piece.kind, piece.to, piece.title) == ("bundle", ("Unit of Tripoli",), choice.reference)
    deliver(tripoli)
    assert [one.put.bundle.hex() for one in tripoli.board(operation).pieces.values() if one.put] == [piece.bundle]
    assert bundles.bundles_here(people.basma, (tripoli.us,)) == {piece.bundle: Request.objects.get().id}
    assert bundles.bundles_here(people.rana, (tripoli.us,)) == {}
    with pytest.raises(NotFound):
        bundles.put_bundle(people.rana, operation, choice.id, "x", sure=True)


def test_not_when_a_child_may_be_concerned_nor_when_somebody_has_not_allowed_it(sent: tuple[People, Other, UUID, UUID]) -> None:
    people, _, operation, case = sent
    [choice] = bundles.sent_bundles(people.basma, operation)
    invitations.invite(people.basma, case, "supporter", "her sister", "en")  # who has allowed nothing yet
    with pytest.raises(BadInput) as fault:
        bundles.put_bundle(people.basma, operation, choice.id, "x", sure=True)
    assert fault.value.message == "request-not-allowed-by-her"
    set_child(people.basma, case, True, "she is sixteen")
    with pytest.raises(NotAllowed):
        bundles.put_bundle(people.basma, operation, choice.id, "x", sure=True)
    assert showing.read_operation(people.basma, operation, now().date()).pieces == ()
