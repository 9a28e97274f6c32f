"""Basma tells others how he works; what others tell meets her cases. Nobody harmed stands in either."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from longarm.casework.case_keys import open_for
from longarm.casework.cases import case_at, open_case, save_case
from longarm.casework.day import approvals
from longarm.casework.exchange.advisories import published, telling
from longarm.casework.exchange.advisories.hearing import forget, hear, heard, met_in
from longarm.casework.people.team import add_member
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.exchange.feeds.advisory import Advisory, Reach
from longarm.exchange.feeds.misp import event
from longarm.exchange.feeds.sign import Sign
from longarm.exchange.feeds.stix import bundle
from longarm.store.models import HeardTag, Record
from people import AMAL, everybody

pytestmark = pytest.mark.django_db
HERS = '  - {id: hers, type: phone, value: "+201000000017", used_by: complainant}\n'
BOTH = '  - {id: both, type: account, value: "https://t.me/office_of_help", used_by: complainant}\n'
HIS = '  - {id: his, type: account, value: "https://t.me/office_of_help", used_by: suspect-1}\n'
CASE = AMAL.replace("events:\n", HERS + BOTH + HIS + "events:\n")
NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def people() -> Any:
    return everybody()


def written(people: Any, case: UUID, **changed: Any) -> UUID:
    add_member(people.basma, case, people.rana.user)
    told: dict[str, Any] = {
        "title": "مكتب صرافة", "words": "Says he is an officer and asks for money.", "language": "ar", "chosen": ["phone-1"],
        "reach": "clear", "states": ("LY",), "reason": "Eleven women",
    }  # fmt: skip
    return telling.write(people.basma, case, **(told | changed))


def agreed(people: Any, case: UUID) -> None:
    [question] = [one for one in approvals.approvals_of(open_for(people.rana, case)) if one.state == "waiting"]
    approvals.answer(people.rana, question.id, True)


def told(people: Any, case: UUID) -> UUID:
    advisory = written(people, case)
    agreed(people, case)
    telling.tell(people.basma, advisory)
    return advisory


def published_now(reach: Reach = "clear") -> tuple[tuple[datetime, Advisory], ...]:
    organisations = published.collections(reach).values()
    return tuple((one.added, one.advisory) for id_, _ in organisations for one in published.told(id_, reach=reach))


def others(*signs: Sign, **changed: Any) -> Advisory:
    made = Advisory(
        id=uuid4(), by="b" * 64, organisation="Others", title="He asks", words="in words", language="en", signs=signs,
        made_at=NOW, changed_at=NOW,
    )  # fmt: skip
    return msgspec.structs.replace(made, **changed)


def test_only_what_the_other_side_alone_used_is_offered(people: Any) -> None:
    case = open_case(people.basma, CASE).id
    assert [one.sign for one in telling.may_stand(people.basma, case)] == [Sign("phone", "+218910000017")]
    for wrong in ([], ["hers"], ["his"], ["phone-1", "hers"], ["nothing"]):
        with pytest.raises(BadInput, match="signs that are offered"):
            written(people, case, chosen=wrong)


@pytest.mark.parametrize(
    "words",
    [
        "He wrote to Amal.",
        "كتب إلى ＡＭＡＬ",
        "Case EG-2026-0007",
        "call 0020 100 000 0017",
        "He is at https://t.me/office_of_help",
    ],
)
def test_words_that_name_somebody_are_refused(people: Any, words: str) -> None:
    case = open_case(people.basma, CASE).id
    with pytest.raises(BadInput, match="stands in the case"):
        written(people, case, words=words)
    assert telling.advisories(people.basma) == ()


def test_it_is_told_when_another_has_agreed_and_not_before(people: Any) -> None:
    case = open_case(people.basma, CASE).id
    advisory = written(people, case)
    with pytest.raises(NotAllowed):
        telling.tell(people.basma, advisory)
    assert published_now() == ()
    agreed(people, case)
    with pytest.raises(NotAllowed):
        telling.tell(people.rana, advisory)  # who agreed does not do it
    telling.tell(people.basma, advisory)
    [(_, said)] = published_now()
    assert (said.signs, said.organisation) == ((Sign("phone", "+218910000017"),), people.basma.organisation_name)
    assert str(case) not in bundle([said]).decode()
    with pytest.raises(Conflict):
        telling.tell(people.basma, advisory)
    assert Record.objects.filter(case=case).count() >= 4


def test_who_is_of_no_team_sees_no_draft_and_who_is_elsewhere_nothing(people: Any) -> None:
    case = open_case(people.basma, CASE).id
    advisory = telling.write(
        people.basma, case, title="An office", words="in words", language="en", chosen=["phone-1"], reach="green", states=(),
        reason="why",
    )  # fmt: skip
    assert telling.advisories(people.rana) == ()
    for act in (telling.advisory_of, telling.tell, telling.revoke):
        for who in (people.rana, people.karim):
            with pytest.raises(NotFound):
                act(who, advisory)
        with pytest.raises(NotAllowed):
            act(people.dina, advisory)
    assert published_now("green") == ()


def test_a_wrong_one_is_revoked_by_any_colleague_at_once(people: Any) -> None:
    advisory = told(people, open_case(people.basma, CASE).id)
    telling.revoke(people.rana, advisory)
    [(_, said)] = published_now()
    assert said.revoked
    with pytest.raises(Conflict):
        telling.revoke(people.rana, advisory)


def test_what_others_tell_meets_what_he_used_and_not_what_she_used(people: Any) -> None:
    case = open_case(people.basma, CASE).id
    theirs, hers = others(Sign("phone", "+218910000017"), Sign("picture", "0f" * 32)), others(Sign("phone", "+201000000017"))
    assert hear(people.basma, bundle([theirs, hers]), "stix")[:3] == (2, 0, 0)
    assert HeardTag.objects.count() == 3  # of the picture none, but that there is one
    [met] = met_in(people.basma, case)
    assert (met.heard.advisory.id, met.identifiers) == (theirs.id, ("phone-1",))
    later = open_case(people.basma, CASE.replace("0007", "0008")).id
    assert len(met_in(people.basma, later)) == 1
    forget(people.rana, met.heard.id)
    assert met_in(people.basma, case) == ()


def test_of_another_organisation_nothing_is_met(people: Any) -> None:
    hear(people.karim, bundle([others(Sign("phone", "+218910000017"))]), "stix")
    case = open_case(people.basma, CASE).id
    assert met_in(people.basma, case) == heard(people.basma) == ()


def test_a_later_one_takes_the_place_an_earlier_does_not_a_revoked_one_ends_it(people: Any) -> None:
    first = others(Sign("phone", "+218910000017"))
    hear(people.basma, event(first), "misp")
    assert hear(people.basma, event(first), "misp")[:3] == (0, 0, 0)
    later = msgspec.structs.replace(first, changed_at=NOW + timedelta(days=1), title="Anew")
    assert hear(people.basma, bundle([later]), "stix", same_way=True)[:3] == (0, 1, 0)
    assert [one.advisory.title for one in heard(people.basma)] == ["Anew"]
    gone = msgspec.structs.replace(first, changed_at=NOW + timedelta(days=2), revoked=True)
    assert hear(people.basma, bundle([gone]), "stix", same_way=True)[:3] == (0, 0, 1)
    assert heard(people.basma) == ()


def test_what_is_over_is_met_no_more(people: Any) -> None:
    case = open_case(people.basma, CASE).id
    report = others(Sign("phone", "+218910000017"))
    told_once = bundle([report]).replace(b'"report_types"', b'"valid_until": "2026-11-02T00:00:00Z", "report_types"')
    hear(people.basma, told_once, "stix")
    assert met_in(people.basma, case) == ()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"objects": []}', b'{"type": "bundle", "objects": [{"type": "malware", "id": "m"}]}']
)
def test_a_file_in_which_nothing_is_keeps_nothing(people: Any, data: bytes) -> None:
    with pytest.raises(BadInput):
        hear(people.basma, data, "stix")
    assert heard(people.basma) == ()


def test_a_new_version_of_the_case_meets_what_was_heard_before(people: Any) -> None:
    case = open_case(people.basma, AMAL.replace("+218910000017", "+218910000018")).id
    hear(people.basma, bundle([others(Sign("phone", "+218910000017"))]), "stix")
    assert met_in(people.basma, case) == ()
    file = case_at(open_for(people.basma, case)).case
    number = msgspec.structs.replace(file.identifiers[0], value="+218910000017")
    save_case(people.basma, case, msgspec.structs.replace(file, identifiers=(number,)), 1)
    assert len(met_in(people.basma, case)) == 1
