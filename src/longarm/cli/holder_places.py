"""The options that every command of a key holder takes, and the holder they name."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longarm.holder.start import HolderFolder, Ours


def add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, help="folder of the key holder (default: LONGARM_HOLDER, else ./holder)")
    parser.add_argument(
        "--keys", type=Path, help="folder of its keys, best on another disk (default: LONGARM_HOLDER_KEYS, else beside it)"
    )
    parser.add_argument("--lang", choices=("ar", "en", "fr"), help="language of what is printed here")


def place(options: argparse.Namespace) -> HolderFolder:
    from longarm.holder.start import folder_of

    if options.keys:
        os.environ["LONGARM_HOLDER_KEYS"] = str(options.keys.absolute())
    folder = folder_of(options.data)
    os.environ["LONGARM_HOLDER"] = str(folder.data)
    return folder


def holder(options: argparse.Namespace, *, make: bool = False) -> tuple[HolderFolder, Ours]:
    """Raises BadInput when there is none, unless `make`."""
    from longarm.holder.start import bring_up

    folder = place(options)
    return folder, bring_up(folder, make=make)
