"""A tablet's secret becomes a row of its own: the one that is in use, and those before and after it."""

from django.db import migrations, models
from django.db.models import Q
from django.utils import timezone


def a_row_for_each_secret(apps, schema_editor):
    credentials = apps.get_model("custody", "TabletCredential").objects
    now = timezone.now()
    for tablet in apps.get_model("custody", "Tablet").objects.exclude(secret=""):
        at = tablet.enrolled_at or now
        credentials.create(tablet=tablet, digest=tablet.secret, state="current", made_at=at, used_at=at)


class Migration(migrations.Migration):
    dependencies = [("custody", "0003_order_ended_because")]

    operations = [
        migrations.AddField("tabletcredential", "copied_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("tabletcredential", "copied_by", models.TextField(blank=True, default="")),
        migrations.AddConstraint(
            "tabletcredential",
            models.CheckConstraint(
                name="custody_credential_only_a_spent_one_is_a_copys", condition=Q(copied_at=None) | Q(state="spent")
            ),
        ),
        migrations.RunPython(a_row_for_each_secret, migrations.RunPython.noop),
        migrations.RemoveConstraint("tablet", "custody_tablet_active_has_a_secret"),
        migrations.RemoveField("tablet", "secret"),
    ]
