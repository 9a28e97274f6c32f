"""Three women name one man, in three cases. Basma works all of them and sees why; Rana, of another case, learns that a team has
something and whom to ask for it; Karim, of another organisation, learns nothing; Dina reads who looked."""

from __future__ import annotations

import io
from datetime import timedelta
from importlib.resources import files
from typing import NamedTuple
from uuid import UUID

import pytest
from django.utils import timezone

from longarm.casework.audit import read_record
from longarm.casework.case_keys import open_for
from longarm.casework.cases import open_case
from longarm.casework.day.joining import merge
from longarm.casework.demo.build import build
from longarm.casework.life.deletion import delete_case
from longarm.casework.matches.elsewhere import ask_them, close_question, questions_of
from longarm.casework.matches.judging import judge, verdicts_of
from longarm.casework.matches.links import compare, same_of, series_of
from longarm.casework.matches.seen import seen_in
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.proof.withheld import Known, withhold
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.store.models import Judgement, Named, Question, Seen, SeenTag
from people import AMAL, People, everybody

pytestmark = pytest.mark.django_db


class Women(NamedTuple):
    one: UUID
    two: UUID
    three: UUID


@pytest.fixture
def people() -> People:
    return everybody()


def woman(actor, number: int, *, exhibits: bool = False) -> UUID:  # type: ignore[no-untyped-def]
    """A case of the founding series; of its exhibits the one that holds both the threat and the picture."""
    name = f"libyan-women-{number}"
    case = open_case(actor, (files("longarm.casework.demo") / "cases" / f"{name}.yaml").read_bytes()).id
    for made in build(name) if exhibits and number > 1 else ():
        if made.name.startswith("facebook"):
            process_exhibit(actor, add_exhibit(actor, case, io.BytesIO(made.data), made.name))
    return case


@pytest.fixture
def women(people: People) -> Women:
    """One names a wallet that two names, and a number that three names."""
    return Women(*(woman(people.basma, number) for number in (1, 2, 3)))


@pytest.fixture
def shown(people: People) -> Women:
    """With what two and three were sent: one threat, one picture."""
    return Women(*(woman(people.basma, number, exhibits=True) for number in (1, 2, 3)))


def test_the_three_are_one_series_and_each_link_has_its_reason(people: People, shown: Women) -> None:
    women = shown
    stranger = open_case(people.basma, AMAL).id
    found = same_of(people.basma, women.three)
    ties = {tie.other.id: tie for tie in found.ties}
    assert set(ties) == {women.one, women.two}
    assert {link.reason for link in ties[women.one].links} == {"same_phone"}
    assert {link.reason for link in ties[women.two].links} == {"near_image", "reused_threat_text"}
    assert found.series == 3
    view = series_of(people.basma, women.one)
    assert {side.called for side in view.sides.values()} == {"woman 1", "woman 2", "woman 3"}
    assert (view.series.strength, view.series.bridges) == ("strong", ())
    both = compare(people.basma, women.two, women.three)
    assert any("آخر فرصة" in part.one for parts in both.quotes.values() for part in parts)
    assert same_of(people.basma, stranger).ties == ()
    with pytest.raises(NotFound):
        series_of(people.basma, stranger)
    with pytest.raises(NotFound):
        compare(people.basma, women.one, stranger)
    add_member(people.basma, women.two, people.rana.user)
    assert same_of(people.rana, women.two).elsewhere.cases == 2  # the wallet of one, the threat of three


def test_a_look_does_only_so_much_work_for_pictures_and_says_that_there_is_more(
    people: People, shown: Women, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not same_of(people.basma, shown.two).cut
    monkeypatch.setattr("longarm.casework.matches.reading.MOST_PICTURE_WORK", -1)
    assert same_of(people.basma, shown.two).cut


def test_the_index_holds_no_word_no_number_and_no_hash_of_a_picture(people: People, shown: Women) -> None:
    seen = [one for case in shown for one in seen_in(open_for(people.basma, case)).values()]
    hashes = {met.picture.pdq for one in seen for met in one.pictures}
    assert hashes
    stored = b"".join(
        [bytes(row.tag) + bytes(row.about_sealed) for row in Named.objects.all()]
        + [bytes(row.seen_sealed) for row in Seen.objects.all()]
        + [bytes(row.tag) for row in SeenTag.objects.all()]
    )
    for word in (b"201000000017", b"201100000017", "آخر فرصة".encode(), *hashes, *(one.hex().encode() for one in hashes)):
        assert word not in stored
    assert SeenTag.objects.values("tag").distinct().count() == 32  # one threat, told twice, letter for letter; no picture


def test_rana_learns_that_a_team_has_something_and_karim_nothing(people: People, women: Women) -> None:
    add_member(people.basma, women.two, people.rana.user)
    theirs = woman(people.karim, 2)
    found = same_of(people.rana, women.two)
    assert (found.ties, found.series) == ((), 0)
    assert (found.elsewhere.cases, found.elsewhere.asked_at) == (1, None)
    for case in (women.one, women.three):
        with pytest.raises(NotFound):
            compare(people.rana, women.two, case)
        with pytest.raises(NotFound):
            judge(people.rana, women.two, case, "same", "I think so")
    assert (ask_them(people.rana, women.two), ask_them(people.rana, women.two)) == (1, 0)
    assert same_of(people.rana, women.two).elsewhere.asked_at is not None
    [question] = questions_of(women.one)
    assert question.name == "Rana"
    for outside in (people.karim, people.rana):
        with pytest.raises(NotFound):
            close_question(outside, question.id)
    assert close_question(people.basma, question.id) == women.one
    assert questions_of(women.one) == ()
    nothing = same_of(people.karim, theirs)
    assert (nothing.ties, nothing.elsewhere.cases) == ((), 0)
    with pytest.raises(Conflict):
        ask_them(people.karim, theirs)
    with pytest.raises(NotAllowed):
        ask_them(people.dina, women.one)


def test_dina_reads_who_looked_and_who_decided(people: People, women: Women) -> None:
    compare(people.basma, women.one, women.two)
    judge(people.basma, women.one, women.two, "same", "The same wallet, three days apart")
    series_of(people.basma, women.one)
    lines = {(act.line.action, act.line.case, act.line.object) for act in read_record(people.dina) if act.name == "Basma"}
    for word in ("match-seen", "match-judged"):
        assert (word, str(women.one), str(women.two)) in {(a, str(c), str(o)) for a, c, o in lines}
    assert {str(case) for action, case, _ in lines if action == "series-seen"} == {str(case) for case in women}
    with pytest.raises(NotFound):
        same_of(people.dina, women.one)


def test_a_person_decides_and_the_machine_keeps_to_it(people: People, women: Women) -> None:
    with pytest.raises(BadInput):
        judge(people.basma, women.one, women.two, "different", "  ")
    with pytest.raises(Conflict):
        judge(people.basma, women.one, women.two, "withdrawn", "There is nothing to take back")
    judge(people.basma, women.three, women.one, "different", "The number was sold in between")
    judge(people.basma, women.one, women.two, "different", "An agent's wallet")
    assert same_of(people.basma, women.one).series == 0
    [apart] = [tie for tie in same_of(people.basma, women.one).ties if tie.other.id == women.two]
    assert (apart.verdict, apart.verdicts[0].why, apart.verdicts[0].name) == ("different", "An agent's wallet", "Basma")
    judge(people.basma, women.two, women.one, "withdrawn", "The operator says it is no agent")
    assert same_of(people.basma, women.one).series == 2  # with two; three stays apart
    kept = verdicts_of(open_for(people.basma, women.one))
    assert [one.verdict for one in kept] == ["different", "different", "withdrawn"]
    stored = b"".join(bytes(row.about_sealed) for row in Judgement.objects.all())
    assert not any(word in stored for word in (b"different", b"agent", str(women.two).encode(), women.two.bytes))


def test_the_last_word_counts_also_when_the_clock_was_set_back_in_between(
    people: People, women: Women, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge(people.basma, women.one, women.two, "different", "An agent's wallet")
    true = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: true() - timedelta(hours=1))
    judge(people.basma, women.one, women.two, "withdrawn", "The operator says it is no agent")
    judge(people.basma, women.two, women.one, "unsure", "He may have moved")
    kept = verdicts_of(open_for(people.basma, women.one))
    assert [one.verdict for one in kept] == ["different", "withdrawn", "unsure"]


def test_a_word_of_a_person_joins_cases_that_share_nothing(people: People, women: Women) -> None:
    stranger = open_case(people.basma, AMAL).id
    judge(people.basma, stranger, women.one, "same", "He said so in court")
    assert set(series_of(people.basma, stranger).series.cases) == {str(case) for case in (stranger, *women)}


def test_keys_merges_withholding_and_deletion_take_it_along(people: People, shown: Women) -> None:
    women = shown
    judge(people.basma, women.one, women.three, "same", "One number")
    add_member(people.basma, women.three, people.rana.user)
    remove_member(people.basma, women.three, people.rana.user)
    assert {tie.other.id for tie in same_of(people.basma, women.three).ties} == {women.one, women.two}
    merge(people.basma, women.two, women.three)
    [tie] = same_of(people.basma, women.two).ties
    assert (tie.other.id, tie.verdict) == (women.one, "same")
    rows = {row.exhibit_id: row for row in Seen.objects.filter(exhibit__case=women.two)}
    assert len(rows) == 2
    withheld = next(iter(rows))
    withhold(people.basma, withheld, Known(where="the chat", how="she said so"))
    assert not Seen.objects.filter(exhibit=withheld).exists()
    delete_case(people.basma, women.one, "asked")
    assert same_of(people.basma, women.two).ties == ()
    assert not Question.objects.exists()
