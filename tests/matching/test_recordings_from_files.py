"""`longarm match` hears recordings in a child, as a node does; without the library it compares bytes and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_hostile_exhibits import case_with, matched

from longarm.cli.match import given as match_given
from speech import decoded, encoded, opus, speech

NOTE = opus(speech(1, 6))


def test_a_note_that_was_encoded_anew_is_found_between_two_case_files(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = case_with(tmp_path / "one", 2, note_ogg=NOTE, other_ogg=opus(speech(2, 6)))
    two = case_with(tmp_path / "two", 3, note_mp3=encoded(decoded(NOTE), "MP3"))
    answer, said = matched(capfd, one, two, "--index", str(tmp_path / "kept"))
    (link,) = (link for link in answer["links"] if link["reason"] == "same_voice")
    assert {place["what"] for place in link["because"]} == {"note-ogg", "note-mp3"}  # type: ignore[attr-defined, index]
    assert link["strength"] == "medium"
    assert "byte for byte only" not in said
    again, _ = matched(capfd, two, "--index", str(tmp_path / "kept"))  # the first stands sealed in the index
    assert [link["because"] for link in again["links"] if link["reason"] == "same_voice"] == [link["because"]]
    monkeypatch.setattr(match_given, "listen_confined", lambda _: None)  # a machine without the library
    bare, said = matched(capfd, one, two)
    assert "Recordings were compared byte for byte only" in said
    assert not [link for link in bare["links"] if link["reason"] == "same_voice"]
