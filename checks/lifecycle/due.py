"""Until when a notified finding has to be mended."""

from datetime import date

from checks.lifecycle.case import STANDING, Case
from checks.workdays import add_workdays
from config.rule_file import RuleData


def due_on(issued: date, rule: RuleData) -> date:
    """The last day for mending: the rule's working days after the day that the notice was issued."""
    return add_workdays(issued, rule.due_days)


def is_overdue(case: Case, today: date) -> bool:
    """True: still standing after its due day; on the day itself it is not."""
    return case.state in STANDING and case.due_on is not None and today > case.due_on
