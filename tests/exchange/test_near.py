"""Near pictures and retold threats meet by tokens; what is common to strangers stays at home."""

import random

import pytest

from longarm.exchange.messages import often, text_inputs
from longarm.exchange.pictures import TOKENS, picture_inputs

THREAT = (
    "اسمعي كلامي زين صورك عندي كلها واذا ما حولتي المبلغ قبل الليل ابعث كل شيء لاهلك واصحابك وزملاء الشغل وما راح ينفعك احد "
    "واحذري تبلغين الشرطه لاني برا البلد وما يقدرون يوصلون لي"
)
OTHER = (
    "مرحبا كيف الحال اليوم عندنا اجتماع في المكتب الساعه العاشره صباحا ارجو منكم الحضور في الموعد مع كل الاوراق المطلوبه "
    "لان المدير يريد ان ينهي الملف قبل نهايه الشهر وشكرا لكم جميعا"
)


def flipped(pdq: bytes, bits: int, seed: int) -> bytes:
    value = int.from_bytes(pdq)
    for bit in random.Random(seed).sample(range(256), bits):
        value ^= 1 << bit
    return value.to_bytes(32)


def test_a_picture_has_120_tokens_and_none_shows_one_band_alone() -> None:
    inputs = picture_inputs(random.Random(1).randbytes(32))
    assert len(set(inputs)) == len(inputs) == TOKENS == 120


def test_copies_up_to_fourteen_bits_apart_always_meet() -> None:
    pdq = random.Random(2).randbytes(32)
    for seed in range(200):
        assert set(picture_inputs(pdq)) & set(picture_inputs(flipped(pdq, 14, seed)))


def test_other_pictures_do_not_meet_and_a_band_in_another_place_is_another() -> None:
    pictures = [set(picture_inputs(random.Random(n).randbytes(32))) for n in range(60)]
    assert sum(bool(a & b) for i, a in enumerate(pictures) for b in pictures[:i]) == 0
    pdq = random.Random(3).randbytes(32)
    assert not set(picture_inputs(pdq)) & set(picture_inputs(pdq[2:] + pdq[:2]))
    with pytest.raises(ValueError, match="256 bits"):
        picture_inputs(pdq[:31])


def test_a_threat_told_again_with_other_words_meets() -> None:
    again = THREAT.replace("المبلغ", "الفلوس").replace("الليل", "العصر")
    mine, other, stranger = text_inputs([THREAT, again, OTHER])
    assert len(set(mine) & set(other)) >= 3
    assert not set(mine) & set(stranger)
    # Alone or among others, on this node or that one: the inputs are the same.
    assert text_inputs([THREAT]) == (mine,)


def test_short_and_repeating_texts_say_nothing_outside() -> None:
    assert text_inputs(["", "ابعث المبلغ", "هههههههه" * 30]) == ((), (), ())


def test_what_many_write_is_dropped_at_home() -> None:
    found = text_inputs([THREAT, THREAT, THREAT, OTHER])
    common = often(found, 2)
    assert common == set(found[0])
    assert text_inputs([THREAT, OTHER], dropped=common) == ((), found[3])
