"""How well a recording is known again, and what else is taken for it, on speech that people spoke.

    .venv/bin/python bench/recordings.py FOLDER [--seconds 7] [--most 200]

FOLDER holds one folder a speaker with WAV files of what was said, each once: Debian's asterisk-core-sounds-{en,es,fr,it,ru}-wav
were used (`apt-get download`, `dpkg-deb -x`; five people, 2,800 sentences). They are put together one behind the other to
recordings of so many seconds, none of which shares a sentence with another. libsndfile's encoders do to them what messengers
do; AAC, which it has not, is ffmpeg's where that is installed.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from longarm.matching.sound.decoder import Decoder
from longarm.matching.sound.heard import Unheard, heard
from longarm.matching.sound.index import SoundIndex
from longarm.matching.sound.near import COVERED, FARTHEST, LEAST, apart, words_of

DECODER = Decoder()
THRESHOLDS = (0.1, 0.15, 0.2, 0.25)
LEFT_OUT = ("silence", "beep", "tt-", "music")  # the same in every folder, and no speech
NOISE = np.random.default_rng(3)
Samples = Any


def opus(samples: Samples, rate: int, tight: float = 0.96) -> bytes:
    """0.96: about 18 kbit/s, as messengers do; 0.99: 10 kbit/s."""
    return saved(samples, rate, format="OGG", subtype="OPUS", compression_level=tight)


def saved(samples: Samples, rate: int, **how: Any) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, np.clip(samples, -1, 1), rate, **how)
    return file.getvalue()


def aac_opus(samples: Samples, rate: int) -> bytes:
    command = "ffmpeg -loglevel error -i - -c:a aac -b:a 32k -f adts -".split()
    aac = subprocess.run(command, input=saved(samples, rate, format="WAV"), capture_output=True, check=True).stdout
    command = "ffmpeg -loglevel error -i - -c:a libopus -b:a 16k -f ogg -".split()
    return subprocess.run(command, input=aac, capture_output=True, check=True).stdout


FORMS: dict[str, Callable[[Samples, int], bytes]] = (
    {  # each from a note of 18 kbit/s: what the first messenger left
        "Opus again": opus,
        "Opus, 10 kbit/s": lambda samples, rate: opus(samples, rate, 0.99),
        "MP3, 22 kbit/s": lambda samples, rate: saved(samples, rate, format="MP3", compression_level=0.9),
        "1.3 s cut off": lambda samples, rate: opus(samples[int(1.3 * rate) :], rate),
        "8 kHz mu-law, quieter": lambda samples, rate: saved(0.4 * samples[:: rate // 8000], 8000, format="WAV", subtype="ULAW"),
        "noise 35 dB below": lambda samples, rate: opus(samples + 0.018 * samples.std() * NOISE.normal(size=len(samples)), rate),
        "noise 20 dB below": lambda samples, rate: opus(samples + 0.1 * samples.std() * NOISE.normal(size=len(samples)), rate),
    }
    | ({"AAC, Opus": aac_opus} if shutil.which("ffmpeg") else {})
)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--seconds", type=float, default=7)
    asked.add_argument("--most", type=int, default=40, help="recordings that are encoded anew; the others are taken as they lie")
    given = asked.parse_args()
    prints: list[bytes] = []
    speakers: list[str] = []
    apart_by: dict[str, list[float]] = defaultdict(list)
    unheard: dict[str, int] = defaultdict(int)
    made = list(recordings(given.folder, given.seconds))
    step = max(1, len(made) // given.most)
    for number, (speaker, samples, rate) in enumerate(made):
        tried = number % step == 0
        note = opus(samples, rate) if tried else saved(samples, rate, format="WAV")
        try:
            prints.append(heard(note, DECODER))
        except Unheard as fault:
            unheard[fault.why] += 1
            continue
        speakers.append(speaker)
        if tried:
            left, rate_left = soundfile.read(io.BytesIO(note))
            for name, form in FORMS.items():
                apart_by[name].append(distance_to(prints[-1], form(left, rate_left)))
    print(f"{len(prints)} recordings of {len(set(speakers))} speakers; without a fingerprint: {dict(unheard)}")
    for name, distances in apart_by.items():
        share = {limit: round(float(np.mean(np.array(distances) <= limit)), 3) for limit in THRESHOLDS}
        print(f"  {name}: {len(distances)}", share, f"farthest {max(distances):.3f}")
    sys.stdout.flush()
    others(prints, speakers)


def distance_to(print_: bytes, data: bytes) -> float:
    try:
        distance = apart(print_, heard(data, DECODER))
    except Unheard:
        distance = None
    return 1.0 if distance is None else distance


def others(prints: list[bytes], speakers: list[str]) -> None:
    """Every two recordings, and whether the index finds of them what comparing all finds."""
    nearest: dict[bool, list[tuple[float, int, int]]] = {True: [], False: []}
    cut = [words_of(one) for one in prints]
    for one, other in combinations(range(len(prints)), 2):
        nearest[speakers[one] == speakers[other]].append((best(cut[one], cut[other]), one, other))
    for same, found in nearest.items():
        found.sort()
        counted = {limit: sum(distance <= limit for distance, _, _ in found) for limit in THRESHOLDS}
        near = [(round(distance, 3), one, other) for distance, one, other in found[:8]]
        print("  one speaker:" if same else "  two speakers:", len(found), "pairs", counted, near)
    index = SoundIndex(prints)
    expected = len(prints) + 2 * sum(distance <= FARTHEST for pairs in nearest.values() for distance, _, _ in pairs)
    print("  the index finds", sum(len(index.near(one)) for one in prints), "of", expected)


def recordings(folder: Path, seconds: float) -> Any:
    for speaker in sorted(one for one in folder.iterdir() if one.is_dir()):
        waiting: list[Samples] = []
        for path in sorted(speaker.rglob("*.wav")):
            if any(word in str(path.relative_to(folder)) for word in LEFT_OUT):
                continue
            samples, rate = soundfile.read(path)
            waiting.append(samples)
            if sum(map(len, waiting)) >= seconds * rate:
                yield speaker.name, np.concatenate(waiting)[: int(1.2 * seconds * rate)], rate
                waiting = []


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
