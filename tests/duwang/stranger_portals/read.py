"""One real reading of a stranger's portal, and what it found against what is written down."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from checks.findings import Finding
from config.settings import Settings
from config.sites import Site
from duwang.jobs.read_site import read_one
from storage.engine import open_engine
from storage.queries.cases import site_cases
from storage.schema import upgrade
from storage.writes.sites import register_sites
from tests.duwang.stranger_portals.seeded import TODAY, Fault, Stranger
from tests.factories import NOW
from tests.servers import Portal

CHECKS = frozenset(
    [
        "annual-report-missing",
        "catalogue-element-missing",
        "consultation-no-result",
        "content-missing",
        "date-contradictory",
        "disclosure-late",
        "disclosure-mark-missing",
        "document-field-missing",
        "footer-mark-missing",
        "guide-element-missing",
        "hidden-link",
        "image-alt-missing",
        "interaction-few",
        "interpretation-late",
        "interpretation-missing",
        "interpretation-unlinked",
        "layout-residue",
        "link-broken",
        "link-malformed",
        "message-overdue",
        "meta-missing",
        "page-language-missing",
        "placeholder-text",
        "privacy-leak",
        "reply-field-missing",
        "reprint-late",
        "validity-missing",
        "wording-error",
    ]
)
"""All but the rules of columns, hosts and accounts, which have portals of their own."""


@dataclass(frozen=True)
class Compared:
    """What was found, by (check, subject), and how it differs from the truth."""

    found: dict[Fault, Finding]
    missed: frozenset[Fault]
    false: frozenset[Fault]


def compare(portal: Stranger, folder: Path) -> Compared:
    """Read the portal once. What is only `walled` or `undecided` accuses nobody, and counts as not found."""
    findings = [finding for finding in _read(portal, folder) if finding.verdict in ("confirmed", "likely")]
    asked = CHECKS - portal.unasked
    found = {(one.rule, _subject(one.subject, portal)): one for one in findings if one.rule in asked}
    return Compared(found, frozenset(portal.faults - found.keys()), frozenset(found.keys() - portal.faults))


def _read(portal: Stranger, folder: Path) -> list[Finding]:
    with Portal() as server:
        server.pages = dict(portal.pages)
        settings = Settings(
            database_url=f"sqlite:///{folder / (portal.host + '.db')}",
            home=folder,
            checks={rule: dict(limits) for rule, limits in portal.checks.items()},
            fetch={
                "hosts": dict.fromkeys((portal.host, *portal.hosts), "127.0.0.1"),
                "allow_private": True,
                "second_try_seconds": 0,
                "autothrottle": False,
                "browser": False,
            },
        )
        home = f"http://{portal.host}:{server.port}/"
        site = Site(code=portal.code, name=portal.name, url=home, level=portal.level, unit="办公室")
        engine = open_engine(settings.database)
        try:
            upgrade(engine)
            with Session(engine) as session:
                register_sites(session, [site], source="sites.yaml", at=NOW)
                session.commit()
            read_one(portal.code, "full", settings, today=TODAY)
            with Session(engine) as session:
                return [case.finding for case in site_cases(session, portal.code)]
        finally:
            engine.dispose()


def _subject(subject: str, portal: Stranger) -> str:
    """An address of the portal as its path; anything else as it is."""
    parts = urlsplit(subject)
    if parts.hostname != portal.host:
        return subject
    return parts.path + (f"?{parts.query}" if parts.query else "")
