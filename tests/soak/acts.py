"""What the soak test kills: acts of the node, one after another without end, each told on a pipe as soon as it is done."""

from __future__ import annotations

import hashlib
import io
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from longarm.casework.actor import Actor
from longarm.casework.backup.make import back_up
from longarm.casework.backup.opening import held_shelf
from longarm.casework.cases import open_case, read_case, save_case
from longarm.casework.day.conversation import answer, of_case
from longarm.casework.day.notes import add_note
from longarm.casework.intake import giving, holder, returns
from longarm.casework.life.deletion import delete_case
from longarm.casework.people.passphrases import change_passphrase
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.people.visits import sign_in
from longarm.casework.proof.exhibits import add_exhibit, receive
from longarm.casework.proof.reading import process_exhibit
from longarm.casework.refusals import Conflict
from longarm.store.models import CaseKey, Upload

CASE = "longarm: case/1\nreference: SOAK-1\npersons:\n  - {id: complainant, roles: [complainant], alias: MARK-caracal}\n"
WORDS = "MARK-zebrafink wrote again"
SIZE = 300_000


@dataclass
class Soak:
    """A node under the soak: its things, and the number of the passphrase that Basma has now."""

    case: UUID  # the case that is worked on, with many rows
    code: str  # leads to its channel
    rana: UUID
    backups: Path
    passphrase: int = 0

    def basma(self) -> Actor:
        return sign_in("Basma", passphrase(self.passphrase)).actor


Tell = Callable[[str], None]


def passphrase(number: int) -> str:
    return f"قمر ليمون شباك رصيف {number}"


def bytes_of(name: str) -> bytes:
    """The bytes of a file, made of its name: what comes out can be compared with what went in."""
    block = hashlib.sha256(name.encode()).digest()
    return b"MARK-okapi " + (block * (SIZE // len(block) + 1))[:SIZE]


def note(soak: Soak, tell: Tell, _: str) -> None:
    basma = soak.basma()
    while True:
        add_note(basma, soak.case, WORDS)
        tell("note")


def letter(soak: Soak, tell: Tell, _: str) -> None:
    amal, basma = returns.holder_of(returns.enter(soak.code)), soak.basma()
    while True:
        holder.write(amal, WORDS)
        tell("letter")
        [thread] = [one for one in of_case(basma, soak.case) if one.kind == "complainant"]
        answer(basma, thread.id, WORDS)
        tell("letter")


def rotation(soak: Soak, tell: Tell, _: str) -> None:
    """Rana comes and goes: each time she goes, every row of the case is sealed anew."""
    basma = soak.basma()
    while True:
        there = CaseKey.objects.filter(case_id=soak.case, user_id=soak.rana).exists()
        (remove_member if there else add_member)(basma, soak.case, soak.rana)
        tell("rotation")


def save(soak: Soak, tell: Tell, _: str) -> None:
    basma = soak.basma()
    while True:
        at = read_case(basma, soak.case)
        save_case(basma, soak.case, at.case, at.version)
        tell("version")


def upload(soak: Soak, tell: Tell, turn: str) -> None:
    """Over the desk: encrypted while it arrives, an exhibit at the end."""
    basma = soak.basma()
    for number in itertools.count():
        name = f"desk-{turn}-{number}"
        tell(f"begun {name}")
        with receive(basma, soak.case) as arriving:
            data = bytes_of(name)
            for at in range(0, len(data), 50_000):
                arriving.write(data[at : at + 50_000])
            arriving.finish(name, "complainant")
        tell(f"file {name}")


def pieces(soak: Soak, tell: Tell, turn: str) -> None:
    """A holder's file, which goes on where the last run was killed."""
    amal = returns.holder_of(returns.enter(soak.code))
    _go_on(amal, tell)
    for number in itertools.count():
        name = f"piece-{turn}-{number}"
        tell(f"begun {name}")
        upload = giving.begin(amal, name, len(bytes_of(name)))
        _rest(amal, upload, name, tell)


def _go_on(amal: returns.Holder, tell: Tell) -> None:
    for one in holder.page(amal).uploads:
        if one.state == Upload.State.ARRIVING:
            tell(f"begun {one.name}")
            _rest(amal, one.id, one.name, tell)


def _rest(amal: returns.Holder, upload: UUID, name: str, tell: Tell) -> None:
    data, at = bytes_of(name), giving.arrived(amal, upload)
    while at < len(data):
        at = giving.receive(amal, upload, at, data[at : at + 70_001])
    giving.finish(amal, upload)
    tell(f"file {name}")


def deletion(soak: Soak, tell: Tell, _: str) -> None:
    basma = soak.basma()
    while True:
        case = open_case(basma, CASE).id
        add_note(basma, case, WORDS)
        add_exhibit(basma, case, io.BytesIO(bytes_of("gone")), "gone")
        tell(f"made {case}")
        delete_case(basma, case, "asked")
        tell(f"deleted {case}")


def sealing(soak: Soak, tell: Tell, _: str) -> None:
    from longarm.casework.proof.bundles import seal_case

    basma = soak.basma()
    while True:
        case = open_case(basma, CASE).id
        exhibit = add_exhibit(basma, case, io.BytesIO(b"\xff\xd8\xff\xe0" + bytes_of("sealed")), "sealed")
        process_exhibit(basma, exhibit)
        seal_case(basma, case)
        tell(f"sealed {case}")
        delete_case(basma, case, "asked")
        tell(f"deleted {case}")


def backup(soak: Soak, tell: Tell, _: str) -> None:
    while True:
        with held_shelf(soak.backups) as shelf:
            made = back_up(shelf, keep=3)
        tell(f"backup {made.number}")


def passphrases(soak: Soak, tell: Tell, _: str) -> None:
    while True:
        change_passphrase(soak.basma(), passphrase(soak.passphrase), passphrase(soak.passphrase + 1))
        soak.passphrase += 1
        tell(f"passphrase {soak.passphrase}")


ACTS: dict[str, Callable[[Soak, Tell, str], None]] = {
    "note": note,
    "letter": letter,
    "rotation": rotation,
    "case saved": save,
    "upload": upload,
    "file in pieces": pieces,
    "deletion": deletion,
    "sealing": sealing,
    "backup": backup,
    "passphrase": passphrases,
}
REFUSED = Conflict
