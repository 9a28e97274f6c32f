"""The numbers of the checks are the same in the docs, in the report and in the names of the golden bundles."""

import re
from pathlib import Path

from longarm.evidence.report import CHECKS, title

DOCS = Path(__file__).parents[2] / "docs/evidence.md"


def test_the_docs_number_the_checks_as_the_report_does() -> None:
    rows = re.findall(r"^\| (\d+) \| ([a-z-]+) \|", DOCS.read_text("utf-8"), flags=re.MULTILINE)
    assert [(int(number), name) for number, name in rows] == list(enumerate(CHECKS, 1))


def test_every_check_says_what_it_asks_in_three_languages() -> None:
    for name in CHECKS:
        assert set(title(name)) == {"ar", "en", "fr"}
