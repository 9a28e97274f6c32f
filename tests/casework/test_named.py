"""Two women name the same number, each as she wrote it down. The node can tell that it is one, and the disk cannot tell which."""

from __future__ import annotations

from uuid import UUID

import pytest

from longarm.case.file import parse_case
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case, save_case
from longarm.casework.day.joining import merge, split
from longarm.casework.life.deletion import delete_case
from longarm.casework.matches.named import named_in, tag_of
from longarm.casework.people.team import add_member, remove_member
from longarm.errors import Unsound
from longarm.signals.skeleton import skeleton
from longarm.store.models import Named
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db
SHOROUK = (
    AMAL.replace("0007", "0008")
    .replace("alias: Amal", "alias: Shorouk")
    .replace('value: "+218910000017"', 'value: "00218 91-000 0017", from: 2022-01-01')
)
PHONE = "+218910000017"


@pytest.fixture
def people() -> People:
    return everybody()


def tags(case: UUID) -> set[bytes]:
    return {bytes(row.tag) for row in Named.objects.filter(case=case)}


def test_one_number_in_two_spellings_is_one_tag_and_stands_nowhere_in_the_clear(people: People) -> None:
    one, other = open_case(people.basma, AMAL).id, open_case(people.rana, SHOROUK).id
    assert tags(one) == tags(other) == {tag_of("phone", PHONE)}
    [seen] = named_in(open_for(people.rana, other))
    [mention] = seen.mentions
    assert (mention.identifier, mention.roles, mention.first, mention.candidate) == ("phone-1", ("suspect",), "2022-01-01", False)
    stored = b"".join(bytes(row.tag) + bytes(row.about_sealed) for row in Named.objects.all())
    for word in (b"218910000017", b"phone-1", b"suspect", b"2022"):
        assert word not in stored


def test_each_version_has_its_own_rows(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    changed, _ = parse_case(AMAL.replace(PHONE, "+218910000018"), "case")
    save_case(people.basma, case, changed, 1)
    assert tags(case) == {tag_of("phone", "+218910000018")}


def test_names_cards_and_what_cannot_be_read_have_no_tag_and_each_reading_has_one(people: People) -> None:
    lines = """\
  - {id: name-1, type: name, value: "Officer Sami", used_by: suspect-1}
  - {id: card-1, type: card, value: "4111 11** **** 1111", used_by: suspect-1}
  - {id: mail-1, type: email, value: "Someone@Example.org", used_by: suspect-1}
  - {id: mail-2, type: email, value: "someone@example.org", used_by: suspect-1}
events:"""
    case = open_case(people.basma, AMAL.replace("events:", lines)).id
    mail = "someone@example.org"
    assert tags(case) == {tag_of("phone", PHONE), tag_of("email", mail), tag_of("email~alike", skeleton(mail))}
    mentions = [view.mentions for view in named_in(open_for(people.basma, case))]
    assert sorted(len(each) for each in mentions) == [1, 2, 2]


def test_after_a_merge_a_split_and_a_deletion_the_rows_are_right(people: People) -> None:
    one = open_case(people.basma, AMAL).id
    other = open_case(people.basma, SHOROUK.replace("00218 91-000 0017", "+218910000018")).id
    merge(people.basma, one, other)
    assert tags(other) == set()
    assert tags(one) == {tag_of("phone", PHONE), tag_of("phone", "+218910000018")}
    harmed = [person.id for person in _file(people, one).complainants]
    part = split(people.basma, one, harmed[1], "EG-2026-0009")
    assert tags(part)
    assert tags(one) | tags(part) == {tag_of("phone", PHONE), tag_of("phone", "+218910000018")}
    delete_case(people.basma, one, "asked")
    assert tags(one) == set()


def test_what_they_say_follows_the_case_key(people: People) -> None:
    case = open_case(people.basma, AMAL).id
    add_member(people.basma, case, people.rana.user)
    old = open_for(people.rana, case)
    remove_member(people.basma, case, people.rana.user)
    assert named_in(open_for(people.basma, case))
    with pytest.raises(Unsound):
        named_in(old)


def _file(people: People, case: UUID):  # type: ignore[no-untyped-def]
    from longarm.casework.cases import case_at

    return case_at(open_for(people.basma, case)).case
