from __future__ import annotations

import uuid
from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


def one_number_a_case(apps: Any, _schema_editor: Any) -> None:
    """The figures there are get the number of their case; those of deleted cases one each: nobody can tell any more."""
    requests = apps.get_model("store", "Request").objects.filter(figure__isnull=False)
    of_figure = dict(requests.values_list("figure_id", "case_id"))
    numbers: dict[uuid.UUID, uuid.UUID] = {}
    for figure in apps.get_model("store", "RequestFigure").objects.all():
        figure.of_case = numbers.setdefault(of_figure.get(figure.id, figure.id), uuid.uuid4())
        figure.save(update_fields=["of_case"])


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0009_joint_operations"),
    ]

    operations = [
        migrations.AddField(
            model_name="requestfigure",
            name="of_case",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.RunPython(one_number_a_case, migrations.RunPython.noop),
        migrations.CreateModel(
            name="FiguresTold",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("period", models.CharField(max_length=7, unique=True)),
                ("figures_sealed", models.BinaryField()),
                ("drawn_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "drawn_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.user"),
                ),
                (
                    "told_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.user"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FiguresHeard",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("period", models.CharField(max_length=7)),
                ("figures_sealed", models.BinaryField()),
                ("heard_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "member",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("member", "period"), name="a_quarter_is_told_once")],
            },
        ),
    ]
