"""wording-error: wrong characters, forbidden phrasings and irregular official usage in an article."""

import functools
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from pydantic import BaseModel

from checks.excerpt import sentence_around
from checks.findings import Evidence, Finding
from checks.lexicon import Hit, Lexicon
from checks.observations.page import PageSeen
from checks.official_usage import find_irregular, find_numbers
from checks.quotation import cites_articles, is_explained, is_in_name, is_quoted
from config.rule_file import Severity
from config.words import load_expressions, load_lines


class Limits(BaseModel, frozen=True):
    severities: Mapping[str, Severity]
    """Grade of an expression -> severity of a page that holds one."""
    max_named: int
    """Errors that a finding names; the rest is counted."""
    numbers_since: int
    """Year from which document numbers are looked at; older ones are cited as they were issued."""
    office_expressions: tuple[Path, ...]
    """The office's own lists, of the same form as wrong_expressions.tsv."""
    office_spared: tuple[Path, ...]
    """The office's own lists of names that are never wrong, one a line."""

    def model_post_init(self, _context: object) -> None:
        """Read an office's lists at once, so that a mistake in them is told before the reading starts."""
        if self.office_expressions or self.office_spared:
            _lexicon(self.office_expressions, self.office_spared)


def check(page: PageSeen, limits: Limits) -> Iterator[Finding]:
    """Yield one finding for an article whose title or text is worded wrongly.

    Only articles: what stands in a list or a menu belongs to the page that it leads to.
    """
    if page.kind != "article" or not page.text:
        return
    text = f"{page.title or ''}\n{page.text}"
    hits = sorted(_hits(text, limits), key=lambda hit: hit.start)
    if hits:
        yield _finding(page, text, hits, limits)


def _hits(text: str, limits: Limits) -> Iterator[Hit]:
    for hit in _lexicon(limits.office_expressions, limits.office_spared).find(text):
        if not _is_anothers(text, hit) and not _is_name(text, hit):
            yield hit
    for hit in find_irregular(text):
        if not _is_anothers(text, hit):
            yield hit
    for hit in find_numbers(text, since=limits.numbers_since):
        if not is_quoted(text, hit.start, hit.end):
            yield hit


def _is_anothers(text: str, hit: Hit) -> bool:
    """Tell whether the text only speaks of a wrong form, or repeats a law's or another's way of writing."""
    if is_explained(text, hit.start, hit.end):
        return True
    return hit.expression.grade == "usage" and (is_quoted(text, hit.start, hit.end) or cites_articles(text))


def _is_name(text: str, hit: Hit) -> bool:
    return hit.expression.grade in ("typo", "usage") and is_in_name(text, hit.end)


@functools.cache
def _lexicon(office: tuple[Path, ...], spared: tuple[Path, ...]) -> Lexicon:
    expressions = chain(load_expressions(), *map(load_expressions, office))
    return Lexicon(expressions, chain(load_lines("never_wrong.txt"), *map(load_lines, spared)))


def _finding(page: PageSeen, text: str, hits: list[Hit], limits: Limits) -> Finding:
    order: tuple[Severity, ...] = ("veto", "deduct", "advice")
    worst = min(hits, key=lambda hit: order.index(limits.severities[hit.expression.grade]))
    named = [
        {
            "wrong": hit.expression.wrong,
            "right": hit.expression.right,
            "grade": hit.expression.grade,
            "context": sentence_around(text, hit.start, hit.end),
            "place": _place(text, hit.start),
        }
        for hit in hits[: limits.max_named]
    ]
    return Finding(
        rule="wording-error",
        subject=page.url,
        severity=limits.severities[worst.expression.grade],
        facts={
            "count": len(hits),
            "wrong": worst.expression.wrong,
            "right": worst.expression.right,
            "kind": worst.expression.grade,
            "errors": named,
            "suggestion": worst.expression.right,
        },
        evidence=Evidence(snippet=sentence_around(text, worst.start, worst.end), sha256=page.sha256 or None),
    )


def _place(text: str, start: int) -> str:
    """标题, or 正文第3段."""
    paragraph = text.count("\n", 0, start)
    return f"正文第{paragraph}段" if paragraph else "标题"
