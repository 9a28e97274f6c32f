"""Whoever asks the TAXII server again and again takes no more than a part of the process that the desk answers from."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse

from longarm.web.taxii import answers, pace


class Clock:
    now = 600.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(answers, "_pace", pace.Pace(made))
    return made


def ask(clock: Clock, network: str = "192.0.2.1", seconds: float = 1.0) -> HttpResponse:
    """A request that takes so long."""

    @answers._taxii
    def works(_request: HttpRequest, **_: Any) -> HttpResponse:
        clock.now += seconds
        return HttpResponse("done")

    asked = HttpRequest()
    asked.method, asked.META = "GET", {"REMOTE_ADDR": network, "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    answer: HttpResponse = works(asked)
    return answer


def test_a_network_gets_its_seconds_and_hears_when_to_come_again(clock: Clock) -> None:
    assert [ask(clock).status_code for _ in range(12)] == [200] * 10 + [429] * 2
    refused = ask(clock)
    assert (refused["Retry-After"], refused["Content-Type"]) == ("51", "application/taxii+json;version=2.1")
    assert b'"http_status":"429"' in refused.content
    assert ask(clock, "198.51.100.7").status_code == 200, "another one is not held up"
    clock.now = 660.0
    assert ask(clock).status_code == 200


def test_many_networks_together_leave_half_of_each_minute(clock: Clock) -> None:
    done = [ask(clock, f"192.0.2.{place}").status_code for place in range(40)]
    assert done == [200] * 30 + [429] * 10


def test_one_at_a_time(clock: Clock) -> None:
    inside, go_on, said = threading.Event(), threading.Event(), []

    @answers._taxii
    def slow(_request: HttpRequest, **_: Any) -> HttpResponse:
        inside.set()
        go_on.wait(5)
        return HttpResponse("done")

    asked = HttpRequest()
    asked.method = "GET"
    first = threading.Thread(target=lambda: said.append(slow(asked).status_code))
    first.start()
    assert inside.wait(5)
    second = ask(clock)
    go_on.set()
    first.join(5)
    assert (second.status_code, second["Retry-After"], said) == (429, "1", [200])
    assert ask(clock).status_code == 200
