"""placeholder-text: an article that somebody was only trying out, or that has no content."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from checks.excerpt import sentence_around
from checks.findings import Evidence, Finding
from checks.observations.page import PageSeen
from checks.telling_words import words_in
from config.words import load_placeholders

_FILE_NAME = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|txt|jpe?g|png|mp4)\W*$", re.I)

_NUMBERED = re.compile(r"[\W_]*\d{1,8}$")
"""测试1 and test-20261118 are trials as 测试 is."""
_MARKS = re.compile(r"[\W_]+")
_LONGEST_UNFINISHED = 40


class Limits(BaseModel, frozen=True):
    content_kinds: tuple[str, ...]
    """Kinds of link that are an article's content where it has no words: a picture, a file, a film."""


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield a finding for an article that is a trial or empty.

    An article without words is only `likely` empty: its words may be drawn by a script that we did not run.
    """
    if page.kind != "article":
        return
    if (words := _trial(page)) is not None:
        yield _finding(page, "trial", words)
    elif not page.text.strip() and all(want.role == "footer" for want in page.wants) and not _has_content(page, limits):
        yield _finding(page, "empty", page.title or "")


def _trial(page: PageSeen) -> str | None:
    """The words that give a trial away, or None."""
    placeholders = load_placeholders()
    title = (page.title or "").strip().lower()
    if title in placeholders.titles or (title[-1:].isdigit() and _NUMBERED.sub("", title) in placeholders.titles):
        return page.title
    if len(page.text) <= _LONGEST_UNFINISHED and _says_nothing(page.text):
        return page.text
    run = next(iter(words_in(page.text, placeholders.runs)), None)
    if run is None:
        return None
    at = page.text.find(run)
    return sentence_around(page.text, at, at + len(run))


def _says_nothing(text: str) -> bool:
    """True: all that the article says is a trial word, or that its content is to come."""
    placeholders, bare = load_placeholders(), _MARKS.sub("", text).lower()
    return bare in placeholders.titles or placeholders.unfinished.fullmatch(bare) is not None


def _has_content(page: PageSeen, limits: Limits) -> bool:
    """True: the page's main part shows or offers something; a file may come from an address that names none."""
    return any(
        link.region == "main" and (link.kind in limits.content_kinds or _FILE_NAME.search(link.text))
        for link in page.links
    )


def _finding(page: PageSeen, kind: str, words: str) -> Finding:
    problem = f"仍是测试或占位内容（“{words}”）" if kind == "trial" else "打开后没有正文"
    return Finding(
        rule="placeholder-text",
        subject=page.url,
        facts={"kind": kind, "title": page.title or "", "problem": problem},
        verdict="confirmed" if kind == "trial" else "likely",
        evidence=Evidence(snippet=words, sha256=page.sha256 or None),
    )
