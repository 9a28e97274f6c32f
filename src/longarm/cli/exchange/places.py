"""The options that commands about the exchange take beside the running node."""

from __future__ import annotations

import argparse
import os

from longarm.cli.given_path import given_path


def add_node(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=given_path, help="folder of the node (default: LONGARM_DATA, else ./data)")
    parser.add_argument(
        "--keys", type=given_path, help="folder of the node's keys (default: LONGARM_KEYS, else beside the data folder)"
    )
    parser.add_argument("--lang", choices=("ar", "en", "fr"), help="language of what is printed here")


def attach_node(options: argparse.Namespace) -> None:
    """Raises BadInput when there is no node."""
    from longarm.casework.attach import attach
    from longarm.store.folder import folder_of

    if options.keys:
        os.environ["LONGARM_KEYS"] = str(options.keys.absolute())
    attach(folder_of(options.data))
