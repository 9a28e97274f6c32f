"""What each answer carries, pinned: nothing kept, nothing framed, nothing from elsewhere, nothing told."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from permission_rows import ROWS, Ask
from permission_world import NOTHING, address_of, asked, make, undone

if TYPE_CHECKING:
    from cluster import OwnDatabase

POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
}
PAGES = ["/", "/desk/", "/desk/set-up/", "/desk/sign-in/", "/nowhere/", "/desk/nowhere/"]


# Pictures of exhibits and files that are handed out have rules of their own, stricter or for one thing more.
PICTURES = POLICY - {"img-src 'self'"} | {"img-src 'self' data:", "media-src 'self'"}
ATTACHED = {"default-src 'none'", "frame-ancestors 'none'", "sandbox"}
PLAYED = ATTACHED | {"media-src 'self'"}
METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE")


def carries(answer: Any, address: str) -> None:
    headers = answer.headers
    policy = {part.strip() for part in headers["Content-Security-Policy"].split(";")}
    assert policy in (POLICY, PICTURES, ATTACHED, PLAYED), address
    assert policy == POLICY or address.startswith("/desk/"), address
    kept = address.startswith("/static/") and "/desk/" in address
    assert headers["Cache-Control"] == ("public, max-age=31536000, immutable" if kept else "no-store"), address
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= {one.strip() for one in headers["Permissions-Policy"].split(",")}
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Server"] == "web"
    assert not {"Last-Modified", "ETag", "X-Powered-By", "Access-Control-Allow-Origin"} & set(headers), address
    type_ = headers.get("Content-Type", "")
    assert not type_.startswith("text/") or "charset=utf-8" in type_ or answer.status_code == 416, address
    assert address.startswith("/desk/") or not answer.cookies, address


@pytest.mark.django_db
@pytest.mark.one_database("about answers, not tables")
def test_every_answer_of_every_address_carries_the_same_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    """By everybody, with every method, whatever becomes of it."""
    world, seen = make(monkeypatch), Counter[int]()

    def look(answer: Any, address: str) -> None:
        carries(answer, address)
        seen[answer.status_code] += 1

    absent = dict.fromkeys(world.things, NOTHING)
    for pattern, asks in ROWS.items():
        for ask in (*asks, Ask("GET", frozenset()), Ask("POST", frozenset())):
            for person in ("nobody", "coordinator"):
                with undone():
                    look(asked(world, pattern, ask, person), f"/{address_of(pattern, world.things)}")
        with undone():
            look(asked(world, pattern, asks[0], "coordinator", absent), f"/{address_of(pattern, absent)}")
        client = Client(raise_request_exception=False)
        for method in METHODS:
            answer = client.generic(method, f"/{address_of(pattern, world.things)}")
            look(answer, f"/{address_of(pattern, world.things)}")
            assert answer.status_code in ((200, 302, 503) if method == "HEAD" else (405,)) or method == "HEAD", (method, pattern)
    for odd in ("/nowhere/", "/desk/nowhere/", "/%ff", "/desk/cases/not-an-id/", "//elsewhere.example/"):
        look(Client().get(odd), odd)
    look(Client().get("/", headers={"host": "elsewhere.example"}), "/")
    look(Client().post("/", b"--x\r\n", content_type="multipart/form-data"), "/")
    look(Client(enforce_csrf_checks=True).post("/desk/language/", {"speak": "fr"}), "/desk/language/")
    monkeypatch.setattr("longarm.web.desk.door.sign_in.is_empty", lambda: 1 // 0)
    look(Client(raise_request_exception=False).get("/desk/sign-in/"), "/desk/sign-in/")
    assert {200, 302, 400, 401, 403, 404, 405, 409, 500} <= set(seen), seen


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_pages_hold_no_inline_script_style_or_handler(page: str) -> None:
    text = Client().get(page).content.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
    assert " onclick" not in text
    assert "javascript:" not in text


@pytest.mark.django_db
def test_over_https_the_browser_is_told_to_stay_there(settings) -> None:  # type: ignore[no-untyped-def]
    settings.SECURE_HSTS_SECONDS = 63072000
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    told = Client().get("/", headers={"x-forwarded-proto": "https"})["Strict-Transport-Security"]
    assert told == "max-age=63072000; includeSubDomains"


@pytest.mark.django_db
def test_over_plain_http_nothing_is_promised() -> None:
    assert "Strict-Transport-Security" not in Client().get("/").headers


@pytest.mark.django_db
def test_the_public_pages_leave_no_cookie_and_keep_no_file_in_the_browser() -> None:
    client = Client()
    answer = client.get("/")
    client.post("/", {"choice": "safe"})
    assert not client.cookies
    for path in [part.split('"')[0] for part in answer.content.decode().split('"/static/')[1:]]:
        kept = client.get(f"/static/{path}")
        assert kept.status_code == 200
        assert kept["Cache-Control"] == "no-store"
        assert "longarm" not in kept.content.decode()  # what a curious eye finds in the cache or the inspector


@pytest.mark.django_db
def test_files_of_the_desk_may_be_kept_and_are_named_by_their_digest() -> None:
    client = Client()
    text = client.get("/desk/").content.decode()
    path = next(part.split('"')[0] for part in text.split('"/static/')[1:] if "desk.css" in part)
    assert client.get(f"/static/{path}")["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get(f"/static/000000000000/{path.partition('/')[2]}").status_code == 404
    assert client.get("/static/000000000000/../settings.py").status_code == 404


@pytest.mark.django_db
def test_a_visit_lives_in_a_cookie_for_this_site_and_http_alone(people, enter) -> None:  # type: ignore[no-untyped-def]
    cookie = enter("Basma").cookies["visit"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/desk/"
    assert not cookie["max-age"]
    assert not cookie["expires"]


@pytest.mark.django_db
def test_over_https_the_cookie_is_never_sent_in_the_clear(people, enter, settings) -> None:  # type: ignore[no-untyped-def]
    settings.CSRF_COOKIE_SECURE = True
    assert enter("Basma").cookies["visit"]["secure"]


BRING_UP = "from longarm.casework.first_start import bring_up; from longarm.store.folder import folder_of; bring_up(folder_of())"
HTTPS = """
import django
django.setup()
from django.conf import settings
from django.test import Client
from longarm.keys.passphrase import LEAST
settings.LONGARM_PASSPHRASE_COST = LEAST
from longarm.casework.people.organisations import set_up_organisation
set_up_organisation("R", "Basma", "قمر ليمون شباك رصيف")
client = Client(HTTP_HOST="localhost", HTTP_X_FORWARDED_PROTO="https")
client.get("/desk/sign-in/")
client.post("/desk/language/", {"speak": "fr"})
client.post("/desk/sign-in/", {"name": "Basma", "passphrase": "قمر ليمون شباك رصيف"})
for name, one in client.cookies.items():
    print(name, bool(one["secure"]), bool(one["httponly"]), one["samesite"], one["path"])
print(client.get("/desk/cases/").status_code, client.get("/")["Strict-Transport-Security"])
"""


def test_on_a_node_reached_by_https_cookies_say_so_in_their_names(own_database: OwnDatabase) -> None:
    """`__Secure-`: no page without https, and no other machine of the domain that has none, can put one in the browser."""
    environment = {**own_database.environment, "LONGARM_HTTPS": "1", "DJANGO_SETTINGS_MODULE": "longarm.web.settings"}
    subprocess.run([sys.executable, "-c", BRING_UP], env=own_database.environment, check=True)
    done = subprocess.run([sys.executable, "-c", HTTPS], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    *cookies, last = done.stdout.splitlines()
    assert {line.split()[0] for line in cookies} == {f"__Secure-{name}" for name in ("form", "speaks", "visit", "known")}
    assert all(line.split(" ", 1)[1].startswith("True True Strict /desk/") for line in cookies), cookies
    assert last == "200 max-age=63072000; includeSubDomains"
