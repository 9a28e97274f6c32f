"""The options that every command of a hub takes, and the hub they name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from longarm.cli.service_places import add_service_places, service_place

if TYPE_CHECKING:
    from longarm.hub.start import HubFolder
    from longarm.keys.party import Party


def add_places(parser: argparse.ArgumentParser) -> None:
    add_service_places(parser, "hub", "hub")


def hub(options: argparse.Namespace, *, make: bool = False) -> tuple[HubFolder, Party]:
    """Raises BadInput when there is none, unless `make`."""
    from longarm.hub.start import HubFolder, bring_up

    folder = service_place(options, HubFolder)
    return folder, bring_up(folder, make=make)
