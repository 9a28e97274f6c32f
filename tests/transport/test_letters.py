"""A letter goes to the party whose certificate its card carries, over TLS 1.3, and nowhere else."""

import select
import socket
import socketserver
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from longarm.errors import BadInput, Unsound
from longarm.exchange.card import Card, make_card, read_card
from longarm.exchange.letter import MAX_LETTER
from longarm.exchange.refused import Refused
from longarm.keys.certificate import load_or_create
from longarm.keys.party import Party
from longarm.transport.letters import MEDIA_TYPE, send

NOW = datetime(2026, 11, 29, tzinfo=UTC)


class Answers(BaseHTTPRequestHandler):
    """Answers each letter as its text asks; counts what arrives."""

    arrived = 0

    def do_POST(self) -> None:
        Answers.arrived += 1
        asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status, kind, body = {
            "echo": (200, MEDIA_TYPE, b"echo"),
            "refuse": (429, "application/json", b'{"refused":"budget"}'),
            "puzzle": (400, "application/json", b'{"refused":"no such code"}'),
            "page": (200, "text/html", b"<h1>welcome</h1>"),
            "away": (302, "text/html", b""),
            "flood": (200, MEDIA_TYPE, b"x" * (MAX_LETTER + 1000)),
        }[asked]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if asked == "away":
            self.send_header("Location", f"https://localhost:{self.server.server_address[1]}/echo")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


class Quiet(ThreadingHTTPServer):
    tls: ssl.SSLContext | None = None

    def get_request(self) -> tuple[socket.socket, Any]:
        """TLS is begun in the thread of the connection: whoever connects and says nothing must not stop the others."""
        line, address = super().get_request()
        line.settimeout(30)
        return (self.tls.wrap_socket(line, server_side=True, do_handshake_on_connect=False) if self.tls else line), address

    def handle_error(self, *_: object) -> None:
        pass  # a client that hangs up is what some of these tests are about


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[tuple[Quiet, ssl.SSLContext, Card]]:
    server = Quiet(("127.0.0.1", 0), Answers)
    certificate = load_or_create(tmp_path, "127.0.0.1", NOW)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate.file)
    server.tls = context
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Answers.arrived = 0
    yield server, context, card_of(f"https://127.0.0.1:{server.server_address[1]}/", certificate.pem)
    server.shutdown()


def card_of(address: str, certificate: str) -> Card:
    made = make_card(
        Party.new(), role="hub", organisation="Hub", states=(), address=address, certificate=certificate, made_at=NOW
    )
    return read_card(made)


def other(card: Card, **changed: str) -> Card:
    return card_of(changed.get("address", card.address), changed.get("certificate", card.certificate))


def test_a_letter_goes_over_tls_and_its_answer_comes_back(
    hub: tuple[Quiet, ssl.SSLContext, Card], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")  # nobody is there: the environment's proxies are not asked
    assert send(hub[2], b"echo") == b"echo"
    with pytest.raises(Refused) as refused:
        send(hub[2], b"refuse")
    assert refused.value.code == "budget"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (b"puzzle", "exchange-no-letter-back"),
        (b"page", "exchange-no-letter-back"),
        (b"away", "exchange-no-letter-back"),
        (b"flood", "exchange-answer-too-large"),
    ],
)
def test_an_answer_that_is_no_letter_is_not_read_on(hub: tuple[Quiet, ssl.SSLContext, Card], asked: bytes, told: str) -> None:
    with pytest.raises(Unsound) as fault:
        send(hub[2], asked)
    assert fault.value.message == told
    assert Answers.arrived == 1, "a redirect is not followed"


def test_who_shows_another_certificate_or_another_name_gets_no_letter(
    hub: tuple[Quiet, ssl.SSLContext, Card], tmp_path: Path
) -> None:
    (tmp_path / "else").mkdir()
    stranger = load_or_create(tmp_path / "else", "127.0.0.1", NOW).pem
    for card in (other(hub[2], certificate=stranger), other(hub[2], address=hub[2].address.replace("127.0.0.1", "localhost"))):
        with pytest.raises(Unsound) as fault:
            send(card, b"echo")
        assert fault.value.message == "exchange-other-certificate"
    assert Answers.arrived == 0


def test_an_older_tls_is_not_spoken(hub: tuple[Quiet, ssl.SSLContext, Card]) -> None:
    hub[1].maximum_version = ssl.TLSVersion.TLSv1_2
    with pytest.raises(Unsound) as fault:
        send(hub[2], b"echo")
    assert fault.value.message == "exchange-unreachable"


def test_a_party_without_address_or_behind_tor_without_its_proxy_is_said(hub: tuple[Quiet, ssl.SSLContext, Card]) -> None:
    for address, proxy, told in (
        ("", None, "exchange-no-address"),
        ("http://" + "a" * 56 + ".onion/", None, "exchange-onion-without-proxy"),
        (hub[2].address, "http://127.0.0.1:9", "exchange-not-a-proxy"),
    ):
        with pytest.raises(BadInput) as fault:
            send(other(hub[2], address=address), b"echo", proxy=proxy)
        assert fault.value.message == told


def test_a_certificate_is_made_once_for_its_host_and_again_for_another(tmp_path: Path) -> None:
    first = load_or_create(tmp_path, "holder.example", NOW)
    assert load_or_create(tmp_path, "holder.example", NOW).pem == first.pem
    assert load_or_create(tmp_path, "192.0.2.7", NOW).pem != first.pem
    assert first.file.stat().st_mode & 0o077 == 0
    first.file.chmod(0o644)
    with pytest.raises(BadInput):
        load_or_create(tmp_path, "192.0.2.7", NOW)


class OnionRouter(socketserver.BaseRequestHandler):
    """A SOCKS 5 proxy (RFC 1928) that leads to one place, whatever name it is asked for, and remembers the name."""

    asked = ""
    to = ("127.0.0.1", 0)

    def handle(self) -> None:
        line = self.request
        line.recv(2 + 255)
        line.sendall(b"\x05\x00")
        head = line.recv(5)
        assert head[:4] == b"\x05\x01\x00\x03", "a name, not a number that was looked up here"
        OnionRouter.asked = line.recv(head[4] + 2)[:-2].decode()
        line.sendall(b"\x05\x00\x00\x01" + bytes(6))
        with socket.create_connection(OnionRouter.to) as there:
            ends = {line: there, there: line}
            while ready := select.select(list(ends), [], [], 30)[0]:
                for one in ready:
                    if not (part := one.recv(65536)):
                        return
                    ends[one].sendall(part)


def test_an_onion_address_is_reached_through_its_proxy_and_its_name_is_looked_up_there_only() -> None:
    service = Quiet(("127.0.0.1", 0), Answers)
    proxy = socketserver.ThreadingTCPServer(("127.0.0.1", 0), OnionRouter)
    OnionRouter.to = service.server_address  # type: ignore[assignment]
    for server in (service, proxy):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    name = "a" * 56 + ".onion"
    try:
        assert send(card_of(f"http://{name}/", ""), b"echo", proxy=f"socks5h://127.0.0.1:{proxy.server_address[1]}") == b"echo"
        assert OnionRouter.asked == name
    finally:
        for server in (service, proxy):
            server.shutdown()
