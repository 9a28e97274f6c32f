"""The exhibits of a founding case, made on the spot: fictional, harmless, the same bytes every time."""

from __future__ import annotations

from longarm.casework.demo.exhibit import DemoExhibit
from longarm.texts import Language


def build(name: str, language: Language = "en") -> tuple[DemoExhibit, ...]:
    """The exhibits of `cases/{name}.yaml`, as they would be handed in at a desk of that language.

    Raises LookupError for no such case.
    """
    from longarm.casework.demo import ahmed, diplomat, libyan_women, shams, shorouk, strikeback

    if name.startswith("libyan-women-"):
        return libyan_women.exhibits(int(name.rpartition("-")[2]))
    if name == "ahmed-unknown-residence":
        return (ahmed.one_thread(), ahmed.demand())
    if name == "strikeback":
        return strikeback.exhibits(language)
    makers = {
        "ahmed": ahmed.exhibits,
        "diplomat": diplomat.exhibits,
        "shams": shams.exhibits,
        "shorouk": shorouk.exhibits,
    }
    return makers[name]()
