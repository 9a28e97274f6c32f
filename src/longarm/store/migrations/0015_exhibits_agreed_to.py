from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0014_recordings"),
    ]

    operations = [
        migrations.AddField(
            model_name="approval",
            name="exhibits_sealed",
            field=models.BinaryField(default=bytes),
        ),
    ]
