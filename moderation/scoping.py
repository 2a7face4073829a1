"""Which cases and alerts are within a scope's places. Who of those there may see one, `permissions` says."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from custody.scoping import Places, Reach, within_reach
from groups.models import SupportGroup


def _cases(places: Places, reach: Reach) -> Q:
    """Of somebody inside: at a facility; of somebody outside, of a programme there; and what belongs to a programme."""
    mine = SupportGroup.objects.filter(programme_id__in=reach.programmes).values("pk")
    near = SupportGroup.objects.filter(programme_id__in=reach.near).values("pk")
    return Q(facility__in=reach.facilities) | Q(facility=None, group__in=near) | Q(group__in=mine)


def _alerts(places: Places, reach: Reach) -> Q:
    """Inside: at a facility. Outside: of a programme there. And whatever one was told of."""
    notices = apps.get_model("moderation", "AlertNotice")._default_manager  # its module needs this one first
    told = notices.filter(alert=OuterRef("pk"), user=places.user_id)
    return Q(facility__in=reach.facilities) | Q(programme__in=reach.near) | Q(Exists(told))


CASES, ALERTS = within_reach(_cases), within_reach(_alerts)
