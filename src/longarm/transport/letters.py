"""Carries a letter to the party a card names, and brings its answer back: HTTPS that believes the card's certificate only.

No certificate authority is asked: who the other side is says the card, whose fingerprint people compared by voice. A letter
is signed and mostly sealed by itself; TLS keeps from the network between who writes to whom about how much.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import httpcore
import httpx
import msgspec

from longarm.errors import BadInput, Unsound
from longarm.exchange.card import Card
from longarm.exchange.letter import MAGIC, MAX_LETTER
from longarm.exchange.refused import CODES, Refused
from longarm.transport.deadline import Deadline
from longarm.transport.reason import reason

MEDIA_TYPE: Final = "application/vnd.longarm.letter"
SECONDS: Final = 60.0  # for the whole exchange, however slowly the other side speaks or reads
_CONNECT: Final = 15.0
_CONNECT_ONION: Final = 45.0  # a circuit has to be built first
_MOST: Final = MAX_LETTER + len(MAGIC) + 1
_MOST_REFUSAL: Final = 1024


class _Refusal(msgspec.Struct, frozen=True):
    refused: str


def send(card: Card, letter: bytes, *, proxy: str | None = None, seconds: float = SECONDS) -> bytes:
    """Posts `letter` to the address on `card`. Returns the answer, which is a letter too; reading it is the caller's.

    `proxy`: a SOCKS address (`socks5h://127.0.0.1:9050`), needed for an onion address, used for every other when given. The
    environment's proxies are never used.

    Raises Refused when the other side takes the letter not; Unsound when it cannot be reached, shows another certificate, is
    too slow or answers something else; BadInput when the card has no address or the proxy is missing or none.
    """
    onion = _onion(card, proxy)
    deadline = Deadline(seconds)
    headers = [("Content-Type", MEDIA_TYPE), ("Accept", MEDIA_TYPE), ("Accept-Encoding", "identity"), ("User-Agent", "longarm")]
    limits = {"timeout": {"connect": min(seconds, _CONNECT_ONION if onion else _CONNECT)}}
    try:
        with (
            _connections(card, proxy, deadline) as connections,
            connections.stream("POST", _address(card), content=letter, headers=headers, extensions=limits) as response,
        ):
            status = response.status
            taken = status == httpx.codes.OK
            answer = _read(card, response.iter_stream(), _MOST if taken else _MOST_REFUSAL)
            kind = next((value for name, value in response.headers if name.lower() == b"content-type"), b"")
    except httpcore.TimeoutException as fault:
        raise Unsound("exchange-too-slow", organisation=card.organisation, seconds=int(seconds)) from fault
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, httpx.InvalidURL) as fault:
        raise _why(card, fault) from fault
    if not taken:
        raise _refusal(card, status, answer)
    if kind.partition(b";")[0].strip().lower() != MEDIA_TYPE.encode():
        raise Unsound("exchange-no-letter-back", organisation=card.organisation, status=status)
    return answer


def _address(card: Card) -> httpcore.URL:
    read = httpx.URL(card.address)  # a name with letters beyond ASCII as the network writes it
    return httpcore.URL(scheme=read.raw_scheme, host=read.raw_host, port=read.port, target=read.raw_path)


def _connections(card: Card, proxy: str | None, deadline: Deadline) -> httpcore.ConnectionPool:
    if proxy:
        return httpcore.SOCKSProxy(proxy, ssl_context=_trust(card), network_backend=deadline)
    return httpcore.ConnectionPool(ssl_context=_trust(card), network_backend=deadline)


def _onion(card: Card, proxy: str | None) -> bool:
    if not card.address:
        raise BadInput("exchange-no-address", organisation=card.organisation)
    if proxy and urlsplit(proxy).scheme not in ("socks5", "socks5h"):
        raise BadInput("exchange-not-a-proxy", proxy=proxy[:100])
    onion = (urlsplit(card.address).hostname or "").endswith(".onion")
    if onion and not proxy:
        raise BadInput("exchange-onion-without-proxy", organisation=card.organisation)
    return onion


def _trust(card: Card) -> ssl.SSLContext:
    """Trusts the card's certificate and nothing else; the name or number of the address has to stand on it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # checks names and demands a certificate
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if card.certificate:
        try:
            context.load_verify_locations(cadata=card.certificate)
        except (ssl.SSLError, TypeError):  # the second: a letter that is not ASCII
            raise BadInput("exchange-card-certificate") from None
    return context


def _read(card: Card, parts: Iterator[bytes], most: int) -> bytes:
    answer = bytearray()
    for part in parts:
        answer += part
        if len(answer) > most:
            raise Unsound("exchange-answer-too-large", organisation=card.organisation)
    return bytes(answer)


def _refusal(card: Card, status: int, answer: bytes) -> BadInput | Unsound:
    try:
        said = msgspec.json.decode(answer, type=_Refusal).refused
    except (ValueError, RecursionError):
        said = ""
    for code in CODES:
        if code == said:
            return Refused(code)
    return Unsound("exchange-no-letter-back", organisation=card.organisation, status=status)


def _why(card: Card, fault: Exception) -> Unsound:
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Unsound("exchange-other-certificate", organisation=card.organisation)
        cause = cause.__cause__ or cause.__context__
    return Unsound("exchange-unreachable", organisation=card.organisation, why=reason(fault))
