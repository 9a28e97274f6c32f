"""Run one key holder: it evaluates blinded elements with its share of the key, within a budget, and learns nothing of them."""

from __future__ import annotations

import argparse
from typing import Final

from longarm.cli import Command
from longarm.cli.group import add_subcommands, run_subcommand

SUBCOMMANDS: Final = (
    Command("serve", "run the key holder", "تشغيل أمين المفتاح", "lancer le détenteur de clé"),
    Command("card", "make or show its card", "إصدار بطاقته أو عرضها", "faire ou montrer sa carte"),
    Command("member", "whom it answers: add, list, cut off", "الجهات التي يجيبها: إضافة وعرض وقطع", "à qui il répond : ajouter, lister, couper"),
    Command("key", "the keys it holds a share of, and ending one", "المفاتيح التي يحفظ حصة منها، وإنهاء أحدها", "les clés dont il tient une part, et en finir une"),
    Command("log", "what happened, counted", "ما حدث، بالأعداد", "ce qui s’est passé, compté"),
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_subcommands(parser, "holder", SUBCOMMANDS)


def run(options: argparse.Namespace) -> int:
    return run_subcommand(options, "holder")
