"""What may stand in an address: the code of a state, the id of an instrument."""

from __future__ import annotations


class StateCode:
    regex = "[A-Z]{2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class InstrumentId:
    regex = "[a-z0-9-]{1,60}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
