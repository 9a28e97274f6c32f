"""The command line: one file per command, loaded only when it is called (`longarm --help` stays under 0.2 s of CPU)."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import Any, Final, NamedTuple, NoReturn

from longarm import __version__
from longarm.cli.language import spoken
from longarm.cli.terminal import lines_kept, one_line
from longarm.errors import BadInput, LongarmError, system_reason
from longarm.texts import LANGUAGES, Language


class Command(NamedTuple):
    """A command and its line in the help. The texts stand here, not in `texts`, because Fluent takes 0.17 s to load."""

    name: str
    en: str
    ar: str
    fr: str


COMMANDS: Final = (
    Command("serve", "run the node: intake and desk", "تشغيل النظام: صفحة الاستقبال ومكتب المتابعة", "lancer le nœud : accueil et bureau"),
    Command("demo", "load the founding cases into an empty node", "تحميل القضايا التجريبية في نظام فارغ", "charger les dossiers d’exemple dans un nœud vide"),
    Command("read", "read chat, mail and message exports", "قراءة ملفات المحادثات والبريد والرسائل", "lire les exports de messagerie et de courrier"),
    Command("identify", "find phones, accounts, links and wallets", "استخراج الأرقام والحسابات والروابط والمحافظ", "trouver numéros, comptes, liens et portefeuilles"),
    Command("seal", "make a sealed bundle of exhibits", "ختم الأدلة في حزمة واحدة", "sceller des pièces dans un lot"),
    Command("stamp", "add a time-stamp to a sealed bundle", "إضافة ختم زمني إلى حزمة مختومة", "horodater un lot scellé"),
    Command("verify", "check a sealed bundle", "التحقق من حزمة مختومة", "vérifier un lot scellé"),
    Command("paths", "what can be done, where, and why", "ما الذي يمكن فعله، وأين، ولماذا", "ce qui peut être fait, où et pourquoi"),
    Command("ask", "what can be done between two states, from a few facts", "ما الذي يمكن فعله بين دولتين، من معلومات قليلة", "ce qui peut être fait entre deux États, à partir de peu de faits"),
    Command("treaties", "what binds two states on a date", "ما يُلزم دولتين في تاريخ معيّن", "ce qui lie deux États à une date"),
    Command("reach", "where a warrant reaches", "الدول التي يصل إليها أمر القبض", "où porte un mandat"),
    Command("match", "find the same offender in several cases", "البحث عن المشتبه فيه نفسه في قضايا عدة", "retrouver le même suspect dans plusieurs dossiers"),
    Command("draft", "draft a document as PDF", "إعداد مسودة مستند بصيغة PDF", "rédiger un document en PDF"),
    Command("exchange", "find and ask other organisations, without a central list", "العثور على جهات أخرى ومخاطبتها، دون قائمة مركزية", "trouver d’autres organisations et leur demander, sans liste centrale"),
    Command("hub", "run the hub where nodes meet", "تشغيل مركز التبادل بين الجهات", "lancer la plateforme où les nœuds se rencontrent"),
    Command("holder", "run one key holder of the exchange", "تشغيل أحد أمناء مفتاح التبادل", "lancer un détenteur de clé de l’échange"),
    Command("backup", "make an encrypted backup of the node", "إنشاء نسخة احتياطية مشفرة للنظام", "faire une sauvegarde chiffrée du nœud"),
    Command("restore", "restore a backup into a new folder", "استرجاع نسخة احتياطية في مجلد جديد", "restaurer une sauvegarde dans un nouveau répertoire"),
    Command("check", "check a node or a backup", "فحص النظام أو نسخة احتياطية", "contrôler un nœud ou une sauvegarde"),
    Command("schema", "print the JSON Schema of a file or answer", "عرض مخطط JSON لملف أو لإجابة", "afficher le schéma JSON d’un fichier ou d’une réponse"),
)  # fmt: skip

_USAGE: Final = {
    "en": ("longarm COMMAND [options]", "Commands (longarm COMMAND --help tells more):"),
    "ar": ("longarm COMMAND [options]", "الأوامر (longarm COMMAND --help لمزيد من الشرح):"),
    "fr": ("longarm COMMANDE [options]", "Commandes (longarm COMMANDE --help pour en savoir plus) :"),
}


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Lines of a description stay as they are written; the word before the usage is the reader's."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        from longarm.texts import say

        super().add_usage(usage, actions, groups, f"{say('cli-usage', spoken())} " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argparse parser whose error is one line, and exit code 2; both in the language of the terminal."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{"formatter_class": Formatter, **options})  # subcommands are made without one

    def error(self, message: str) -> NoReturn:
        from longarm.cli.parser_texts import fault_said

        language = spoken()
        self.exit(2, f"longarm: {one_line(for_terminal(fault_said(message, self.prog, language), language))}\n")

    def format_help(self) -> str:
        from longarm.cli.parser_texts import put_into

        put_into(self, spoken())
        return super().format_help()


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns 0, 1 for a negative verdict, 2 for bad input."""
    given = sys.argv[1:] if arguments is None else arguments
    language = spoken()
    if not given or given[0] in ("-h", "--help", "help"):
        sys.stdout.write(_help(language))
        return 0 if given else 2
    if given[0] == "--version":
        sys.stdout.write(f"longarm {__version__}\n")
        return 0
    names = [command.name for command in COMMANDS]
    if given[0] not in names:
        return _no_such_command(given[0], names, language)
    module = import_module(f"longarm.cli.{given[0]}")
    parser = Parser(prog=f"longarm {given[0]}", description=module.__doc__)
    module.add_arguments(parser)
    options = parser.parse_args(given[1:])
    try:
        return int(module.run(options))
    except LongarmError as fault:
        _say_fault(fault, options, language)
        return fault.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as fault:  # a disk that fails in the middle of a file, a name no disk takes, a full disk
        _say_fault(BadInput("cli-system", what=fault.filename or given[0], why=system_reason(fault)), options, language)
        return 2
    except UnicodeEncodeError:  # a name of a file that is no text, in an answer of JSON
        _say_fault(BadInput("cli-not-text"), options, language)
        return 2
    except Exception as fault:
        if not _of_database(fault):
            raise
        _say_fault(BadInput("terminal-database", why=str(fault).partition("\n")[0][:200]), options, language)
        return 2


def _of_database(fault: Exception) -> bool:
    """It cannot be read or written: damaged, locked, full, gone. A rule that a row breaks, and a wrong question, are our faults.

    Django is not loaded where a command has no tables.
    """
    database = sys.modules.get("django.db")
    return database is not None and (
        isinstance(fault, database.OperationalError | database.InterfaceError) or type(fault) is database.DatabaseError
    )


def _say_fault(fault: LongarmError, options: argparse.Namespace, language: Language) -> None:
    chosen = next((known for known in LANGUAGES if known == getattr(options, "lang", None)), language)
    sys.stderr.write(f"longarm: {one_line(for_terminal(fault.in_language(chosen), chosen))}\n")


def for_terminal(text: str, language: Language) -> str:
    """Without what would move the cursor. Isolation marks (U+2066 … U+2069) order an Arabic line; elsewhere they would only
    be copied along with a path.
    """
    text = lines_kept(text.encode("utf-8", "backslashreplace").decode())
    return text if language == "ar" else text.translate(dict.fromkeys(range(0x2066, 0x206A)))


def _help(language: Language) -> str:
    usage, heading = _USAGE[language]
    lines = [f"  {command.name:<10} {getattr(command, language)}" for command in COMMANDS]
    return "\n".join([usage, "", heading, *lines, ""])


def _no_such_command(word: str, names: list[str], language: Language) -> int:
    import difflib

    from longarm.texts import say

    near = difflib.get_close_matches(word, names, n=1)
    said = say("cli-no-command-near", language, word=word, near=near[0]) if near else say("cli-no-command", language, word=word)
    sys.stderr.write(f"longarm: {one_line(for_terminal(said, language))}\n")
    return 2
