"""Prints the hub's card. With --organisation it is made: for nodes to take in, after comparing the fingerprint by voice."""

from __future__ import annotations

import argparse

from longarm.cli.hub.places import add_places, hub
from longarm.cli.service_card import add_card, show_card


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_card(parser, add_places, who="who runs the hub")


def run(options: argparse.Namespace) -> int:
    from longarm.hub import card

    return show_card(options, lambda make: hub(options, make=make)[0], card.make, card.kept)
