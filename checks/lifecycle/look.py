"""Whether a reading looked again at what a case is about. Only then can the case be mended."""

from collections.abc import Callable, Mapping

from checks.lifecycle.case import Case
from checks.observations.site import SiteSeen
from checks.rulebook import default_rulebook
from config.rule_file import RuleData, SubjectKind


def looked_again(case: Case, rule: RuleData, site: SiteSeen) -> bool:
    """True: the reading saw clearly what the case is about, so that its absence means that it is mended."""
    judge = default_rulebook().by_id.get(rule.id)
    if judge is not None and judge.can_tell and not judge.can_tell(site, case.finding.subject, judge.limits):
        return False
    if rule.looks_at == "page" and rule.subject != "page":
        return _all_places_read(case, site)
    return _LOOKS[rule.subject](case, site)


def _asked(case: Case, site: SiteSeen) -> bool:
    return case.finding.subject in site.looked_at


def _home_read(case: Case, site: SiteSeen) -> bool:
    return site.home is not None


def _host_seen(case: Case, site: SiteSeen) -> bool:
    """The host was looked at; or the register has given it up, and the site answers under its new name."""
    host = site.host
    return host is not None and (host.host == case.finding.subject or site.home is not None)


def _footer_and_home_read(case: Case, site: SiteSeen) -> bool:
    """A home page whose footer a script hides shows nothing about what the site lacks."""
    home = site.home
    return home is not None and not (home.marks is not None and home.marks.unreadable)


def _list_read(case: Case, site: SiteSeen) -> bool:
    """The column's list was seen, or its page is surely gone: taken away, or moved to another address."""
    url = case.finding.subject
    column = next((column for column in site.columns if column.url == url), None)
    if column is not None and column.seen is not None:
        return column.seen.unreadable is None
    return url in site.gone


def _all_places_read(case: Case, site: SiteSeen) -> bool:
    """Every place that the case names was read.

    What pages showed stays known until they are read again, so a fault that is found no more at all has also left
    the places that the case does not name.
    """
    places = case.finding.facts.get("pages") or [case.finding.page]
    return all(place in site.looked_at for place in places)


def _recorded_again(case: Case, site: SiteSeen) -> bool:
    """The ledger knows of a post, and knows the posts no less far than when the case was found.

    Or it keeps the account no more, because it was signed off.
    """
    account = next((account for account in site.accounts if account.key == case.finding.subject), None)
    known_to = str(case.finding.facts.get("recorded_on", ""))
    if account is None:
        return True
    return account.last_post is not None and account.recorded_on.isoformat() >= known_to


_LOOKS: Mapping[SubjectKind, Callable[[Case, SiteSeen], bool]] = {
    "home": _home_read,
    "host": _host_seen,
    "column": _list_read,
    "page": _asked,
    "target": _asked,
    "href": _all_places_read,
    "item": _footer_and_home_read,
    "page-kind": _all_places_read,
    "title": _home_read,
    "account": _recorded_again,
}
