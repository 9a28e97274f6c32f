"""The exhibits of a founding case, made on the spot: fictional, harmless, the same bytes every time."""

from __future__ import annotations

from longarm.casework.demo.exhibit import DemoExhibit


def build(name: str) -> tuple[DemoExhibit, ...]:
    """The exhibits of `cases/{name}.yaml`, as they would be handed in. Raises LookupError for no such case."""
    from longarm.casework.demo import ahmed, diplomat, libyan_women, shams, shorouk, strikeback

    if name.startswith("libyan-women-"):
        return libyan_women.exhibits(int(name.rpartition("-")[2]))
    if name == "ahmed-unknown-residence":
        return (ahmed.one_thread(), ahmed.demand())
    makers = {
        "ahmed": ahmed.exhibits,
        "diplomat": diplomat.exhibits,
        "shams": shams.exhibits,
        "shorouk": shorouk.exhibits,
        "strikeback": strikeback.exhibits,
    }
    return makers[name]()
