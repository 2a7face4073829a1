"""What this app puts on the record. Cases and reports open by themselves: their own events are their record."""

from audit.kinds import register

CASE_READ = register("moderation.case_read", "A moderator read a case, with the words that it is about")
CASE_CLAIMED = register("moderation.case_claimed", "A moderator took a case to work on it")
CASE_TAKEN_OVER = register("moderation.case_taken_over", "A case was taken over from a colleague")
CASE_LET_GO = register("moderation.case_let_go", "A moderator put a case back into the queue")
CASE_DECIDED = register("moderation.case_decided", "A case was decided")
NOTICE_PRINTED = register(
    "moderation.notice_printed", "Staff printed the notice of a decision, with the words that it is about"
)
ALERT_RAISED = register("moderation.alert_raised", "An alert was raised: somebody must come")
ALERT_TOLD = register("moderation.alert_told", "Staff were told of an alert")
ALERT_ACKNOWLEDGED = register("moderation.alert_acknowledged", "Somebody answered an alert")
ALERT_RESOLVED = register("moderation.alert_resolved", "Somebody on duty closed an alert")
DUTY_LIST_SET = register("moderation.duty_list_set", "A duty list was changed")
RULE_DRAFTED = register("moderation.rule_drafted", "A rule was drafted")
RULE_CHANGED = register("moderation.rule_changed", "A new version of a rule was written")
RULE_DRAFT_DISCARDED = register("moderation.rule_draft_discarded", "A version of a rule was given up")
RULE_SHADOWED = register("moderation.rule_shadowed", "A version of a rule was put into shadow")
RULE_SHADOW_ENDED = register("moderation.rule_shadow_ended", "A version of a rule came out of shadow")
RULE_PURPOSE_APPROVED = register("moderation.rule_purpose_approved", "A second person agreed to what a rule is for")
RULE_PUBLISHED = register("moderation.rule_published", "A version of a rule was published")
RULE_RETIRED = register("moderation.rule_retired", "A rule was retired")
RULE_BROUGHT_BACK = register("moderation.rule_brought_back", "A retired rule was brought back as a draft")
RULE_TRIPPED = register("moderation.rule_tripped", "A rule hit too much and only flags since")
RULE_HITS_MUCH = register("moderation.rule_hits_much", "A crisis rule hit much; nothing was changed")
RULE_RESET = register("moderation.rule_reset", "A rule that only flagged works in full again")
BUILT_IN_ASKED = register(
    "moderation.built_in_asked", "A built-in crisis rule is to be overridden: a second must agree"
)
BUILT_IN_OVERRIDDEN = register("moderation.built_in_overridden", "A built-in rule was put into shadow or retired")
BUILT_IN_BROUGHT_BACK = register("moderation.built_in_brought_back", "A built-in rule was brought back")
OUTCOME_SET = register("moderation.outcome_set", "What follows when a category speaks was changed for a place")
OUTCOME_ENDED = register("moderation.outcome_ended", "A change to what follows when a category speaks was ended")
BACK_TEST_ASKED = register("moderation.back_test_asked", "A rule is to be run over stored messages")
BACK_TEST_CANCELLED = register("moderation.back_test_cancelled", "A back-test was cancelled")
BACK_TEST_READ = register("moderation.rule_backtest_read", "Messages that a back-test hit were read")
