"""A request as a CASE/UCO graph: the validator of the CASE project accepts it, and nothing is in it that stays in the house."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from elsewhere import AGREED, CASE, Elsewhere, here, new_case, now, wanted

from longarm.casework.audit import read_record
from longarm.casework.exchange.requests import acting, courier
from longarm.casework.exchange.requests.drafting import draft, send
from longarm.casework.exchange.requests.graphing import graph_of
from longarm.casework.exchange.requests.receiving import take
from longarm.casework.proof.exhibits import add_exhibit
from longarm.casework.refusals import NotAllowed, NotFound
from longarm.cli import main
from longarm.cli.exchange import request as exchange_request
from longarm.store.models import Request
from people import PASSPHRASE, People, everybody

pytestmark = pytest.mark.django_db
RICH = (
    CASE.replace("alias: mark-alias-gaur,", "alias: Noor, legal_name: mark-legal-name, safe_contact: mark-safe-contact,")
    .replace(
        "{id: suspect-1, roles: [suspect],", "{id: suspect-1, roles: [suspect, instigator], legal_name: N. N., identity: claimed,"
    )
    .replace(
        "events:\n",
        """\
  - {id: account-1, type: account, value: "facebook:100001", handle: a.b, platform: facebook, used_by: suspect-1}
  - {id: mail-1, type: email, value: nobody@example.org, used_by: suspect-1}
  - {id: ip-1, type: ip, value: "2001:db8::7", used_by: suspect-1}
  - {id: ip-2, type: ip, value: "192.0.2.7", used_by: suspect-1}
  - {id: imei-1, type: imei, value: "490154203237518", used_by: suspect-1}
  - {id: url-1, type: url, value: "https://example.org/x", used_by: suspect-1}
  - {id: iban-1, type: iban, value: "LY83002048000020100120361", used_by: suspect-1}
  - {id: hers, type: phone, value: "+201001234567", used_by: complainant}
events:
  - {id: e0, at: "2026-10-29T21:14:00+02:00", kind: demand, wants: money, by: suspect-1, to: complainant}
  - {id: e9, at: 2026-10-31, kind: report_refused, before: "EG:mark-directorate"}
""",
    )
)


@pytest.fixture
def people(db: None) -> People:
    found = everybody()
    here(found.basma)
    return found


def validated(data: bytes, folder: Path) -> dict[str, Any]:
    """By the real validator, offline; warnings of words that its ontology does not have are faults too."""
    (folder / "request.jsonld").write_bytes(data)
    command = [str(Path(sys.executable).parent / "case_validate"), "request.jsonld"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Conforms: True" in done.stdout
    assert "NonExistentCDOConcept" not in done.stderr
    found: dict[str, Any] = json.loads(data)
    return found


def test_case_validate_accepts_what_we_asked_and_it_says_no_more_than_the_letters(people: People, tmp_path: Path) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma, RICH)
    chosen = add_exhibit(people.basma, case, io.BytesIO(b"pay 500"), "mark-name-of-her-brother.txt", "mark-a-cousin")
    add_exhibit(people.basma, case, io.BytesIO(b"mark-private"), "other.txt")
    request = draft(people.basma, case, wanted(tripoli, exhibits=(chosen,), words="who is this, since October?"))
    send(people.basma, request)
    courier.deliver(tripoli.send)
    take(tripoli.says(request, 1, "verify"), now())
    take(tripoli.says(request, 2, "ask_back", "which day?"), now())
    take(tripoli.says(request, 4, "answer", "mark-early: a letter before it is missing"), now())
    acting.act(people.basma, request, "reply", "30 October")

    name, data = graph_of(people.basma, request)
    assert name == f"R-{request.hex[:8].upper()}.jsonld"
    graph = validated(data, tmp_path)["@graph"]
    assert b"mark-" not in data, "neither her name, her contact, what others did, nor a letter that does not count yet"
    for kept in (AGREED, "Basma", "+201001234567", str(case)):
        assert kept.encode() not in data
    kinds = [node["@type"] for node in graph]
    for wanted_kind in ("uco-victim:Victim", "case-investigation:Subject", "case-investigation:Authorization"):
        assert wanted_kind in kinds
    assert kinds.count("uco-observable:File") == 1
    letters = [node for node in graph if node["@type"] == "case-investigation:InvestigativeAction"]
    assert [node["uco-core:name"] for node in letters] == ["send", "verify", "ask_back", "reply"]
    [phone] = [node for node in graph if node["@type"] == "uco-observable:PhoneAccount"]
    assert phone["uco-core:hasFacet"][0]["uco-observable:phoneNumber"] == "+218910000017"
    times = {node["uco-core:eventType"]: node.get("uco-core:startTime") for node in graph if node["@type"] == "uco-core:Event"}
    assert times["threat_to_publish"] is None, "of a day nobody makes a moment"
    assert times["demand"]["@value"] == "2026-10-29T21:14:00+02:00"
    assert "request-graph" in [one.line.action for one in read_record(people.dina)]


def test_what_we_are_asked_speaks_of_the_same_things(people: People, tmp_path: Path, settings: Any) -> None:
    settings.LONGARM_INTAKE = str(people.basma.organisation)
    tripoli = Elsewhere(people.basma)
    request, letter = tripoli.asks()
    take(letter, now())
    assert Request.objects.get(id=request).ours is False
    _, data = graph_of(people.basma, request)
    graph = validated(data, tmp_path)["@graph"]
    names = [node["uco-core:name"] for node in graph if node["@type"] == "uco-identity:Organization"]
    assert names == ["Unit of Tripoli", people.basma.organisation_name]


def test_only_who_works_on_the_case_takes_it_out(people: People) -> None:
    tripoli, case = Elsewhere(people.basma), new_case(people.basma)
    request = draft(people.basma, case, wanted(tripoli))
    with pytest.raises(NotFound):
        graph_of(people.karim, request)
    with pytest.raises(NotAllowed):
        graph_of(people.dina, request)
    with pytest.raises(NotFound):
        graph_of(people.basma, UUID(int=1))


def test_at_the_terminal_it_goes_into_a_new_file_that_only_its_owner_reads(
    people: People, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    request = draft(people.basma, new_case(people.basma), wanted(Elsewhere(people.basma)))
    monkeypatch.setattr(exchange_request, "attach_node", lambda _: None)  # the test's own node is attached
    out = tmp_path / "r.jsonld"
    words = ["exchange", "request", "graph", str(request), "--sign-in", "Basma", "--out", str(out)]
    for ends in (0, 2):
        monkeypatch.setattr(sys, "stdin", io.StringIO(PASSPHRASE + "\n"))
        assert main(words) == ends
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(out.read_bytes())["@graph"][0]["uco-core:name"] == f"R-{request.hex[:8].upper()}"
    assert "exists already" in capsys.readouterr().err
