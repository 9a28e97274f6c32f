"""docs/words.md says what the glossary says."""

from pathlib import Path

from longarm.law.load import load

PAGE = Path(__file__).parent.parent / "docs" / "words.md"


def test_every_word_of_the_page_is_the_glossarys() -> None:
    rows = [line.strip("| ").split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(rows) > 20
    words = {word.id: word for word in load().glossary.values()}
    for name, ar, en, fr, meaning in rows:
        word = words[name.strip("`")]
        assert (ar, en, fr, meaning) == (word.ar, word.en, word.fr, word.definition), name
