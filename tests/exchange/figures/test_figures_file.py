"""Figures travel as a signed file: three nodes' files are read and put together; what is altered or absurd is refused."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
import pytest

from longarm.errors import BadInput
from longarm.exchange.figures.cells import cells
from longarm.exchange.figures.counts import counts
from longarm.exchange.figures.file import MAX_FILE, MOST, read_figures, write_figures
from longarm.exchange.figures.outcome import Outcome
from longarm.exchange.figures.published import FORMAT, Figure, Published, publish
from longarm.exchange.figures.table import together
from longarm.keys.party import Party

NODE = Party.new()
DAY = date(2026, 2, 1)
REFUSED = Outcome("LY", "preserve", "refused", DAY, DAY + timedelta(60), "no_legal_basis")


def published(seed: int = 1) -> Published:
    counted = counts(((seed, n), REFUSED) for n in range(300))
    return publish(counted, cells(("LY", "DE")), period="2026-Q1", asking=("EG",), below=random.Random(seed).randrange)


def said(**other: object) -> Published:
    figures = (Figure("LY", "preserve", "result", "refused", 300),)
    return msgspec.structs.replace(Published(FORMAT, "2026-Q1", ("EG",), "9", 60, figures), **other)


def test_three_nodes_files_are_read_and_put_together() -> None:
    parties = [Party.new() for _ in range(3)]
    files = [write_figures(party.signing, published(seed)) for seed, party in enumerate(parties)]
    told = [read_figures(file) for file in files]
    assert [one.fingerprint for one in told] == [party.fingerprint for party in parties]
    line = next(
        line
        for line in together((one.fingerprint, one.published) for one in told)
        if (line.requested, line.measure) == ("LY", "preserve")
    )
    assert line.of == 3
    assert line.median == 90
    assert line.reasons[0][0] == "no_legal_basis"


def test_the_same_figures_are_the_same_bytes() -> None:
    assert write_figures(NODE.signing, published()) == write_figures(NODE.signing, published())


def test_laid_out_otherwise_it_still_holds() -> None:
    assert read_figures(msgspec.json.format(write_figures(NODE.signing, published()), indent=4)).published == published()


def test_what_was_altered_is_refused() -> None:
    file = write_figures(NODE.signing, said())
    other = Party.new().signing.public.pem.decode()
    for was, now in ((b"300", b"301"), (b"2026-Q1", b"2026-Q2"), (b'"EG"', b'"DE"')):
        assert was in file
        refused(file.replace(was, now), "figure-changed")
    swapped = msgspec.json.decode(file) | {"key": other}  # another node's name on it
    refused(msgspec.json.encode(swapped), "figure-changed")


def test_what_is_no_file_of_figures_is_refused() -> None:
    file = write_figures(NODE.signing, said())
    twice = file.replace(b'"key":', b'"signature": "",\n "key":')
    more = msgspec.json.encode(msgspec.json.decode(file) | {"more": 1})
    for wrong in (b"", b"[]", b"{}", b"\xff", b"[" * 100_000, file[:-30], twice, more):
        refused(wrong, "figure-not-one")
    refused(file.replace(b"-file/1", b"-file/2"), "figure-other-version")
    refused(file + b" " * MAX_FILE, "figure-too-large")


@pytest.mark.parametrize(
    "wrong",
    [
        {"period": "2026"},
        {"period": "٢٠٢٦-Q1"},  # the same quarter once more, under another name
        {"period": "2_26-Q1"},
        {"period": "+226-Q1"},
        {"asking": ("ZZ",)},
        {"scale": "1e999999999"},
        {"scale": "1/0"},
        {"longarm": "longarm-figures/2"},
        {"figures": (Figure("LY", "preserve", "result", "refused", MOST + 1),)},
        {"figures": (Figure("LY", "preserve", "result", "refused", 59),)},
        {"figures": (Figure("LY", "preserve", "result", "a name", 300),)},
        {"figures": (Figure("ZZ", "preserve", "result", "refused", 300),)},
        {"figures": (Figure("LY", "preserve", "result", "refused", 300),) * 2},
    ],
)
def test_what_no_node_can_have_counted_is_refused_though_it_is_signed(wrong: dict[str, object]) -> None:
    refused(write_figures(NODE.signing, said(**wrong)), "figure-absurd")


def test_the_table_is_the_same_whoever_asked() -> None:
    assert len(cells(("LY", "DE"))) == 2 * 11 * (5 + 8 + 15)


def refused(file: bytes, why: str) -> None:
    with pytest.raises(BadInput) as fault:
        read_figures(file)
    assert fault.value.message == why
