"""What somebody may do to a sealed bundle (a folder), each under the number of the check that must name it.

An attacker who knows BagIt writes the tag manifests anew after a change (`cover_up`), so that only what cannot be
forged still tells. Numbers are those of `longarm verify` and docs/evidence.md.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
from sealed_sample import AT, OTHER_KEY

from longarm.evidence.canonical import canonical
from longarm.evidence.custody import CustodyRecord, Event, Line, link
from longarm.keys.node import NodeKey

RECORD = "custody/custody.jsonl"
STAMP = "tagmanifest-sha512.txt.test"


def cover_up(bundle: Path) -> None:
    """Write both tag manifests anew over what is there now."""
    names = sorted(
        path.relative_to(bundle).as_posix()
        for path in bundle.rglob("*")
        if path.is_file() and not path.relative_to(bundle).as_posix().startswith(("data/", "anchors/", "tagmanifest-"))
    )
    for algorithm in ("sha256", "sha512"):
        lines = [f"{hashlib.new(algorithm, (bundle / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
        (bundle / f"tagmanifest-{algorithm}.txt").write_text("".join(lines))


def cover_up_payload(bundle: Path) -> None:
    """Write the payload manifests anew, the count in bag-info.txt, then the tag manifests."""
    names = sorted(path.relative_to(bundle).as_posix() for path in (bundle / "data").rglob("*") if path.is_file())
    for algorithm in ("sha256", "sha512"):
        lines = [f"{hashlib.new(algorithm, (bundle / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
        (bundle / f"manifest-{algorithm}.txt").write_text("".join(lines))
    size = sum((bundle / name).stat().st_size for name in names)
    relabel(bundle, "Payload-Oxum", f"{size}.{len(names)}")
    cover_up(bundle)


def relabel(bundle: Path, field: str, value: str) -> None:
    label = bundle / "bag-info.txt"
    label.write_text(re.sub(rf"^{field}: .*$", f"{field}: {value}", label.read_text(), flags=re.MULTILINE))


def chat(bundle: Path) -> Path:
    return next((bundle / "data").rglob("original/*.txt"))


def removed_declaration(bundle: Path) -> None:
    (bundle / "bagit.txt").unlink()


def older_declaration(bundle: Path) -> None:
    (bundle / "bagit.txt").write_text("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n")
    cover_up(bundle)


def fetch(bundle: Path) -> None:
    (bundle / "fetch.txt").write_text("https://example.org/x 12 data/x\n")
    cover_up(bundle)


def removed_file(bundle: Path) -> None:
    chat(bundle).unlink()


def added_file(bundle: Path) -> None:
    (bundle / "data/exhibits/E0001/original/0002.txt").write_text("more")


def flipped_byte(bundle: Path) -> None:
    data = bytearray(chat(bundle).read_bytes())
    data[20] ^= 1
    chat(bundle).write_bytes(data)


def flipped_and_one_manifest_mended(bundle: Path) -> None:
    """SHA-256 may be broken one day: both families must hold."""
    flipped_byte(bundle)
    manifest = bundle / "manifest-sha256.txt"
    name = chat(bundle).relative_to(bundle).as_posix()
    new = hashlib.sha256(chat(bundle).read_bytes()).hexdigest()
    manifest.write_text(re.sub(rf"^[0-9a-f]+  {re.escape(name)}$", f"{new}  {name}", manifest.read_text(), flags=re.MULTILINE))
    cover_up(bundle)


def uncovered_tag(bundle: Path) -> None:
    """HOW-TO-VERIFY.txt changed, and taken out of the tag manifests."""
    (bundle / "HOW-TO-VERIFY.txt").write_text("There is nothing to verify.\n")
    for algorithm in ("sha256", "sha512"):
        manifest = bundle / f"tagmanifest-{algorithm}.txt"
        manifest.write_text("".join(line for line in manifest.read_text().splitlines(True) if "HOW-TO" not in line))


def changed_label(bundle: Path) -> None:
    relabel(bundle, "External-Identifier", "EG-2022-9999")


def added_tag_file(bundle: Path) -> None:
    (bundle / "custody/statement.pdf").write_bytes(b"%PDF-1.7\n")


def stranger_among_anchors(bundle: Path) -> None:
    (bundle / "anchors").mkdir(exist_ok=True)
    (bundle / "anchors/open-me.exe").write_bytes(b"MZ")


def wrong_count(bundle: Path) -> None:
    relabel(bundle, "Payload-Oxum", "1.1")
    cover_up(bundle)


def cut_line(bundle: Path) -> None:
    """One line taken out of the middle."""
    record = bundle / RECORD
    lines = record.read_bytes().splitlines(keepends=True)
    record.write_bytes(b"".join(lines[:2] + lines[3:]))
    cover_up(bundle)


def edited_line(bundle: Path) -> None:
    """A line changed, and the chain mended as far as that goes without the key: checkpoint and label follow."""
    lines = (bundle / RECORD).read_bytes().splitlines()
    rewritten: list[bytes] = []
    for number, line in enumerate(lines):
        body = json.loads(line)
        if number == 0:
            body["at"] = "2022-01-04T10:15:00Z"
        body["prev"] = link(rewritten[-1]) if rewritten else None
        rewritten.append(canonical(body))
    (bundle / RECORD).write_bytes(b"".join(line + b"\n" for line in rewritten))
    point = json.loads((bundle / "custody/checkpoint.json").read_bytes()) | {"head": link(rewritten[-1])}
    (bundle / "custody/checkpoint.json").write_bytes(canonical(point) + b"\n")
    relabel(bundle, "Longarm-Custody-Head", link(rewritten[-1]))
    cover_up(bundle)


def cut_tail(bundle: Path) -> None:
    """The last line taken away. The chain of the rest still holds."""
    record = bundle / RECORD
    record.write_bytes(b"".join(record.read_bytes().splitlines(keepends=True)[:-1]))
    cover_up(bundle)


def added_line(bundle: Path) -> None:
    """A line by another hand after the end."""
    record = CustodyRecord((bundle / RECORD).read_bytes().splitlines())
    event = Event(at="2026-11-25T11:00:00Z", clock="-", actor="user:x", action="viewed", object="E0001", tool="-")
    record.append(event, OTHER_KEY)
    (bundle / RECORD).write_bytes(record.file())
    cover_up(bundle)


def removed_checkpoint(bundle: Path) -> None:
    (bundle / "custody/checkpoint.json").unlink()
    cover_up(bundle)


def other_key(bundle: Path) -> None:
    """The whole record written and sealed anew with the attacker's own key: consistent in itself."""
    rewrite(bundle, OTHER_KEY)


def rewrite(bundle: Path, key: NodeKey) -> None:
    lines = [msgspec.json.decode(line, type=Line) for line in (bundle / RECORD).read_bytes().splitlines()]
    record = CustodyRecord()
    sealed = hashlib.sha256((bundle / "manifest-sha256.txt").read_bytes()).hexdigest()
    for line in lines:
        event = Event(**{field: getattr(line, field) for field in Event.__struct_fields__})
        record.append(msgspec.structs.replace(event, digest=f"sha256:{sealed}") if line.action == "sealed" else event, key)
    (bundle / RECORD).write_bytes(record.file())
    (bundle / "custody/checkpoint.json").write_bytes(record.checkpoint(AT, key))
    (bundle / "custody/keys/node.pem").write_bytes(key.public.pem)
    relabel(bundle, "Longarm-Node-Key", key.fingerprint)
    relabel(bundle, "Longarm-Custody-Head", record.head)
    cover_up(bundle)


def wrong_description(bundle: Path) -> None:
    """Somebody with the key describes an exhibit wrongly: every hash list agrees, the exhibit does not."""
    description = next((bundle / "data").rglob("E0002/exhibit.json"))
    body = json.loads(description.read_bytes())
    description.write_bytes(json.dumps(body | {"size": body["size"] + 1}).encode())


def wrong_graph(bundle: Path) -> None:
    graph = bundle / "data/case-uco.jsonld"
    graph.write_text(re.sub(r'("@value": ")[0-9A-F]{8}', r"\g<1>00000000", graph.read_text(), count=1))


def stamp_of(other: Path) -> Callable[[Path], None]:
    """The stamps of the bundle `other` put in place of this one's."""

    def swap(bundle: Path) -> None:
        shutil.rmtree(bundle / "anchors", ignore_errors=True)
        shutil.copytree(other / "anchors", bundle / "anchors")

    return swap


def altered_stamp(bundle: Path) -> None:
    """The last byte of the stamp is in its signature."""
    stamp = next((bundle / "anchors").glob("*.tsr"))
    data = bytearray(stamp.read_bytes())
    data[-1] ^= 1
    stamp.write_bytes(data)


UNSTAMPED: dict[str, Callable[[Path], None]] = {
    "02-declaration-removed": removed_declaration,
    "02-declaration-of-an-older-format": older_declaration,
    "03-fetch-file": fetch,
    "04-file-removed": removed_file,
    "04-file-added": added_file,
    "05-one-byte-flipped": flipped_byte,
    "05-one-byte-flipped-one-manifest-mended": flipped_and_one_manifest_mended,
    "06-instructions-swapped-and-uncovered": uncovered_tag,
    "07-label-changed": changed_label,
    "08-tag-file-added": added_tag_file,
    "08-stranger-among-anchors": stranger_among_anchors,
    "09-wrong-count": wrong_count,
    "10-custody-line-cut": cut_line,
    "11-custody-line-edited-and-chained-again": edited_line,
    "12-custody-tail-cut": cut_tail,
    "12-custody-line-added": added_line,
    "12-checkpoint-removed": removed_checkpoint,
    "14-sealed-again-with-another-key": other_key,
}
