import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """An operation may have several pairs: a new one whenever somebody who read it goes. And who leads it, as far as is known."""

    dependencies = [
        ("store", "0016_escrow_anew"),
    ]

    operations = [
        migrations.AddField(
            model_name="operation",
            name="lead",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.member"),
        ),
        migrations.AddField(
            model_name="operation",
            name="key_number",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="operationkey",
            name="number",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="boardentry",
            name="key_number",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.RemoveConstraint(
            model_name="operationkey",
            name="one_operation_key_a_person",
        ),
        migrations.AddConstraint(
            model_name="operationkey",
            constraint=models.UniqueConstraint(fields=("operation", "user", "number"), name="one_operation_key_a_person"),
        ),
    ]
