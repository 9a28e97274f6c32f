"""Internet addresses, IPv4 (RFC 791) and IPv6 (RFC 4291, written as RFC 5952 asks).

Proves: from where a connection came, if the time to the second, its zone and the port are known with it; the access provider
can then name the line. Does not prove who sat there: behind one address may stand thousands (100.64.0.0/10, RFC 6598), a VPN
or a café. Never a link alone.
Four numbers with dots may be a version: medium, unless an address is spoken of.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from longarm.signals import words
from longarm.signals.digits import plain
from longarm.signals.found import Sure
from longarm.signals.likeness import Likeness

EXAMPLES: Final = {"192[.]0[.]2[.]17": "192.0.2.17", "2001:DB8:0:0::17": "2001:db8::17", "::ffff:192.0.2.17": "192.0.2.17"}
_DOT: Final = r"(?:\.|\[\.\]|\(\.\))"
_V4: Final = re.compile(rf"(?<![A-Za-z0-9.:@_-])[0-9]{{1,3}}(?:{_DOT}[0-9]{{1,3}}){{3}}(?!\.?[A-Za-z0-9_@-])")
_V6: Final = re.compile(r"(?<![A-Za-z0-9:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|[0-9.]{7,15})?(?![A-Za-z0-9:.])")
# What every such address holds somewhere, and most text does not.
_V4_HINT: Final = re.compile(rf"[0-9]{_DOT}[0-9]")
_V6_HINT: Final = re.compile(r"::|:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}:")
_SHARED: Final = ipaddress.ip_network("100.64.0.0/10")
_PRIVATE: Final = tuple(
    ipaddress.ip_network(n) for n in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16",
                                      "fc00::/7", "fe80::/10", "::1/128")
)  # fmt: skip


class Ip(NamedTuple):
    start: int
    end: int
    normal: str
    certainty: Sure
    why: str | None


def clean(value: str) -> str | None:
    """The address in its one written form, or None."""
    text = re.sub(r"\[\.\]|\(\.\)", ".", plain(value)).strip("[]")
    if re.fullmatch(r"[0-9.]+:[0-9]{1,5}", text):
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(address)


def compare(one: str, other: str) -> Likeness | None:
    """`same`, unless the address cannot name one line of the internet: then nothing."""
    return "same" if one == other and remark(one) is None else None


def remark(normal: str) -> str | None:
    """`private_address` or `shared_address` where the address cannot name one line of the internet."""
    address = ipaddress.ip_address(normal)
    if address.version == 4 and address in _SHARED:
        return "shared_address"
    return "private_address" if any(address in net for net in _PRIVATE if net.version == address.version) else None


def scan(text: str) -> Iterator[Ip]:
    """Every address in folded text."""
    for hint, shape, sure in ((_V4_HINT, _V4, False), (_V6_HINT, _V6, True)):
        if not hint.search(text):
            continue
        for match in shape.finditer(text):
            normal = clean(match[0])
            if normal is None or (sure and len(match[0]) < 6) or int(ipaddress.ip_address(normal)) < 2**24:
                continue
            certainty: Sure = "high" if sure or words.near(text, match.start(), match.end(), "ip") else "medium"
            yield Ip(
                match.start(),
                match.end(),
                normal,
                certainty,
                remark(normal) or ("perhaps_version" if certainty == "medium" else None),
            )
