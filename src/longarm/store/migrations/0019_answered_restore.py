"""Of which restore somebody has answered for the consents that it brought back."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0018_packed")]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="answered_restore",
            field=models.DateTimeField(null=True),
        ),
    ]
