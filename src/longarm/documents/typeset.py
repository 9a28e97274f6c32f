"""From template and data to PDF/A-2a and PDF/UA-1 (ISO 19005-2, ISO 14289-1), with typst. Data go in as JSON, never as source."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec
import typst

from longarm.errors import LongarmError

STANDARDS: Final[list[typst.PDFStandard]] = ["a-2a", "ua-1"]


class CannotTypeset(LongarmError):
    """A template and its data do not make a page: a fault of ours, said with what typst says."""


def pdf(template: str, data: object, dated: date) -> bytes:
    """The PDF of `template` (a name in templates/) filled with `data`. The same input gives the same bytes.

    Raises CannotTypeset when typst refuses or warns: a missing font is only a warning there, and a wrong page here.
    """
    inputs = {"data": msgspec.json.encode(data).decode()}
    try:
        made, warnings = _compiler(template).compile_with_warnings(
            format="pdf", pdf_standards=STANDARDS, sys_inputs=inputs, timestamp=datetime.combine(dated, time(), UTC)
        )
    except typst.TypstError as fault:
        raise CannotTypeset("draft-cannot-typeset", template=template, why=fault.message) from fault
    if warnings:
        raise CannotTypeset("draft-cannot-typeset", template=template, why=warnings[0].message)
    if not isinstance(made, bytes):
        raise CannotTypeset("draft-cannot-typeset", template=template, why="no single file")
    return made


@cache
def _compiler(template: str) -> typst.Compiler:
    """Kept warm: the fonts are read once, and a page then takes milliseconds."""
    folder = Path(str(files("longarm.documents")))
    return typst.Compiler(
        str(folder / "templates" / template),
        root=str(folder / "templates"),
        font_paths=[str(folder / "fonts")],
        ignore_system_fonts=True,
    )
