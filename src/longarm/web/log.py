"""Log lines without addresses: what went wrong and where in the code, never which page of whose case."""

from __future__ import annotations

import logging
from typing import Any, Final

# Errors only, and never the address of a page or what a form or a letter held.
ERRORS_ONLY: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "formatters": {"bare": {"()": "longarm.web.log.Bare"}},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}


class Bare(logging.Formatter):
    """The kind of the error and the places in our code, without its message: a message may quote what a person wrote."""

    def format(self, record: logging.LogRecord) -> str:
        said = f"{self.formatTime(record)} {record.levelname} {record.name}"
        if not record.exc_info or record.exc_info[1] is None:
            return said
        fault = record.exc_info[1]
        places = []
        trace = fault.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return f"{said} {type(fault).__name__} at {' < '.join(reversed(places[-8:]))}"
