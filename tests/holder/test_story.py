"""Three key holders of three organisations, each a process, over real HTTPS: what they do, and what is tried on them."""

from __future__ import annotations

import json
import os
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from holding import single_key_token
from running import Node, Running, confirm_all, hold_ceremony

from cluster import Cluster, OwnDatabase
from longarm.errors import Unsound
from longarm.exchange.holder.bodies import Key
from longarm.exchange.oprf import group, threshold, voprf
from longarm.exchange.refused import Refused
from longarm.transport.letters import send

PHONE = "+218910000017"
Place = tuple[tuple[Running, Running, Running], Node, Key]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A ceremony was held, one node is a member of all three."""
    folder = tmp_path_factory.mktemp("holders")
    three = tuple(Running(folder / name).make(name) for name in ("amman", "beirut", "cairo"))
    for holder in three:
        holder.start()
    try:
        hold_ceremony(*three)
        node = Node()
        for holder in three:
            node.join(holder)
        yield three, node, node.keys(three[0]).keys[0]  # type: ignore[misc]
    finally:
        for holder in three:
            holder.stop()


def log_of(holder: Running) -> dict[tuple[str, str], tuple[int, int]]:
    lines = [json.loads(line) for line in holder.run("holder", "log", "--json").splitlines()]
    return {(line["member"], line["what"]): (line["letters"], line["elements"]) for line in lines}


def spent_by(node: Node, holder: Running) -> int:
    lines = [json.loads(line) for line in holder.run("holder", "member", "list", "--json").splitlines()]
    return next(int(line["spent"]) for line in lines if line["fingerprint"] == node.party.fingerprint)


def elements(count: int) -> tuple[bytes, ...]:
    return (voprf.blind(b"anything", os.urandom).element,) * count


def refused(holder: Running, data: bytes) -> str:
    with pytest.raises(Refused) as found:
        send(holder.card, data)
    return found.value.code


def test_any_two_of_three_give_what_one_key_would_that_nobody_has(place: Place) -> None:
    three, node, key = place
    assert all(node.keys(holder).keys[0] == key for holder in three), "all say the same of the key"
    whole = bytes(group.BYTES)
    for holder in three[:2]:
        share = holder.share(key.epoch)
        indices = sorted(each.share(key.epoch).index for each in three[:2])
        whole = group.scalar_add(whole, group.scalar_mul(threshold.weight(share.index, indices), share.scalar))
    alone = single_key_token(whole, PHONE)
    assert [node.tokens(key, pair, PHONE)[0] for pair in ((three[0], three[1]), (three[2], three[0]), three[1:])] == [alone] * 3  # type: ignore[arg-type]


def test_a_holder_that_lies_is_named(place: Place) -> None:
    three, node, key = place
    true = three[1].share(key.epoch)
    three[1].replace_share(key.epoch, threshold.Share(true.index, group.random_scalar(os.urandom)))
    with pytest.raises(Unsound) as fault:
        node.tokens(key, three[:2], PHONE)
    three[1].replace_share(key.epoch, true)
    assert (fault.value.message, fault.value.facts["holder"]) == ("oprf-proof", true.index)


def test_a_million_numbers_stop_at_the_budget_and_the_log_shows_who_tried(place: Place) -> None:
    three, _, key = place
    thief, holder = Node(), three[0]
    thief.join(holder, budget=2_500)
    mine = holder.share(key.epoch).index
    indices = (mine, mine % 3 + 1)
    got = 0
    for _ in range(1_000_000 // 1000):
        try:
            got += len(thief.evaluated(holder, send(holder.card, thief.question(holder, key, indices, elements(1000)))).elements)
        except Refused as fault:
            assert fault.code == "budget"
            break
    assert got == 2_000
    assert refused(holder, thief.question(holder, key, indices, elements(1000))) == "budget"
    log, who = log_of(holder), thief.party.fingerprint
    assert log[who, "evaluate"] == (2, 2_000)
    assert log[who, "refused-budget"] == (2, 2_000)
    assert holder.log.count("refused, budget") == 1, "once in the server's log, not once a letter"


def test_what_no_member_of_today_may_ask_is_refused_in_one_word(place: Place) -> None:
    three, node, key = place
    holder, gone = three[2], Node()
    mine = holder.share(key.epoch).index
    indices, one = (mine, mine % 3 + 1), elements(1)
    letter = node.question(holder, key, indices, one)
    first = send(holder.card, letter)
    before = spent_by(node, holder)
    assert send(holder.card, letter) == first
    assert spent_by(node, holder) == before, "a replay costs nothing and tells nothing new"

    gone.join(holder)
    send(holder.card, gone.question(holder, key, indices, one))
    holder.run("holder", "member", "cut-off", gone.party.fingerprint)
    assert refused(holder, gone.question(holder, key, indices, one)) == "cut-off"
    assert refused(holder, Node().question(holder, key, indices, one)) == "unknown-member"
    assert refused(holder, node.question(holder, key, indices, one, epoch="9-00000000")) == "wrong-epoch"
    assert refused(holder, node.question(three[0], key, indices, one)) == "not-for-us"
    for minutes in (-16, 16):
        away = datetime.now(UTC) + timedelta(minutes=minutes)
        assert refused(holder, node.question(holder, key, indices, one, now=away)) == "clock-off"
    send(holder.card, node.question(holder, key, indices, one, now=datetime.now(UTC) - timedelta(minutes=10)))
    assert refused(holder, letter[:9]) == "truncated"


def test_a_gigabyte_is_refused_before_it_is_read(place: Place) -> None:
    holder = place[0][0]
    context = ssl.create_default_context(cadata=holder.card.certificate)
    began, sent = time.monotonic(), 0
    with (
        socket.create_connection(("127.0.0.1", holder.port)) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as line,
    ):
        line.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1073741824\r\n\r\n")
        with suppress(OSError):  # the holder does not listen any more
            for _ in range(1024):
                line.sendall(bytes(1 << 20))
                sent += 1
        answer = bytearray()
        with suppress(OSError):
            while part := line.recv(4096):
                answer += part
    assert b" 413 " in answer.splitlines()[0]
    assert b'{"refused":"too-large"}' in answer
    assert sent < 64
    assert time.monotonic() - began < 20
    assert log_of(holder)["", "refused-too-large"] == (1, 0)


def test_senders_that_stop_in_the_middle_hold_nobody_up(place: Place) -> None:
    (holder, other, _), node, key = place
    context = ssl.create_default_context(cadata=holder.card.certificate)
    with ExitStack() as lines:
        for _ in range(50):  # more than a process has threads
            plain = lines.enter_context(socket.create_connection(("127.0.0.1", holder.port), timeout=5))
            line = lines.enter_context(context.wrap_socket(plain, server_hostname="127.0.0.1"))
            line.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 70000\r\n\r\nlongarm")
        began = time.monotonic()
        assert node.tokens(key, (holder, other), PHONE)
        assert time.monotonic() - began < 5


def test_killed_while_it_evaluates_it_answers_later_and_counts_once(place: Place) -> None:
    three, _, key = place
    node, holder = Node(), three[1]
    node.join(holder, budget=20_000)
    mine = holder.share(key.epoch).index
    letters = [node.question(holder, key, (mine, mine % 3 + 1), elements(2000)) for _ in range(6)]
    answers: dict[int, bytes] = {}

    def ask(place: int) -> None:
        with suppress(Unsound):  # the line breaks: whether it was answered is not known
            answers[place] = send(holder.card, letters[place], seconds=20)

    asking = [threading.Thread(target=ask, args=(place,)) for place in range(6)]
    for each in asking:
        each.start()
    time.sleep(0.4)
    holder.kill()
    for each in asking:
        each.join()
    holder.start()
    again = [send(holder.card, letter) for letter in letters]
    assert all(again[place] == answer for place, answer in answers.items())
    assert all(len(node.evaluated(holder, data).elements) == 2000 for data in again)
    assert spent_by(node, holder) == 12_000


def test_shares_given_anew_while_killed_and_a_lost_holder_replaced_give_the_same_tokens(place: Place, tmp_path: Path) -> None:
    (amman, beirut, cairo), node, key = place
    before = node.tokens(key, (amman, beirut), PHONE)
    old = cairo.share(key.epoch)
    cairo.kill()  # and never seen again
    tunis = Running(tmp_path / "tunis").make("tunis").start()
    try:
        node.join(tunis)
        described = tmp_path / "key.json"
        described.write_text(amman.run("holder", "key", "show", key.epoch))
        three, more = (amman, beirut, tunis), ("--reshare", str(described))
        others = {holder: tuple(other for other in three if other is not holder) for holder in three}
        for moment in (0.9, 1.3):  # the command dies at any moment, and the server under it
            dying = amman.begin(*others[amman], more=more)
            time.sleep(moment)
            dying.kill()
            dying.communicate()
        beirut_begins = beirut.begin(*others[beirut], more=more)
        tunis_begins = tunis.begin(*others[tunis], more=more)
        beirut.kill()
        beirut.start()
        confirm_all((beirut, tunis, amman), [beirut_begins, tunis_begins, amman.begin(*others[amman], more=more)])

        new = node.keys(tunis).keys[0]
        assert (new.epoch, new.renewal) == (key.epoch, key.renewal + 1)
        assert new.commitments.public == key.commitments.public
        for pair in ((amman, beirut), (amman, tunis), (beirut, tunis)):
            assert node.tokens(new, pair, PHONE) == before
        assert refused(amman, node.question(amman, key, (1, 2), elements(1))) == "wrong-epoch", "the old share is gone"
        mine = threshold.evaluate(old, (old.index, amman.share(key.epoch).index), elements(1))
        with pytest.raises(Unsound):  # what the lost holder kept fits nothing any more
            threshold.check(mine, old.index, (old.index, amman.share(key.epoch).index), new.commitments, elements(1))
    finally:
        tunis.stop()


def test_no_byte_of_a_holder_says_whom_anybody_asked_about(place: Place) -> None:
    (amman, *_), _, _ = place
    planted = (PHONE.encode(), PHONE.removeprefix("+").encode(), b"phone\x00", PHONE.encode("utf-16-le"))
    files = [path for folder in (amman.data, amman.data.with_name("amman.keys")) for path in folder.rglob("*") if path.is_file()]
    files.append(amman.data.with_name("amman.log"))
    assert any(path.suffix == ".sqlite3" for path in files)
    for path in files:
        held = path.read_bytes()
        assert not any(word in held for word in planted), path


@pytest.mark.postgresql
def test_two_holders_on_postgresql(own_database: OwnDatabase, tmp_path: Path) -> None:
    cluster = Cluster(Path(os.environ["LONGARM_TEST_CLUSTER"]))
    second = cluster.create()
    pair = (
        Running(tmp_path / "one", own_database.environment["DATABASE_URL"]).make("one").start(),
        Running(tmp_path / "two", cluster.address(second)).make("two").start(),
    )
    try:
        epoch = hold_ceremony(*pair)
        node = Node()
        for holder in pair:
            node.join(holder)
        key = node.keys(pair[0]).keys[0]
        assert key.epoch == epoch
        assert node.tokens(key, pair, PHONE) == node.tokens(key, pair, PHONE)
        pair[0].kill()
        pair[0].start()
        assert len(node.tokens(key, pair, PHONE, "+201000000010")) == 2
    finally:
        for holder in pair:
            holder.stop()
        cluster.drop(second)
