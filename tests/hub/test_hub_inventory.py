"""docs/exchange.md names every column that a hub stores, and no other."""

from __future__ import annotations

from pathlib import Path

from django.apps import apps

EXCHANGE = Path(__file__).parents[2] / "docs" / "exchange.md"


def test_the_inventory_of_a_hub_is_complete_and_current() -> None:
    section = EXCHANGE.read_text("utf-8").partition("## The hub")[2].partition("\n### ")[0]
    table = section.partition("| table.column |")[2]
    named = set()
    for line in table.splitlines()[2:]:
        model, _, columns = line.strip("| ").partition(" |")[0].partition(".")
        named |= {f"{model}.{column.strip()}" for column in columns.split(",") if columns}
    models = apps.get_app_config("hub").get_models()
    assert named == {f"{model._meta.model_name}.{field.name}" for model in models for field in model._meta.concrete_fields}
