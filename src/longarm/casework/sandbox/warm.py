"""Loads what libraries load late: word lists, encodings, parts of Pillow. Behind the walls no file can be opened any more."""

from __future__ import annotations

import encodings
import importlib
import io
import os
import pkgutil
import random
import wave
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from longarm.matching.sound.decoder import Decoder

# Formats whose readers have data files; a message of each makes them read these.
_SAMPLES: Final = (
    b"[30/10/2026, 21:00:05] A: a\n[30/10/2026, 21:01:05] B: b\n",
    "30/10/2026, 9:01 \u0645 - A: a\n30/10/2026, 9:02 \u0645 - B: <Media omitted>\n".encode(),
    b"From: a@example.org\nTo: b@example.org\nDate: Fri, 30 Oct 2026 21:00:05 +0300\nSubject: =?utf-8?q?a?=\n\na\n",
)


def warm_readers() -> None:
    from longarm.evidence.read import read_source
    from longarm.evidence.source import BytesSource

    for module in pkgutil.iter_modules(encodings.__path__):
        with suppress(ImportError):  # those of other systems
            importlib.import_module(f"encodings.{module.name}")
    for sample in _SAMPLES:
        for _ in read_source(BytesSource("sample", sample)):
            pass


def warm_archives() -> None:
    from longarm.evidence.preview.inside import pictures_inside, taken_out
    from longarm.evidence.preview.picture import Unfit
    from longarm.evidence.source import BytesSource

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.jpg", b"a")
    sample = BytesSource("sample", packed.getvalue())
    pictures_inside(sample)
    with suppress(Unfit):
        taken_out(sample, 0)


def warm_verifying() -> None:
    """A bundle of one letter, sealed and verified in memory: whatever a check reads (texts, authorities) is read by then."""
    from datetime import UTC, datetime

    from longarm.evidence.received import Received
    from longarm.evidence.seal import Sealer, seal
    from longarm.evidence.source import BytesSource
    from longarm.evidence.target import ZipTarget
    from longarm.evidence.verify import verify_source
    from longarm.keys.node import create

    packed = io.BytesIO()
    sealer = Sealer(key=create(), clock=lambda: datetime.now(UTC))
    seal([Received(BytesSource("a.txt", b"a"))], ZipTarget(packed, "sample"), sealer)
    verify_source(BytesSource("sample.zip", packed.getvalue()), node_key="0" * 64)
    verify_source(BytesSource("sample.zip", packed.getvalue()[:-30] + bytes(30)))


def warm_pictures() -> None:
    from PIL import Image

    from longarm.evidence.preview.picture import FORMATS
    from longarm.evidence.preview.render import render

    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    for kind in FORMATS:
        for mode in ("RGB", "P", "L"):
            image, file = Image.new("L" if (kind, mode) == ("JPEG", "P") else mode, (8, 8)), io.BytesIO()
            more = {"save_all": True, "append_images": [Image.new(mode, (8, 8), 1)]} if kind in ("GIF", "WEBP") else {}
            image.save(file, kind, **({} if kind in ("GIF", "BMP") else {"exif": exif}), **more)
            render(file.getvalue(), blurred=mode == "RGB")


def warm_sounds() -> Decoder | None:
    """Both libraries, loaded and used once; None where the machine lacks one of them."""
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    from longarm.matching.sound.chromaprint import library
    from longarm.matching.sound.decoder import Decoder
    from longarm.matching.sound.heard import Unheard, heard

    try:
        library()
        decoder = Decoder()
    except OSError:
        return None
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(random.Random(1).randbytes(6 * 16_000))  # noqa: S311 -- noise to warm up with
    with suppress(Unheard):
        heard(file.getvalue(), decoder)
    return decoder


def warm_hashes() -> None:
    """One thread for numpy: behind the walls none can be started."""
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    from PIL import Image

    from longarm.matching.image.pdq import pictures

    file = io.BytesIO()
    Image.linear_gradient("L").resize((600, 700)).convert("RGB").save(file, "BMP")
    pictures(file.getvalue())
