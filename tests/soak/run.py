"""`make soak`: acts of a node are killed (-9) at random moments; after each kill everything is looked at.

Nothing that was told as done may be missing, nothing may be half there, every row opens with the key of now, the audit record is
whole, the numbered checks of `longarm check` pass on node and backups, and no planted word lies on the disk. One act more than
was told may be there: the one that was at hand. Prints what was killed; the same seed kills in the same order.

Each act runs in a fork of this process, which holds no connection to the database itself.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

NEW_CASE_AFTER = 60  # kills
FILES = 25  # then a new case: a channel takes sixty files, and one act may send many
ROWS = 120  # notes that a rotation has to seal anew, from the start
LIMIT = 60.0  # seconds that one look or one preparation may take


def main() -> int:
    options = _options()
    root = Path(options.data) if options.data else Path(tempfile.mkdtemp(prefix="longarm-soak-"))
    os.environ["LONGARM_DATA"] = str(root / "data")
    if options.database != "given":
        os.environ.pop("DATABASE_URL", None)
    cluster = None
    if options.database == "postgresql":
        from cluster import Cluster

        cluster = Cluster.start()
        os.environ["DATABASE_URL"] = cluster.address(cluster.create())
    try:
        return soak(options, root)
    finally:
        if cluster is not None:
            cluster.stop()
        if not options.data:
            shutil.rmtree(root, ignore_errors=True)


def soak(options: argparse.Namespace, root: Path) -> int:
    from longarm.casework.first_start import bring_up
    from longarm.store.folder import folder_of

    bring_up(folder_of())
    _settle()
    from acts import ACTS

    only = [name for name in ACTS if not options.only or name in options.only]
    chance = random.Random(options.seed)
    kept, recovery = _prepare(root)
    told = _Told()
    killed: dict[str, int] = defaultdict(int)
    done: dict[str, int] = defaultdict(int)
    ahead: dict[str, int] = defaultdict(int)
    strays, began = 0, time.monotonic()
    for turn in range(options.kills):
        if turn and (turn % NEW_CASE_AFTER == 0 or told.sent > FILES):
            kept.case, kept.code = _inside(lambda: _new_case(kept.passphrase))
            told.begin_again()
        act = chance.choice(only)
        lines = _killed(lambda tell, act=act, turn=turn: ACTS[act](kept, tell, str(turn)), _after(act, chance))
        if any(line.startswith("fault ") for line in lines):
            print(f"kill {turn} (seed {options.seed}), {act}: {lines[-1]}", file=sys.stderr)
            return 1
        killed[act] += 1
        done[act] += told.take(lines)
        kept.passphrase = kept.passphrase if told.passphrase is None else told.passphrase
        try:
            seen = _inside(lambda: _look(kept, recovery))
            more = told.compare(seen, act)
        except AssertionError as fault:
            print(f"kill {turn} (seed {options.seed}), {act}: {fault}", file=sys.stderr)
            return 1
        ahead[act] += more
        kept.passphrase, strays = seen.passphrase, max(strays, seen.strays)
    found = planted(root)
    took = time.monotonic() - began
    print(f"{options.database}, seed {options.seed}: {options.kills} kills in {took:.0f} s; nothing lost, nothing half there")
    _table(killed, done, ahead)
    print(f"stray files in the vault at most: {strays} (a start or `longarm check --remove-orphans` removes them)")
    print(f"planted words found on the disk: {found or 'none'}")
    return 1 if found else 0


class _Told:
    """What the acts said they had done."""

    def __init__(self) -> None:
        self.cases: dict[str, str] = {}
        self.backups = 0
        self.begin_again()

    def begin_again(self) -> None:
        self.notes, self.letters, self.version, self.files = ROWS, 1, 1, set[str]()
        self.begun: str | None = None
        self.sent = 0  # files that were begun, whether they came to their end or not
        self.passphrase: int | None = None

    def take(self, lines: list[str]) -> int:
        self.begun = None
        acts = 0
        for line in lines:
            kind, _, rest = line.partition(" ")
            acts += kind != "begun"
            if kind == "note":
                self.notes += 1
            elif kind == "letter":
                self.letters += 1
            elif kind == "version":
                self.version += 1
            elif kind == "begun":
                self.begun, self.sent = rest, self.sent + 1
            elif kind == "file":
                self.files.add(rest)
            elif kind in ("made", "sealed", "deleted"):
                self.cases[rest] = "deleted" if kind == "deleted" else "open"
            elif kind == "backup":
                self.backups = min(3, self.backups + 1)
            elif kind == "passphrase":
                self.passphrase = int(rest)
        return acts

    def compare(self, seen: Any, act: str) -> int:
        """How many acts more than told are there: none, or the one at hand. Anything else raises AssertionError."""
        more = 0
        for kind, name in (("note", "notes"), ("letter", "letters"), ("case saved", "version")):
            there = getattr(seen, name) - getattr(self, name)
            assert there in ((0, 1) if act == kind else (0,)), f"{name}: {getattr(seen, name)}, told {getattr(self, name)}"
            more += there
        lost = self.files - seen.files
        assert not lost, f"lost: {lost}"
        surplus = seen.files - self.files
        assert surplus <= {self.begun}, f"half there: {surplus}"
        for case, state in self.cases.items():
            there = seen.cases.get(case)
            assert there == state or (act in ("deletion", "sealing") and there == "deleted"), f"{case}: {there}, told {state}"
            self.cases[case] = there
        assert seen.backups >= self.backups, f"backups: {seen.backups}, told {self.backups}"
        if self.passphrase is not None:
            assert seen.passphrase in (self.passphrase, self.passphrase + (act == "passphrase")), "another passphrase"
        self.notes, self.letters, self.version, self.files = seen.notes, seen.letters, seen.version, set(seen.files)
        self.passphrase, self.backups = seen.passphrase, seen.backups
        return more + len(surplus)


def _prepare(root: Path) -> tuple[Any, str]:
    from acts import Soak, passphrase

    from longarm.casework.node import node
    from longarm.casework.people.organisations import add_user, set_up_organisation
    from longarm.casework.people.visits import sign_in
    from longarm.keys.backup import new_backup_key, store_public

    def make() -> Any:
        made = set_up_organisation("MARK-organisation", "Basma", passphrase(0))
        rana = add_user(sign_in("Basma", passphrase(0)).actor, "Rana", passphrase(0), "caseworker")
        store_public(node().folder.keys, new_backup_key().public)
        case, code = _new_case(0)
        return Soak(case, code, rana, root / "backups"), made.recovery_key

    return _inside(make)  # type: ignore[no-any-return]


def _new_case(number: int) -> tuple[Any, str]:
    from acts import WORDS, passphrase

    from longarm.casework.day.notes import add_note
    from longarm.casework.intake import returns
    from longarm.casework.intake.submit import submit
    from longarm.casework.people.visits import sign_in
    from longarm.intake.report import Report

    report = submit(Report(language="ar", words=WORDS, child="no"))
    case = returns.holder_of(report.token).case
    basma = sign_in("Basma", passphrase(number)).actor
    for _ in range(ROWS):
        add_note(basma, case, WORDS)
    return case, report.code


def _look(kept: Any, recovery: str) -> Any:
    from look import look

    return look(kept, recovery, newest=2)


def _after(act: str, chance: random.Random) -> float:
    """Seconds until the kill: from the first moment on to a few acts later."""
    longest = {"rotation": 1.5, "backup": 1.0, "sealing": 1.5, "deletion": 0.6, "file in pieces": 0.8, "letter": 0.8}
    return chance.uniform(0.02, longest.get(act, 0.4))


def _killed(act: Callable[..., None], seconds: float) -> list[str]:
    """Runs `act` in a fork, kills it after `seconds` of work, and returns the lines that it told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)

        def tell(line: str) -> None:
            os.write(writer, line.encode() + b"\n")

        try:
            tell("")  # it begins
            act(tell)
        except BaseException:
            tell("fault " + traceback.format_exc().replace("\n", " | ")[-1500:])
        os._exit(1)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as told:
        lines = told.read().decode().split("\n")
    return [line for line in lines[:-1] if line]  # what stands behind the last line's end was cut off


def _inside(act: Callable[[], Any]) -> Any:
    """What `act` returns, in a fork of its own: this process keeps no connection and no key."""
    import pickle  # noqa: TID251 - from our own fork

    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            made = pickle.dumps((True, act()))
        except BaseException:
            made = pickle.dumps((False, traceback.format_exc()))
        with os.fdopen(writer, "wb") as out:
            out.write(made)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        data = told.read()
    os.waitpid(child, 0)
    good, made = pickle.loads(data)  # noqa: S301 - from our own fork
    assert good, made
    return made


def _settle() -> None:
    """Cheap passphrases and codes; and no connection that forks would share."""
    from django.conf import settings
    from django.db import connections

    from longarm.keys.passphrase import LEAST

    settings.LONGARM_PASSPHRASE_COST = settings.LONGARM_RECEIPT_COST = LEAST
    connections.close_all()


def planted(root: Path) -> list[str]:
    """Files under `root` in which a word stands that somebody wrote."""
    return [str(path) for path, data in _files(root) if any(mark in data for mark in (b"MARK-", "رصيف".encode()))]


def _files(root: Path) -> Iterator[tuple[Path, bytes]]:
    for path in root.rglob("*"):
        if path.is_file():
            yield path, path.read_bytes()


def _table(killed: dict[str, int], done: dict[str, int], ahead: dict[str, int]) -> None:
    print(f"{'act':<16}{'kills':>7}{'acts told':>11}{'one more there':>16}")
    for act, count in sorted(killed.items()):
        print(f"{act:<16}{count:>7}{done[act]:>11}{ahead[act]:>16}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--database", choices=("sqlite", "postgresql", "given"), default="sqlite", help="given: DATABASE_URL")
    parser.add_argument("--only", nargs="*", help="acts, by name")
    parser.add_argument("--data", help="folder to keep (default: a temporary one)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
