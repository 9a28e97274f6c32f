"""`make audit`: every pinned dependency is asked about; a known fault fails, and so does a service that gives no answer.

pip-audit alone is not enough to rely on: told to be lenient, or handed an index that serves no advisories, it says "no known
vulnerabilities" of packages that nobody looked up. So it runs strictly, and before it a package with a fault that is known for
good (Django 2.2.0) is asked about: where that is not found, nobody has answered, and the run fails.

Returns 0: asked and nothing found. 1: faults, listed. 3: no answer; nothing is known.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
AUDITOR: Final = ROOT / ".venv" / "audit" / "bin" / "pip-audit"
KNOWN_FAULTY: Final = "django==2.2.0"
NO_ANSWER: Final = 3
_LONGEST: Final = 600  # seconds


def main() -> int:
    services = sys.argv[1:] or ["osv", "pypi"]
    for service in services:
        why = _asked(KNOWN_FAULTY + "\n", service)
        if isinstance(why, list) and _faults(why):
            return _audit(service)
        said = why if isinstance(why, str) else "nothing found"
        print(f"{service}: no answer about {KNOWN_FAULTY}, which is known to be faulty ({said[:160]})")
    print("NOT AUDITED: no advisory service answered. Nothing is known about any dependency.", file=sys.stderr)
    return NO_ANSWER


def _audit(service: str) -> int:
    locks, faults, asked = sorted((ROOT / "requirements").glob("*.lock")), [], 0
    for lock in locks:
        answer = _asked(lock.read_text(), service)
        if isinstance(answer, str):
            print(f"NOT AUDITED: {service} stopped answering at {lock.name}: {answer}", file=sys.stderr)
            return NO_ANSWER
        left_out = [one["name"] for one in answer if "skip_reason" in one]
        if left_out or not answer:
            print(f"NOT AUDITED: {service} left out of {lock.name}: {', '.join(left_out) or 'everything'}", file=sys.stderr)
            return NO_ANSWER
        asked += len(answer)
        faults += [(lock.name, *one) for one in _faults(answer)]
    for lock_name, package, fault in sorted(set(faults)):
        print(f"{lock_name}: {package}: {fault}")
    print(f"{datetime.now(tz=UTC):%Y-%m-%d} {service}: {asked} pinned packages of {len(locks)} locks, {len(faults)} known faults")
    return 1 if faults else 0


def _asked(requirements: str, service: str) -> list[dict[str, Any]] | str:
    """What the service says of each package; or why it says nothing."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "pinned.txt"
        listed.write_text(requirements)
        command = [str(AUDITOR), "--strict", "--no-deps", "--disable-pip", "-r", str(listed), "-f", "json", "-s", service]
        command += [] if "--hash" in requirements else ["--progress-spinner=off"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
        except (OSError, subprocess.TimeoutExpired) as fault:
            return type(fault).__name__
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except (ValueError, KeyError, TypeError):
        return (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1][:200]


def _faults(answer: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(f"{one['name']} {one['version']}", fault["id"]) for one in answer for fault in one.get("vulns", [])]


if __name__ == "__main__":
    sys.exit(main())
