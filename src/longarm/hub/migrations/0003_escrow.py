from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("hub", "0002_changed")]

    operations = [
        migrations.AddField(model_name="usage", name="reports", field=models.PositiveIntegerField(default=0)),
        migrations.CreateModel(
            name="EscrowReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("leaf", models.BinaryField(max_length=32, unique=True)),
                ("place", models.BigIntegerField()),
                ("token", models.BinaryField(max_length=32)),
                ("epoch", models.CharField(max_length=64)),
                ("complainant", models.BinaryField(max_length=32)),
                ("report", models.BinaryField()),
                ("expires_on", models.DateField(db_index=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("grouped", models.BooleanField(default=False)),
                (
                    "member",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="hub.member"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["token", "epoch"], name="escrows_of_one"),
                    models.Index(condition=models.Q(("grouped", False)), fields=["id"], name="escrows_to_group"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EscrowNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.PositiveSmallIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="hub.member"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="hub.escrowreport"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("state__lt", 2)), fields=["member", "id"], name="escrow_waits"),
                ],
                "constraints": [models.UniqueConstraint(fields=("report", "member"), name="one_notice_a_report")],
            },
        ),
    ]
