from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def made_anew(apps: Any, _schema: Any) -> None:
    """Which report was of which case stood in the clear: those reports are taken back, and made anew when the team next works."""
    escrowed, leaving = apps.get_model("store", "Escrowed"), apps.get_model("store", "EscrowLeaving")
    for row in escrowed.objects.all():
        if not leaving.objects.filter(leaf=row.leaf).exists():
            leaving.objects.create(leaf=row.leaf)
    escrowed.objects.update(report_sealed=b"", posted_at=None)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0015_exhibits_agreed_to"),
    ]

    operations = [
        migrations.RunPython(made_anew, migrations.RunPython.noop),
        migrations.RemoveField(model_name="escrowed", name="leaf"),
        migrations.AddField(model_name="escrowed", name="tag", field=models.BinaryField(max_length=32, null=True, unique=True)),
        migrations.AddField(model_name="escrowed", name="rests_until", field=models.DateTimeField(null=True)),
        migrations.AlterField(model_name="escrowleaving", name="leaf", field=models.BinaryField(db_index=True, max_length=32)),
        migrations.AlterField(model_name="leaving", name="tag", field=models.BinaryField(db_index=True, max_length=32)),
        migrations.AddField(
            model_name="escrowleaving",
            name="hub",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"),
        ),
        migrations.AddField(
            model_name="leaving",
            name="hub",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"),
        ),
        migrations.AddConstraint(
            model_name="escrowleaving",
            constraint=models.UniqueConstraint(fields=("leaf", "hub"), name="one_leaving_a_hub"),
        ),
        migrations.AddConstraint(
            model_name="leaving",
            constraint=models.UniqueConstraint(fields=("tag", "hub"), name="one_withdrawal_a_hub"),
        ),
    ]
