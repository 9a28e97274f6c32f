"""Every error a person may meet comes from one family, so that none reaches her as a traceback."""

import importlib
import pkgutil

import longarm
from longarm.errors import LongarmError

# Signals between our own modules, caught inside; a person never sees them.
INSIDE = {"Fault", "Lost", "NotChecked", "Refused", "TextMissing", "Undecoded", "Unfit", "Unheard", "_Again", "_LeftOut"}


def test_every_error_class_belongs_to_the_family() -> None:
    for module in pkgutil.walk_packages(longarm.__path__, "longarm."):
        if module.name.endswith("__main__") or ".web" in module.name or ".store" in module.name:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, type) and issubclass(value, Exception) and value.__module__ == module.name:
                assert issubclass(value, LongarmError) or name in INSIDE, f"{module.name}.{name}"
