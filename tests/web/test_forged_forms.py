"""Forms of other pages are refused and ours are taken, although `no-referrer` makes browsers send `Origin: null` with ours."""

from __future__ import annotations

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def form() -> tuple[Client, dict[str, str]]:
    """A browser that has opened the sign-in page, and the token in its form."""
    client = Client(enforce_csrf_checks=True)
    text = client.get("/desk/sign-in/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    assert token
    return client, {"csrfmiddlewaretoken": token[1], "name": "Basma", "passphrase": "wrong wrong wrong wrong"}


def test_a_form_without_its_token_is_refused(people, form) -> None:  # type: ignore[no-untyped-def]
    client, fields = form
    answer = client.post("/desk/sign-in/", {**fields, "csrfmiddlewaretoken": ""})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 400),  # taken; the passphrase is what is wrong
        ({"origin": "null"}, 400),  # plain http, not this machine: the token alone
        ({"sec-fetch-site": "cross-site", "origin": "https://elsewhere.example"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://other.testserver"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
    ],
)
def test_where_a_form_comes_from_decides(people, form, headers: dict[str, str], status: int) -> None:  # type: ignore[no-untyped-def]
    client, fields = form
    assert client.post("/desk/sign-in/", fields, headers=headers).status_code == status
