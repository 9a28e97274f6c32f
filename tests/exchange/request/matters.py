"""A case of two states and what the engine says of it on a day: Shorouk's, as the founding cases tell it."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files

from longarm.case.file import parse_case
from longarm.case.model import Case
from longarm.law.answer import PathsAnswer
from longarm.law.load import load
from longarm.law.paths import paths
from longarm.signals.trace import trace_case

TODAY = date(2026, 11, 1)


@cache
def shorouk() -> Case:
    text = (files("longarm.casework.demo") / "cases/shorouk.yaml").read_text("utf-8")
    return parse_case(text, "shorouk.yaml").case


@cache
def answer() -> PathsAnswer:
    return paths(shorouk(), load(), TODAY, trace_case(shorouk(), load()))
