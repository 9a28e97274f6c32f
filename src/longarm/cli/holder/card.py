"""Prints the holder's card. With --organisation it is made: for nodes and other holders, who compare fingerprints by voice."""

from __future__ import annotations

import argparse

from longarm.cli.holder.places import add_places, holder
from longarm.cli.service_card import add_card, show_card


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_card(parser, add_places, who="who the holder is")


def run(options: argparse.Namespace) -> int:
    from longarm.holder import card

    return show_card(options, lambda make: holder(options, make=make)[0], card.make, card.kept)
