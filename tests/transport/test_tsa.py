"""Asking an authority over HTTP: one request, a small answer, within its time, no faster than it wishes."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from longarm.errors import BadInput, Unsound
from longarm.transport import tsa
from longarm.transport.tsa import MAX_ANSWER, Sender

ANSWER = "application/timestamp-reply"
Handler = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def serve() -> Iterator[Callable[[Handler], str]]:
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Handler) -> str:
        class Local(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.asked = self.rfile.read(int(self.headers["Content-Length"]))
                answer(self)

            def log_message(self, *_: object) -> None: ...

        server = ThreadingHTTPServer(("127.0.0.1", 0), Local)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/tsr"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def reply(handler: BaseHTTPRequestHandler, body: bytes, kind: str = ANSWER, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def test_the_query_goes_out_and_the_answer_comes_back(serve: Callable[[Handler], str]) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        assert handler.headers["Content-Type"] == "application/timestamp-query"
        assert "longarm" not in str(handler.headers).lower(), "it need not learn who asks"
        reply(handler, b"stamped:" + handler.asked, ANSWER + "; charset=binary")  # type: ignore[attr-defined]

    assert Sender().ask(serve(answer), b"query") == b"stamped:query"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda h: reply(h, b"", status=503), "stamp-http-status"),
        (lambda h: reply(h, b"<html>", "text/html"), "stamp-not-an-answer"),
        (lambda h: reply(h, bytes(MAX_ANSWER + 1)), "stamp-too-large"),
        (lambda h: h.wfile.write(b"nonsense\r\n\r\n"), "stamp-unreachable"),
        (
            lambda h: (h.send_response(302), h.send_header("Location", "http://127.0.0.1:9/"), h.end_headers()),
            "stamp-http-status",
        ),
    ],
)
def test_what_is_no_answer_is_refused(answer: Handler, message: str, serve: Callable[[Handler], str]) -> None:
    with pytest.raises(Unsound) as refused:
        Sender().ask(serve(answer), b"query")
    assert refused.value.message == message
    for language in ("ar", "en", "fr"):
        assert refused.value.in_language(language)


def test_an_answer_that_dribbles_for_ever_is_given_up(serve: Callable[[Handler], str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tsa, "SECONDS", 0.5)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", ANSWER)
        handler.end_headers()
        try:
            for _ in range(100):
                handler.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            pass

    begun = time.monotonic()
    with pytest.raises(Unsound) as refused:
        Sender().ask(serve(answer), b"query")
    assert refused.value.message in ("stamp-too-slow", "stamp-unreachable")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "after", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Type: application/timestamp-reply\r\n\r\n"]
)
def test_who_sends_a_byte_now_and_then_is_given_up_at_whatever_step(after: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before its head, within it, within its body: each byte would begin a client's own limit anew."""
    monkeypatch.setattr(tsa, "SECONDS", 0.5)
    ended = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as door:

        def dribble() -> None:
            line, _ = door.accept()
            with line, suppress(OSError):
                line.sendall(after)
                for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + bytes(1000):
                    if ended.wait(0.1):
                        return
                    line.sendall(bytes([byte or 65]))

        threading.Thread(target=dribble, daemon=True).start()
        begun = time.monotonic()
        with pytest.raises(Unsound) as refused:
            Sender().ask(f"http://127.0.0.1:{door.getsockname()[1]}/", b"query")
        ended.set()
    assert refused.value.message == "stamp-too-slow"
    assert time.monotonic() - begun < 2


def test_an_authority_behind_the_networks_own_proxy_is_asked_through_it(
    serve: Callable[[Handler], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def proxy(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        reply(handler, b"stamped")

    monkeypatch.delenv("NO_PROXY")
    monkeypatch.setenv("http_proxy", serve(proxy).removesuffix("/tsr"))
    assert Sender().ask("http://tsa.example/tsr", b"query") == b"stamped"
    assert asked == ["http://tsa.example/tsr"]


def test_nobody_there() -> None:
    with pytest.raises(Unsound) as refused:
        Sender().ask("http://127.0.0.1:9/", b"query")
    assert refused.value.message == "stamp-unreachable"


@pytest.mark.parametrize(
    "url", ["", "ftp://x", "file:///etc/passwd", "http://", "tsa.example", "http://[::1", "http://x:99999999"]
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(BadInput):
        Sender().ask(url, b"query")


def test_a_batch_waits_as_long_as_the_authority_wishes(serve: Callable[[Handler], str]) -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    sender = Sender(clock=lambda: now[0], sleep=sleep)
    url = serve(lambda handler: reply(handler, b"a"))
    sender.ask(url, b"1", interval=15)
    now[0] += 4
    sender.ask(url, b"2", interval=15)
    now[0] += 40
    sender.ask(url, b"3", interval=15)
    assert slept == [11.0, 0.0]
