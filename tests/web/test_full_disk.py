"""The disk is full: what was answered as done is there, what was not is not, and nothing is half there or told with a trace.

In a file system of its own, a few MB large, mounted in a namespace of the test.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BRING_UP = "from longarm.casework.first_start import bring_up; from longarm.store.folder import folder_of; bring_up(folder_of())"
PROGRAM = r"""
import json, os
from pathlib import Path
import django
django.setup()
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from longarm.keys.passphrase import LEAST
settings.LONGARM_PASSPHRASE_COST = settings.LONGARM_RECEIPT_COST = LEAST
from longarm.casework.audit import check_record
from longarm.casework.cases import open_case, read_case
from longarm.casework.proof.exhibits import list_exhibits
from longarm.casework.intake.submit import submit
from longarm.casework.people.organisations import set_up_organisation
from longarm.casework.people.visits import sign_in
from longarm.intake.report import Report
from longarm.store.models import Letter, Note, Upload
WORDS = "قمر ليمون شباك رصيف"
CASE = "longarm: case/1\nreference: A-1\npersons:\n  - {id: complainant, roles: [complainant]}\n"
set_up_organisation("R", "Basma", WORDS)
basma = sign_in("Basma", WORDS).actor
case = open_case(basma, CASE).id
token = submit(Report(language="ar", words="بدأ", child="no")).token
import longarm.casework.intake.giving_limits as limits
limits.FLOOR = 0  # the room that is kept free is larger than this whole disk
desk = Client(HTTP_HOST="localhost", raise_request_exception=False)
assert desk.post("/desk/sign-in/", {"name": "Basma", "passphrase": WORDS}).status_code == 302
door = Client(HTTP_HOST="localhost", raise_request_exception=False)
PHOTO = b"\xff\xd8\xff\xe0" + os.urandom(3_000_000)

def acts():
    def photo(): return SimpleUploadedFile("p.jpg", PHOTO)
    yield "upload", desk.post(f"/desk/cases/{case}/exhibits/", {"files": photo()})
    yield "note", desk.post(f"/desk/cases/{case}/notes/", {"text": "x" * 15_000})
    at = desk.get(f"/desk/cases/{case}/file/")
    yield "case file", desk.post(f"/desk/cases/{case}/file/", {"text": CASE + "note: " + "y" * 60_000 + "\n", "version": "1"})
    yield "letter", door.post("/", {"do": "write", "token": token, "words": "z" * 7_000})
    yield "given", door.post("/", {"do": "give", "token": token, f"file.{token}": photo()})
    yield "health", desk.get("/desk/health/")
    yield "page", door.get("/")

def there():
    opened = read_case(basma, case)
    return {"upload": len(list_exhibits(basma, case)), "note": Note.objects.count(), "case file": opened.version,
            "letter": Letter.objects.count(), "given": Upload.objects.filter(state="whole").count()}

before = there()
data = Path(os.environ["LONGARM_DATA"])
filler = os.open(data / "filler", os.O_WRONLY | os.O_CREAT)
try:
    while True:
        os.write(filler, b"\0" * 4096)
except OSError:
    os.close(filler)
full = {}
for name, answer in acts():
    body = b"" if answer.streaming else answer.content
    full[name] = [answer.status_code, b"Traceback" in body, b"OperationalError" in body]
(data / "filler").unlink()
after = there()
again = {name: answer.status_code for name, answer in acts()}
check_record(basma)
parts = [path.name for path in (data / "vault").iterdir() if path.name.startswith(".part-")]
print(json.dumps({"before": before, "full": full, "after": after, "again": again, "end": there(), "parts": parts}))
"""


def _alone(size: str, data: Path, *command: str) -> list[str]:
    mount = f'mount -t tmpfs -o size={size} none {data} && exec "$@"'
    return ["unshare", "--mount", "--map-root-user", "sh", "-c", mount, "sh", *command]


def test_a_full_disk(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    if not shutil.which("unshare") or subprocess.run(_alone("1m", data, "true"), check=False, capture_output=True).returncode:
        pytest.skip("no namespace to mount a small disk in: this machine forbids it")
    away = ("LONGARM_", "DJANGO_", "DATABASE_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(away)}
    environment |= {"LONGARM_DATA": str(data), "LC_ALL": "C.UTF-8", "DJANGO_SETTINGS_MODULE": "longarm.web.settings"}
    both = f"{sys.executable} -c '{BRING_UP}' && {sys.executable} -c \"$PROGRAM\""
    environment["PROGRAM"] = PROGRAM
    environment.pop("DJANGO_SETTINGS_MODULE")
    command = both.replace(f"&& {sys.executable}", f"&& DJANGO_SETTINGS_MODULE=longarm.web.settings {sys.executable}")
    done = subprocess.run(_alone("14m", data, "sh", "-c", command), env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    seen = json.loads(done.stdout.splitlines()[-1])
    assert all(not trace and not named for _, trace, named in seen["full"].values()), seen["full"]
    codes = {name: code for name, (code, _, _) in seen["full"].items()}
    assert codes["page"] == codes["health"] == 200, codes
    # nothing that was refused is there, nothing that was accepted is missing
    for name in ("upload", "note", "case file", "letter", "given"):
        taken = codes[name] in (200, 302)
        assert seen["after"][name] == seen["before"][name] + taken, (name, seen)
        assert codes[name] in (200, 302, 400, 409, 503), (name, codes)
    assert codes["upload"] == codes["given"] == 400, codes
    assert 503 in codes.values(), codes
    assert seen["parts"] == []
    assert all(code in (200, 302) for code in seen["again"].values()), seen["again"]
