"""Where a request comes from, as far as it can be known: for counting knocks, never kept."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """The IPv4 address, or the /56 of an IPv6 address, as text; empty where nothing is known.

    Behind Tor or a server in front every request comes from this machine: that is nobody's network. `LONGARM_FORWARDED=1`
    says that the server in front appends the browser's address to `X-Forwarded-For`; then the last one there counts.
    """
    text = request.META.get("REMOTE_ADDR", "")
    if getattr(settings, "FORWARDED", False):
        text = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return "" if address.is_loopback else f"{address.exploded[:17]}"
        address = address.ipv4_mapped
    return "" if address.is_loopback else str(address)
