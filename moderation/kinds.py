"""What this app puts on the record. Cases and reports open by themselves: their own events are their record."""

from audit.kinds import register

CASE_READ = register("moderation.case_read", "A moderator read a case, with the words that it is about")
CASE_CLAIMED = register("moderation.case_claimed", "A moderator took a case to work on it")
CASE_TAKEN_OVER = register("moderation.case_taken_over", "A case was taken over from a colleague")
CASE_LET_GO = register("moderation.case_let_go", "A moderator put a case back into the queue")
CASE_DECIDED = register("moderation.case_decided", "A case was decided")
ALERT_RAISED = register("moderation.alert_raised", "An alert was raised: somebody must come")
ALERT_TOLD = register("moderation.alert_told", "Staff were told of an alert")
ALERT_ACKNOWLEDGED = register("moderation.alert_acknowledged", "Somebody answered an alert")
ALERT_RESOLVED = register("moderation.alert_resolved", "Somebody on duty closed an alert")
DUTY_LIST_SET = register("moderation.duty_list_set", "A duty list was changed")
