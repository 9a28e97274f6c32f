"""Basma's node counts a quarter, tells it once, hears what others tell; nobody learns of a case, and nobody lies unseen."""

from __future__ import annotations

import sys
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps

sys.path.insert(0, str(Path(__file__).parent.parent / "requests"))
from elsewhere import Elsewhere, here, new_case, now, wanted

from longarm.casework.audit import read_record
from longarm.casework.day.joining import merge
from longarm.casework.exchange import members
from longarm.casework.exchange.figures import counting, hearing, reading, telling
from longarm.casework.exchange.requests import carrying, courier
from longarm.casework.exchange.requests.drafting import draft, send
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput
from longarm.exchange.figures.carried import KIND, Carried
from longarm.exchange.figures.counts import closes_on
from longarm.exchange.figures.file import read_figures, write_figures
from longarm.exchange.figures.published import FORMAT, Figure, Published
from longarm.exchange.letter import CARRIED, body, read, write
from longarm.exchange.refused import Refused
from longarm.exchange.request.bodies import TAKEN, Taken
from longarm.keys.party import Party
from longarm.store.models import FiguresHeard, FiguresTold, Outgoing, Request, RequestFigure
from people import People, everybody, join

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
QUARTER = "2026-Q2"


@pytest.fixture
def people(db: None) -> People:
    found = everybody()
    here(found.basma)
    return found


@pytest.fixture(autouse=True)
def no_chance(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Noise of nought, unless the test puts another number into the list; how often noise was drawn."""
    noise = [0]
    monkeypatch.setattr("longarm.exchange.figures.published.discrete_laplace", lambda *_: noise[0])
    return noise


def asked(people: People, times: int, result: str = "silent", *, of_case: UUID | None = None, **more: Any) -> None:
    """Requests to Libya of May, each of another case unless one is named."""
    given = {
        "ours": True, "asking": "EG", "asked": "LY", "measure": "preserve", "asked_on": date(2026, 5, 4),
        "due_on": date(2026, 5, 18), "organisation_id": people.basma.organisation, **more,
    }  # fmt: skip
    rows = [RequestFigure(result=result, of_case=of_case or uuid4(), **given) for _ in range(times)]
    RequestFigure.objects.bulk_create(rows)


def drawn(people: People, period: str = QUARTER) -> list[Figure]:
    quarter = telling.draw(people.basma, period, TODAY)
    assert quarter.published is not None
    return list(quarter.published.figures)


def theirs(period: str = QUARTER, asking: tuple[str, ...] = ("LY",), count: int = 50) -> Published:
    return Published(FORMAT, period, asking, "3", 41, (Figure("EG", "preserve", "result", "refused", count),))


def letter_of(tripoli: Elsewhere, published: Published, by: Party | None = None, number: bytes | None = None) -> bytes:
    file = Carried(write_figures((by or tripoli.party).signing, published))
    return write(tripoli.party, tripoli.cairo, KIND, file, now=now(), sealed=True, number=number)


def test_a_quarter_is_told_as_it_stood_when_it_closed(people: People) -> None:
    """Ninety days after its end; what came later is not in it, so no node waits longer than another."""
    asked(people, 50, "answered", answered_on=date(2026, 9, 28))
    asked(people, 60, "refused", reason="dual_criminality", answered_on=date(2026, 9, 29))
    asked(people, 70, "open", due_on=date(2026, 12, 1))
    asked(people, 80, "withdrawn")
    asked(people, 90, "answered", ours=False, answered_on=date(2026, 5, 5))
    asked(people, 90, asked_on=date(2026, 7, 1))
    assert closes_on(QUARTER) == date(2026, 9, 29)
    assert drawn(people) == [
        Figure("LY", "preserve", "days", "5", 50),
        Figure("LY", "preserve", "result", "answered", 50),
        Figure("LY", "preserve", "result", "open", 70),
        Figure("LY", "preserve", "result", "silent", 60),
    ]
    assert counting.closed(TODAY) == ("2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3")
    assert counting.closed(date(2026, 9, 28))[0] == "2026-Q1"


def test_a_case_that_asked_fifty_times_counts_once_deleted_or_not(people: People) -> None:
    asked(people, 50, of_case=uuid4())
    assert drawn(people) == []
    asked(people, 60, asked_on=date(2026, 2, 1), due_on=date(2026, 2, 2))
    assert [one.count for one in drawn(people, "2026-Q1")] == [60]


def test_requests_of_one_case_share_a_number_that_says_nothing(people: People) -> None:
    tripoli, one, other = Elsewhere(people.basma), new_case(people.basma), new_case(people.basma)
    for case in (one, one, other):
        send(people.basma, draft(people.basma, case, wanted(tripoli)))
    numbers = [row.of_case for row in RequestFigure.objects.order_by("of_case")]
    assert len(set(numbers)) == 2
    assert not {one, other} & set(numbers)
    merge(people.basma, one, other)
    assert RequestFigure.objects.values("of_case").distinct().count() == 1


def test_an_upgrade_gives_the_figures_that_are_there_the_number_of_their_case(people: People) -> None:
    tripoli, one, other = Elsewhere(people.basma), new_case(people.basma), new_case(people.basma)
    for case in (one, one, other):
        send(people.basma, draft(people.basma, case, wanted(tripoli)))
    asked(people, 2)  # of cases that are gone
    RequestFigure.objects.update(of_case=uuid4())  # as a new column begins
    import_module("longarm.store.migrations.0010_figures").one_number_a_case(apps, None)
    numbers = dict(Request.objects.values_list("id", "figure__of_case"))
    by_case = [{numbers[row.id] for row in Request.objects.filter(case_id=case)} for case in (one, other)]
    assert [len(found) for found in by_case] == [1, 1]
    assert RequestFigure.objects.values("of_case").distinct().count() == 4


def test_it_is_drawn_once_and_stays_as_it_was_drawn(people: People, no_chance: list[int]) -> None:
    asked(people, 50)
    first = drawn(people)
    no_chance[0] = 7
    asked(people, 20)
    assert drawn(people) == first
    assert [one.published.figures for one in telling.quarters(TODAY) if one.published] == [tuple(first)]
    assert b"preserve" not in bytes(FiguresTold.objects.get().figures_sealed)


def test_who_may_draw_and_which_quarters_and_on_which_card(people: People) -> None:
    for actor in (people.rana, people.dina, join(people.basma, "Huda", "counsel")):
        with pytest.raises(NotAllowed):
            telling.draw(actor, QUARTER, TODAY)
        with pytest.raises(NotAllowed):
            telling.tell(actor, QUARTER, now())
    for period in ("2026-Q3", "2026-Q4", "2025-Q2", "2026", ""):
        with pytest.raises(NotFound):
            telling.draw(people.basma, period, TODAY)
    with pytest.raises(NotFound):
        telling.tell(people.basma, QUARTER, now())
    with pytest.raises(NotFound):
        telling.file_of(people.basma, QUARTER)


def test_it_goes_to_every_member_once_whatever_is_pressed(people: People) -> None:
    asked(people, 50)
    figures = drawn(people)
    with pytest.raises(Conflict):
        telling.tell(people.basma, QUARTER, now())
    assert reading.table(people.basma).sources == (), "drawn is not told"
    tripoli, tunis = Elsewhere(people.basma), Elsewhere(people.basma, ("TN",))
    members.cut_off(people.basma, tunis.card.fingerprint)
    assert telling.tell(people.basma, QUARTER, now()) == 1
    assert telling.tell(people.basma, QUARTER, now()) == 0
    got: list[Published] = []

    def there(card: Any, data: bytes) -> bytes:
        letter = read(data, tripoli.party, lambda _: tripoli.cairo, now=now(), kinds=(KIND,), tolerance=CARRIED, sealed=True)
        got.append(read_figures(body(letter, Carried).file).published)
        return write(tripoli.party, tripoli.cairo, TAKEN, Taken(letter.number), now=now(), sealed=True, answers=letter.number)

    assert courier.deliver(there).letters == 1
    assert [list(one.figures) for one in got] == [figures]
    assert got[0].asking == ("EG",)
    assert telling.tell(people.basma, QUARTER, now()) == 0, "it has it"
    assert [one.organisation for one in reading.table(people.basma).sources] == [""]
    acts = [one.line.action for one in read_record(people.dina)]
    assert {"figures-drawn", "figures-told"} <= set(acts)


def test_what_was_refused_or_waited_too_long_goes_again(people: People) -> None:
    Elsewhere(people.basma)
    drawn(people)
    assert telling.tell(people.basma, QUARTER, now()) == 1
    Outgoing.objects.update(refused="wrong-kind", letter=b"")
    assert telling.tell(people.basma, QUARTER, now()) == 1
    Outgoing.objects.update(made_at=now() - timedelta(days=20))
    assert telling.tell(people.basma, QUARTER, now()) == 1
    assert Outgoing.objects.count() == 1


def test_what_another_node_tells_is_taken_in_once_by_letter_or_by_stick(people: People, tmp_path: Path) -> None:
    tripoli = Elsewhere(people.basma)
    letter = letter_of(tripoli, theirs())
    assert take(letter, now()).answer == take(letter, now()).answer
    take(letter_of(tripoli, theirs()), now())
    (tmp_path / "000001-aa.letter").write_bytes(letter_of(tripoli, theirs("2026-Q1")))
    assert carrying.import_from(tmp_path, now()).taken == 1
    hearing.hear(people.rana, write_figures(tripoli.party.signing, theirs("2025-Q4")))
    assert sorted(row.period for row in FiguresHeard.objects.all()) == ["2025-Q4", "2026-Q1", "2026-Q2"]
    found = reading.table(people.dina, "2026-Q1")
    assert found.periods == ("2026-Q2", "2026-Q1", "2025-Q4")
    [line] = found.lines
    assert (line.requested, line.results, line.of, line.fewer) == ("EG", {"refused": 50}, 1, 41)
    [whole] = reading.table(None).lines
    assert whole.results == {"refused": 150}
    members.cut_off(people.basma, tripoli.card.fingerprint)
    assert reading.table(people.basma).lines == ()


def test_who_lies_of_whom_or_when_it_counted_is_not_taken(people: People) -> None:
    tripoli, stranger = Elsewhere(people.basma), Elsewhere(people.basma, known=False)
    take(letter_of(tripoli, theirs()), now())
    refused(letter_of(tripoli, theirs(count=51)), "not-allowed")  # a second count of one quarter
    refused(letter_of(tripoli, theirs("2026-Q1", ("EG",))), "not-allowed")  # for a state that is not its own
    refused(letter_of(tripoli, theirs("2031-Q1")), "not-allowed")
    refused(letter_of(tripoli, theirs("1926-Q1")), "not-allowed")  # a table that never ends
    refused(letter_of(tripoli, theirs("2026-Q1"), by=stranger.party), "bad-signature")  # a third's figures
    refused(letter_of(tripoli, theirs("2026-Q1", count=3)), "bad-body")  # below what it says it leaves out
    refused(letter_of(stranger, theirs("2026-Q1")), "unknown-member")
    assert FiguresHeard.objects.count() == 1
    for published, by, why in (
        (theirs(count=51), tripoli.party, "figure-told-otherwise"),
        (theirs("2026-Q1", ("EG",)), tripoli.party, "figure-other-states"),
        (theirs("2031-Q1"), tripoli.party, "figure-not-over"),
        (theirs("1926-Q1"), tripoli.party, "figure-too-old"),
        (theirs("2026-Q1"), stranger.party, "figure-of-no-member"),
        (theirs("2026-Q1"), Party.new(), "figure-of-no-member"),
    ):
        with pytest.raises(BadInput) as fault:
            hearing.hear(people.basma, write_figures(by.signing, published))
        assert fault.value.message == why
    drawn(people)
    Elsewhere(people.basma)
    telling.tell(people.basma, QUARTER, now())
    with pytest.raises(BadInput) as fault:
        hearing.hear(people.basma, telling.file_of(people.basma, QUARTER))
    assert fault.value.message == "figure-own"


def test_our_own_are_as_they_are_and_stay_with_us(people: People) -> None:
    asked(people, 2, "refused", reason="language", answered_on=date(2026, 5, 20))
    asked(people, 1, "answered", answered_on=date(2026, 5, 6), of_case=uuid4())
    asked(people, 1, organisation_id=people.karim.organisation)
    [line] = reading.own_lines(people.dina, QUARTER)
    assert (line.asked, line.off_by, line.results, line.reasons) == (3, 0, {"answered": 1, "refused": 2}, (("language", 2),))
    assert reading.own_lines(people.basma, "2026-Q1") == ()
    for actor in (people.rana, join(people.basma, "Huda", "counsel")):
        with pytest.raises(NotAllowed):
            reading.own_lines(actor)
    with pytest.raises(NotAllowed):
        reading.table(join(people.basma, "Nadia", "consular"))


def refused(letter: bytes, why: str, at: datetime | None = None) -> None:
    with pytest.raises(Refused) as fault:
        take(letter, at or now())
    assert fault.value.code == why
