"""The second door of the desk: what a browser meets between the passphrase and the cases."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from longarm.casework.people.second_factor import begin_second_factor, confirm_second_factor
from longarm.keys.second_factor import Factor
from people import PASSPHRASE, People

pytestmark = pytest.mark.django_db


def code_of(written: str, later: int = 0) -> str:
    import base64

    from cryptography.hazmat.primitives.hashes import SHA1
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

    secret = Factor(base64.b32decode(written + "=" * (-len(written) % 8)), ()).secret
    return TOTP(secret, 6, SHA1(), 30).generate(int(timezone.now().timestamp()) + later).decode()  # noqa: S303 - RFC 6238


def test_the_whole_way(people: People, enter: Callable[[str], Client]) -> None:
    basma = enter("Basma")
    page = basma.get("/desk/second-factor/").content.decode()
    assert 'class="scan"' in page
    assert "style=" not in page
    written = re.sub(r"[^A-Z2-7]", "", re.search(r"<code>(.*?)</code>", page)[1].replace("<bdi", "").split(">", 1)[-1])
    assert basma.post("/desk/second-factor/", {"code": "111111"}).status_code == 400
    done = basma.post("/desk/second-factor/", {"code": code_of(written, -30)})
    assert len(re.findall(r"<li><code>", done.content.decode())) == 10
    assert 'class="scan"' not in basma.get("/desk/second-factor/").content.decode()

    again = Client(headers={"accept-language": "en"})
    half = again.post("/desk/sign-in/", {"name": "Basma", "passphrase": PASSPHRASE})
    assert half.headers["Location"] == "/desk/sign-in/second/"
    assert again.get("/desk/cases/").headers["Location"] == "/desk/sign-in/"
    wrong = again.post("/desk/sign-in/second/", {"code": "12"})
    assert wrong.status_code == 400
    assert "not the code of now" in wrong.content.decode()
    assert again.post("/desk/sign-in/second/", {"code": code_of(written)}).headers["Location"] == "/desk/cases/"
    assert again.get("/desk/cases/").status_code == 200


def test_a_stranger_finds_no_second_door(people: People) -> None:
    stranger = Client()
    assert stranger.post("/desk/sign-in/second/", {"code": "123456"}).status_code == 401
    assert stranger.get("/desk/second-factor/").status_code == 302
    assert stranger.post("/desk/second-factor/drop/", {"code": "123456"}).status_code == 401


def test_a_code_in_the_form_is_not_kept_anywhere(people: People, enter: Callable[[str], Client]) -> None:
    spare = confirm_second_factor(people.rana, code_of(begin_second_factor(people.rana).written))
    half = Client()
    half.post("/desk/sign-in/", {"name": "Rana", "passphrase": PASSPHRASE})
    refused = half.post("/desk/sign-in/second/", {"code": "9876543210"})
    assert "9876543210" not in refused.content.decode()
    assert half.post("/desk/sign-in/second/", {"code": spare[0]}).status_code == 302
