"""The options that every command of a hub takes, and the hub they name."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longarm.hub.start import HubFolder
    from longarm.keys.party import Party


def add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, help="folder of the hub (default: LONGARM_HUB, else ./hub)")
    parser.add_argument(
        "--keys", type=Path, help="folder of its keys, best on another disk (default: LONGARM_HUB_KEYS, else beside it)"
    )
    parser.add_argument("--lang", choices=("ar", "en", "fr"), help="language of what is printed here")


def place(options: argparse.Namespace) -> HubFolder:
    from longarm.hub.start import folder_of

    if options.keys:
        os.environ["LONGARM_HUB_KEYS"] = str(options.keys.absolute())
    folder = folder_of(options.data)
    os.environ["LONGARM_HUB"] = str(folder.data)
    return folder


def hub(options: argparse.Namespace, *, make: bool = False) -> tuple[HubFolder, Party]:
    """Raises BadInput when there is none, unless `make`."""
    from longarm.hub.start import bring_up

    folder = place(options)
    return folder, bring_up(folder, make=make)
