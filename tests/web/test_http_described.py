"""Requests that nobody's page would send: made up from the description of the node, and made up from nothing.

Schemathesis makes them from docs/schemas/openapi.yaml, fitting and unfitting ones, and compares status, type and shape of each
answer with it. Hypothesis takes every address of the node, and any method, body, type and cookie. Never a 500, never a trace.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from permission_rows import ROWS
from permission_world import World, address_of, make, undone
from schemathesis import GenerationMode, checks
from schemathesis.specs.openapi import checks as openapi_checks
from urllib3 import HTTPResponse

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("about what is sent, not about tables")]
DESCRIBED = schemathesis.openapi.from_path(Path(__file__).parents[2] / "docs" / "schemas" / "openapi.yaml")
OPERATIONS = {operation.ok().label: operation.ok() for operation in DESCRIBED.get_all_operations()}
HELD = [
    checks.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_schema_conformance,
]
QUICK = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "derandomize": True}


@pytest.fixture
def world(db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    return make(monkeypatch)


UNFITTING = [label for label, one in OPERATIONS.items() if (one.body or one.path_parameters) and "between" not in label]
ASKED = [(label, GenerationMode.POSITIVE) for label in OPERATIONS] + [(label, GenerationMode.NEGATIVE) for label in UNFITTING]


@pytest.mark.parametrize(("label", "mode"), ASKED, ids=[f"{label} {mode.name}" for label, mode in ASKED])
def test_the_node_is_as_it_is_described(world: World, label: str, mode: GenerationMode) -> None:
    operation, desk = OPERATIONS[label], label.split()[1].startswith("/desk/")

    @settings(max_examples=6, **QUICK)
    @given(case=operation.as_strategy(generation_mode=mode))
    def probe(case: Any) -> None:
        if mode is GenerationMode.POSITIVE:
            known = {name: world.things[name] for name in case.path_parameters or () if name in ("exhibit", "case")}
            case.path_parameters.update(known)
        for cookies in ({"visit": world.keys["coordinator"]}, {}) if desk else ({},):
            with undone():
                answer = sent(case, cookies)
                case.validate_response(answer, checks=HELD)
                assert b"Traceback" not in answer.content

    probe()


def sent(case: Any, cookies: dict[str, str]) -> requests.Response:
    """Through Django's own client, in this thread and transaction; the answer as schemathesis knows answers."""
    asked = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    client = Client(raise_request_exception=False)
    client.cookies.load(cookies)
    type_ = asked.headers.get("Content-Type", "")
    answer = client.generic(asked.method or "GET", asked.path_url, asked.body or b"", content_type=type_)
    got = requests.Response()
    got.status_code, got.headers = answer.status_code, requests.structures.CaseInsensitiveDict(answer.headers)
    got.raw = HTTPResponse(BytesIO(answer.content), dict(answer.headers), answer.status_code, preload_content=False)
    got._content, got.request, got.url = answer.content, asked, asked.url or ""
    return got


ODD = ["", "yes", "-1", "٣", "1" * 400, "\x00", "../..", "\ud7ff", "{", "E0001"]
WORDS = st.one_of(st.text(max_size=30), st.sampled_from(ODD))
KNOWN = {name for asks in ROWS.values() for ask in asks for name in ask.form}
FORMS = st.dictionaries(st.sampled_from([*sorted(KNOWN), "token", "state", "choice", "back"]), WORDS, max_size=5)
TYPES = ["multipart/form-data; boundary=x", "application/json", "text/plain; charset=x", "application/x-www-form-urlencoded", ""]
METHODS = ["GET", "POST", "POST", "POST", "PUT", "HEAD", "OPTIONS", "BREW"]


@settings(max_examples=200, **QUICK)
@given(data=st.data())
def fuzz(world: World, data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(sorted(ROWS)))
    things = world.things if data.draw(st.booleans()) else {name: data.draw(st.uuids()).hex for name in world.things}
    address = "/" + address_of(pattern, things)
    client = Client(raise_request_exception=False, enforce_csrf_checks=data.draw(st.integers(0, 9)) == 0)
    known = st.sampled_from(sorted(world.keys.values()))
    client.cookies["visit"] = data.draw(st.one_of(known, st.text("az-_=", max_size=50)))
    client.cookies["speaks"] = data.draw(st.sampled_from(["ar", "xx", ""]))
    method, query = data.draw(st.sampled_from(METHODS)), data.draw(FORMS)
    with undone():
        if method == "POST" and data.draw(st.booleans()):
            form = data.draw(FORMS) | {"token": data.draw(st.sampled_from([world.keys["complainant"], "x"]))}
            answer: Any = client.post(address, form, query_params=query)
        else:
            body, type_ = data.draw(st.binary(max_size=200)), data.draw(st.sampled_from(TYPES))
            answer = client.generic(method, address, body, content_type=type_, query_params=query)
        assert answer.status_code < 500, (method, address, answer.status_code)
        assert answer.streaming or b"Traceback" not in answer.content
        assert address.startswith("/desk/") or not answer.cookies


def test_nothing_that_is_sent_breaks_it(world: World) -> None:
    fuzz(world)
