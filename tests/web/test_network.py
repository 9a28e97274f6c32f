"""Where a knock comes from: as much as is needed to count, and nothing where nothing is known."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from longarm.web.network import network_of

KNOWN = {
    "192.0.2.7": "192.0.2.7",
    "::ffff:192.0.2.7": "192.0.2.7",
    "2001:db8:0:12ab::1": "2001:0db8:0000:12",  # a household, or a telephone
    "2001:db8:0:12ff:9:9:9:9": "2001:0db8:0000:12",
    "127.0.0.1": "",  # Tor, or a server in front: everybody comes from here
    "::1": "",
    "": "",
    "a pipe": "",
}


@pytest.mark.parametrize("address", KNOWN)
def test_a_network_is_an_address_or_what_one_household_has_of_them(address: str) -> None:
    assert network_of(RequestFactory().get("/", REMOTE_ADDR=address)) == KNOWN[address]


def test_what_a_browser_claims_counts_only_behind_a_server_of_ours(settings) -> None:  # type: ignore[no-untyped-def]
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "203.0.113.9, 192.0.2.7"})
    assert network_of(request) == ""
    settings.FORWARDED = True
    assert network_of(request) == "192.0.2.7"  # the one our server saw; what stands before it the browser may have invented
