"""A stranger's recording is decoded by a child without rights; damaged, endless and deadly ones cost a word."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from test_sandbox import expected

from longarm.casework.sandbox import frames, listening
from longarm.casework.sandbox.limits import LISTENING
from longarm.casework.sandbox.listening import can_listen, listen_confined
from longarm.casework.sandbox.looks import looks_of
from longarm.casework.sandbox.process import Child
from longarm.evidence.source import BytesSource
from longarm.matching.sound.near import FARTHEST, apart
from speech import encoded, opus, speech

SAID = opus(speech(1, 6))


def zipped(parts: dict[str, bytes]) -> BytesSource:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return BytesSource("export.zip", packed.getvalue())


def test_a_recording_is_heard_and_an_export_in_its_order() -> None:
    assert can_listen()
    alone = listen_confined(BytesSource("note.ogg", SAID))
    assert alone is not None
    (print_,) = alone.prints.values()
    export = listen_confined(
        zipped(
            {
                "1.ogg": SAID,
                "2.mp3": encoded(speech(1, 6), "MP3"),
                "3.ogg": opus(speech(1, 3)),
                "4.m4a": b"\0\0\0\x20ftypM4A " + SAID,
            }
        )
    )
    assert export is not None
    first, second = export.prints.values()
    assert first == print_
    assert (apart(first, second) or 0) <= FARTHEST
    assert export.unheard == {"short": 1, "format": 1}


def test_all_walls_stand_and_no_memory_can_be_written_and_run() -> None:
    with Child("sounds", LISTENING) as child:
        assert child.walls() >= expected()
        if os.geteuid() == 0:  # the child is not dumpable: nobody else may look
            maps = Path(f"/proc/{child._process.pid}/maps").read_text("ascii").splitlines()
            assert len(maps) > 50
            assert [line for line in maps if "w" in line.split()[1] and "x" in line.split()[1]] == []


def damaged() -> Iterator[tuple[str, bytes]]:
    dice = random.Random(6)
    whole = {
        "ogg": SAID,
        "flac": encoded(speech(2, 6), "FLAC"),
        "mp3": encoded(speech(3, 6), "MP3"),
        "wav": encoded(speech(4, 6)),
    }
    for kind, data in whole.items():
        for number in range(6):
            made = bytearray(data[: len(data) // (1 + number % 3)])
            for _ in range(40 * (number > 0)):
                made[dice.randrange(8 if number % 2 else 60, len(made))] = dice.randrange(256)
            yield f"{number}.{kind}", bytes(made)
    wav = whole["wav"]
    yield "no-rate.wav", wav[:24] + bytes(4) + wav[28:]
    yield "rate.wav", wav[:24] + b"\xff" * 4 + wav[28:]
    yield "channels.wav", wav[:22] + struct.pack("<H", 1000) + wav[24:]
    yield "size.wav", wav[:4] + b"\xf0\xff\xff\xff" + wav[8:40] + b"\xf0\xff\xff\xff" + wav[44:]
    last = SAID.rindex(b"OggS")
    yield "end-of-time.ogg", SAID[: last + 6] + struct.pack("<Q", 2**62) + SAID[last + 14 :]
    yield "silence.flac", encoded(np.zeros(8000 * 3600 * 2), "FLAC", rate=8000)


def test_what_is_damaged_or_endless_is_heard_as_far_as_it_goes() -> None:
    parts = dict(damaged()) | {"z.ogg": SAID}
    heard = listen_confined(zipped(parts))
    assert heard is not None
    assert len(heard.prints) + sum(heard.unheard.values()) == len(looks_of(zipped(parts)).sounds)
    assert heard.unheard["flat"] >= 1
    assert "broken" not in heard.unheard
    (print_,) = listen_confined(BytesSource("z", SAID)).prints.values()  # type: ignore[union-attr]
    assert print_ in heard.prints.values()


def test_one_that_a_child_dies_of_is_passed_over_and_the_others_are_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says more than the parent takes is ended: here for each recording of twenty seconds."""
    monkeypatch.setattr(listening, "_LONGEST", 400)
    long = [opus(speech(seed, 20)) for seed in (1, 2)]
    heard = listen_confined(zipped({"0.ogg": SAID, "1.ogg": long[0], "2.ogg": opus(speech(5, 6)), "3.ogg": long[1]}))
    assert heard is not None
    assert (len(heard.prints), heard.unheard) == (2, {"broken": 2})


def test_who_kills_every_child_is_not_heard_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr(listening, "_LONGEST", 4)
    monkeypatch.setattr(listening, "Child", lambda *how: started.append(Child(*how)) or started[-1])
    heard = listen_confined(zipped({f"{n}.ogg": opus(speech(n, 6)) for n in range(5)}))
    assert heard == ({}, {"broken": 3})
    assert len(started) == 3


def test_a_machine_without_the_library_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Child, "receive", lambda _: (frames.UNFIT, b""))
    monkeypatch.setattr(Child, "walls", lambda _: expected())
    assert listen_confined(BytesSource("note.ogg", SAID)) is None


def test_a_machine_on_which_no_child_can_stand_goes_on_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "LISTENING", LISTENING._replace(silence=0))  # as one that dies while it loads: it says nothing
    assert not can_listen()
    assert listen_confined(BytesSource("note.ogg", SAID)) is None


def test_recordings_are_hashed_however_many_pictures_lie_before_them() -> None:
    from PIL import Image

    def picture(number: int) -> bytes:
        file = io.BytesIO()
        noise = np.random.default_rng(number).integers(0, 255, (9, 9, 3), dtype=np.uint8)
        Image.fromarray(noise).resize((72, 72), Image.Resampling.BICUBIC).save(file, "BMP")
        return file.getvalue()

    looks = looks_of(zipped({f"{n:03}.bmp": picture(n) for n in range(302)} | {"voice.ogg": SAID}))
    assert len(looks.pictures) == 300
    assert len(looks.sounds) == 1
