"""Cairo leads or joins operations with Tripoli and Baghdad: letters in any order, twice, late; and who sees nothing more."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from board_members import Other, cairo_card, deliver, now, words_in
from django.utils import timezone
from msgspec.structs import replace

from longarm.casework.audit import read_record
from longarm.casework.backup.marker import LastRestore
from longarm.casework.exchange import members, parties
from longarm.casework.exchange.operations import acting, catching_up, ending, showing, team
from longarm.casework.exchange.operations.kept import _opened as opened
from longarm.casework.exchange.operations.kept import open_operation
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.people.accounts import change_person, close_account
from longarm.casework.people.passphrases import reset_with_recovery
from longarm.casework.refusals import Conflict, NotAllowed, NotFound
from longarm.errors import BadInput, Unsound
from longarm.exchange.operation import entry as acts
from longarm.exchange.operation.entry import operation_of, own
from longarm.exchange.refused import Refused
from longarm.store.models import BoardEntry, Given, Operation, OperationKey, Outgoing
from people import HANDED_OUT, PASSPHRASE, People, enter, everybody

pytestmark = pytest.mark.django_db
SECRET = "mark-words-kudu: the exchange office by the station"
PIECE = b"p" * 16


class World(NamedTuple):
    people: People
    tripoli: Other
    baghdad: Other


@pytest.fixture
def world(settings: pytest.FixtureRequest) -> World:
    people = everybody()
    settings.LONGARM_INTAKE = str(people.basma.organisation)  # type: ignore[attr-defined]
    cairo_card(people.basma)
    tripoli, baghdad = Other(people.basma, "Unit of Tripoli", "LY"), Other(people.basma, "Unit of Baghdad", "IQ")
    tripoli.knows(baghdad)
    baghdad.knows(tripoli)
    return World(people, tripoli, baghdad)


@contextmanager
def refused(kind: type[BadInput], message: str) -> Iterator[None]:
    with pytest.raises(kind) as fault:
        yield
    assert fault.value.message == message


def cairo() -> str:
    return parties.party().fingerprint


def begun(world: World) -> UUID:
    """Cairo leads, both are in."""
    operation = acting.open_one(world.people.basma, "Jasmine", "One number, three states", (world.tripoli.us, world.baghdad.us))
    assert deliver(world.tripoli, world.baghdad) == 2
    world.tripoli.does(operation, acts.Join(("LY",)), world.baghdad)
    world.baghdad.does(operation, acts.Join(("IQ",)), world.tripoli)
    return operation


def view(world: World, operation: UUID) -> showing.BoardView:
    return showing.read_operation(world.people.basma, operation, timezone.localdate())


def put(world: World, operation: UUID, to: tuple[str, ...] = ()) -> None:
    acting.act(world.people.basma, operation, acts.Put(PIECE, "finding", "The office", SECRET), to, sure=True)


def test_from_the_invitation_to_results_by_state(world: World) -> None:
    operation, basma = begun(world), world.people.basma
    put(world, operation)
    task = b"t" * 16
    acting.act(basma, operation, acts.Task(task, world.tripoli.us, "Ask the office whom it paid", now() + timedelta(days=3)))
    acting.act(basma, operation, acts.Day(now() + timedelta(days=10)))
    deliver(world.tripoli, world.baghdad)
    world.tripoli.does(operation, acts.Done(own(cairo(), task), "done", "it paid one man"), world.baghdad)
    day = world.tripoli.board(operation).day
    assert day is not None
    world.tripoli.does(operation, acts.Agree(day.hash), world.baghdad)
    shown = view(world, operation)
    assert (shown.line.days, shown.day_stands, [one.outcome for one in shown.tasks]) == (10, False, ["done"])
    world.baghdad.does(operation, acts.Agree(day.hash), world.tripoli)
    assert view(world, operation).day_stands
    acting.act(basma, operation, acts.Close("All three doors at once"))
    acting.act(basma, operation, acts.Result("EG", identified=2, arrested=1))
    deliver(world.tripoli, world.baghdad)
    world.tripoli.does(operation, acts.Result("LY", arrested=1), world.baghdad)
    shown = view(world, operation)
    assert [(one.state, one.by, one.result.arrested) for one in shown.results] == [
        ("EG", "Unit of Cairo", 1),
        ("LY", "Unit of Tripoli", 1),
    ]
    assert (shown.line.stands, shown.may) == ("closed", {"result", "forget", "take_back"})
    there = world.baghdad.board(operation)
    assert there.pieces[own(cairo(), PIECE)].put == acts.Put(PIECE, "finding", "The office", SECRET)
    assert (there.missing, there.set_aside, there.closed) == (set(), [], acts.Close("All three doors at once"))
    assert world.tripoli.board(operation) == there


def test_who_may_not_see_it_learns_that_there_is_something_and_no_word(world: World) -> None:
    operation = begun(world)
    put(world, operation, (world.tripoli.us,))
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() in words_in(world.tripoli.seen)
    assert SECRET.encode() not in words_in(world.baghdad.seen)
    assert [piece.withheld for piece in world.baghdad.board(operation).pieces.values()] == [True]
    world.baghdad.does(operation, acts.Put(b"q" * 16, "finding", "Only for Tripoli"), world.tripoli, to=(world.tripoli.us,))
    line = next(one for one in view(world, operation).members if one.name == "Unit of Baghdad")
    assert (line.withheld, len(view(world, operation).pieces)) == (1, 1)


def test_who_joins_later_gets_what_was_for_all_once_somebody_looks(world: World) -> None:
    operation = acting.open_one(world.people.basma, "Jasmine", "about", (world.tripoli.us, world.baghdad.us))
    deliver(world.tripoli, world.baghdad)
    world.tripoli.does(operation, acts.Join(("LY",)), world.baghdad)
    put(world, operation)
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() not in words_in(world.baghdad.seen), "who is only invited reads no piece"
    world.baghdad.does(operation, acts.Join(("IQ",)), world.tripoli)
    assert catching_up.catch_up(world.people.basma, operation) == 1
    assert catching_up.catch_up(world.people.basma, operation) == 0, "once"
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() in words_in(world.baghdad.seen)
    assert words_in(world.tripoli.seen).count(SECRET.encode()) == 1


def invited_by_tripoli(world: World) -> tuple[UUID, list[bytes]]:
    """Tripoli leads; its letters and Baghdad's to Cairo, in the order they were written."""
    opening = acts.Open("Jasmine", "about", (cairo(), world.baghdad.us), b"s" * 16)
    operation = UUID(bytes=operation_of(world.tripoli.us, opening))
    opened = world.tripoli.writes(operation, opening)
    world.baghdad.takes(world.tripoli.letter(opened, world.baghdad))
    joined = world.baghdad.writes(operation, acts.Join(("IQ",)))
    world.tripoli.takes(world.baghdad.letter(joined, world.tripoli))
    said = world.tripoli.writes(operation, acts.Say("mark-said-bongo"))
    written = [world.tripoli.letter(opened), world.baghdad.letter(joined), world.tripoli.letter(said.stub())]
    return operation, written


@pytest.mark.parametrize("order", range(6))
def test_in_any_order_and_twice_it_is_one_board(world: World, order: int) -> None:
    operation, written = invited_by_tripoli(world)
    mixed = [*written, *written]
    random.Random(order).shuffle(mixed)
    answers: dict[bytes, bytes] = {}
    for data in mixed:
        answer = take(data, now()).answer
        assert answers.setdefault(data, answer) == answer, "a letter that comes again gets the same answer"
    [opened, *_] = [one for one in world.tripoli.held if isinstance(one, acts.Entry)]
    take(world.tripoli.letter(opened), now())  # written anew, under another number
    assert BoardEntry.objects.filter(operation=operation).count() == 3
    shown = view(world, operation)
    assert (shown.line.stands, shown.line.lead, shown.may) == ("invited", "Unit of Tripoli", {"join", "leave"})
    assert [line.unseen for line in showing.list_operations(world.people.basma, timezone.localdate())] == [False]
    acting.join(world.people.basma, operation)
    deliver(world.tripoli, world.baghdad)
    assert world.tripoli.board(operation).joined == tuple(sorted((cairo(), world.tripoli.us, world.baghdad.us)))


def test_before_its_first_letter_an_operation_is_not_shown_and_goes_after_a_month(world: World) -> None:
    operation, written = invited_by_tripoli(world)
    take(written[1], now())
    assert showing.list_operations(world.people.basma, timezone.localdate()) == ()
    with pytest.raises(NotFound):
        view(world, operation)
    assert ending.drop_unopened() == 0
    Operation.objects.update(changed_at=now() - timedelta(days=32))
    assert ending.drop_unopened() == 1
    assert not BoardEntry.objects.exists()


def test_a_member_that_is_away_for_a_week_misses_nothing(world: World) -> None:
    operation = begun(world)
    world.baghdad.off = True
    put(world, operation)
    acting.act(world.people.basma, operation, acts.Say("on Monday"))
    deliver(world.tripoli, world.baghdad)
    theirs = world.baghdad.writes(operation, acts.Say("we are offline until Thursday"))
    Outgoing.objects.filter(delivered_at=None).update(made_at=now() - timedelta(days=7))
    [line] = [one for one in view(world, operation).members if one.name == "Unit of Baghdad"]
    assert line.waits == 2
    world.baghdad.off = False
    assert deliver(world.tripoli, world.baghdad) == 2
    take(world.baghdad.letter(theirs, sent_at=now() - timedelta(days=7)), now())
    here = [one.words for one in view(world, operation).said]
    assert here == [words for _, _, words in world.baghdad.board(operation).said], "in one order"
    assert sorted(here) == ["on Monday", "we are offline until Thursday"]


def test_who_is_removed_is_told_that_and_sees_nothing_more_not_even_what_still_waited(world: World) -> None:
    operation = begun(world)
    world.baghdad.off = True
    put(world, operation)  # waits for Baghdad
    deliver(world.tripoli, world.baghdad)
    acting.act(world.people.basma, operation, acts.Remove(world.baghdad.us))
    acting.act(world.people.basma, operation, acts.Say("mark-after-oryx"))
    world.baghdad.off = False
    deliver(world.tripoli, world.baghdad)
    seen = words_in(world.baghdad.seen)
    assert SECRET.encode() not in seen
    assert b"mark-after-oryx" not in seen
    assert world.baghdad.board(operation).members[world.baghdad.us] == "removed", "its chain has no hole: it is told"
    last = world.baghdad.held[-1]
    assert isinstance(last, acts.Entry)
    assert isinstance(last.act, acts.Remove), "not even that there is something after it"
    assert catching_up.catch_up(world.people.basma, operation) == 0
    world.baghdad.does(operation, acts.Say("still here?"))
    assert [one.words for one in view(world, operation).said] == ["mark-after-oryx"], "what it says counts for nothing"


def test_where_another_removes_it_what_waits_here_for_it_is_held_back(world: World) -> None:
    operation, written = invited_by_tripoli(world)
    for data in written:
        take(data, now())
    acting.join(world.people.basma, operation)
    deliver(world.tripoli, world.baghdad)
    put(world, operation)
    world.tripoli.does(operation, acts.Remove(world.baghdad.us))  # nobody of Cairo is signed in
    assert SECRET.encode() not in words_in(world.baghdad.seen)
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() in words_in(world.tripoli.seen)
    assert SECRET.encode() not in words_in(world.baghdad.seen)


def test_a_member_that_is_cut_off_here_gets_nothing_and_nothing_of_it_is_taken(world: World) -> None:
    operation = begun(world)
    members.cut_off(world.people.basma, world.baghdad.us)
    put(world, operation)
    assert deliver(world.tripoli, world.baghdad) == 1
    assert SECRET.encode() not in words_in(world.baghdad.seen)
    with refused(Refused, "exchange-refused-unknown-member"):
        world.baghdad.does(operation, acts.Say("hello?"))
    [line] = [one for one in view(world, operation).members if one.name == "Unit of Baghdad"]
    assert (line.spoken, line.standing) == (False, "joined")
    with refused(BadInput, "operation-to-whom"):
        acting.act(world.people.basma, operation, acts.Say("x"), (world.baghdad.us,))


def test_nobody_takes_an_operation_over_or_speaks_for_another(world: World) -> None:
    operation = begun(world)
    opening = acts.Open("Jasmine", "we lead", (cairo(),), b"s" * 16)
    forged = acts.Entry(operation.bytes, world.baghdad.us, 1, acts.FIRST, 1, now(), opening, b"n" * 16)
    with refused(Refused, "exchange-refused-not-allowed"):
        take(world.baghdad.letter(forged), now())
    theirs = world.tripoli.writes(operation, acts.Say("mark-forged-gnu"))
    with refused(Refused, "exchange-refused-bad-body"):
        take(world.baghdad.letter(theirs), now())
    world.baghdad.does(operation, acts.Close("over"))
    assert view(world, operation).line.stands == "joined"


def test_who_may_not(world: World) -> None:
    operation, people = begun(world), world.people
    for stranger in (people.karim, people.dina, enter("Karim")):
        assert showing.list_operations(stranger, timezone.localdate()) == ()
        with pytest.raises(NotFound):
            showing.read_operation(stranger, operation, timezone.localdate())
    with pytest.raises(NotAllowed):
        acting.act(people.dina, operation, acts.Say("x"))
    with pytest.raises(NotFound):
        acting.act(people.rana, operation, acts.Say("x"))
    with pytest.raises(NotFound):
        team.let_in(people.basma, operation, people.dina.user)  # an auditor
    team.let_in(people.basma, operation, people.rana.user)
    acting.act(people.rana, operation, acts.Say("here"))
    with refused(BadInput, "operation-not-sure"):
        acting.act(people.rana, operation, acts.Put(PIECE, "finding", "x"))
    with refused(Conflict, "operation-not-now"):
        acting.act(people.rana, operation, acts.Leave())  # the lead stays
    with refused(BadInput, "operation-words"):
        acting.act(people.rana, operation, acts.Say(""))
    with refused(BadInput, "operation-day-past"):
        acting.act(people.rana, operation, acts.Day(now() - timedelta(days=1)))
    with refused(BadInput, "request-no-such-node"):
        acting.open_one(people.basma, "x", "y", ("f" * 64,))


def test_keys_follow_the_people(world: World) -> None:
    operation, people = begun(world), world.people
    team.let_in(people.basma, operation, people.rana.user)
    reset_with_recovery(people.basma, people.recovery_key, people.rana.user, HANDED_OUT)
    from longarm.casework.people.passphrases import change_passphrase
    from longarm.casework.people.visits import sign_in

    change_passphrase(sign_in("Rana", HANDED_OUT).actor, HANDED_OUT, PASSPHRASE)
    rana = enter("Rana")
    assert open_operation(rana, operation).board.name == "Jasmine", "with a new pair too"
    OperationKey.objects.filter(user=people.basma.user).delete()
    with refused(Conflict, "operation-last-reader"):
        change_person(people.basma, rana.user, role="auditor", administers=False, on_intake=False)
    with refused(Conflict, "operation-last-reader"):
        close_account(people.basma, rana.user)
    close_account(people.basma, rana.user, people.recovery_key, people.basma.user)
    assert open_operation(people.basma, operation).board.name == "Jasmine"
    assert not OperationKey.objects.filter(user=rana.user).exists()


def test_forgotten_only_when_it_is_over_and_the_farewell_still_goes(world: World) -> None:
    operation, written = invited_by_tripoli(world)
    for data in written:
        take(data, now())
    with refused(Conflict, "operation-not-over"):
        ending.forget(world.people.basma, operation)
    acting.act(world.people.basma, operation, acts.Leave("no capacity"))
    assert view(world, operation).line.stands == "left"
    ending.forget(world.people.basma, operation)
    assert not Operation.objects.exists()
    assert not Given.objects.exists()
    deliver(world.tripoli, world.baghdad)
    assert world.tripoli.board(operation).members[cairo()] == "left"


def test_both_sides_of_the_record_and_no_word_in_the_tables(world: World) -> None:
    operation = begun(world)
    put(world, operation, (world.tripoli.us,))
    lines = [act.line for act in read_record(world.people.dina) if act.line.object == str(operation)]
    assert [line.action for line in lines] == ["operation-act", "operation-entry", "operation-entry", "operation-act"]
    assert lines[0].facts == {"act": "put", "to": str(members.row_of(world.tripoli.us).id), "letters": "2"}  # type: ignore[union-attr]
    assert SECRET not in repr(lines)
    held = b"".join(bytes(row.turn_sealed) + bytes(row.tag) for row in BoardEntry.objects.all())
    held += b"".join(bytes(row.letter) for row in Outgoing.objects.all())
    assert SECRET.encode() not in held
    assert b"Jasmine" not in held


def test_a_flood_of_one_member_ends(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from longarm.casework.exchange.operations import arriving

    monkeypatch.setattr(arriving, "_MOST_ENTRIES", 3)
    operation = begun(world)
    world.baghdad.does(operation, acts.Say("one"))
    world.baghdad.does(operation, acts.Say("two"))
    with refused(Refused, "exchange-refused-budget"):
        world.baghdad.does(operation, acts.Say("three"))
    monkeypatch.setattr(arriving, "_MOST_ENTRIES", 9)
    monkeypatch.setattr(arriving, "_MOST_IN_ALL", 3)  # in all operations together
    with refused(Refused, "exchange-refused-budget"):
        world.baghdad.does(operation, acts.Say("four"))
    monkeypatch.setattr(arriving, "_MOST_IN_ALL", 9)
    monkeypatch.setattr(arriving, "_MOST_UNOPENED", 1)
    take(world.baghdad.letter(world.baghdad.writes(b"x" * 16, acts.Say("?"))), now())
    with refused(Refused, "exchange-refused-unknown"):
        take(world.baghdad.letter(world.baghdad.writes(b"y" * 16, acts.Say("?"))), now())


def test_letters_that_waited_too_long_are_written_anew(world: World) -> None:
    operation = begun(world)
    world.baghdad.off = True
    put(world, operation)
    deliver(world.tripoli, world.baghdad)
    Outgoing.objects.filter(delivered_at=None).update(made_at=now() - timedelta(days=24))
    before = set(Outgoing.objects.filter(delivered_at=None).values_list("id", flat=True))
    assert catching_up.catch_up(world.people.basma, operation) == len(before) == 1
    assert not before & set(Outgoing.objects.filter(delivered_at=None).values_list("id", flat=True))
    world.baghdad.off = False
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() in words_in(world.baghdad.seen)


def test_what_was_taken_back_before_it_left_does_not_leave(world: World) -> None:
    operation, basma = begun(world), world.people.basma
    put(world, operation)
    deliver(world.tripoli)  # Baghdad is away
    acting.act(basma, operation, acts.TakeBack(own(cairo(), PIECE)))
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() not in words_in(world.baghdad.seen)
    assert world.tripoli.board(operation).pieces[own(cairo(), PIECE)].taken_back
    assert world.baghdad.board(operation).missing == set()


def test_who_is_out_hears_what_it_may_not_use_any_more_and_nothing_else(world: World) -> None:
    operation, basma = begun(world), world.people.basma
    put(world, operation)
    deliver(world.tripoli, world.baghdad)
    world.tripoli.does(operation, acts.Leave("no capacity"), world.baghdad)
    acting.act(basma, operation, acts.Remove(world.baghdad.us))
    acting.act(basma, operation, acts.Say("mark-after-oryx"))
    acting.act(basma, operation, acts.Close("over"))
    acting.act(basma, operation, acts.TakeBack(own(cairo(), PIECE)))
    deliver(world.tripoli, world.baghdad)
    for one in (world.tripoli, world.baghdad):
        assert one.board(operation).pieces[own(cairo(), PIECE)].taken_back
        assert b"mark-after-oryx" not in words_in(one.seen)
        assert one.board(operation).closed is None
    ours, theirs = b"q" * 16, world.baghdad
    theirs.does(operation, acts.TakeBack(own(theirs.us, ours)))  # of nothing: it changes nothing
    assert {"take_back", "forget"} <= view(world, operation).may


def test_what_waits_is_dropped_by_the_leads_removal_and_by_nobody_elses(world: World) -> None:
    operation, written = invited_by_tripoli(world)
    for data in written:
        take(data, now())
    acting.join(world.people.basma, operation)
    deliver(world.tripoli, world.baghdad)
    put(world, operation)
    world.baghdad.does(operation, acts.Remove(world.tripoli.us))  # a member that lies
    assert deliver(world.tripoli) == 1
    assert SECRET.encode() in words_in(world.tripoli.seen)
    world.tripoli.does(operation, acts.HandOver(world.baghdad.us), world.baghdad)
    acting.act(world.people.basma, operation, acts.Say("mark-after-gnu"))
    world.baghdad.does(operation, acts.Remove(world.tripoli.us))  # it leads now
    deliver(world.tripoli, world.baghdad)
    assert b"mark-after-gnu" not in words_in(world.tripoli.seen)


def test_who_is_invited_again_after_it_deleted_everything_gets_it_all(world: World) -> None:
    operation, basma = begun(world), world.people.basma
    deliver(world.tripoli, world.baghdad)
    world.baghdad.does(operation, acts.Leave("no capacity"), world.tripoli)
    world.baghdad.held = []
    acting.act(basma, operation, acts.Invite(world.baghdad.us))
    deliver(world.tripoli, world.baghdad)
    there = world.baghdad.board(operation)
    assert (there.name, there.members[cairo()]) == ("Jasmine", "joined")


def test_what_comes_after_a_reader_went_is_closed_to_the_key_that_was_copied(world: World) -> None:
    """Rana copied the key out of a running process, and later somebody brings the database."""
    operation, people = begun(world), world.people
    team.let_in(people.basma, operation, people.rana.user)
    copied = open_operation(people.rana, operation).privates
    put(world, operation)
    team.let_out(people.basma, operation, people.rana.user)
    acting.act(people.basma, operation, acts.Say("after she went"))
    world.tripoli.does(operation, acts.Say("theirs, after she went"))
    with pytest.raises(NotFound):
        open_operation(people.rana, operation)
    kept_open = 0
    for row in BoardEntry.objects.filter(operation=operation):
        try:
            opened(copied, row)
            kept_open += 1
        except Unsound:
            assert row.key_number == 2
    assert (kept_open, BoardEntry.objects.count()) == (4, 6), "what she could read before she can read"
    assert {one.words for one in view(world, operation).said} == {"after she went", "theirs, after she went"}
    with refused(Conflict, "operation-last-here"):
        team.let_out(people.basma, operation, people.basma.user)
    team.let_in(people.basma, operation, people.rana.user)
    assert len(open_operation(people.rana, operation).board.said) == 2, "let in again she reads all"
    close_account(people.basma, people.rana.user)
    assert Operation.objects.get().key_number == 3
    assert OperationKey.objects.filter(user=None).count() == 3
    assert not OperationKey.objects.filter(user=people.rana.user).exists()


def test_the_recovery_paper_opens_all_pairs(world: World) -> None:
    operation, people = begun(world), world.people
    team.let_in(people.basma, operation, people.rana.user)
    team.let_out(people.basma, operation, people.rana.user)
    acting.act(people.basma, operation, acts.Say("after she went"))
    team.let_in(people.basma, operation, people.rana.user)
    OperationKey.objects.filter(user=people.basma.user).delete()
    close_account(people.basma, people.rana.user, people.recovery_key, people.basma.user)
    assert [words for _, _, words in open_operation(people.basma, operation).board.said] == ["after she went"]


def test_a_flood_of_beginnings_ends_also_where_another_letter_came_first(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from longarm.casework.exchange.operations import arriving

    monkeypatch.setattr(arriving, "_MOST_OPERATIONS", 2)
    for number in range(3):
        opening = acts.Open("x", "y", (cairo(),), bytes([number]) * 16)
        id_ = operation_of(world.baghdad.us, opening)
        first = world.baghdad.writes(id_, opening)
        take(world.baghdad.letter(world.baghdad.writes(id_, acts.Say("first"))), now())
        if number < 2:
            take(world.baghdad.letter(first), now())
            continue
        with refused(Refused, "exchange-refused-budget"):
            take(world.baghdad.letter(first), now())


def test_a_letter_that_was_refused_for_good_is_said_and_goes_again_when_somebody_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    operation, basma = begun(world), world.people.basma
    put(world, operation)
    takes = world.baghdad.takes

    def too_old(data: bytes) -> bytes:
        raise Refused("wrong-version")

    monkeypatch.setattr(world.baghdad, "takes", too_old)
    deliver(world.tripoli, world.baghdad)
    [line] = [one for one in view(world, operation).members if one.name == "Unit of Baghdad"]
    assert (line.refused, line.why, line.waits) == (True, "wrong-version", 0)
    [waiting] = showing.waiting_operations(basma, timezone.localdate())
    assert (waiting.refused, waiting.unseen) == (True, False), "My day says so until it is mended"
    assert catching_up.catch_up(basma, operation) == 0, "it does not go by itself: the same would happen"
    monkeypatch.setattr(world.baghdad, "takes", takes)
    assert catching_up.send_again(basma, operation, world.baghdad.us) == 1
    deliver(world.tripoli, world.baghdad)
    assert SECRET.encode() in words_in(world.baghdad.seen)
    assert showing.waiting_operations(basma, timezone.localdate()) == ()
    assert catching_up.send_again(basma, operation, world.baghdad.us) == 0
    with refused(BadInput, "request-no-such-node"):
        catching_up.send_again(basma, operation, "f" * 64)
    for nobody in (world.people.karim, world.people.rana):
        with pytest.raises(NotFound):
            catching_up.send_again(nobody, operation, world.baghdad.us)
        with pytest.raises(NotFound):
            team.let_out(nobody, operation, basma.user)


def test_words_of_others_turn_nothing_around(world: World) -> None:
    """A number that reads backwards, a name that ends the isolation around it, a line that goes on in another's."""
    operation = begun(world)
    turned = "\u202e71000001981 2+\u202c \u2069\u2066\u200fشمس\u200c\x1b[2J"
    plain = "71000001981 2+ شمس\u200c[2J"  # the joiner of Persian stays
    world.tripoli.does(operation, acts.Put(PIECE, "identifier", turned, turned + "\nline"), world.baghdad)
    world.tripoli.does(operation, acts.Say(turned), world.baghdad)
    task = b"t" * 16
    world.tripoli.does(operation, acts.Task(task, cairo(), turned), world.baghdad)
    world.tripoli.does(operation, acts.Task(b"u" * 16, world.tripoli.us, "x"), world.baghdad)
    world.tripoli.does(operation, acts.Done(own(world.tripoli.us, b"u" * 16), "cannot", turned), world.baghdad)
    shown = view(world, operation)
    assert [(one.title, one.words) for one in shown.pieces] == [(plain, plain + "\nline")]
    assert [one.words for one in shown.said] == [plain]
    assert {(one.what, one.words) for one in shown.tasks} == {(plain, ""), ("x", plain)}
    acting.act(world.people.basma, operation, acts.Close(turned))
    assert view(world, operation).end_words == plain


def test_a_node_that_came_back_from_a_backup_still_counts_with_the_others(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    operation, basma = begun(world), world.people.basma
    acting.act(basma, operation, acts.Say("before"))
    kept = set(BoardEntry.objects.values_list("id", flat=True))
    put(world, operation)
    deliver(world.tripoli, world.baghdad)
    Outgoing.objects.filter(operation=operation).delete()
    BoardEntry.objects.exclude(id__in=kept).delete()  # the backup comes back
    restored = LastRestore(at=now(), backup=now())
    monkeypatch.setattr(acting, "last_restore", lambda _: restored)
    acting.act(basma, operation, acts.Say("we are back"))
    acting.act(basma, operation, acts.Say("and go on"))
    deliver(world.tripoli, world.baghdad)
    for one in (world.tripoli, world.baghdad):
        there = one.board(operation)
        assert [words for _, _, words in there.said] == ["before", "we are back", "and go on"]
        assert (there.missing, there.restored, len(there.pieces)) == (set(), {cairo()}, 1)


def test_an_entry_of_next_year_waits_until_then_and_nobody_joins_for_a_state_that_is_not_on_its_card(world: World) -> None:
    operation, basma = begun(world), world.people.basma
    said = world.tripoli.writes(operation, acts.Say("x"))
    with refused(Refused, "exchange-refused-clock-off"):
        take(world.tripoli.letter(replace(said, at=now() + timedelta(days=400))), now())
    acting.act(basma, operation, acts.Remove(world.baghdad.us))
    acting.act(basma, operation, acts.Invite(world.baghdad.us))
    deliver(world.tripoli, world.baghdad)
    world.baghdad.does(operation, acts.Join(("IQ", "DE")), world.tripoli)
    assert {one.name: one.states for one in view(world, operation).members} == {
        "Unit of Cairo": (),
        "Unit of Tripoli": ("LY",),
        "Unit of Baghdad": ("IQ",),
    }


def test_that_somebody_has_something_else_of_a_member_is_said_with_whom_to_call(world: World) -> None:
    operation = begun(world)
    said = world.tripoli.writes(operation, acts.Say("to Baghdad"))
    world.baghdad.takes(world.tripoli.letter(said, world.baghdad))
    world.baghdad.does(operation, acts.Say("as Tripoli says"), world.tripoli)
    assert [one.name for one in view(world, operation).members if one.behind] == ["Unit of Tripoli"]
    take(world.tripoli.letter(replace(said, act=acts.Say("to Cairo"))), now())
    assert {one.name: one.disputed for one in view(world, operation).members} == {
        "Unit of Cairo": (),
        "Unit of Tripoli": ("Unit of Baghdad",),
        "Unit of Baghdad": (),
    }


def test_who_left_and_deleted_the_board_can_come_in_again(world: World) -> None:
    operation, written = invited_by_tripoli(world)
    for data in written:
        take(data, now())
    basma, tripoli = world.people.basma, world.tripoli
    acting.join(basma, operation)
    deliver(tripoli, world.baghdad)
    acting.act(basma, operation, acts.Leave("no capacity"))
    deliver(tripoli, world.baghdad)
    ending.forget(basma, operation)
    tripoli.writes(operation, acts.Invite(cairo()))
    for one in [one for one in tripoli.held if one.author == tripoli.us]:
        take(tripoli.letter(one), now())
    acting.join(basma, operation)
    acting.act(basma, operation, acts.Say("here again"))
    deliver(tripoli, world.baghdad)
    there = tripoli.board(operation)
    assert (there.members[cairo()], there.missing) == ("joined", set())
    assert [words for _, _, words in there.said] == ["mark-said-bongo", "here again"]
