import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0012_enclosed"),
    ]

    operations = [
        migrations.CreateModel(
            name="EscrowLeaving",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("leaf", models.BinaryField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Escrowed",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("leaf", models.BinaryField(max_length=32, unique=True)),
                ("report_sealed", models.BinaryField()),
                ("about_sealed", models.BinaryField()),
                ("public", models.BinaryField(max_length=32)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("posted_at", models.DateTimeField(db_index=True, null=True)),
                ("expires_on", models.DateField()),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="escrowed", to="store.case"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EscrowOpened",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tag", models.BinaryField(max_length=32)),
                ("about_sealed", models.BinaryField()),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("looked_at", models.DateTimeField(null=True)),
                (
                    "escrowed",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="opened", to="store.escrowed"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("escrowed", "tag"), name="one_opened_a_report")],
            },
        ),
    ]
