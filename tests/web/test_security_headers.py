"""What each answer carries, pinned: nothing kept, nothing framed, nothing from elsewhere, nothing told."""

from __future__ import annotations

import pytest
from django.test import Client

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


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_every_page_carries_the_same_headers(page: str) -> None:
    answer = Client().get(page)
    headers = answer.headers
    assert {part.strip() for part in headers["Content-Security-Policy"].split(";")} == POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Server"] == "web"
    assert "Last-Modified" not in headers
    assert "ETag" not in headers


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
    assert Client().get("/", headers={"x-forwarded-proto": "https"})["Strict-Transport-Security"] == "max-age=63072000"


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
