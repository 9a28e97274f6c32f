"""What a person who came with a code can say, allow, take back; and that a withdrawal is heard and destroys nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from longarm.casework.actor import Actor
from longarm.casework.case_keys import open_for
from longarm.casework.channels import for_team
from longarm.casework.day.conversation import answer, of_case, set_status
from longarm.casework.intake import consents, holder, returns
from longarm.casework.intake import submit as intake
from longarm.casework.intake.returns import Holder
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.people.team import add_member, remove_member
from longarm.casework.refusals import Conflict
from longarm.casework.rules import Hours, Rules, change_rules
from longarm.errors import BadInput
from longarm.intake.consent import USES
from longarm.intake.report import Report
from longarm.intake.wishes import Wishes
from longarm.store.models import Case, Channel, Letter
from people import PASSPHRASE, enter, join


@pytest.fixture
def basma(db: None) -> Actor:
    set_up_organisation("قاوم", "Basma", PASSPHRASE)
    return enter("Basma")


@pytest.fixture
def amal(basma: Actor) -> Holder:
    report = Report(language="en", child="no", words="It began in March.", consents=("contact", "authorities"))
    return returns.holder_of(intake.submit(report).token)


def case() -> Case:
    return Case.objects.get()


def allowed(basma: Actor, who: Holder) -> set[str]:
    channel = for_team(open_for(basma, who.case), who.channel)
    return {use for use in USES if consents.allows(channel, use)}


def test_a_letter_waits_for_an_answer_from_when_it_was_written(basma: Actor, amal: Holder) -> None:
    [thread] = of_case(basma, amal.case)
    answer(basma, thread.id, "We read it.")
    holder.write(amal, "He wrote again.")
    first = case().asked_at
    holder.write(amal, "And again.")
    assert case().asked_at == first
    assert not case().urgent
    holder.write(amal, "He is at the door.", urgent=True)
    assert case().urgent
    [thread] = of_case(basma, amal.case)
    assert [letter.body.urgent for letter in thread.letters if not letter.from_team] == [False, False, False, True]


def test_letters_have_their_bounds(amal: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    for text, says in (("", "Nothing is written"), (" \n", "Nothing is written"), ("x" * 8001, "longer than")):
        with pytest.raises(BadInput, match=says):
            holder.write(amal, text)
    monkeypatch.setattr(holder, "MOST_UNREAD", 3)
    holder.write(amal, "one")
    holder.write(amal, "two")
    for act in (
        lambda: holder.write(amal, "three"),
        lambda: holder.allow(amal, "matching"),
        lambda: holder.wish(amal, Wishes(how="call")),
    ):
        with pytest.raises(BadInput, match="not read yet"):
            act()
    holder.take_back(amal, "contact")  # this is always possible
    holder.withdraw(amal)


def test_each_use_is_allowed_and_taken_back_by_itself_with_the_wording_kept(basma: Actor, amal: Holder) -> None:
    assert allowed(basma, amal) == {"contact", "authorities"}
    holder.allow(amal, "matching", "fr")
    holder.take_back(amal, "authorities", "en")
    assert allowed(basma, amal) == {"contact", "matching"}
    channel = for_team(open_for(basma, amal.case), amal.channel)
    history = consents.history(channel)
    assert [(one.use, one.allowed, one.language) for one in history[2:]] == [
        ("matching", True, "fr"),
        ("authorities", False, "en"),
    ]
    assert history[2].wording.startswith("Les numéros")
    [thread] = of_case(basma, amal.case)
    assert [letter.body.notice for letter in thread.letters] == ["told", "allowed", "took_back"]
    assert thread.letters[-1].body.use == "authorities"


def test_saying_the_same_again_adds_nothing(amal: Holder) -> None:
    holder.allow(amal, "contact")
    holder.take_back(amal, "counsel")
    holder.wish(amal, Wishes())
    assert len(holder.page(amal).letters) == 1


def test_what_was_taken_back_makes_the_team_look_and_what_was_allowed_does_not(basma: Actor, amal: Holder) -> None:
    [thread] = of_case(basma, amal.case)
    answer(basma, thread.id, "We read it.")
    holder.allow(amal, "statistics")
    assert case().asked_at is None
    holder.take_back(amal, "authorities")
    assert case().asked_at is not None


def test_how_to_be_contacted_is_the_holders_word(basma: Actor, amal: Holder) -> None:
    assert holder.page(amal).wishes == Wishes(how="never")
    wishes = Wishes(how="call", where="+218910000017", hours="after nine", code_word="lemon")
    holder.wish(amal, wishes)
    assert of_case(basma, amal.case)[0].wishes == holder.page(amal).wishes == wishes
    holder.wish(amal, Wishes(how="message", hours="mornings"))  # her page shows neither number nor word: left empty, they stay
    assert holder.page(amal).wishes == Wishes(how="message", where="+218910000017", hours="mornings", code_word="lemon")
    holder.wish(amal, Wishes(how="email"))
    assert holder.page(amal).wishes == Wishes(how="email", code_word="lemon")
    holder.wish(amal, Wishes())
    assert holder.page(amal).wishes == Wishes()


def test_a_withdrawal_stops_every_use_is_told_and_destroys_nothing(basma: Actor, amal: Holder) -> None:
    holder.wish(amal, Wishes(how="call", where="+218910000017"))
    Case.objects.update(asked_at=None, held=True)
    remains = holder.withdraw(amal, "en")
    assert remains == (3, 0, True)  # the account, the wish, the withdrawal
    assert allowed(basma, amal) == set()
    page = holder.page(amal)
    assert (page.withdrawn, page.takes_files, page.wishes.how, page.answer_by) == (True, False, "never", None)
    assert page.letters[0].body.text == "It began in March."
    assert case().asked_at is not None
    [thread] = of_case(basma, amal.case)
    assert (thread.state, thread.letters[-1].body.notice) == ("withdrawn", "withdrew")
    assert holder.withdraw(amal) == remains
    for act in (lambda: holder.write(amal, "x"), lambda: holder.allow(amal, "contact"), lambda: holder.wish(amal, Wishes())):
        with pytest.raises(Conflict, match="withdrawn"):
            act()
    assert Channel.objects.get().state == "withdrawn"


def test_who_withdrew_still_comes_in_with_the_code(basma: Actor) -> None:
    code, token = intake.submit(Report(language="ar", child="no", words="و"))
    holder.withdraw(returns.holder_of(token))
    assert holder.page(returns.holder_of(returns.enter(code))).withdrawn


def test_the_status_is_what_the_team_set(basma: Actor, amal: Holder) -> None:
    assert holder.page(amal).status is None
    set_status(basma, amal.channel, "waiting_others", "Meta has our request.")
    status = holder.page(amal).status
    assert status is not None
    assert (status.standing, status.words) == ("waiting_others", "Meta has our request.")


def test_a_time_is_told_only_where_somebody_is_there_at_hours(basma: Actor, amal: Holder) -> None:
    assert holder.page(amal).answer_by is None
    Case.objects.update(asked_at=datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    Letter.objects.update(made_at=datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    change_rules(basma, Rules(staffed=tuple(Hours(day, "09:00", "17:00") for day in range(7))))
    assert holder.page(amal).answer_by == datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    [thread] = of_case(basma, amal.case)
    answer(basma, thread.id, "We read it.")
    assert holder.page(amal).answer_by is None


def test_a_change_of_the_team_gives_the_channel_a_new_key_and_the_holder_notices_nothing(basma: Actor, amal: Holder) -> None:
    holder.wish(amal, Wishes(code_word="lemon"))
    set_status(basma, amal.channel, "working")
    before, sealed = holder.page(amal), bytes(Channel.objects.get().holder_key_sealed)
    rana = join(basma, "Rana", "caseworker")
    add_member(basma, amal.case, rana.user)
    remove_member(basma, amal.case, rana.user)
    assert bytes(Channel.objects.get().holder_key_sealed) != sealed
    assert holder.page(amal) == before
    holder.write(amal, "I am still here.")
    assert holder.page(amal).letters[-1].body.text == "I am still here."


def test_a_letter_of_the_team_is_read_when_the_holder_looks(basma: Actor, amal: Holder) -> None:
    [thread] = of_case(basma, amal.case)
    answer(basma, thread.id, "We read it.")
    assert of_case(basma, amal.case)[0].letters[-1].read_at is None
    holder.page(amal)
    assert of_case(basma, amal.case)[0].letters[-1].read_at is not None
