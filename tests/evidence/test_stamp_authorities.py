"""The list of authorities is honest: what nobody tried says so, and a pinned root is one that Debian ships."""

from datetime import date
from pathlib import Path

import pytest

from longarm.evidence.anchors import is_anchor, short_name, stamp_path
from longarm.evidence.authorities import authorities, authority_at, pinned_roots
from longarm.evidence.certificates import fingerprint, parse_pem

DEBIAN = Path("/usr/share/ca-certificates/mozilla")


def test_each_authority_says_when_it_was_last_tried() -> None:
    for known in authorities():
        assert known.last_checked == "never" or date.fromisoformat(known.last_checked)
    assert len({known.id for known in authorities()}) == len(authorities())
    assert len({known.url for known in authorities()}) == len(authorities())


@pytest.mark.skipif(not DEBIAN.is_dir(), reason="Debian's ca-certificates are not here")
def test_a_pinned_root_is_in_debian_s_store() -> None:
    shipped = {fingerprint(parse_pem(path.read_bytes())[0]) for path in DEBIAN.glob("*.crt") if _readable(path)}
    assert pinned_roots() <= shipped


def _readable(path: Path) -> bool:
    try:
        return bool(parse_pem(path.read_bytes()))
    except ValueError:  # a root of the last century with the serial number 0
        return False


def test_an_authority_that_asks_for_fifteen_seconds_gets_them() -> None:
    assert authority_at("http://timestamp.sectigo.com").interval == 15  # type: ignore[union-attr]
    assert authority_at("http://timestamp.digicert.com/").interval == 1  # type: ignore[union-attr]
    assert authority_at("http://tsa.example") is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://freetsa.org/tsr", "freetsa"),
        ("http://tsa.example:8080/x/y?z", "tsa-example-8080"),
        ("http://طابع.example/", "example"),
        ("http://../", "tsa"),
    ],
)
def test_an_anchor_s_name_comes_from_its_authority_and_is_plain(url: str, name: str) -> None:
    assert short_name(url, frozenset()) == name
    assert short_name(url, frozenset({stamp_path(name)})) == f"{name}-2"
    assert is_anchor(stamp_path(name), frozenset())


def test_a_chain_without_its_stamp_is_no_anchor() -> None:
    assert is_anchor("anchors/x-chain.pem", frozenset({stamp_path("x")}))
    assert not is_anchor("anchors/x-chain.pem", frozenset())
    assert not is_anchor("anchors/sub/tagmanifest-sha512.txt.x.tsr", frozenset())
