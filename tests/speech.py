"""Sound that is built like speech, for tests: a voice, syllables, pauses; nobody's. And what messengers make of it."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import soundfile

RATE = 16_000


def speech(seed: int, seconds: float = 8, pitch: float = 120) -> Any:
    """Harmonics of a wandering pitch under two moving resonances, a syllable five times a second, one in eight left out."""
    random = np.random.default_rng(seed)
    count = int(seconds * 5)
    time = np.arange(int(seconds * RATE)) / RATE
    knots = np.arange(count + 1) / 5

    def wandering(low: float, high: float) -> Any:
        return np.interp(time, knots, random.uniform(low, high, count + 1))

    phase = 2 * np.pi * np.cumsum(wandering(0.8 * pitch, 1.25 * pitch)) / RATE
    first, second = wandering(250, 900), wandering(900, 2600)
    tone = wandering(0.8 * pitch, 1.25 * pitch)
    made = np.zeros_like(time)
    for number in range(1, 30):
        at = number * tone
        loud = np.exp(-(((at - first) / 150) ** 2)) + 0.6 * np.exp(-(((at - second) / 250) ** 2)) + 0.01
        made += loud / number**0.5 * np.sin(number * phase)
    voiced = np.repeat(random.random(count) > 1 / 8, RATE // 5)[: len(time)]
    made[: len(voiced)] *= np.abs(np.sin(np.pi * 5 * time[: len(voiced)])) * voiced
    return 0.3 * made / np.abs(made).max() + 0.0005 * random.normal(size=len(time))


def encoded(samples: Any, kind: str = "WAV", subtype: str | None = None, rate: int = RATE) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, np.clip(samples, -1, 1), rate, format=kind, subtype=subtype)
    return file.getvalue()


def opus(samples: Any) -> bytes:
    """As most messengers send a voice note."""
    return encoded(samples, "OGG", "OPUS")


def decoded(data: bytes) -> Any:
    return soundfile.read(io.BytesIO(data))[0]
