"""`anchors/`: what was added after sealing, in no manifest. Their names are known; anything else there is a stranger."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from longarm.errors import BadInput, system_reason
from longarm.evidence.authorities import authority_at
from longarm.evidence.target import close_sorted, flush, zip_entry

IMPRINT: Final = "tagmanifest-sha512.txt"
_NAME: Final = r"(?P<tsa>[a-z0-9][a-z0-9-]{0,60})"
STAMP: Final = re.compile(rf"anchors/{re.escape(IMPRINT)}\.{_NAME}\.tsr")
_COMPANION: Final = re.compile(
    rf"anchors/({re.escape(IMPRINT)}\.{_NAME}\.tsq|(?P<of>[a-z0-9][a-z0-9-]{{0,60}})-(chain\.pem|crl\.der|ocsp\.der))"
)
_OPEN_TIMESTAMPS: Final = "anchors/tagmanifest-sha256.txt.ots"


def is_anchor(name: str, names: frozenset[str]) -> bool:
    """Whether `name` is a stamp, or belongs to a stamp that is among `names`."""
    if STAMP.fullmatch(name) or name == _OPEN_TIMESTAMPS:
        return True
    match = _COMPANION.fullmatch(name)
    return match is not None and stamp_path(match["tsa"] or match["of"]) in names


def stamp_path(tsa: str) -> str:
    """The answer of the authority called `tsa` here."""
    return f"anchors/{IMPRINT}.{tsa}.tsr"


def query_path(tsa: str) -> str:
    return f"anchors/{IMPRINT}.{tsa}.tsq"


def companion_path(tsa: str, kind: str) -> str:
    """`kind` is `chain.pem`, `crl.der` or `ocsp.der`."""
    return f"anchors/{tsa}-{kind}"


def short_name(url: str, taken: frozenset[str]) -> str:
    """What the authority at `url` is called in file names: its id, else its host. A second stamp of one gets a number."""
    known = authority_at(url)
    base = known.id if known else re.sub(r"[^a-z0-9]+", "-", urlsplit(url).netloc.lower()).strip("-")[:50] or "tsa"
    return next(name for number in range(1, 1000) if stamp_path(name := base if number == 1 else f"{base}-{number}") not in taken)


def add_to(bundle: Path, files: Mapping[str, bytes]) -> None:
    """Add anchors to the bundle, whole or not at all as far as a file goes. Raises BadInput when it cannot be written."""
    try:
        if bundle.is_dir():
            _to_folder(bundle, files)
        else:
            _to_zip(bundle, files)
    except OSError as fault:
        raise BadInput("stamp-cannot-write", file=str(bundle), why=system_reason(fault)) from fault


def _to_folder(bundle: Path, files: Mapping[str, bytes]) -> None:
    (bundle / "anchors").mkdir(mode=0o700, exist_ok=True)
    for name, data in files.items():
        # Beside the bundle, not in it: a run that dies must not leave a stranger inside.
        partial = bundle.parent / f".{bundle.name}.longarm-partial-anchor"
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(bundle / name)
    flush(bundle / "anchors")


def _to_zip(bundle: Path, files: Mapping[str, bytes]) -> None:
    partial = bundle.with_name(f".{bundle.name}.longarm-partial-anchor")
    try:
        shutil.copyfile(bundle, partial)
        shutil.copymode(bundle, partial)
        with zipfile.ZipFile(partial, "a", zipfile.ZIP_STORED) as archive:
            top = next(name.removesuffix("bagit.txt") for name in archive.namelist() if name.endswith("bagit.txt"))
            for name, data in files.items():
                archive.writestr(zip_entry(top + name), data)
            close_sorted(archive)
        flush(partial)
        partial.rename(bundle)
        flush(bundle.parent)
    finally:
        partial.unlink(missing_ok=True)
