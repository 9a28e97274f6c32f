"""Pictures met again: recompressed, shrunk, mirrored, in a screenshot; found exactly; hostile ones refused."""

import io
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from longarm.evidence.preview.picture import Unfit
from longarm.matching.image.decode import decoded
from longarm.matching.image.index import ImageIndex
from longarm.matching.image.pdq import apart, distance, hashed, pictures
from longarm.matching.image.regions import regions

FOLDER = Path(__file__).parent / "pdq"
BRIDGE = (FOLDER / "bridge.jpg").read_bytes()
# As printed by the C++ reference for this picture (ThreatExchange, pdq): the fixed point that another implementation must meet.
NEAR_ENOUGH = 10


def lines(name: str) -> list[bytes]:
    return [bytes.fromhex(line.split(",")[0].strip()) for line in (FOLDER / name).read_text().splitlines() if line.strip()]


def photo(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Nobody and nothing: noise with the spectrum of photographs, in colour."""
    rng = np.random.default_rng(seed)
    width, height = size
    fx, fy = np.meshgrid(np.fft.fftfreq(width), np.fft.fftfreq(height))
    falling = 1 / np.maximum(np.hypot(fx, fy), 1 / max(size)) ** 1.3
    bands = [np.fft.ifft2(np.fft.fft2(rng.standard_normal((height, width))) * falling).real for _ in range(3)]
    mixed = [0.8 * bands[0] + 0.2 * band for band in bands]
    scaled = [(band - band.min()) / (band.max() - band.min()) * 255 for band in mixed]
    return Image.fromarray(np.stack(scaled, axis=-1).astype(np.uint8))


def saved(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def chat(*held: Image.Image, ground: str = "#ece5dd") -> Image.Image:
    """A screenshot of a conversation: a bar, bubbles of text, and pictures in bubbles with a caption."""
    shot = Image.new("RGB", (1080, 2200), ground)
    draw = ImageDraw.Draw(shot)
    draw.rectangle((0, 0, 1080, 170), fill="#075e54")
    draw.text((300, 60), "+218 91 000 0017", fill="white", font_size=48)
    top = 220
    for number, image in enumerate(held):
        draw.rounded_rectangle((40, top, 760, top + 120), 24, fill="#ffffff")
        for line in range(2):
            draw.text((70, top + 20 + 45 * line), f"pay before tonight or all will see {number}", fill="#222222", font_size=32)
        top += 150
        box = image.resize((640, round(640 * image.height / image.width)))
        draw.rounded_rectangle((40, top, 40 + 664, top + box.height + 90), 16, fill="#ffffff")
        shot.paste(box, (52, top + 12))
        draw.text((70, top + box.height + 30), "see this", fill="#222222", font_size=32)
        top += box.height + 130
    return shot


def test_the_bridge_of_the_reference_is_hashed_within_ten_bits_in_every_form() -> None:
    original = hashed(decoded(BRIDGE))
    assert original.quality == 100
    image = Image.open(io.BytesIO(BRIDGE)).convert("RGB")
    forms = {
        "quality 30": saved(image, quality=30),
        "PNG": saved(image, "PNG"),
        "grey": saved(image.convert("L"), "PNG"),
        "with alpha": saved(image.convert("RGBA"), "PNG"),
        "WebP": saved(image, "WEBP", quality=60),
        "CMYK": saved(image.convert("CMYK")),
    }
    for form, data in forms.items():
        assert distance(hashed(decoded(data)).pdq, original.pdq) <= NEAR_ENOUGH, form


def test_needles_are_found_in_the_haystack_as_by_brute_force() -> None:
    hay, needles = lines("haystack.txt"), lines("needles.txt")
    assert (len(hay), len(needles)) == (1350, 100)
    index = ImageIndex(hay)
    found = [(n, hit.number, hit.distance) for n, needle in enumerate(needles) for hit in index.near(needle)]
    brute = [(n, h, distance(a, b)) for n, a in enumerate(needles) for h, b in enumerate(hay) if distance(a, b) <= 31]
    assert found == brute
    assert len(found) == 250
    assert len({n for n, _, _ in found}) == 100


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**256 - 1), st.sets(st.integers(0, 255), min_size=31, max_size=31), st.booleans())
def test_whatever_is_at_most_31_bits_away_is_found(pdq: int, turned: set[int], appended: bool) -> None:
    dice = random.Random(1)
    others = [dice.randbytes(32) for _ in range(300)]
    index = ImageIndex(others if appended else [*others, pdq.to_bytes(32)])
    if appended:
        assert index.add(pdq.to_bytes(32)) == 300
    asked = pdq
    for bit in turned:
        asked ^= 1 << bit
    assert (300, 31) in index.near(asked.to_bytes(32))
    index.rebuild()
    assert (300, 31) in index.near(asked.to_bytes(32))


def test_appended_and_made_again_the_index_answers_as_one_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One case after another, with tables made again in between; once in the tables of many hashes, too."""
    from longarm.matching.image import index

    dice = random.Random(9)
    hashes = [dice.randbytes(32) for _ in range(600)]
    hashes += [bytes(byte ^ (dice.random() < 0.3) for byte in hashes[dice.randrange(600)]) for _ in range(200)]
    asked = [*hashes[::7], bytes(32), b"\xff" * 32]
    monkeypatch.setattr(index, "_TAIL", 250)
    small = ((16, 2),) * 8 + ((16, 1),) * 4 + ((16, 0),) * 4
    assert sum(off + 1 for _, off in small) >= 32
    for many in (300_000, 100):
        monkeypatch.setattr(index, "_MANY", many)
        monkeypatch.setattr(index, "_ELEVEN", small)
        whole, grown = ImageIndex(hashes), ImageIndex(hashes[:100])
        for number, pdq in enumerate(hashes[100:], 100):
            assert grown.add(pdq) == number
        before = [grown.near(pdq) for pdq in asked]
        grown.rebuild()
        assert before == [grown.near(pdq) for pdq in asked] == [whole.near(pdq) for pdq in asked]
        brute = [[(n, d) for n, one in enumerate(hashes) if (d := distance(one, pdq)) <= 31] for pdq in asked]
        assert before == brute


def test_the_opposite_of_a_hash_is_not_near_it() -> None:
    index = ImageIndex([b"\xff" * 32])
    index.add(b"\xff" * 32)
    assert index.near(bytes(32)) == []
    assert [hit.distance for hit in index.near(b"\xff" * 32)] == [0, 0]


def test_both_plans_of_bands_cover_the_hash_and_31_bits() -> None:
    """The theorem: more turned bits than all bands may be off by would need 32. The large tables are measured in `make bench`."""
    from longarm.matching.image import index

    for plan in (index._SIXTEEN, index._ELEVEN):
        assert sum(size for size, _ in plan) == 256
        assert sum(off + 1 for _, off in plan) >= 32


def test_a_mirrored_and_a_turned_copy_are_found() -> None:
    original = hashed(photo(1), turned=True)
    for turn in (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180):
        copy = hashed(photo(1).transpose(turn))
        assert distance(copy.pdq, original.pdq) > 60
        assert apart(original, copy) <= 16
        assert apart(original, copy) == apart(copy, original)


def test_a_picture_turned_by_its_exif_is_the_picture() -> None:
    upright = photo(2)
    exif = Image.Exif()
    exif[0x0112] = 6  # shown turned by a quarter to the right
    lying = saved(upright.transpose(Image.Transpose.ROTATE_90), exif=exif.tobytes())
    assert distance(hashed(decoded(lying)).pdq, hashed(upright).pdq) <= 16


@pytest.mark.parametrize("ground", ["#ece5dd", "#0b141a", "#ffffff"])
def test_pictures_in_a_screenshot_of_a_chat_are_cut_out_and_found(ground: str) -> None:
    one, other = photo(3), photo(4, (480, 480))
    shot = saved(chat(one, other, ground=ground), quality=80)
    seen = pictures(shot, turned=False)
    for original in (one, other):
        best = min(distance(hashed(original).pdq, each.pdq) for each in seen)
        assert best <= 31
    assert min(distance(hashed(photo(5)).pdq, each.pdq) for each in seen) > 31


def test_a_photograph_has_no_regions_and_bubbles_of_text_are_none() -> None:
    assert regions(photo(6)) == ()
    assert regions(chat()) == ()


def test_two_screenshots_of_text_do_not_meet() -> None:
    one, other = Image.new("RGB", (1080, 1600), "#ece5dd"), Image.new("RGB", (1080, 1600), "#ece5dd")
    for shot, words in ((one, "pay before tonight"), (other, "hello, how is the family")):
        draw = ImageDraw.Draw(shot)
        for n in range(8):
            draw.rounded_rectangle((40, 100 + 170 * n, 700 + len(words) * 10 * (n % 2), 220 + 170 * n), 24, fill="#ffffff")
            draw.text((70, 130 + 170 * n), f"{words} {n * len(words)}", fill="#222222", font_size=36)
    mine, others = pictures(saved(one, "PNG"), turned=False), pictures(saved(other, "PNG"), turned=False)
    assert all(distance(a.pdq, b.pdq) > 31 for a in mine for b in others)


def test_a_blank_picture_is_no_picture() -> None:
    assert pictures(saved(Image.new("RGB", (600, 600), "#778899"), "PNG")) == ()


def test_a_picture_of_a_hundred_megapixels_is_refused_before_it_is_decoded() -> None:
    huge = saved(Image.new("1", (10_000, 10_001)), "PNG")
    with pytest.raises(Unfit, match="large"):
        pictures(huge)


@pytest.mark.parametrize("cut", [3, 60, 5000])
def test_a_corrupt_picture_is_refused(cut: int) -> None:
    with pytest.raises(Unfit, match="damaged"):
        pictures(BRIDGE[:cut])


def test_of_an_animated_picture_the_first_frame_counts() -> None:
    frames = [photo(7, (256, 256)), photo(8, (256, 256))]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert min(distance(one.pdq, hashed(frames[0]).pdq) for one in pictures(moving, turned=False)) <= 31
