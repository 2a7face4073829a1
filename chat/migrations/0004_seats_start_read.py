from django.db import migrations


def what_is_there_is_read(apps, schema_editor):
    """Nobody faces thousands of 'new' words because we began to count: whoever sits in a room has read what is there
    now. Rooms know their head, so this stands on this floor; seats that are given later begin at 0 by themselves."""
    memberships = apps.get_model('groups', 'Membership').objects
    for room in apps.get_model('chat', 'Room').objects.only('group_id', 'head').iterator():
        memberships.filter(group=room.group_id, until_seq=None, read_seq__lt=room.head).update(read_seq=room.head)


class Migration(migrations.Migration):

    dependencies = [
        ('chat', '0003_reaction'),
        ('groups', '0003_membership_read_seq'),
    ]

    operations = [
        migrations.RunPython(what_is_there_is_read, migrations.RunPython.noop),
    ]
