"""message-overdue: a citizen's public letter has been left unanswered beyond its limit."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from checks.findings import Finding
from checks.observations.letter import LetterSeen
from checks.observations.site import SiteSeen
from checks.workdays import is_certain, workdays_between


class Limits(BaseModel, frozen=True):
    max_workdays: int
    """Working days after the day of the letter."""
    veto_months: int
    """Months after which the letter alone fails the site."""
    window_days: int
    """Letters older than this are outside of the inspection."""


def check(site: SiteSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for each letter that its page or the mailbox's list shows as unanswered for too long.

    A letter that any page shows as answered is answered. One without a clear state accuses nobody.
    """
    letters = _letters(site)
    answered = {letter.url for _, letter in letters if letter.answered}
    for page, letter in {letter.url: (page, letter) for page, letter in letters}.values():
        if letter.answered is not False or letter.url in answered or letter.asked_on is None:
            continue
        if not 0 <= (site.today - letter.asked_on).days <= limits.window_days:
            continue
        days = workdays_between(letter.asked_on, site.today)
        if days > limits.max_workdays:
            yield _finding(page, letter, letter.asked_on, days, site.today, limits)


def can_tell(site: SiteSeen, subject: str, limits: Limits) -> bool:
    """Whether a page read today shows the letter."""
    return any(letter.url == subject for _, letter in _letters(site))


def _letters(site: SiteSeen) -> list[tuple[str, LetterSeen]]:
    return [(page.url, letter) for page in site.pages if page.read for letter in page.letters]


def _finding(page: str, letter: LetterSeen, asked: date, days: int, today: date, limits: Limits) -> Finding:
    is_veto = _months_later(asked, limits.veto_months) < today
    facts: dict[str, object] = {
        "item": letter.title,
        "asked": asked.isoformat(),
        "workdays": days,
        "max_workdays": limits.max_workdays,
        "status": letter.status or "未见答复",
    }
    if is_veto:
        facts |= {"kind": "veto", "months": limits.veto_months}
    if not is_certain(asked, today):
        facts["calendar"] = "weekdays-only"
    return Finding(
        rule="message-overdue",
        subject=letter.url,
        page=page,
        severity="veto" if is_veto else None,
        facts=facts,
    )


def _months_later(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
