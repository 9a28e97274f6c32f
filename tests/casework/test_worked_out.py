"""A case that the engine refuses, or that it fails on, stays open to those who work on it."""

from __future__ import annotations

import logging
from datetime import date

import msgspec
import pytest

from longarm.case.file import parse_case
from longarm.casework.worked_out import worked_out
from longarm.law.load import load
from people import AMAL

DAY = date(2026, 1, 4)


def test_a_sound_case_has_paths_and_no_fault() -> None:
    answer, fault = worked_out(parse_case(AMAL, "amal.yaml").case, load(), DAY)
    assert fault is None
    assert answer.paths


def test_a_case_that_contradicts_itself_keeps_the_sentence_of_the_engine() -> None:
    unborn = parse_case(AMAL.replace("birth_year: 1996", "birth_year: 2040"), "amal.yaml").case
    answer, fault = worked_out(unborn, load(), DAY)
    assert fault is not None
    assert fault.message == "paths-before-birth"
    assert answer.paths == ()


def test_facts_that_lack_what_the_rules_name_are_logged_without_a_word_of_the_case(caplog: pytest.LogCaptureFixture) -> None:
    """As if the compiled facts had lost their instruments."""
    from longarm.web.log import Bare

    halved = msgspec.structs.replace(load(), instruments={})
    with caplog.at_level(logging.ERROR, logger="django.paths"):
        logging.getLogger("django.paths").addHandler(caplog.handler)
        answer, fault = worked_out(parse_case(AMAL, "amal.yaml").case, halved, DAY)
        logging.getLogger("django.paths").removeHandler(caplog.handler)
    assert fault is not None
    assert fault.message == "casework-paths-failed"
    assert answer.paths == ()
    assert caplog.records
    line = Bare().format(caplog.records[0])
    assert "KeyError at longarm.law" in line
    assert not any(word in line for word in ("Amal", "+218", "EG-2026-0007"))
