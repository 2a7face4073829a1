"""The texts that every installation has from its first day on."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from groups.agreements.built_in import make_sure


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    make_sure(apps.get_model("groups", "Wording"))


class Migration(migrations.Migration):

    dependencies = [
        ("groups", "0004_authority_inputs"),
    ]

    operations = [
        migrations.RunPython(forwards, migrations.RunPython.noop),
    ]
