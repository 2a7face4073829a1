"""Since when a person's sealing key is the same; and the table in which used one-time codes are remembered."""

from django.core.management import call_command
from django.db import migrations, models


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.AddField("user", "sealed_since", models.DateTimeField(blank=True, null=True)),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
