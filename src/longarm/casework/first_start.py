"""Brings a node up: folder, tables, secret, signing key; cleans up what a crash left."""

from __future__ import annotations

import os
import shutil
from typing import NamedTuple

from longarm.store.folder import Folder, hold, prepare
from longarm.store.start import start
from longarm.store.upgrade import migrate
from longarm.store.vault import sweep


class Ready(NamedTuple):
    new: bool  # the folder was made just now
    empty: bool  # no organisation yet
    swept: int  # uploads that never ended, removed


def bring_up(folder: Folder) -> Ready:
    """Ready to serve, the folder locked for this process. Sets Django up for the store.

    Raises BadInput when the folder or the database cannot be used, is in use, is newer than this longarm, or has lost its secret.
    """
    os.umask(0o077)  # whatever this process and its children write is ours alone
    new = prepare(folder)
    hold(folder)
    start(folder)
    migrate()
    from longarm.casework.node import make_secret_once, node
    from longarm.casework.people.organisations import is_empty

    empty = is_empty()
    if empty:  # never for a node that holds something: a new secret would open nothing of it
        make_secret_once(folder)
    for left in folder.data.glob(".stamp-*"):  # what a stamping that was killed left: hashes only
        shutil.rmtree(left, ignore_errors=True)
    _ = node().secret, node().signing_key
    return Ready(new, empty, sweep(folder.vault))
