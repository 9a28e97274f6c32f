"""`make audit` cannot pass unheard: no answer, half an answer and an index without advisories fail."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

TOOL = Path(__file__).parents[1] / "tools" / "audit.py"
FAULTY = {"name": "django", "version": "2.2.0", "vulns": [{"id": "PYSEC-2019-1"}]}


@pytest.fixture
def audit(tmp_path: Path) -> Any:
    """The tool, over one lock of one package; its auditor is a program that says what `says` says."""
    spec = importlib.util.spec_from_file_location("audit", TOOL)
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.lock").write_text("idna==3.20 \\\n    --hash=sha256:00\n")
    tool.ROOT, tool.AUDITOR = tmp_path, tmp_path / "auditor"
    return tool


def says(audit: Any, known: Any, ours: Any) -> None:
    program = f"#!{sys.executable}\nimport sys\nasked = open(sys.argv[sys.argv.index('-r') + 1]).read()\n"
    program += f"print({json.dumps(known)!r} if 'django==2.2.0' in asked else {json.dumps(ours)!r})\n"
    audit.AUDITOR.write_text(program)
    audit.AUDITOR.chmod(0o700)


def of(*packages: Any) -> Any:
    return {"dependencies": list(packages)}


CLEAN = {"name": "idna", "version": "3.20", "vulns": []}


@pytest.mark.parametrize(
    ("known", "ours", "ends"),
    [
        (of(FAULTY), of(CLEAN), 0),
        (of(FAULTY), of({**CLEAN, "vulns": [{"id": "PYSEC-2030-1"}]}), 1),
        (of({**FAULTY, "vulns": []}), of(CLEAN), 3),  # knows no fault of what has one
        ("no route to host", of(CLEAN), 3),
        (of(FAULTY), of(), 3),
        (of(FAULTY), "time-out", 3),
        (of(FAULTY), of({"name": "idna", "skip_reason": "not found"}), 3),
    ],
    ids=["clean", "faulty", "no advisories", "no answer", "nothing asked", "stopped", "left out"],
)
def test_what_is_not_known_is_not_good(audit: Any, monkeypatch: pytest.MonkeyPatch, known: Any, ours: Any, ends: int) -> None:
    says(audit, known, ours)
    monkeypatch.setattr(sys, "argv", ["audit"])
    assert audit.main() == ends


def test_without_an_auditor_nothing_passes(audit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["audit"])
    assert audit.main() == 3
