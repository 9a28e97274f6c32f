"""A command beside the running node: Django set up for its folder, without locking it and without making anything new."""

from __future__ import annotations

import os

from longarm.errors import BadInput
from longarm.store.folder import Folder, is_node, prepare
from longarm.store.start import start


def attach(folder: Folder) -> None:
    """Raises BadInput when the folder holds no node, cannot be used, or is newer than this longarm."""
    os.umask(0o077)
    if not is_node(folder):
        raise BadInput("store-no-node", folder=str(folder.data))
    prepare(folder)
    start(folder)
