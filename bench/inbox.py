"""The inbox and the search of one caseworker who holds the keys of very many cases; prints a table.

    .venv/bin/python bench/inbox.py [--cases N] [--folder DIR] [--search N]

On the database of DATABASE_URL, else on SQLite in a folder that is removed again. Rows are written straight into the tables,
each with its own key, sealed to the caseworker as in life, and a line of the inbox (of a few hundred files made once), and a tag
of the one number it names; three in four are not closed, two in a hundred wait for an answer, three in a hundred are urgent.
Times are of the functions that the page calls, and of the page.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

PASSPHRASE = "river lantern seven doors"  # noqa: S105 - of the bench alone
_AT_ONCE = 2_000
_FILES = 300


class Row(NamedTuple):
    """Milliseconds of `rounds` calls."""

    what: str
    median: float
    p95: float


def rows(cases: int, folder: Path, rounds: int = 40) -> list[Row]:
    visit = _ready(folder)
    actor = visit.actor
    begun = time.perf_counter()
    fill(actor, cases)
    sys.stderr.write(f"{cases:,} cases in {time.perf_counter() - begun:.0f} s\n")
    from django.test import Client
    from django.utils import timezone

    from longarm.casework.day.inbox import alarms, inbox

    now, browser = timezone.now(), Client(headers={"host": "localhost", "accept-language": "en"})
    browser.cookies["visit"] = visit.cookie
    assert browser.get("/desk/cases/").status_code == 200  # noqa: S101
    calls: dict[str, Callable[[], object]] = {
        "first page, with counts and alarms": lambda: inbox(actor, now),
        "unclaimed, third page": lambda: inbox(actor, now, "unclaimed", 3),
        "waiting": lambda: inbox(actor, now, "waiting"),
        "mine": lambda: inbox(actor, now, "mine"),
        "closed": lambda: inbox(actor, now, "closed"),
        "twentieth page": lambda: inbox(actor, now, "all", 20),
        "alarms alone": lambda: alarms(actor, now),
        "the page as a browser gets it": lambda: browser.get("/desk/cases/"),
    }
    return _timed(calls, rounds)


def search_rows(cases: int, folder: Path) -> list[str]:
    """How fast cases go into the memory of the search, and how long one search takes then."""
    actor = _ready(folder).actor
    fill(actor, cases, files=True)
    from longarm.casework.day.search import search

    begun, found = time.perf_counter(), search(actor, "nobody here", seconds=3600)
    spent = time.perf_counter() - begun
    lines = [f"read into memory: {found.read / spent:,.0f} cases a second"]
    asked = {words: lambda words=words: search(actor, words) for words in ("احمد", "0100 000 1234", "threat")}  # type: ignore[misc]
    lines += [f"search for {row.what}: {row.median:.1f} ms, p95 {row.p95:.1f} ms" for row in _timed(dict(asked), 20)]
    return lines


def _timed(calls: dict[str, Callable[[], object]], rounds: int) -> list[Row]:
    """Rounds are interleaved, so that other load on the machine meets all of them."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for round_ in range(rounds + 1):
        for name, call in calls.items():
            begun = time.perf_counter()
            call()
            if round_:  # the first one warms what is cold
                taken[name].append((time.perf_counter() - begun) * 1000)
    return [Row(name, sorted(all_)[len(all_) // 2], sorted(all_)[int(len(all_) * 0.95)]) for name, all_ in taken.items()]


def _ready(folder: Path):  # type: ignore[no-untyped-def]
    os.environ |= {"LONGARM_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "longarm.web.settings", "LONGARM_HOSTS": "localhost"}
    from django.conf import settings

    _ = settings.DATABASES  # the web's settings, before the store would make its own
    from longarm.casework.first_start import bring_up
    from longarm.store.folder import folder_of

    bring_up(folder_of(folder))

    from longarm.casework.people.organisations import set_up_organisation
    from longarm.casework.people.visits import sign_in
    from longarm.keys.passphrase import LEAST

    settings.LONGARM_PASSPHRASE_COST = LEAST
    set_up_organisation("bench", "Basma", PASSPHRASE)
    return sign_in("Basma", PASSPHRASE)


def fill(actor, cases: int, *, there: int = 0, files: bool = False) -> None:  # type: ignore[no-untyped-def]
    """Up to `cases`, where `there` were made before; with `files` they can be opened too, not only listed."""
    from django.utils import timezone

    from longarm.store.models import Case, CaseContent, CaseKey, Named

    dice, now = random.Random(5 + there), timezone.now()
    for first in range(there, cases, _AT_ONCE):
        made = [_case(actor, number, dice, now) for number in range(first, min(cases, first + _AT_ONCE))]
        Case.objects.bulk_create([case for case, _, _ in made])
        CaseKey.objects.bulk_create([key for _, key, _ in made])
        Named.objects.bulk_create([Named(case=case, tag=os.urandom(32), about_sealed=b"") for case, _, _ in made])
        if files:
            CaseContent.objects.bulk_create([content for _, _, content in made])


@cache
def _file(number: int):  # type: ignore[no-untyped-def]
    from longarm.case.file import parse_case

    return parse_case(
        f"""\
longarm: case/1
reference: B-{number:06d}
persons:
  - {{id: complainant, roles: [complainant], alias: {("أحمد", "Noor", "شروق")[number % 3]} {number}, locations: [{{state: EG}}]}}
  - {{id: suspect-1, roles: [suspect], locations: [{{state: LY, certainty: inferred}}]}}
identifiers: [{{id: phone-1, type: phone, value: "+20100{number % 10_000_000:07d}", used_by: suspect-1}}]
events: [{{id: e1, kind: threat_to_publish, by: suspect-1, to: complainant, note: "she was told to answer by night"}}]
risks: [honour_violence]
""",
        "bench",
    ).case


def _case(actor, number: int, dice: random.Random, now):  # type: ignore[no-untyped-def]
    from longarm.case.file import to_json
    from longarm.casework.case_keys import open_with_key
    from longarm.casework.day.brief import sealed_brief
    from longarm.keys.case import new_key, seal_to
    from longarm.store.models import Case, CaseContent, CaseKey

    file = _file(number % _FILES)
    case = Case(organisation_id=actor.organisation, stage=dice.choice(["received", "open", "open", "closed"]))
    case.urgent, case.made_at = dice.random() < 0.03, now - timedelta(minutes=dice.random() * 300_000)
    if case.stage != "closed":
        case.asked_at = now - timedelta(minutes=dice.random() * 3_000) if dice.random() < 0.02 else None
        case.due_on = (now + timedelta(days=dice.randint(0, 90))).date() if dice.random() < 0.5 else None
        case.claimed_by_id = actor.user if dice.random() < 0.001 else None
    opened = open_with_key(case, new_key())
    case.brief_sealed = sealed_brief(opened, file, 1)
    key = CaseKey(case=case, user_id=actor.user, sealed=seal_to(bytes(actor.private.public_key), str(case.id), opened.key))
    content = CaseContent(case=case, version=1, file_sealed=opened.seal("case-file", to_json(file)))
    return case, key, content


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--search", type=int, default=0, help="measure the search over so many cases instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.search:
            for line in search_rows(options.search, Path(folder, "data")):
                sys.stdout.write(line + "\n")
            return
        for row in rows(options.cases, Path(folder, "data")):
            sys.stdout.write(f"{row.what:<40}{row.median:8.1f} ms median {row.p95:8.1f} ms p95\n")


if __name__ == "__main__":
    main()
