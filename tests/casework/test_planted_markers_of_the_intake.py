"""A report, letters, wishes, files, codes, tokens: whoever takes the disk while or after they came finds none of them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from test_planted_markers import stored

from longarm.casework.day import conversation
from longarm.casework.intake import giving, holder, invitations, returns
from longarm.casework.intake import submit as intake
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.proof.deliveries import take_in
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.keys.receipt import normal
from people import PASSPHRASE, enter

WORDS = [
    "markwords-quoll حكاية",
    "+218910009138",
    "markcodeword-saola",
    "markhours-serow",
    "markletter-numbat",
    "markname-فنك.txt",
    "markbytes-gerenuk",
    "markanswer-okapi",
    "markstatus-dibatag",
    "markabout-tenrec",
    "markasked-potoo",
]
FILE = "".join(f"{n} markbytes-gerenuk +218910009138\n" for n in range(9000)).encode()


def found(words: list[str]) -> set[str]:
    spelled = {word: (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode()) for word in words}
    places = stored(settings.LONGARM_FOLDER.data)
    return {word for place, data in places for word, forms in spelled.items() if word in place or any(f in data for f in forms)}


@pytest.mark.django_db(transaction=True)
def test_the_disk_tells_nothing_of_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET log_statement = 'all'")
    set_up_organisation("R", "Basma", PASSPHRASE)
    basma = enter("Basma")
    wishes = Wishes(how="call", where=WORDS[1], code_word=WORDS[2], hours=WORDS[3])
    once = "6f6e6365" * 4
    code, token = intake.submit(Report(language="ar", child="no", words=WORDS[0], consents=("contact",), wishes=wishes), once)
    amal = returns.holder_of(token)
    holder.write(amal, WORDS[4], urgent=True)
    upload = giving.begin(amal, WORDS[5], len(FILE))
    half = len(FILE) // 2
    giving.receive(amal, upload, 0, FILE[:half])
    asked = invitations.invite_by_holder(amal, "supporter", WORDS[10])
    secrets = [spelling for one in (code, asked) for spelling in (one, normal(one), one.replace(" ", "-"))] + [token, once]
    assert found([*WORDS, *secrets]) == set()  # while a file is half-way
    giving.receive(amal, upload, half, FILE[half:])
    giving.finish(amal, upload)
    take_in(basma, amal.case)
    [thread] = conversation.of_case(basma, amal.case)
    conversation.answer(basma, thread.id, WORDS[7])
    conversation.set_status(basma, thread.id, "working", WORDS[8])
    invited = invitations.invite(basma, amal.case, "recipient", WORDS[9], "en", form="digits")
    invitations.confirm(basma, amal.case, invitations.asked(basma, amal.case)[0].letter)
    again = returns.enter(code)
    page = holder.page(returns.holder_of(again))
    assert WORDS[7] in {letter.body.text for letter in page.letters}
    assert page.wishes == wishes
    holder.withdraw(amal)
    secrets += [invited, invited.replace(" ", ""), again]
    assert found([*WORDS, *secrets]) == set()
    assert found(["LAF1"]) == {"LAF1"}  # files were looked at
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db(transaction=True)
def test_the_search_would_find_what_was_stored_in_the_clear() -> None:
    from longarm.store.models import Channel

    set_up_organisation("R", "Basma", PASSPHRASE)
    intake.submit(Report(language="ar", child="no"))
    Channel.objects.update(status_sealed=WORDS[8].encode())
    assert found(WORDS) == {WORDS[8]}
