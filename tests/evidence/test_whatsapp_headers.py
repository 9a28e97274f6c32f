"""Headers of every phone, language and calendar that the guide lists, read alike by the careful and by the fast reader."""

import pytest

from longarm.evidence.importers.whatsapp.header import parse
from longarm.evidence.importers.whatsapp.order import Evidence, Mark, Span
from longarm.evidence.importers.whatsapp.shape import MAYBE, Form, cutter
from longarm.evidence.importers.whatsapp.times import Clocks, Days

N, B, R, L = "\u202f", "\u00a0", "\u200f", "\u200e"
VARIANTS = {
    "30/12/2021, 21:14 - ": ("dmy", "2021-12-30T21:14:00"),
    "12/30/21, 9:14 PM - ": ("mdy", "2021-12-30T21:14:00"),
    f"12/30/21, 9:14{N}PM - ": ("mdy", "2021-12-30T21:14:00"),
    f"28/3/2025, 9:29{B}p.{N}m. - ": ("dmy", "2025-03-28T21:29:00"),
    "03.08.21, 12:30 - ": ("dmy", "2021-08-03T12:30:00"),
    "2023-12-20, 5:46 p.m. - ": ("ymd", "2023-12-20T17:46:00"),
    "2023/12/20, 5:46 pm - ": ("ymd", "2023-12-20T17:46:00"),
    "18/12/19 15:57 - ": ("dmy", "2019-12-18T15:57:00"),
    "[31/12/2022, 11:40:26] ": ("dmy", "2022-12-31T11:40:26"),
    f"[14/10/2021, 3:34:09{N}PM] ": ("dmy", "2021-10-14T15:34:09"),
    "[07.03.26, 21:22:39] ": ("dmy", "2026-03-07T21:22:39"),
    "[5.05.2017 18:01:12] ": ("dmy", "2017-05-05T18:01:12"),
    "[2024/10/31 15:50:46] ": ("ymd", "2024-10-31T15:50:46"),
    "[2024/10/31 下午3:50:46] ": ("ymd", "2024-10-31T15:50:46"),
    "[12.3.2022 klo 14.08.18] ": ("dmy", "2022-03-12T14:08:18"),
    "30.12.21, 9:14 ÖS - ": ("dmy", "2021-12-30T21:14:00"),
    "١٢/٣/٢٠٢٦، ٨:١٩ م - ": ("dmy", "2026-03-12T20:19:00"),
    f"{R}٣٠{R}/١٢{R}/٢٠٢١، ٩:١٤ ص - ": ("dmy", "2021-12-30T09:14:00"),
    "٣٠/١٢/٢٠٢١، ٩:١٤ مساءً - ": ("dmy", "2021-12-30T21:14:00"),
    f"{R}[١٥/٠٩/٢٠٢٦، ٨:٤٦:٠٠ م] ": ("dmy", "2026-09-15T20:46:00"),
    f"[{R}١٥/٠٩/٢٠٢٦، ٨:٤٦:٠٠ م] ": ("dmy", "2026-09-15T20:46:00"),
    "1/5/2025، 09:17 - ": ("dmy", "2025-05-01T09:17:00"),
    "2021-12-30 9:14 د.ن - ": ("ymd", "2021-12-30T21:14:00"),
    "30/12/21، 09:14 - ": ("dmy", "2021-12-30T09:14:00"),
    f"۲۰۲۱/۱۲/۳۰،{R} ۹:۱۴ ب.ظ - ": ("ymd", "2021-12-30T21:14:00"),
    "2021. 12. 30. 21:14 - ": ("ymd", "2021-12-30T21:14:00"),
}
NO_HEADERS = (
    "30/12 at nine - we meet", "1. pay", "10.5.1 - version", "30/12/2021 was the day - I said", "[see 30/12/2021] yes",
    "+218 91 000 0017 - call: me",
    "30/12/2021, 21:14", "12:30 - lunch: rice", "30/12-2021, 21:14 - A: x", "1/2/3/4, 21:14 - A: x",
)  # fmt: skip


@pytest.mark.parametrize("header", VARIANTS, ids=ascii)
def test_a_header_is_read_and_the_pattern_made_from_it_says_the_same(header: str) -> None:
    order, expected = VARIANTS[header]
    found = parse(header + "Shorouk: text")
    assert found is not None
    assert header[found.end :] == ""
    days, clocks = Days(order), Clocks()  # type: ignore[arg-type]
    assert days[found.date.encode()] + clocks[found.time.encode()] == expected
    form = Form(found.shape)
    assert form.learn(found)
    before, head, date, time, name, text = cutter(form).split(f"\n{header}Shorouk: text".encode())
    assert (before, head, name, text) == (b"", f"{header}Shorouk: ".encode(), b"Shorouk", b"text")
    assert (date.decode(), time.decode()) == (found.date, found.time)


@pytest.mark.parametrize("header", VARIANTS, ids=ascii)
def test_the_quick_look_at_a_line_misses_no_header(header: str) -> None:
    import re

    for written in (header, f"{R}{header}", f"{L}{R}{header}"):
        assert re.match(MAYBE, written.encode()), written


@pytest.mark.parametrize("line", NO_HEADERS)
def test_a_line_that_only_begins_like_a_header_is_none(line: str) -> None:
    assert parse(line) is None


def decided(dates: list[tuple[int, int, int]]) -> list[Span]:
    evidence = Evidence(Mark(0, 1), year_first=False)
    for number, fields in enumerate(dates):
        evidence.see(fields, Mark(number * 10, number + 1))
    return evidence.decide(None)


@pytest.mark.parametrize(
    ("dates", "order", "by"),
    [
        ([(3, 4, 21), (13, 4, 21)], "dmy", "first_over_12"),
        ([(3, 4, 21), (3, 14, 21)], "mdy", "second_over_12"),
        ([(99, 4, 21)], "ymd", "first_over_31"),
        ([(3, 4, 21), (4, 4, 21)], None, "undecided"),
        ([(1, 2, 21), (2, 2, 21), (1, 3, 21), (2, 3, 21), (9, 4, 21)], "dmy", "monotonic"),  # month first would go back
        ([(2, 1, 21), (2, 2, 21), (3, 1, 21), (3, 2, 21), (4, 9, 21)], "mdy", "monotonic"),
        ([(1, 2, 21), (2, 2, 21), (1, 3, 21)], None, "undecided"),  # goes back month first, but 27 days prove nothing
        ([(3, 4, 21), (2, 3, 21)], None, "undecided"),  # goes back either way
        ([(21, 12, 8), (21, 12, 9)], "ymd", "no_year_before_2009"),
    ],
)
def test_the_order_of_dates_is_decided_by_the_file_or_not_at_all(
    dates: list[tuple[int, int, int]], order: str | None, by: str
) -> None:
    assert [(span.order, span.by) for span in decided(dates)] == [(order, by)]


def test_one_quoted_date_in_another_order_is_no_second_export() -> None:
    dates = [(30, 12, 21), (12, 31, 20), (31, 12, 21), (13, 1, 22)]
    assert [span.order for span in decided(dates)] == ["dmy"]
