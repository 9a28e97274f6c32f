"""A sentence of the facts as HTML: its days in the reader's words; in Arabic each number or Latin run left to right.

Without that a reader of Arabic sees `2(41)` for 41(2) and the 1st of the 26th month (UAX 9: digits after Arabic letters).
"""

from __future__ import annotations

import re
from typing import Final

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from longarm.law.wording import Told
from longarm.web.dates import day

_DAY: Final = re.compile(r"(?<![\w./-])[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?(?![\w/-])")
_RUN: Final = re.compile(r"[A-Za-z0-9+](?:[A-Za-zÀ-ɏ0-9'’.,:;/()+&@=?_°-]| (?=[A-Za-z0-9(]))*")
_PLAIN: Final = re.compile(r"[0-9,]+")


def worded(told: Told) -> SafeString:
    text = _DAY.sub(lambda found: day(found[0], told.language), told.text)
    if told.language != "ar":
        return conditional_escape(text)
    parts, end = [], 0
    for found in _RUN.finditer(text):
        run = _without_tail(found[0])
        if not _PLAIN.fullmatch(run):
            parts += [conditional_escape(text[end : found.start()]), format_html('<bdi dir="ltr">{}</bdi>', run)]
            end = found.start() + len(run)
    return mark_safe("".join([*parts, conditional_escape(text[end:])]))  # noqa: S308 - each part is escaped above


def _without_tail(run: str) -> str:
    """What closes the Arabic around the run is not its own: a colon, a bracket opened before it."""
    while run[-1] in ".,:; (" or (run[-1] == ")" and run.count(")") > run.count("(")):
        run = run[:-1]
    return run
