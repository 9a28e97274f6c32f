"""Threats told again: through spelling, names and amounts; not through stock phrases; hostile texts cost little."""

import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longarm.matching.text.aligned import aligned
from longarm.matching.text.masked import words_of
from longarm.matching.text.minhash import pairs, signatures
from longarm.matching.text.normal import normal
from longarm.matching.text.shingles import jaccard, shingles
from longarm.matching.text.threat import is_threat

ONE = "يا منى، عندِك مُهلة لحد بكرة وتدفعي 5000 جنيه وإلّا صورك كلها هتنزل على جروبات العيلة، ومحدش هيرحمك ساعتها"
OTHER = "يا سعاد عندك مهلة لحد بكره وتدفعي ٧٠٠ دينار والا صـــورك كلها هتنزل علي جروبات العيله ومحدش هيرحمك ساعتها 😈😈"


def compared(text: str) -> str:
    words = words_of(text)
    assert words is not None
    return words.normal


def test_one_threat_to_two_women_is_one_threat() -> None:
    assert jaccard(compared(ONE), compared(OTHER)) > 0.8
    assert jaccard(ONE, OTHER) < 0.6
    assert "منى" not in compared(ONE)
    assert "5000" not in compared(ONE)
    assert is_threat(compared(ONE))


def test_the_two_stand_side_by_side_as_written() -> None:
    parts = aligned(ONE, OTHER)
    assert " ".join(part.one for part in parts if part.one) == " ".join(ONE.split())
    assert any(part.who == "differs" and "5000" in part.one and "٧٠٠" in part.other for part in parts)
    both = [part for part in parts if part.who == "both"]
    assert any("صـــورك" in part.other and "صورك" in part.one for part in both)


@pytest.mark.parametrize(
    "text",
    [
        "السلام عليكم ورحمة الله وبركاته، كل عام وأنتم بخير بمناسبة شهر رمضان المبارك أعاده الله عليكم باليمن والبركات",
        "عزيزي العميل، رصيدك الحالي قارب على الانتهاء ويمكنك الشحن عبر التطبيق في أي وقت، شكرا لاختيارك خدماتنا الجديدة",
        "Dear customer, your parcel arrives tomorrow between nine and eleven, please have your card ready for the driver",
    ],
)
def test_a_greeting_and_an_operators_message_are_no_threats(text: str) -> None:
    assert not is_threat(compared(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pay the money before tonight or else I send every picture to your family and all your contacts, your last chance",
        "Si tu ne fais pas le virement avant ce soir je vais publier toutes tes photos et les envoyer à ta famille",
    ],
)
def test_threats_in_english_and_french_are_threats(text: str) -> None:
    assert is_threat(compared(text))


def test_a_short_message_says_nothing() -> None:
    assert words_of("ادفع وإلا الصور تنزل") is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_the_normal_form_is_its_own(text: str) -> None:
    once = normal(text)
    assert normal(once) == once


def test_near_texts_meet_and_others_do_not() -> None:
    """Recall at an overlap of 0.5 and more, against all pairs; and no unrelated pair survives the check."""
    dice = random.Random(3)
    vocabulary = ["".join(dice.choices("ابتجحدرسطعفقكلمنهوي", k=dice.randint(3, 7))) for _ in range(400)]
    texts = []
    for _ in range(60):
        words = dice.choices(vocabulary, k=26)
        for _ in range(5):
            copy = list(words)
            for _ in range(dice.randint(0, 4)):
                copy[dice.randrange(26)] = dice.choice(vocabulary)
            texts.append(" ".join(copy))
    cut = [shingles(text) for text in texts]
    there = {
        (a, b) for a in range(len(texts)) for b in range(a + 1, len(texts)) if len(cut[a] & cut[b]) / len(cut[a] | cut[b]) >= 0.5
    }
    met = pairs(signatures(texts))
    assert len(met & there) / len(there) >= 0.97
    assert all(a // 5 == b // 5 for a, b in there)


def test_the_signature_of_a_text_does_not_depend_on_its_company() -> None:
    texts = [compared(ONE), "", compared(OTHER)]
    together = signatures(texts)
    for number in (0, 2):
        assert np.array_equal(together[number], signatures([texts[number]])[0])


@pytest.mark.parametrize("text", ["ا" * 1_000_000, "\u202e\u2066" * 300_000, "ﷺ" * 200_000, "5 " * 400_000, "يا " * 300_000])
def test_a_megabyte_of_one_thing_is_answered_at_once(text: str) -> None:
    begun = time.process_time()
    words = words_of(text)
    if words:
        is_threat(words.normal)
        signatures([words.normal])
    aligned(text, text)
    assert time.process_time() - begun < 1.5


def test_marks_that_turn_the_direction_do_not_hide_a_threat() -> None:
    hidden = "\u202e".join(ONE)
    assert compared(hidden) == compared(ONE)
