"""First run: two choices; an organisation with its recovery key shown once; then the door."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from people import PASSPHRASE

pytestmark = pytest.mark.django_db
FORM = {"organisation": "قاوم", "name": "Basma", "passphrase": PASSPHRASE, "again": PASSPHRASE}


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


def test_an_empty_node_offers_two_choices(client: Client) -> None:
    text = client.get("/desk/").content.decode()
    assert "Set up my organisation" in text
    assert "Look around with the demonstration" in text
    assert client.get("/desk/sign-in/").headers["Location"] == "/desk/"


def test_set_up_shows_the_recovery_key_once_and_opens_a_visit(client: Client) -> None:
    answer = client.post("/desk/set-up/", FORM)
    key = re.search(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}", answer.content.decode())
    assert key
    assert answer["Cache-Control"] == "no-store"
    assert client.get("/desk/cases/").status_code == 200
    assert key[0] not in client.get("/desk/").content.decode()
    assert client.get("/desk/set-up/").headers["Location"] == "/desk/"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"again": PASSPHRASE + "x"}, "not the same"),
        ({"passphrase": "short", "again": "short"}, "too easy to guess"),
        ({"organisation": "  "}, "A name has 1 to"),
        ({"name": ""}, "A name has 1 to"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_made(client: Client, changed: dict[str, str], said: str) -> None:
    answer = client.post("/desk/set-up/", {**FORM, **changed})
    text = answer.content.decode()
    assert answer.status_code == 400
    assert said in re.sub("<.*?>", "", text)
    assert PASSPHRASE not in text
    assert "Set up my organisation" in client.get("/desk/").content.decode()


def test_a_second_set_up_is_refused(client: Client) -> None:
    client.post("/desk/set-up/", FORM)
    assert Client().post("/desk/set-up/", {**FORM, "name": "Mallory"}).headers["Location"] == "/desk/"
    answer = Client(headers={"accept-language": "en"}).post("/desk/sign-in/", {"name": "Mallory", "passphrase": PASSPHRASE})
    assert answer.status_code == 400


def test_the_door_says_the_same_for_a_wrong_name_and_a_wrong_passphrase(client: Client) -> None:
    client.post("/desk/set-up/", FORM)
    client = Client(headers={"accept-language": "en"})
    wrong = client.post("/desk/sign-in/", {"name": "Basma", "passphrase": "not the right one"}).content.decode()
    nobody = client.post("/desk/sign-in/", {"name": "Basma2", "passphrase": "not the right one"}).content.decode()
    said = "The name or the passphrase is wrong."
    assert said in wrong
    assert said in nobody
    assert "not the right one" not in wrong


def test_signing_out_ends_the_visit_for_every_window(client: Client) -> None:
    client.post("/desk/set-up/", FORM)
    kept = client.cookies["visit"].value
    assert client.post("/desk/sign-out/").headers["Location"] == "/desk/sign-in/"
    client.cookies["visit"] = kept
    assert client.get("/desk/cases/").headers["Location"] == "/desk/sign-in/"


def test_the_language_is_remembered_for_the_visit_and_leads_nowhere_else(client: Client) -> None:
    answer = client.post("/desk/language/", {"speak": "fr", "back": "/desk/sign-in/"})
    assert answer.headers["Location"] == "/desk/sign-in/"
    assert '<html lang="fr"' in client.get("/desk/").content.decode()
    for back in ("https://elsewhere.example/", "//elsewhere.example", "/"):
        assert client.post("/desk/language/", {"speak": "fr", "back": back}).headers["Location"] == "/desk/", back


def test_the_demonstration_speaks_the_language_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("longarm.casework.demo.load.case_names", lambda: ("shorouk",))
    visitor = Client(headers={"accept-language": "fr"})
    assert visitor.post("/desk/demo/").status_code == 302
    inbox = visitor.get("/desk/cases/").content.decode()
    assert "Chourouk" in inbox
    assert "longarm, démonstration" in inbox
