"""Words of other organisations on a terminal."""

from __future__ import annotations

import pytest

from longarm.cli.telling import letters, tell


def test_what_others_wrote_is_letters_to_a_terminal_and_no_command(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    tell([letters("Desk \x1b]0;owned\x07 of \u202eCairo")], "ar")
    assert capfdbinary.readouterr().out == "Desk \ufffd]0;owned\ufffd of \ufffdCairo\n".encode()
