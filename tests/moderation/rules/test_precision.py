"""What a moderator decides says of each rule that had a part whether it was right."""

import pytest
from django.db import IntegrityError, transaction

from chat.ports import Finding, Outcome, Span, Verdict
from core import clock
from moderation.cases import services as cases
from moderation.cases.selectors import case_view
from moderation.cases.services import Decision
from moderation.models import Case, RuleVerdict
from moderation.rules.precision import Precision, note_verdicts, precision
from records.purge import purge
from tests.moderation.helpers import CLEAN, FINDING, answers, case_of, held, held_case, say
from tests.moderation.rules.helpers import CONTENT, published
from tests.moderation.test_erasers import decided_case
from tests.moderation.test_intake import delivered, report


def verdicts():
    return list(RuleVerdict.objects.order_by("rule").values_list("rule", "version", "upheld"))


def decide(cast, case, decision, **more):
    return cases.decide(case=case, version=case.version, decision=decision, by=cast.mo, **more)


@pytest.mark.parametrize(
    ("decision", "upheld"), [(Decision.RELEASE, False), (Decision.RETURN, True), (Decision.REMOVE, True)]
)
def test_a_decision_upholds_the_rule_or_not(cast, monkeypatch, decision, upheld):
    decide(cast, held_case(cast, monkeypatch), decision, code="contact")
    assert verdicts() == [("contact.phone", 3, upheld)]


def test_no_action_on_a_flag_upholds_nothing(cast, monkeypatch):
    verdict = Verdict(outcome=Outcome.FLAG, findings=(FINDING,), screener="test")
    decide(cast, held_case(cast, monkeypatch, verdict=verdict), Decision.NO_ACTION)
    assert verdicts() == [("contact.phone", 3, False)]


def test_each_rule_that_spoke_has_one_verdict_and_rules_in_shadow_have_none(cast, monkeypatch):
    other = Finding("spam", "advert", "en.spam.advert", 2, Span(0, 4))
    watched = Finding("spam", "advert", "staff.blue_moon", 1, Span(0, 4))
    verdict = held(FINDING, FINDING, other, shadow=(watched,))
    decide(cast, held_case(cast, monkeypatch, verdict=verdict), Decision.RELEASE)
    assert verdicts() == [("contact.phone", 3, False), ("en.spam.advert", 2, False)]


def test_a_report_of_what_no_rule_saw_says_nothing_of_any(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    report(cast, message)
    decide(cast, case_of(message), Decision.REMOVE, code="unkind")
    assert verdicts() == []


def test_what_the_writer_takes_back_says_nothing(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    cases.close_withdrawn(Case.objects.get(pk=case.pk), at=clock.now())
    assert verdicts() == []


def test_what_is_refused_leaves_no_verdict(cast, monkeypatch):
    case = held_case(cast, monkeypatch)

    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(cases, "record", refuse)
    with pytest.raises(IntegrityError):
        decide(cast, case, Decision.RELEASE)
    assert verdicts() == []


def test_decided_again_the_last_word_counts(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    note_verdicts(case, "returned", at=clock.now())
    note_verdicts(case, "released", at=clock.now())
    assert verdicts() == [("contact.phone", 3, False)]


def test_the_database_keeps_one_verdict_per_case_and_rule(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    row = {"case": case, "rule": "x", "upheld": True, "at": clock.now()}
    RuleVerdict.objects.create(version=1, **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        RuleVerdict.objects.create(version=2, **row)


def test_precision_is_per_version_with_wilsons_interval(cast, monkeypatch):
    first = held_case(cast, monkeypatch)
    decide(cast, first, Decision.RETURN, code="contact")
    answers(monkeypatch, held())
    decide(cast, case_of(say(cast, "ben")), Decision.RELEASE)
    answers(monkeypatch, CLEAN)
    (found,) = precision(["contact.phone"])
    assert found == Precision("contact.phone", 3, upheld=1, cases=2)
    low, high = found.interval
    assert (found.share, round(low, 2), round(high, 2)) == (0.5, 0.09, 0.91)
    assert precision(["staff.blue_moon"]) == []
    assert precision() == [found]


def test_a_case_that_is_erased_takes_its_verdicts_with_it(cast, monkeypatch):
    decided_case(cast, monkeypatch)
    assert verdicts()
    purge(by=None)
    assert not Case.objects.exists()
    assert verdicts() == []


def test_a_case_says_what_the_rule_of_staff_is_for(cast, staff, monkeypatch):
    published(staff)
    finding = Finding("contraband", "seeking", "staff.blue_moon", 1, Span(0, 4))
    view = case_view(held_case(cast, monkeypatch, verdict=held(finding)), cast.mo)
    assert [rule.purpose for rule in view.rules] == [CONTENT.purpose]
