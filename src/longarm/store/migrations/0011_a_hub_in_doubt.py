import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0010_figures"),
    ]

    operations = [
        migrations.AddField(
            model_name="seenhead",
            name="against",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.seenhead"
            ),
        ),
        migrations.AddField(
            model_name="seenhead",
            name="settled_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="seenhead",
            name="settled_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.user"),
        ),
    ]
