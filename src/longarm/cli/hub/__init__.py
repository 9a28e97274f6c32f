"""Run the hub where nodes meet: it keeps tokens and sealed envelopes, tells both sides of a hit, and holds no person."""

from __future__ import annotations

import argparse
from typing import Final

from longarm.cli import Command
from longarm.cli.group import add_subcommands, run_subcommand

SUBCOMMANDS: Final = (
    Command("serve", "run the hub", "تشغيل مركز التبادل", "lancer la plateforme d’échange"),
    Command("card", "make or show the hub's card", "إصدار بطاقة المركز أو عرضها", "faire ou montrer la carte de la plateforme"),
    Command("member", "whom it serves: add, list, cut off", "الجهات التي يخدمها: إضافة وعرض وقطع", "qui elle sert : ajouter, lister, couper"),
    Command("log", "what happened, counted, and the head of its log", "ما حدث، بالأعداد، ورأس سجلّه", "ce qui s’est passé, compté, et la tête de son journal"),
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_subcommands(parser, "hub", SUBCOMMANDS)


def run(options: argparse.Namespace) -> int:
    return run_subcommand(options, "hub")
