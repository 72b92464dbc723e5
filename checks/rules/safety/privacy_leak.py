"""privacy-leak: private numbers of people in a page or a file, masked from the moment they are found."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from checks.excerpt import sentence_around
from checks.findings import Evidence, Finding
from checks.observations.file import FileSeen
from checks.observations.page import PageSeen
from checks.privacy import PrivateNumber, find_private, mask_private


class Limits(BaseModel, frozen=True):
    min_mobiles: int
    """Different mobile numbers that make a list of persons' numbers."""
    person_lists: tuple[str, ...]
    """Words of a title that say the list is of private persons."""
    published_contacts: tuple[str, ...]
    """Words of a title or text that say the numbers are there to be called."""
    invitations: str
    """Pattern of a title that tells people how to apply: the numbers are those of whom to ask."""
    bank_words: tuple[str, ...]
    """Words, one of which stands near a bank card's number."""
    bank_reach: int
    """How near, in characters before the number."""
    max_named: int
    """Numbers that a finding names, masked; the rest is counted."""
    hash_key: str = ""
    """The installation's secret: makes the digests useless elsewhere."""


class _Place(NamedTuple):
    name: str
    text: str


def check(seen: PageSeen | FileSeen, limits: Limits) -> Iterator[Finding]:
    """Yield one finding for a page or file that shows private numbers."""
    title = seen.title or ""
    places = _places(seen)
    numbers = [(place, number) for place in places for number in _leaks(place.text, limits)]
    mobiles = _person_list_mobiles(title, places, limits)
    if leaks := numbers + mobiles:
        yield _finding(seen, leaks, limits)


def _places(seen: PageSeen | FileSeen) -> list[_Place]:
    if isinstance(seen, PageSeen):
        return [_Place("正文", seen.text), _Place("标题", seen.title or "")]
    return [_Place(part.place, part.text) for part in seen.parts]


def _leaks(text: str, limits: Limits) -> Iterator[PrivateNumber]:
    """Cards and passports: private wherever they stand."""
    for number in find_private(text, key=limits.hash_key.encode()):
        if number.kind == "mobile":
            continue
        if number.kind == "bank-card" and not _near(text, number.start, limits):
            continue
        yield number


def _near(text: str, start: int, limits: Limits) -> bool:
    before = text[max(0, start - limits.bank_reach) : start]
    return any(word in before for word in limits.bank_words)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _person_list_mobiles(title: str, places: list[_Place], limits: Limits) -> list[tuple[_Place, PrivateNumber]]:
    """Mobile numbers of a list of private persons; office numbers and published contacts are spared."""
    if not any(word in title for word in limits.person_lists) or _pattern(limits.invitations).search(title):
        return []
    whole = "\n".join(f"{place.name} {place.text}" for place in places)
    if any(word in title or word in whole for word in limits.published_contacts):
        return []
    found = {
        number.digest: (place, number)
        for place in places
        for number in find_private(place.text, key=limits.hash_key.encode())
        if number.kind == "mobile"
    }
    return list(found.values()) if len(found) >= limits.min_mobiles else []


def _finding(seen: PageSeen | FileSeen, leaks: list[tuple[_Place, PrivateNumber]], limits: Limits) -> Finding:
    words = {"identity-card": "居民身份证号", "bank-card": "银行卡号", "passport": "护照号", "mobile": "手机号"}
    kinds = sorted({number.kind for _, number in leaks})
    place, first = leaks[0]
    named = [
        {"kind": number.kind, "masked": number.masked, "digest": number.digest, "place": mask_private(where.name)}
        for where, number in leaks[: limits.max_named]
    ]
    return Finding(
        rule="privacy-leak",
        subject=seen.url,
        page=seen.page if isinstance(seen, FileSeen) else seen.url,
        facts={
            "count": len(leaks),
            "kind": kinds[0],
            "what": "、".join(words[kind] for kind in kinds),
            "example": first.masked,
            "place": mask_private(place.name),
            "numbers": named,
        },
        repair="attachment" if isinstance(seen, FileSeen) else "article",
        urgent=True,
        evidence=Evidence(
            snippet=mask_private(sentence_around(place.text, first.start, first.end)), sha256=seen.sha256 or None
        ),
    )
