"""Amal asks that everything of hers goes. What stays is a certificate that says nothing of her."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.utils import timezone

from longarm.casework.audit import check_record, read_record
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, read_case
from longarm.casework.channels import make_channel
from longarm.casework.day import approvals
from longarm.casework.life.deletion import delete_case, delete_expired, deletions
from longarm.casework.life.hold import set_hold
from longarm.casework.life.retention import delete_what_expired, ending
from longarm.casework.node import node
from longarm.casework.people.team import add_member
from longarm.casework.proof.bundles import seal_case
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.casework.rules import Rules, change_rules
from longarm.errors import BadInput, Unsound
from longarm.keys.derive import KEY_BYTES
from longarm.store import models
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
CHAT = b"[30/10/2026, 21:00:05] +218 91 000 0017: a\n[30/10/2026, 21:01:05] +218 91 000 0017: b\n"


@pytest.fixture
def people() -> People:
    return everybody()


@pytest.fixture
def case(people: People) -> UUID:
    """Amal's case with all that can hang on one."""
    case = open_case(people.basma, AMAL).id
    process_exhibit(people.basma, add_exhibit(people.basma, case, io.BytesIO(CHAT), "chat.txt"))
    seal_case(people.basma, case)
    opened = open_for(people.basma, case)
    make_channel(opened, "complainant", bytes(people.rana.private.public_key), lookup=bytes(KEY_BYTES))
    approvals.ask(people.basma, case, "export", "why")
    set_hold(people.basma, case, True, "The court asked")
    set_hold(people.basma, case, False, "The court is done")
    return case


def vault_files() -> list[Path]:
    return [path for path in node().vault.rglob("*") if path.is_file()]


def test_nothing_that_opens_anything_is_left(people: People, case: UUID) -> None:
    assert vault_files()
    made = delete_case(people.basma, case, "asked")
    assert vault_files() == []
    assert made.files == 3  # the exhibit, the messages read out of it, the bundle
    for model in apps.get_app_config("store").get_models():
        names = {field.name for field in model._meta.concrete_fields}
        if "case" in names and model._meta.model_name not in ("record", "deletion"):
            assert not model.objects.filter(case=case).exists(), model
    assert bytes(models.Case.objects.get(id=case).brief_sealed) == b""
    with pytest.raises(NotFound):
        read_case(people.basma, case)


def test_the_certificate_is_signed_and_says_nothing_of_amal(people: People, case: UUID) -> None:
    delete_case(people.basma, case, "asked")
    [seen] = deletions(people.dina)
    assert (seen.certificate.why, seen.certificate.by) == ("asked", str(people.basma.user))
    assert node().signing_key.public.holds(seen.signature, seen.text)
    assert b"Amal" not in seen.text
    assert json.loads(seen.text)["rows"]["casekey"] == 2  # Basma's and the recovery key's
    models.Deletion.objects.update(certificate=seen.text.replace(b"asked", b"order"))
    with pytest.raises(Unsound):
        deletions(people.dina)


def test_the_record_still_tells_who_did_what(people: People, case: UUID) -> None:
    delete_case(people.basma, case, "asked")
    acts = [act.line.action for act in read_record(people.dina)]
    assert acts[0] == "case-deleted"
    assert "case-opened" in acts
    assert check_record(people.dina) > 3


def test_a_hold_keeps_it(people: People, case: UUID) -> None:
    set_hold(people.basma, case, True, "Order of the prosecutor of Cairo")
    with pytest.raises(Conflict):
        delete_case(people.basma, case, "asked")
    assert read_case(people.basma, case)


def test_only_coordinators_hold_and_only_with_a_reason(people: People, case: UUID) -> None:
    add_member(people.basma, case, people.rana.user)
    with pytest.raises(NotAllowed):
        set_hold(people.rana, case, True, "why")
    with pytest.raises(BadInput):
        set_hold(people.basma, case, True, "  ")


def test_who_is_not_of_the_team_deletes_nothing(people: People, case: UUID) -> None:
    for person, refusal in ((people.rana, NotFound), (people.karim, NotFound), (people.dina, NotAllowed)):
        with pytest.raises(refusal):
            delete_case(person, case, "asked")
    with pytest.raises(NotAllowed):
        deletions(people.rana)
    assert read_case(people.basma, case)


def test_where_deleting_takes_two_one_cannot(people: People, case: UUID) -> None:
    change_rules(people.basma, Rules(two_for=frozenset({"deletion"})))
    add_member(people.basma, case, people.rana.user)
    with pytest.raises(NotAllowed):
        delete_case(people.basma, case, "asked")
    approvals.answer(people.rana, approvals.ask(people.basma, case, "deletion", "She asked"), agreed=True)
    assert delete_case(people.basma, case, "asked")


def closed(case: UUID, days: int) -> None:
    models.Case.objects.filter(id=case).update(stage="closed", closed_at=timezone.now() - timedelta(days=days))


def test_what_is_closed_long_enough_goes_by_itself(people: People, case: UUID) -> None:
    change_rules(people.basma, Rules(retention_days=365))
    closed(case, 340)
    assert [one.case for one in ending(people.basma)] == [case]
    assert delete_what_expired() == 0
    closed(case, 366)
    assert delete_what_expired() == 1
    assert [view.certificate.by for view in deletions(people.dina)] == [None]


def test_what_is_open_or_held_or_without_a_rule_stays(people: People, case: UUID) -> None:
    closed(case, 4000)
    assert delete_what_expired() == 0  # no rule
    change_rules(people.basma, Rules(retention_days=30))
    models.Case.objects.filter(id=case).update(held=True)
    assert delete_what_expired() == 0
    assert ending(people.basma)[0].held
    models.Case.objects.filter(id=case).update(held=False, stage="open")
    assert delete_what_expired() == 0
    with pytest.raises(Conflict):
        delete_expired(case)
    change_rules(people.basma, Rules(retention_days=30, two_for=frozenset({"deletion"})))
    closed(case, 4000)
    assert delete_what_expired() == 0  # two persons decide


def test_who_wrote_to_a_closed_case_is_answered_first(people: People, case: UUID) -> None:
    change_rules(people.basma, Rules(retention_days=30))
    closed(case, 31)
    models.Case.objects.filter(id=case).update(asked_at=timezone.now())
    assert delete_what_expired() == 0
    assert ending(people.basma)[0].waited_for
    with pytest.raises(Conflict):
        delete_expired(case)
    models.Case.objects.filter(id=case).update(asked_at=None)
    assert delete_what_expired() == 1
