from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0017_operation_pairs")]

    operations = [
        migrations.CreateModel(
            name="Packed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "bundle",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="packed", to="store.bundle"),
                ),
                (
                    "exhibit",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="store.exhibit"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("bundle", "exhibit"), name="one_row_a_packed")],
            },
        ),
    ]
