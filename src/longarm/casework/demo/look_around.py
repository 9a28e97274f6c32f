"""The way in for who only wants to look around: a demonstration on an empty node, loaded by the worker where there is one."""

from __future__ import annotations

from typing import NamedTuple

from longarm.casework.demo.load import NAME, PASSPHRASE, found_demo, load_demo
from longarm.casework.work.jobs import queue_demo
from longarm.texts import Language


class DemoSignIn(NamedTuple):
    """How to get in. `loading`: the worker is still loading cases; they appear in the list as they come."""

    name: str
    passphrase: str
    loading: bool


def look_around(language: Language) -> DemoSignIn:
    """Makes the demonstration in that language on an empty node and leaves its loading to the worker, or loads it without one.

    Raises Conflict when the node holds an organisation already.
    """
    found_demo(language)
    loading = queue_demo()
    if not loading:
        for _ in load_demo():
            pass
    return DemoSignIn(NAME, PASSPHRASE, loading)
