from django.db import migrations

from core.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]
    operations = [append_only("moderation_caseevent", erasable=True)]
