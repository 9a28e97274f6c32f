"""The options that every command of a service of its own takes (a hub, a key holder), and the folder they name."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, TypeVar

from longarm.cli.given_path import given_path

if TYPE_CHECKING:
    from longarm.store.service_folder import ServiceFolder

Folder = TypeVar("Folder", bound="ServiceFolder")


def add_service_places(parser: argparse.ArgumentParser, called: str, name: str) -> None:
    """`called`: as people say it; `name`: its default folder, and in its variables."""
    variable = f"LONGARM_{name.upper()}"
    parser.add_argument("--data", type=given_path, help=f"folder of the {called} (default: {variable}, else ./{name})")
    parser.add_argument(
        "--keys", type=given_path, help=f"folder of its keys, best on another disk (default: {variable}_KEYS, else beside it)"
    )
    parser.add_argument("--lang", choices=("ar", "en", "fr"), help="language of what is printed here")


def service_place(options: argparse.Namespace, kind: type[Folder]) -> Folder:
    """The folder, told to the processes that this one starts too."""
    if options.keys:
        os.environ[f"{kind.variable()}_KEYS"] = str(options.keys.absolute())
    folder = kind.at(options.data)
    os.environ[kind.variable()] = str(folder.data)
    return folder
