"""One who holds the sealing key can sign anything. What he signs must still agree with itself: each rule on its own."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from authority import make_authority
from sealed_sample import AT, KEY, OTHER_KEY, make_bundle
from tampering import RECORD, cover_up, cover_up_payload, relabel, rewrite

from longarm.evidence import stamp
from longarm.evidence.canonical import canonical
from longarm.evidence.custody import CustodyRecord, Event, Line, link
from longarm.evidence.custody_check import check, lines_of
from longarm.evidence.report import Report
from longarm.evidence.stamp_token import Token, parse
from longarm.evidence.verify import verify
from longarm.keys.node import NodeKey


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sealed")
    make_bundle(folder, folder / "bundle")
    return folder / "bundle"


@pytest.fixture
def bundle(sealed: Path, tmp_path: Path) -> Path:
    shutil.copytree(sealed, tmp_path / "bundle")
    return tmp_path / "bundle"


def faults(report: Report) -> dict[int, set[str]]:
    return {check.number: {reason.code.removeprefix("verify-fault-") for reason in check.because} for check in report.failed}


def events(bundle: Path) -> list[Event]:
    lines = [msgspec.json.decode(line, type=Line) for line in (bundle / RECORD).read_bytes().splitlines()]
    return [Event(**{field: getattr(line, field) for field in Event.__struct_fields__}) for line in lines]


def write(bundle: Path, told: list[Event], key: Callable[[int], NodeKey] = lambda _: KEY) -> CustodyRecord:
    """The record anew out of `told`, checkpoint and label along with it."""
    record = CustodyRecord()
    for number, event in enumerate(told):
        record.append(event, key(number))
    (bundle / RECORD).write_bytes(record.file())
    (bundle / "custody/checkpoint.json").write_bytes(record.checkpoint(AT, KEY))
    relabel(bundle, "Longarm-Custody-Length", str(record.length))
    relabel(bundle, "Longarm-Custody-Head", record.head)
    cover_up(bundle)
    return record


def test_written_anew_and_consistent_it_holds(bundle: Path) -> None:
    write(bundle, events(bundle))
    assert verify(bundle, node_key=KEY.fingerprint).sound


def test_a_record_must_end_in_sealed_with_its_count(bundle: Path) -> None:
    told = events(bundle)
    write(bundle, told[:-1])
    assert faults(verify(bundle)) == {12: {"custody-not-sealed"}}
    write(bundle, [*told[:-1], msgspec.structs.replace(told[-1], count=99)])
    assert faults(verify(bundle)) == {12: {"custody-not-sealed"}}


def test_the_last_line_must_seal_this_payload(bundle: Path) -> None:
    told = events(bundle)
    write(bundle, [*told[:-1], msgspec.structs.replace(told[-1], digest="sha256:" + "0" * 64)])
    assert faults(verify(bundle)) == {12: {"custody-other-payload"}}


def test_the_last_line_must_be_by_the_key_in_node_pem(bundle: Path) -> None:
    told = events(bundle)
    introduced = msgspec.structs.replace(told[0], action="key-added", object=OTHER_KEY.fingerprint)
    told = [introduced, *told[:-1], msgspec.structs.replace(told[-1], count=len(told) + 1)]
    (bundle / "custody/keys/other.pem").write_bytes(OTHER_KEY.public.pem)
    write(bundle, told, lambda number: OTHER_KEY if number == len(told) - 1 else KEY)
    assert faults(verify(bundle)) == {12: {"custody-other-key"}}


@pytest.mark.parametrize("file", ["checkpoint.json", "bag-info.txt"])
def test_checkpoint_and_label_must_state_this_record(file: str, bundle: Path) -> None:
    record = write(bundle, events(bundle))
    if file == "checkpoint.json":
        shorter = CustodyRecord(record.lines[:-1])
        (bundle / "custody/checkpoint.json").write_bytes(shorter.checkpoint(AT, KEY))
    else:
        relabel(bundle, "Longarm-Custody-Length", "3")
    cover_up(bundle)
    assert faults(verify(bundle)) == {12: {"custody-length"}}


def test_the_label_must_name_the_sealing_key(bundle: Path) -> None:
    relabel(bundle, "Longarm-Node-Key", OTHER_KEY.fingerprint)
    cover_up(bundle)
    assert faults(verify(bundle)) == {12: {"label-other-key"}}


def test_the_custody_line_must_state_the_hash_of_the_exhibit(bundle: Path) -> None:
    told = [
        msgspec.structs.replace(event, digest="sha256:" + "0" * 64) if event.action == "hashed" else event
        for event in events(bundle)
    ]
    write(bundle, told)
    assert faults(verify(bundle)) == {15: {"exhibit-custody"}}


@pytest.mark.parametrize("field", ["sha256", "input"])
def test_a_derived_file_must_be_what_the_description_says(field: str, bundle: Path) -> None:
    description = bundle / "data/exhibits/E0002/exhibit.json"
    body = json.loads(description.read_bytes())
    body["derived"][0][field] = body["derived"][1]["sha256"]
    description.write_text(json.dumps(body))
    cover_up_payload(bundle)
    rewrite(bundle, KEY)
    assert faults(verify(bundle)) == {15: {"derived-differs"}}


def test_a_file_beside_an_exhibit_must_be_mentioned(bundle: Path) -> None:
    (bundle / "data/exhibits/E0002/derived/opinion.txt").write_text("surely guilty")
    cover_up_payload(bundle)
    rewrite(bundle, KEY)
    assert faults(verify(bundle)) == {15: {"exhibit-stranger"}}


@pytest.mark.parametrize(("member", "value"), [("seq", 7), ("prev", "sha256:" + "0" * 64)])
def test_a_signed_line_must_have_its_number_and_its_link(member: str, value: object) -> None:
    event = Event(at="2026-01-01T00:00:00Z", clock="ntp", actor="a", action="viewed", object="o", tool="t")
    record = CustodyRecord()
    record.append(event, KEY)
    body = {**msgspec.to_builtins(event), "v": 1, "seq": 2, "prev": link(record.lines[0]), "key": KEY.fingerprint, member: value}
    line = canonical({**body, "sig": KEY.sign(canonical(body))})
    checked = check(lines_of(BytesIO(record.file() + line + b"\n")), {KEY.fingerprint: KEY.public})
    assert [found.message for found in checked.chain] == [f"verify-fault-custody-{'number' if member == 'seq' else 'link'}"]
    assert not checked.signatures


def test_a_stamp_must_name_the_certificate_it_was_signed_with(tmp_path: Path) -> None:
    authority = make_authority(tmp_path)
    token = parse(authority.reply(stamp.request(b"x")))
    assert isinstance(token, Token)
    assert not stamp.signature_faults(token)
    other = replace(token, signature=replace(token.signature, reference=b"0" * 32))
    assert [found.message for found in stamp.signature_faults(other)] == ["stamp-bad-signature"]
