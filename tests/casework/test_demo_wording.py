"""The demonstration speaks the language of whoever asked for it: names, notes, tasks, reports and letters."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.utils import timezone
from jsonschema import Draft202012Validator

from longarm.case.file import parse_case
from longarm.casework.cases import list_cases, read_case
from longarm.casework.day.conversation import of_case
from longarm.casework.day.desk import case_view
from longarm.casework.day.inbox import inbox
from longarm.casework.demo import load
from longarm.casework.demo.lab_cases import case_text
from longarm.casework.demo.load import NAME, PASSPHRASE
from longarm.casework.demo.look_around import look_around
from longarm.casework.demo.wording import language_of, worded, wording
from longarm.casework.people.visits import sign_in
from longarm.cli import main
from longarm.cli.schema import schema_of
from longarm.texts import LANGUAGES, Language

ARABIC = re.compile("[\u0600-\u06ff]")


@pytest.mark.parametrize("name", [*load.case_names(), "tripoli"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_and_remark_of_a_founding_case_has_its_words(language: Language, name: str) -> None:
    case = load._founding(name) if name in load.case_names() else parse_case(case_text("lab/tripoli"), name).case
    words = wording(language).cases[name]
    assert set(words.persons) == {person.id for person in case.persons if person.alias}
    assert set(words.events) == {event.id for event in case.events if event.note}
    told = worded(case, words)
    assert (told.identifiers, told.risks, told.reference) == (case.identifiers, case.risks, case.reference)
    assert "article" not in (told.notes or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_say_the_same_things(language: Language) -> None:
    words, english = wording(language), wording("en")
    assert language_of(words.organisation) == language
    assert words.received.keys() == english.received.keys()
    for one, said in english.reports.items():
        there = words.reports[one]
        assert all(bool(getattr(said, part)) == bool(getattr(there, part)) for part in said.__struct_fields__), one
        assert re.findall(r"\d{5,}", said.words) == re.findall(r"\d{5,}", there.words)
    whole = repr(words)
    assert bool(ARABIC.search(whole)) == (language == "ar")


@pytest.mark.django_db
def test_who_asks_in_arabic_finds_an_arabic_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "case_names", lambda: ("shorouk", "strikeback"))
    look_around("ar")
    actor = sign_in(NAME, PASSPHRASE).actor
    assert actor.organisation_name == "الجهة التجريبية"
    found = {one.reference: one for one in list_cases(actor)}
    assert found["EG-2022-0104"].called == "شروق"
    for one in found.values():
        case = read_case(actor, one.id).case
        assert all(ARABIC.search(str(person.alias)) for person in case.persons if person.alias and person.alias != case.reference)
        view = case_view(actor, one.id, timezone.localdate())
        assert all(
            ARABIC.search(made.about.received_how or "") for made in view.proof.exhibits if made.about.received_how != "intake"
        )
        assert all(ARABIC.search(note.text) for note in view.work.notes)
    letters = [line for line in inbox(actor, timezone.now()).lines if line.letters]
    texts = [letter.body.text for line in letters for thread in of_case(actor, line.id) for letter in thread.letters]
    assert sum(bool(ARABIC.search(str(text))) for text in texts) == len(texts) - 1, "one person writes French"


@pytest.mark.django_db
def test_the_command_says_what_it_loaded_in_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(load, "case_names", lambda: ("shorouk",))
    monkeypatch.setattr("longarm.casework.first_start.bring_up", lambda _: None)  # this test's database is up
    monkeypatch.setenv("LONGARM_DATA", "")
    assert main(["demo", "--data", str(tmp_path / "data"), "--lang", "ar", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    Draft202012Validator(schema_of("demo")).validate(answer)
    assert answer == {
        "data": str(tmp_path / "data"), "name": NAME, "passphrase": PASSPHRASE, "language": "ar", "cases": ["EG-2022-0104"],
    }  # fmt: skip
    assert sign_in(NAME, PASSPHRASE).actor.organisation_name == wording("ar").organisation
