"""What a file says that somebody brought: a STIX 2.1 bundle, a MISP event, or a list of picture hashes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

from longarm.casework.exchange.advisories.said import Said
from longarm.errors import BadInput
from longarm.exchange.feeds import foreign
from longarm.exchange.feeds.advisory import Advisory, Read, id_for
from longarm.exchange.feeds.hash_list import read_list
from longarm.exchange.feeds.misp import read_misp
from longarm.exchange.feeds.read_stix import read_stix

Form = Literal["stix", "misp", "hashes"]
MOST_HASHES: Final = 50_000  # of one list
_AHEAD: Final = timedelta(days=1)  # a version from the future could never be replaced


def read_given(data: bytes, form: Form, source: str, now: datetime) -> tuple[list[Said], dict[str, int]]:
    """What the file says; what is said to be of the future is passed over."""
    if form == "hashes":
        return [_listed(data, source, now)], {}
    read: Read = read_misp(data) if form == "misp" else read_stix(data)
    kept = [Said(one) for one in read.advisories if max(one.made_at, one.changed_at) <= now + _AHEAD]
    ahead = len(read.advisories) - len(kept)
    return kept, read.passed_over | ({"of the future": ahead} if ahead else {})


def _listed(data: bytes, source: str, now: datetime) -> Said:
    """A list of hashes as an advisory: it has no words, and no id but that of where it comes from."""
    title = foreign.line(source, 200)
    if not title:
        raise BadInput("advisory-no-source")
    signs, _ = read_list(data)
    if len(signs) > MOST_HASHES:
        raise BadInput("exchange-feed-too-many", limit=MOST_HASHES)
    advisory = Advisory(
        id=id_for("hash-list", title.casefold()), by="", organisation=title, title=title, words="", language="en", signs=(),
        made_at=now, changed_at=now,
    )  # fmt: skip
    return Said(advisory, pictures=b"".join(bytes.fromhex(one.value) for one in signs))
