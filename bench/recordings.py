"""How well a recording is known again, and what else is taken for it, on speech that people spoke.

    .venv/bin/python bench/recordings.py FOLDER [--seconds 7] [--most 200]

FOLDER holds one folder a speaker with WAV files of what was said, each once: Debian's asterisk-core-sounds-{en,es,fr,it,ru}-wav
were used (`apt-get download`, `dpkg-deb -x`; five people, 2,800 sentences). They are put together one behind the other to
recordings of so many seconds, none of which shares a sentence with another. ffmpeg does to them what messengers do.
"""

from __future__ import annotations

import argparse
import io
import shlex
import subprocess
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from longarm.matching.sound.decoder import Decoder
from longarm.matching.sound.heard import Unheard, heard
from longarm.matching.sound.index import SoundIndex
from longarm.matching.sound.near import COVERED, LEAST, apart, words_of

DECODER = Decoder()
FORMS = {  # each from a note of 16 kbit/s; what one messenger after another leaves of it
    "Opus 10k": "-c:a libopus -b:a 10k -f ogg",
    "AAC, Opus": "-c:a aac -b:a 32k -f adts | -c:a libopus -b:a 16k -f ogg",
    "MP3 32k": "-c:a libmp3lame -b:a 32k -f mp3",
    "1.3 s cut off": "-ss 1.3 -c:a libopus -b:a 16k -f ogg",
    "8 kHz, quieter": "-ar 8000 -af volume=0.4 -f wav",
    "noise": "-filter_complex anoisesrc=a=0.01:r=48000:seed=3[n];[0][n]amix=duration=first -c:a libopus -b:a 16k -f ogg",
}
THRESHOLDS = (0.1, 0.15, 0.2, 0.25)
LEFT_OUT = ("silence", "beep", "tt-", "music")  # the same in every folder, and no speech


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seconds", type=float, default=7)
    asked.add_argument("--most", type=int, default=200, help="recordings that are encoded anew")
    given = asked.parse_args()
    prints: list[bytes] = []
    speakers: list[str] = []
    apart_by: dict[str, list[float]] = defaultdict(list)
    unheard: dict[str, int] = defaultdict(int)
    made = list(recordings(given.folder, given.seconds))
    step = max(1, len(made) // given.most)
    for number, (speaker, wav) in enumerate(made):
        note = through(wav, "-c:a libopus -b:a 16k -f ogg")
        try:
            prints.append(heard(note, DECODER))
        except Unheard as fault:
            unheard[fault.why] += 1
            continue
        speakers.append(speaker)
        for name, form in FORMS.items() if number % step == 0 else ():
            try:
                distance = apart(prints[-1], heard(through(note, form), DECODER))
            except Unheard:
                distance = None
            apart_by[name].append(1.0 if distance is None else distance)
    print(f"{len(prints)} recordings of {len(set(speakers))} speakers; without a fingerprint: {dict(unheard)}")
    for name, distances in apart_by.items():
        print(
            f"{name}: {len(distances)}",
            {t: round(float(np.mean(np.array(distances) <= t)), 3) for t in THRESHOLDS},
            f"farthest {max(distances):.3f}",
        )
    nearest: dict[bool, list[tuple[float, int, int]]] = {True: [], False: []}
    cut = [words_of(one) for one in prints]
    for one, other in combinations(range(len(prints)), 2):
        nearest[speakers[one] == speakers[other]].append((best(cut[one], cut[other]), one, other))
    for same, found in nearest.items():
        found.sort()
        counted = {t: sum(distance <= t for distance, _, _ in found) for t in THRESHOLDS}
        print("one speaker" if same else "two speakers", len(found), counted, [(round(d, 3), a, b) for d, a, b in found[:8]])
    index = SoundIndex(prints)
    expected = 2 * sum(found <= 0.15 for pairs in nearest.values() for found, _, _ in pairs) + len(prints)
    print("the index finds", sum(len(index.near(one)) for one in prints), "of", expected)


def recordings(folder: Path, seconds: float) -> Any:
    for speaker in sorted(one for one in folder.iterdir() if one.is_dir()):
        waiting: list[Any] = []
        for path in sorted(speaker.rglob("*.wav")):
            if any(word in path.name for word in LEFT_OUT):
                continue
            samples, rate = soundfile.read(path, dtype="int16")
            waiting.append(samples)
            if sum(map(len, waiting)) >= seconds * rate:
                file = io.BytesIO()
                soundfile.write(file, np.concatenate(waiting)[: int(1.5 * seconds * rate)], rate, format="WAV", subtype="PCM_16")
                waiting = []
                yield speaker.name, file.getvalue()


def through(data: bytes, form: str) -> bytes:
    for step in form.split(" | "):
        command = ["ffmpeg", "-loglevel", "error", "-i", "-", *shlex.split(step), "-"]
        data = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    return data


def best(one: tuple[Any, Any], other: tuple[Any, Any]) -> float:
    """As `apart`, all ways at once: the sums of the diagonals of a table of all words with all."""
    (a, x), (b, y) = one, other
    least = max(LEAST, COVERED * min(x.sum(), y.sum()))
    both = x[:, None] & y[None, :]
    covered, bits = diagonals(both), diagonals(np.where(both, np.bitwise_count(a[:, None] ^ b[None, :]), 0))
    enough = covered >= least
    return float((bits[enough] / (32 * covered[enough])).min()) if enough.any() else 1.0


def diagonals(table: Any) -> Any:
    rows, columns = table.shape
    moved = np.zeros((rows, columns + rows), np.int32)
    moved[:, :columns] = table[::-1]
    return moved.ravel()[: rows * (columns + rows - 1)].reshape(rows, -1).sum(axis=0)


if __name__ == "__main__":
    sys.exit(main())
