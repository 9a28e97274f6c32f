import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0011_a_hub_in_doubt"),
    ]

    operations = [
        migrations.AlterField(  # a token of no case is a probe
            model_name="registered",
            name="case",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="registered", to="store.case"
            ),
        ),
        migrations.CreateModel(
            name="Enclosed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "attachment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="enclosed", to="store.attachment"
                    ),
                ),
                (
                    "exhibit",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="store.exhibit"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("attachment", "exhibit"), name="one_row_an_enclosed")],
            },
        ),
    ]
