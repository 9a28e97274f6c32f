"""docs/asvs.md leaves out no requirement of levels 1 and 2, and names only what exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Section: numbers of its requirements of levels 1 and 2, OWASP ASVS 5.0.0.
STANDARD = (
    "1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3 "
    "4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 "
    "7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 "
    "10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1-2 12.3:1-4 "
    "13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 "
    "16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2 "
)
ROW = re.compile(r"^\| (V[^|]+) \| ([^|]+) \| (met|not met|n/a) \| (.+) \|$")


def wanted() -> list[str]:
    return [f"V{part.partition(':')[0]}.{number}" for part in STANDARD.split() for number in numbers(part.partition(":")[2])]


def numbers(text: str) -> list[int]:
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found


def given(cell: str) -> list[str]:
    found = []
    for part in cell.split(", "):
        first, _, last = part.partition("–")
        section, _, number = first.rpartition(".")
        found += [f"{section}.{one}" for one in range(int(number), int((last or first).rpartition(".")[2]) + 1)]
    return found


def rows() -> list[re.Match[str]]:
    lines = [line for line in (ROOT / "docs" / "asvs.md").read_text().splitlines() if line.startswith("| V")]
    found = [ROW.match(line) for line in lines]
    assert all(found), [line for line, row in zip(lines, found, strict=True) if not row]
    return [row for row in found if row]


def test_every_requirement_has_one_answer() -> None:
    answered = [one for row in rows() for one in given(row[1])]
    assert sorted(answered) == sorted(wanted())
    assert len(answered) == 253


def test_what_is_named_exists() -> None:
    for row in rows():
        for path in re.findall(r"`((?:tests|src)/[^`]+)`", row[4]):
            assert (ROOT / path).exists(), path
        for page, _, place in (link.partition("#") for link in re.findall(r"\]\(([^)]+)\)", row[4])):
            file = ROOT / "docs" / page
            assert file.exists(), page
            heads = [
                re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
                for line in file.read_text().splitlines()
                if line[:1] == "#"
            ]
            assert not place or place in heads, f"{page}#{place}"
