"""A link as a page wrote it, and a target as asking after it showed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

LinkKind = Literal["page", "image", "attachment", "script", "style", "frame", "media"]
Region = Literal["header", "nav", "main", "aside", "footer"]
"""Where in a page a link stands; tells the template from the article."""
Verdict = Literal["confirmed", "likely", "walled", "undecided"]
Repair = Literal["template", "column", "article", "attachment", "external"]


@dataclass(frozen=True)  # without slots, hundreds a page are pickled in a third of the time
class LinkSeen:
    r"""One link of a page.

    `url` is absolute and canonical; for what cannot be joined into an http address (`javascript:` is left out,
    `C:\…`, `file:///…`, unresolved template marks are kept) it is the raw href, and `malformed` is True.
    """

    url: str
    text: str
    kind: LinkKind
    region: Region = "main"
    malformed: bool = False
    hidden: str | None = None
    """How the link is hidden from people (`display-none`, `off-screen`, `tiny`, `script`, …), or None."""
    embedded: bool = False
    """True: a browser fetches it together with the page (img, script, stylesheet, frame, media), not on a click."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at an address: a witness."""

    at: datetime
    """UTC."""
    method: Literal["GET", "HEAD", "POST"]
    outcome: str
    """`ok`, `http-404`, `dns`, `refused`, `reset`, `timeout`, `tls`, `tls-handshake`, `tls-absent`, `redirect-loop`,
    `soft-404`, `redirect-home`, `too-large`, `inside-address`, `walled`, …: a word that `checks.message` turns into
    Chinese."""
    ms: int
    headers: tuple[tuple[str, str], ...] = ()
    """The header facts that matter: status line, server, location, content type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetSeen:
    """What asking after one address showed, shared by every place that links to it."""

    url: str
    kind: LinkKind
    ok: bool
    verdict: Verdict | None = None
    """None when ok."""
    cause: str | None = None
    """The outcome that decided: an `Attempt.outcome`."""
    attempts: tuple[Attempt, ...] = ()
    pages: tuple[str, ...] = ()
    """The first pages that link to it, in order of their addresses."""
    count: int = 0
    """How many pages link to it."""
    region: Region = "main"
    text: str = ""
    """The link's words at its first place."""
    on_site: bool = True
    page_kind: str = "article"
    """Kind of the first page that links to it."""
    in_sight: bool = True
    """False: this reading looked at none of the pages that link to it; they may be gone, or link to it no more."""
