"""The options that every command of a key holder takes, and the holder they name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from longarm.cli.service_places import add_service_places, service_place

if TYPE_CHECKING:
    from longarm.holder.start import HolderFolder, Ours


def add_places(parser: argparse.ArgumentParser) -> None:
    add_service_places(parser, "key holder", "holder")


def holder(options: argparse.Namespace, *, make: bool = False) -> tuple[HolderFolder, Ours]:
    """Raises BadInput when there is none, unless `make`."""
    from longarm.holder.start import HolderFolder, bring_up

    folder = service_place(options, HolderFolder)
    return folder, bring_up(folder, make=make)
