from django.db import migrations

from core.triggers import append_only


class Migration(migrations.Migration):
    dependencies = [("chat", "0001_initial")]
    operations = [append_only("chat_event", erasable=True)]
