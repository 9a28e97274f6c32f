"""One recording is known again when it was encoded, cut or made quieter; other words of one voice are not taken for it."""

from __future__ import annotations

import tracemalloc
from itertools import combinations
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people_of_matching import item, phone

from longarm.evidence.looks_like import looks_like
from longarm.evidence.source import BytesSource
from longarm.matching.book import Book
from longarm.matching.explain import sentence
from longarm.matching.item import Item
from longarm.matching.links import links
from longarm.matching.series import series
from longarm.matching.sound.decoder import Decoder
from longarm.matching.sound.heard import Unheard, heard
from longarm.matching.sound.index import SoundIndex
from longarm.matching.sound.near import FARTHEST, apart
from speech import RATE, decoded, encoded, opus, speech

DECODER = Decoder()


def print_of(data: bytes) -> bytes:
    return heard(data, DECODER)


def voice(case: str, print_: bytes, key: str = "") -> Item:
    return msgspec.structs.replace(item(case, "voice", key or case, what="E0001/s0"), print=print_)


def test_one_recording_in_every_dress() -> None:
    said = speech(1)
    sent = decoded(opus(said))  # what the first messenger left of it
    forms = {
        "opus again": opus(sent),
        "vorbis": encoded(sent, "OGG", "VORBIS"),
        "mp3": encoded(sent, "MP3"),
        "flac": encoded(sent, "FLAC"),
        "cut": opus(sent[int(1.3 * RATE) :]),
        "quieter": opus(0.3 * sent),
        "noise": opus(sent + 0.002 * np.random.default_rng(5).normal(size=len(sent))),
        "telephone": encoded(sent[::2], "WAV", "ULAW", RATE // 2),
    }
    first = print_of(opus(said))
    apart_by = {name: apart(first, print_of(data)) for name, data in forms.items()}
    assert {name: bits for name, bits in apart_by.items() if bits is None or bits > FARTHEST} == {}
    assert all(looks_like(BytesSource(name, data))["looks_like"] == "audio" for name, data in forms.items())


def test_other_words_of_one_voice_are_another_recording() -> None:
    prints = [print_of(opus(speech(seed))) for seed in range(8)]
    assert min(apart(one, other) or 0 for one, other in combinations(prints, 2)) > FARTHEST + 0.05


TIME = np.arange(10 * RATE) / RATE
NOISE = np.random.default_rng(3).normal(size=len(TIME))
NOTHING: dict[str, Any] = {
    "silence": 0 * TIME,
    "a line without anybody": NOISE / 32_767,
    "one tone": 0.3 * np.sin(2 * np.pi * 440 * TIME),
    "ringing": 0.3 * np.sin(2 * np.pi * 425 * TIME) * (TIME % 5 < 1),
    "engaged": 0.3 * np.sin(2 * np.pi * 425 * TIME) * (TIME % 1 < 0.5),
    "hum": 0.1 * np.sin(2 * np.pi * 50 * TIME) + 0.01 * NOISE,
    "wind": 0.1 * NOISE,
}


@pytest.mark.parametrize("name", NOTHING)
def test_silence_is_not_like_silence_nor_noise_like_noise(name: str) -> None:
    for data in (encoded(NOTHING[name]), opus(NOTHING[name])):
        with pytest.raises(Unheard, match="flat"):
            print_of(data)


def test_a_pause_or_a_long_silence_before_does_not_make_two_recordings_one() -> None:
    """Most of each is silence; what is said differs."""
    quiet = np.zeros(20 * RATE)
    one, other = (print_of(encoded(np.concatenate([quiet, speech(seed, 7)]))) for seed in (1, 2))
    assert (apart(one, other) or 1) > FARTHEST
    assert (apart(one, print_of(opus(speech(1, 7)))) or 0) <= FARTHEST  # and what is one stays one


def test_what_is_too_short_or_not_read_says_why() -> None:
    for data, why in ((encoded(speech(1, 4.9)), "short"), (b"\0\0\0\x20ftypM4A " + bytes(500), "format"), (b"OggS", "format")):
        with pytest.raises(Unheard, match=why):
            print_of(data)


def test_of_a_day_only_two_minutes_are_decoded() -> None:
    """A header that promises more than there is, and four hours that are there."""
    long = encoded(np.zeros(4 * 3600 * 4000), "FLAC", rate=4000)
    assert len(long) < 500_000
    with pytest.raises(Unheard, match="flat"):
        print_of(long)
    rate, channels, pieces = DECODER.open(long, 120)
    assert sum(map(len, pieces)) == 120 * rate * channels * 2


@given(st.integers(0, 2**32), st.integers(-20, 20), st.floats(0, 0.3))
@settings(max_examples=30, deadline=None)
def test_the_index_finds_what_comparing_all_finds(seed: int, moved: int, off: float) -> None:
    """Random words, one of the recordings a copy of another with some bits turned and its beginning or end cut."""
    random = np.random.default_rng(seed)
    words = [random.integers(1, 2**32, random.integers(16, 60), dtype=np.uint32) for _ in range(6)]
    turned = (random.random((len(words[0]), 32)) < off) @ (1 << np.arange(32, dtype=np.uint64))
    copy = (words[0] ^ turned.astype(np.uint32))[moved if moved > 0 else None : moved if moved < 0 else None]
    prints = [one.astype("<u4").tobytes() for one in (*words, copy)]
    index = SoundIndex(prints[:3])
    for one in prints[3:]:
        index.add(one)
    for number, one in enumerate(prints):
        expected = {n for n, other in enumerate(prints) if (bits := apart(one, other)) is not None and bits <= FARTHEST}
        assert {hit.number for hit in index.near(one)} == expected, number
        assert all(hit.distance == apart(one, prints[hit.number]) for hit in index.near(one))


def test_thousands_that_repeat_one_second_take_no_more_memory_than_others_do() -> None:
    """Each word of each is like a twelfth of all words of all: every recording, in every way to lie."""
    random = np.random.default_rng(1)
    second = random.integers(1, 2**32, 12, dtype=np.uint32)
    prints = [second[random.integers(0, 12, 900)].astype("<u4").tobytes() for _ in range(60)]
    index = SoundIndex(prints)
    tracemalloc.start()
    assert [hit.number for hit in index.near(prints[0])] == [0]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 120e6
    index = SoundIndex(prints)
    assert [hit.number for hit in index.near(prints[7], most=2_000_000)] == [7]  # most words speak for it
    assert index.work <= 4_000_000


def test_of_many_copies_in_two_cases_the_nearest_few_are_told() -> None:
    random = np.random.default_rng(2)
    words = random.integers(1, 2**32, 40, dtype=np.uint32)
    copies = [words ^ (np.arange(40) % 20 == number).astype(np.uint32) for number in range(20)]
    items = [
        msgspec.structs.replace(voice("AB"[number % 2], copy.astype("<u4").tobytes(), f"k{number}"), what=f"E0001/s{number}")
        for number, copy in enumerate(copies)
    ]
    found = [link for link in links(items).links if link.level == "voice-near"]
    assert len(found) == 3


def test_a_recording_met_again_is_a_lead_and_joins_nothing_alone() -> None:
    said = speech(1)
    two = [voice("A", print_of(opus(said))), voice("B", print_of(encoded(decoded(opus(said)), "MP3")))]
    (link,) = links(two).links
    assert (link.level, link.reason, link.strength, link.stable) == ("voice-near", "same_voice", "medium", False)
    assert "listen to both" in sentence(link, "en")
    assert "does not say who speaks" in sentence(link, "en")
    assert series(links(two)) == ()
    assert links(reversed(two)) == links(two)
    with_number = [*two, phone("A", "+1", days=None), phone("B", "+1", days=None)]
    (joined,) = series(links(with_number))
    assert joined.cases == ("A", "B")


def test_the_same_bytes_say_more_than_the_same_sound_and_many_copies_say_less() -> None:
    print_ = print_of(opus(speech(1)))
    (exact,) = links([voice("A", print_, "one"), voice("B", print_, "one")]).links
    (near,) = links([voice("A", print_, "one"), voice("B", print_, "other")]).links
    assert (exact.level, near.level) == ("voice", "voice-near")
    assert exact.bits > near.bits
    passed_on = links([voice(f"C{n}", print_, f"copy {n}") for n in range(9)]).links
    assert {link.strength for link in passed_on} == {"weak"}


def test_two_recordings_of_one_man_are_one_reason() -> None:
    """Each was met again in the other case; whoever passed one on may have passed on both."""
    prints = [print_of(opus(speech(seed))) for seed in (1, 2)]
    items = [
        msgspec.structs.replace(voice(case, print_, f"{case}{n}"), what=f"E0001/s{n}")
        for case in "AB"
        for n, print_ in enumerate(prints)
    ]
    assert len(links(items).links) == 2
    assert series(links(items)) == ()


def test_the_book_comes_upon_a_recording_met_again() -> None:
    said = speech(3)
    book = Book([voice("A", print_of(opus(said))), voice("C", print_of(opus(speech(4))))])
    book.add([voice("B", print_of(encoded(said, "MP3")))])
    assert [link.between for link in book.links_of("B")] == [("A", "B")]
    assert {one.case for one in book.around("B")} == {"A", "B"}
