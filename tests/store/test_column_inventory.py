"""docs/security.md names every stored column, and no column that is not stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps

SECURITY = Path(__file__).parents[2] / "docs" / "security.md"


def named() -> set[str]:
    table = SECURITY.read_text("utf-8").partition("## Every stored column")[2].partition("\n## ")[0]
    found = set()
    for line in table.splitlines():
        cell = line.strip("| ").partition(" |")[0]
        model, dot, columns = cell.partition(".")
        if line.startswith("|") and dot:
            found |= {f"{model}.{column.strip()}" for column in columns.split(",")}
    return found - {"table.column"}


def test_the_inventory_is_complete_and_current() -> None:
    models = apps.get_app_config("store").get_models()
    stored = {f"{model._meta.model_name}.{field.name}" for model in models for field in model._meta.concrete_fields}
    assert named() == stored


def test_whatever_a_person_wrote_is_a_sealed_column() -> None:
    text = {"CharField", "TextField"}
    allowed = {
        "user.role",
        "case.stage",
        "channel.kind",
        "channel.state",
        "upload.state",
        "upload.vault_name",
        "approval.act",
        "advisory.state",
        "advisory.reach",
        "exhibit.state",
        "exhibit.vault_name",
        "exhibit.messages_vault_name",
        "bundle.vault_name",
        "job.kind",
        "job.state",
        "member.role",
        "request.state",
        "dispatch.act",
        "attachment.state",
        "attachment.vault_name",
        "outgoing.refused",
        "requestfigure.asking",
        "requestfigure.asked",
        "requestfigure.measure",
        "requestfigure.result",
        "requestfigure.reason",
        "figurestold.period",
        "figuresheard.period",
    }
    models = apps.get_app_config("store").get_models()
    found = {
        f"{model._meta.model_name}.{field.name}"
        for model in models
        for field in model._meta.concrete_fields
        if field.get_internal_type() in text
    }
    assert found == allowed


@pytest.mark.django_db
def test_the_tables_and_the_migrations_say_the_same() -> None:
    from django.core.management import call_command

    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
