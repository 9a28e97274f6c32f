"""A file of another organisation goes in by a form as a browser sends it: with the token that the page gave, and not without."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from django.test import Client

from longarm.casework.people.visits import sign_in
from people import PASSPHRASE, People

pytestmark = pytest.mark.django_db
PAGES = ("/desk/advisories/", "/desk/exchange/figures/")


@pytest.mark.parametrize("page", PAGES)
def test_with_the_token_it_is_read_and_without_it_is_refused(people: People, page: str) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "en", "sec-fetch-site": "same-origin"})
    browser.cookies["visit"] = sign_in("Rana", PASSPHRASE).cookie
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', browser.get(page).content.decode())
    assert token
    for given, status in ((token[1], 400), ("", 403)):
        file = io.BytesIO(b"{}")
        file.name = Path(page).name + ".json"
        form = {"file": file, "form": "stix", "do": "hear", "csrfmiddlewaretoken": given}
        assert browser.post(page, form).status_code == status
