"""How well near pictures and retold threats meet by tokens, and how often strangers do. Seeds are fixed; no one's data.

    .venv/bin/python bench/near_tokens.py [--quick]

Pictures: drawn ones (shapes, gradients, grain), copied as people copy them; PDQ says how far a copy is, two bands in sixteen
whether its tokens meet. Threats: those of bench/world.py, with words changed; and strangers that share its formulas.
"""

from __future__ import annotations

import argparse
import io
import random
from collections import defaultdict
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter
from world import _Maker

from longarm.exchange.messages import often, text_inputs
from longarm.exchange.pictures import picture_inputs
from longarm.matching.image.pdq import LEAST_QUALITY, distance, hashed
from longarm.matching.text.masked import words_of
from longarm.matching.text.shingles import jaccard

Picture = Image.Image


def jpeg(picture: Picture, quality: int) -> Picture:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def cut(picture: Picture, part: float) -> Picture:
    w, h = picture.size
    return picture.crop((int(w * part), int(h * part), int(w * (1 - part)), int(h * (1 - part))))


def written_on(picture: Picture) -> Picture:
    copy = picture.copy()
    ImageDraw.Draw(copy).rectangle((20, 20, copy.width // 2, 60), fill="white")
    return copy


COPIES: dict[str, Callable[[Picture], Picture]] = {
    "JPEG, quality 80": lambda p: jpeg(p, 80),
    "JPEG, quality 30": lambda p: jpeg(p, 30),
    "half as large, JPEG 60": lambda p: jpeg(p.resize((p.width // 2, p.height // 2)), 60),
    "thumbnail of 160 points": lambda p: jpeg(p.resize((160, 160 * p.height // p.width)), 70),
    "brighter by a fifth": lambda p: ImageEnhance.Brightness(p).enhance(1.2),
    "blurred": lambda p: p.filter(ImageFilter.GaussianBlur(3)),
    "a bar written on it": written_on,
    "1 % cut off at each side": lambda p: cut(p, 0.01),
    "4 % cut off at each side": lambda p: cut(p, 0.04),
}


def drawn(dice: random.Random) -> Picture:
    """A scene of shapes with grain: as rich as a photograph to PDQ, of nobody."""
    w, h = 900, 700
    small = Image.frombytes("RGB", (12, 9), dice.randbytes(12 * 9 * 3))
    picture = small.resize((w, h), Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(picture)
    for _ in range(dice.randint(8, 25)):
        x, y, size = dice.randrange(w), dice.randrange(h), dice.randint(20, 260)
        colour = tuple(dice.randrange(256) for _ in range(3))
        dice.choice((pen.ellipse, pen.rectangle))((x, y, x + size, y + int(size * dice.uniform(0.4, 2))), fill=colour)
    return Image.blend(picture, Image.frombytes("RGB", (w, h), dice.randbytes(w * h * 3)), 0.06)


def pictures(count: int) -> None:
    dice = random.Random(1)
    first = [(picture, hashed(picture)) for picture in (drawn(dice) for _ in range(count))]
    first = [(picture, one) for picture, one in first if one.quality >= LEAST_QUALITY]
    print(f"{len(first)} pictures.\n\n| copy | bits apart (most) | within 31 bits | tokens meet |\n| --- | --- | --- | --- |")
    by_distance: dict[int, list[bool]] = defaultdict(list)
    for name, copied in COPIES.items():
        apart, met = [], []
        for picture, one in first:
            other = hashed(copied(picture))
            apart.append(distance(one.pdq, other.pdq))
            met.append(bool(set(picture_inputs(one.pdq)) & set(picture_inputs(other.pdq))))
            by_distance[apart[-1]].append(met[-1])
        near = sum(bits <= 31 for bits in apart)
        print(
            f"| {name} | {sorted(apart)[len(apart) // 2]} ({max(apart)}) | {near / len(apart):.3f} | {sum(met) / len(met):.3f} |"
        )
    print("\n| bits apart | copies | tokens meet |\n| --- | --- | --- |")
    for low, high in ((0, 14), (15, 20), (21, 26), (27, 31), (32, 45), (46, 256)):
        some = [one for bits, ones in by_distance.items() if low <= bits <= high for one in ones]
        if some:
            print(f"| {low} to {high} | {len(some)} | {sum(some) / len(some):.3f} |")
    inputs = [set(picture_inputs(one.pdq)) for _, one in first]
    strangers = sum(bool(a & b) for n, a in enumerate(inputs) for b in inputs[:n])
    print(f"\nOf {len(inputs) * (len(inputs) - 1) // 2:,} pairs of different pictures {strangers} meet.")


def told_again(text: str, words: int, dice: random.Random, vocabulary: list[str]) -> str:
    parts = text.split()
    for place in dice.sample(range(len(parts)), min(words, len(parts))):
        parts[place] = dice.choice(vocabulary)
    return " ".join(parts)


def threats(count: int) -> None:
    maker, dice = _Maker(7, 10, 1), random.Random(7)
    first = [maker._template() for _ in range(count)]
    masked = [words.normal for words in map(words_of, first) if words]
    found = text_inputs(masked)
    common = often(found, 3)
    print(f"\n{len(masked)} threats, each with two of eight sentences that go round; bands that more than 3 share are dropped.\n")
    print(
        "| words changed | overlap (Jaccard) | meet | meet, formulas dropped | bands in common |\n| --- | --- | --- | --- | --- |"
    )
    for changed in (0, 1, 2, 3, 5, 8, 12):
        again = [told_again(text, changed, dice, maker.vocabulary) for text in masked]
        inputs = text_inputs(again)
        shared = [len(set(a) & set(b)) for a, b in zip(found, inputs, strict=True)]
        kept = [bool((set(a) & set(b)) - common) for a, b in zip(found, inputs, strict=True)]
        overlap = sum(jaccard(a, b) for a, b in zip(masked, again, strict=True)) / len(masked)
        met = sum(map(bool, shared)) / len(shared)
        print(f"| {changed} | {overlap:.2f} | {met:.3f} | {sum(kept) / len(kept):.3f} | {sum(shared) / len(shared):.1f} |")
    for name, drop in (("all bands", frozenset[bytes]()), ("formulas dropped", common)):
        sets = [set(one) - drop for one in found]
        pairs = [bool(a & b) for n, a in enumerate(sets) for b in sets[:n]]
        print(f"\nStrangers, {name}: {sum(pairs)} of {len(pairs):,} pairs meet.", end="")
    print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="all of it on little: does it run?")
    count = 8 if parser.parse_args().quick else 200
    pictures(count)
    threats(count * 3)


if __name__ == "__main__":
    main()
