"""Folding forgets nothing: every span of the folded text has its span in the original."""

from hypothesis import given
from hypothesis import strategies as st

from longarm.signals.digits import fold, plain

TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("٠١٢۰۱۲\u200f\u202a\u202c\u2066\u00a0\u2011+@")),
    max_size=60,
)


@given(TEXT, st.data())
def test_a_span_goes_back_to_what_was_written(original: str, data: st.DataObject) -> None:
    folded = fold(original)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert fold(original[first:last]).text == folded.text[start:end]


@given(TEXT)
def test_folding_twice_changes_nothing(original: str) -> None:
    once = plain(original)
    assert plain(once) == once


def test_the_digits_of_arabic_and_persian_keyboards() -> None:
    assert plain("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹") == "0123456789 0123456789"
    assert plain("\u200e\u202a+218\u00a091\u2011000\u202c") == "+218 91-000"
