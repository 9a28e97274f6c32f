from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("holder", "0001_tables")]

    operations = [
        migrations.AddField(model_name="spent", name="opened", field=models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            name="Hub",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fingerprint", models.CharField(max_length=64, unique=True)),
                ("card", models.BinaryField()),
                ("since", models.DateTimeField()),
                ("cut_off_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ShownHead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField(max_length=32)),
                ("at", models.DateTimeField()),
                ("signature", models.CharField(max_length=100)),
                ("shown_at", models.DateTimeField()),
                (
                    "hub",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="holder.hub"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("hub", "size", "root"), name="one_row_a_shown_head")],
            },
        ),
    ]
