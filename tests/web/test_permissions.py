"""Every address of the node, asked by everybody, with GET and with POST: docs/permissions.md is that table, held here.

Whoever may not is refused, and has changed nothing: every table of the database is compared before and after. A new address
without a row in `permission_rows.py` fails. `make permissions` writes the page again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from permission_codes import ACTS, HOLDERS, answered
from permission_page import page
from permission_rows import PEOPLE, ROWS, Ask
from permission_world import NOTHING, World, asked, everything, make, text, undone

from longarm.store.models import Record

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("keys and roles decide, not tables")]
PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"
# Where being let in means to be led to the door.
TO_THE_DOOR = {"desk/", "desk/sign-out/", "desk/passphrase/"}


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    return make(monkeypatch)


def addresses(patterns: Any = None, before: str = "") -> Iterator[str]:
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one.url_patterns, before + str(one.pattern))
        else:
            assert isinstance(one, URLPattern)
            yield before + str(one.pattern)


def test_every_address_has_a_row() -> None:
    missing, gone = set(addresses()) - set(ROWS), set(ROWS) - set(addresses())
    assert (missing, gone) == (set(), set()), "tests/web/permission_rows.py: a row for each address, and no other"


def test_the_whole_table(world: World) -> None:
    table = [(pattern, ask, codes(world, pattern, ask)) for pattern, asks in ROWS.items() for ask in (*asks, *untaken(asks))]
    by_code = {act: {who: with_code(world, act, who) for who in HOLDERS} for act in ACTS}
    assert not world.wrong, "\n".join(world.wrong)
    written = page(table, by_code)
    if os.environ.get("LONGARM_WRITE_PERMISSIONS"):
        PAGE.write_text(written)
    assert PAGE.read_text() == written, "docs/permissions.md is not what the node does: look at it, then `make permissions`"


@pytest.mark.parametrize("person", ["colleague", "elsewhere"])
def test_what_is_not_theirs_sounds_like_what_is_not_there(world: World, person: str) -> None:
    """To the letter: nobody learns from an answer that a case, a file, a conversation exists."""
    nowhere = {name: NOTHING if re.fullmatch(r"[0-9a-f-]{36}", thing) else thing for name, thing in world.things.items()}
    for pattern in (one for one in ROWS if "<uuid:" in one):
        for ask in (one for one in ROWS[pattern] if person not in one.may):
            with undone():
                there, absent = asked(world, pattern, ask, person), asked(world, pattern, ask, person, nowhere)
                if (there.status_code, text(there)) != (absent.status_code, text(absent)):
                    world.wrong.append(f"{ask.method} {pattern} {ask.act}: {text(there)} | {text(absent)}")
    assert not world.wrong, "\n".join(world.wrong)


def untaken(asks: tuple[Ask, ...]) -> list[Ask]:
    taken = {one.method for one in asks}
    return [Ask(method, frozenset()) for method in ("GET", "POST") if method not in taken]


def codes(world: World, pattern: str, ask: Ask) -> dict[str, str]:
    """What each person gets; who is not allowed is refused, and nothing is changed."""
    taken = ask in ROWS[pattern]
    found = {person: let_in(world, pattern, ask, person) for person in PEOPLE if taken and person in ask.may}
    refused = [person for person in PEOPLE if person not in found]
    with undone():
        before = everything()
        for person in refused:
            found[person] = turned_away(world, pattern, ask, person, (401, 403, 404, *ask.refused) if taken else (405,))
        if everything() != before:
            world.wrong.append(f"{ask.method} /{pattern} {ask.act}: somebody who was refused has changed something")
    return {person: found[person] for person in PEOPLE}


def let_in(world: World, pattern: str, ask: Ask, person: str) -> str:
    seen = Record.objects.count()
    with undone():
        answer = asked(world, pattern, ask, person)
        where = f"{ask.method} /{pattern} {ask.act} by {person}: {answer.status_code}"
        if answer.status_code not in ask.answers or (to_the_door(answer) and pattern not in TO_THE_DOOR):
            world.wrong.append(f"{where}, should be let in: {text(answer)}")
        elif ask.noted and of_case(pattern) and answer.status_code == 200 and Record.objects.count() == seen:
            world.wrong.append(f"{where}, stands in no record")
    return str(answer.status_code)


def turned_away(world: World, pattern: str, ask: Ask, person: str, statuses: tuple[int, ...]) -> str:
    answer = asked(world, pattern, ask, person)
    if answer.status_code not in statuses and not to_the_door(answer):
        world.wrong.append(f"{ask.method} /{pattern} {ask.act} by {person}: {answer.status_code}, should be refused")
    return "door" if to_the_door(answer) else str(answer.status_code)


def with_code(world: World, act: str, who: str) -> str:
    status, may = answered(world, act, who), who in ACTS[act].may
    if (status == 200) is not may:
        world.wrong.append(f"{act} by {who}: {status}, may: {may}")
    return f"**{status}**" if may else str(status)


def to_the_door(answer: Any) -> bool:
    return bool(answer.headers.get("Location") == "/desk/sign-in/")


def of_case(pattern: str) -> bool:
    return any(name in pattern for name in ("case_id", "exhibit_id", "bundle_id", "channel_id"))
