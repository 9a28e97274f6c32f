"""A node dies while a request is under way and comes back from a backup: nothing is lost, nothing happens twice."""

from __future__ import annotations

import json
import secrets
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.conf import settings
from elsewhere import Elsewhere, here, new_case, now, wanted

from backing_up import Kept, a_node, backed_up, keys_to, longarm, on_sqlite, python
from longarm.casework.exchange.requests import acting, again, courier
from longarm.casework.exchange.requests.drafting import draft, send
from longarm.casework.exchange.requests.looking import look
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.proof.exhibits import add_exhibit
from longarm.exchange.letter import CARRIED, body, read, write
from longarm.exchange.request.bodies import AGAIN, KIND, TAKEN, Again, Heard, Said, Taken
from longarm.store.models import Outgoing, Request

if TYPE_CHECKING:
    from cluster import OwnDatabase

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    made = a_node(tmp_path)
    monkeypatch.setattr(settings, "LONGARM_INTAKE", str(made.people.basma.organisation), raising=False)
    here(made.people.basma)
    return made


def test_what_came_and_went_after_the_backup_is_there_again_and_counts_once(
    kept: Kept, own_database: OwnDatabase, tmp_path: Path
) -> None:
    basma, tripoli = kept.people.basma, Elsewhere(kept.people.basma)
    request, letter = tripoli.asks()
    take(letter, now())
    look(basma, request)  # our letter 1 waits
    backed_up(kept.folder)
    keys_to(tmp_path / "back.keys")
    at = now()
    courier.deliver(tripoli.send)
    reminder = tripoli.says(request, 2, "remind")
    take(reminder, at)
    acting.act(basma, request, "accept")  # our letter 2
    courier.deliver(tripoli.send)
    assert [step.number for step in tripoli.got] == [1, 2]

    # the disk dies; what follows happens on the node that came back
    environment, back = on_sqlite(own_database.environment), tmp_path / "back"
    restored = longarm(environment, "restore", "--from", kept.folder, "--data", back, "--key-file", kept.paper, "--json")
    assert restored.returncode == 0, restored.stderr

    def at_back(*words: object) -> Any:
        done = longarm(environment, "exchange", "request", *words, "--data", back, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    assert at_back("again", "--since", at.isoformat())["letters"] == 1
    assert at_back("export", tmp_path / "out")["letters"] == 2, (
        "the question, and the letter that waited when the backup was made"
    )
    for path in sorted((tmp_path / "out").glob("*.letter")):
        _answered(tripoli, path, request, reminder, tmp_path / "in")
    assert [step.number for step in tripoli.got] == [1, 2], "it had the first already, and acts on it once"
    for _ in range(2):
        assert at_back("import", tmp_path / "in")["taken"] == 1
    rows = "from longarm.store.models import Request, Case; row = Request.objects.get(); print(row.state, row.heard, row.said)"
    assert python(environment, back, rows) == "verified 2 2", "the reminder is there again; our next letter is the third"


def _answered(tripoli: Elsewhere, path: Path, request: UUID, reminder: bytes, stick: Path) -> None:
    """What the node in Tripoli, which did not die, does with a letter of the one that came back."""
    stick.mkdir(exist_ok=True)
    data = path.read_bytes()
    letter = read(data, tripoli.party, lambda _: tripoli.cairo, now=now(), kinds=(KIND, AGAIN), tolerance=CARRIED, sealed=True)
    if letter.kind == KIND:
        (stick / path.name).write_bytes(tripoli.takes(data))
        return
    said = Taken(letter.number, heard=(Heard(request.bytes, 2),))
    answer = write(tripoli.party, tripoli.cairo, TAKEN, said, now=now(), sealed=True, answers=letter.number)
    (stick / path.name).write_bytes(answer)
    (stick / f"z{path.name}").write_bytes(reminder)


def test_a_node_that_came_back_gets_again_what_it_had(kept: Kept) -> None:
    """The other side: we did not die."""
    import io

    basma, tripoli = kept.people.basma, Elsewhere(kept.people.basma)
    case = new_case(basma)
    chosen = add_exhibit(basma, case, io.BytesIO(b"pay 500"), "chat.txt")
    request = draft(basma, case, wanted(tripoli, exhibits=(chosen,)))
    send(basma, request)
    since = now()
    assert courier.deliver(tripoli.send) == courier.Delivered(letters=1, pieces=1)
    take(tripoli.says(request, 1, "verify"), now())
    first, pieces = tripoli.got, dict(tripoli.pieces)
    tripoli.got, tripoli.pieces = [], {}
    assert courier.deliver(tripoli.send) == courier.Delivered(), "nobody has asked"

    answer = take(_asks_again(tripoli, since), now()).answer
    letter = read(answer, tripoli.party, lambda _: tripoli.cairo, now=now(), kinds=(TAKEN,), tolerance=CARRIED, sealed=True)
    assert body(letter, Taken).heard == (Heard(request.bytes, 1),)
    assert courier.deliver(tripoli.send) == courier.Delivered(letters=1, pieces=1)
    assert (tripoli.got, tripoli.pieces) == (first, pieces)
    take(_asks_again(tripoli, now() + timedelta(hours=2)), now())
    assert courier.deliver(tripoli.send).letters == 0, "nothing has reached it since"


def test_who_asks_again_gets_its_own_only_and_nothing_that_would_be_refused(kept: Kept) -> None:
    basma = kept.people.basma
    tripoli, other = Elsewhere(basma), Elsewhere(basma)
    sent = [draft(basma, new_case(basma), wanted(to)) for to in (tripoli, other)]
    for request in sent:
        send(basma, request)
    for to in (tripoli, other):
        for row in Outgoing.objects.filter(request__in=sent, to__in=[Request.objects.get(id=sent[to is other]).peer_id]):
            courier.answered(to.takes(bytes(row.letter)), now())
    take(_asks_again(other, now() - timedelta(days=1)), now())
    waiting = Outgoing.objects.filter(delivered_at=None, receipt=False)
    assert [row.request_id for row in waiting] == [sent[1]]
    waiting.update(delivered_at=now(), made_at=now() - timedelta(days=31))
    take(_asks_again(other, now() - timedelta(days=40)), now())
    assert not waiting.exists(), "its time is past: a person writes it anew"


def test_we_give_no_number_twice(kept: Kept) -> None:
    basma, tripoli = kept.people.basma, Elsewhere(kept.people.basma)
    request = draft(basma, new_case(basma), wanted(tripoli))
    send(basma, request)
    courier.deliver(tripoli.send)
    assert again.ask_for_all(now(), now()) == 1
    row = Outgoing.objects.get(delivered_at=None)
    said = Taken(bytes(row.number), heard=(Heard(request.bytes, 4), Heard(secrets.token_bytes(16), 9)))
    answer = write(tripoli.party, tripoli.cairo, TAKEN, said, now=now(), sealed=True, answers=bytes(row.number))
    courier.answered(answer, now())
    acting.act(basma, request, "remind")
    courier.deliver(tripoli.send)
    assert (tripoli.got[-1].number, tripoli.got[-1].what) == (5, Said("remind"))


def _asks_again(tripoli: Elsewhere, since: Any) -> bytes:
    return write(tripoli.party, tripoli.cairo, AGAIN, Again(since), now=now(), sealed=True)
