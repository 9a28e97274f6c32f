"""Learn that another organisation holds the same offender, and work on it together: tokens, hits, requests, operations."""

from __future__ import annotations

import argparse
from typing import Final

from longarm.cli import Command
from longarm.cli.group import add_subcommands, run_subcommand

# One file each: cli/exchange/<name>.py with add_arguments, run and, where it answers --json, ANSWER (listed in cli/schema.py).
SUBCOMMANDS: Final = (
    Command("card", "write this node's card, or show another's", "إصدار بطاقة هذا النظام، أو عرض بطاقة جهة أخرى", "écrire la carte de ce nœud, ou montrer celle d’un autre"),
    Command("member", "who this node speaks with: add, list, cut off", "الجهات التي يتواصل معها هذا النظام: إضافة وعرض وقطع", "avec qui ce nœud parle : ajouter, lister, couper"),
    Command("ceremony", "make, refresh or renew the shared key", "إنشاء المفتاح المشترك أو تجديده", "créer, rafraîchir ou renouveler la clé partagée"),
    Command("token", "the token of an identifier", "الرمز المقابل لمعرّف", "le jeton d’un identifiant"),
    Command("post", "register the tokens of the cases at the hub", "تسجيل رموز القضايا لدى المركز", "enregistrer au hub les jetons des dossiers"),
    Command("hits", "fetch who holds the same offender", "جلب الجهات التي لديها المشتبه فيه نفسه", "chercher qui a le même suspect"),
    Command("probe", "plant what nobody can name, and learn who met it", "زرع معرّف لا يسمّيه أحد ومعرفة من طابقه", "planter ce que nul ne peut nommer, et savoir qui l’a rencontré"),
    Command("request", "ask another node, and answer", "طلب إجراء من جهة أخرى والإجابة", "demander à un autre nœud, et répondre"),
    Command("operation", "work on one series with several nodes", "عمل مشترك بين جهات عدة على سلسلة واحدة", "travailler à plusieurs nœuds sur une série"),
    Command("figures", "how fast states answer, without identities", "سرعة استجابة الدول، دون كشف هوية أحد", "à quelle vitesse les États répondent, sans identités"),
    Command("escrow", "what opens only when others named the same", "ما لا يُفتح إلا إذا سمّى آخرون الشخص نفسه", "ce qui ne s’ouvre que si d’autres nomment le même"),
    Command("lab", "a hub, three holders, three nodes on this machine", "مركز وثلاثة أمناء مفتاح وثلاثة أنظمة على هذا الجهاز", "un hub, trois détenteurs, trois nœuds sur cette machine"),
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_subcommands(parser, "exchange", SUBCOMMANDS)


def run(options: argparse.Namespace) -> int:
    return run_subcommand(options, "exchange")
