"""Finds private numbers in text, and hands them on masked, never raw."""

import hashlib
import hmac
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from stdnum import luhn, numdb
from stdnum.cn import ric
from stdnum.exceptions import ValidationError

PrivateKind = Literal["identity-card", "bank-card", "passport", "mobile"]

# Digits may be parted by single spaces or hyphens; letters and further digits around them make another number.
# A pattern that begins with a plain character is looked for ten times as fast as one that begins with a class of them.
_YEARS_OF_BIRTH = tuple(re.compile(rf"{century}\d{{2}}[ -]?\d{{4}}[ -]?\d{{3}}") for century in (19, 20))
"""Every identity card's number holds one, with the day and what comes behind it."""
_IDENTITY = re.compile(
    r"(?:(?<![0-9A-Za-z])|(?<=\bG))[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])", re.ASCII
)
"""A pupil's number is the card's with a G before it."""
_BANK_CARD = re.compile(r"62(?<![0-9A-Za-z]62)\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])")
_PASSPORT = re.compile(r"护照[^\n]{0,12}?(?<![0-9A-Za-z])(?P<number>[EGDSP][A-HJ-NP-Z0-9]\d{7})(?![0-9A-Za-z])")
_MOBILE = re.compile(r"1(?<![0-9A-Za-z]1)[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![0-9A-Za-z])")
_NARROW = str.maketrans("０１２３４５６７８９Ｘｘ－", "0123456789Xx-")
_KEPT = {"identity-card": (4, 2), "bank-card": (4, 4), "passport": (2, 2), "mobile": (3, 4)}


class PrivateNumber(NamedTuple):
    """A private number at its place, already masked."""

    kind: PrivateKind
    masked: str
    digest: str
    """Keyed hash: tells whether two places hold the same number, and nothing else."""
    start: int
    end: int


def find_private(text: str, *, key: bytes) -> Iterator[PrivateNumber]:
    """Yield identity cards, bank cards, passports and mobile numbers of `text`, kind by kind.

    An identity card must have a right checksum, a date that exists and a region code that was ever issued; a bank
    card the issuer prefix 62 and a right Luhn digit; a passport the word 护照 before it. Full-width digits count.
    """
    if not _may_hold_one(text):
        return
    if "１" in text or "２" in text:
        text = text.translate(_NARROW)
    for kind, number, start in _matches(text):
        plain = re.sub(r"[ -]", "", number).upper()
        if _is_real(kind, plain):
            digest = hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()[:32]
            yield PrivateNumber(kind, _mask(kind, plain), digest, start, start + len(number))


def mask_private(text: str) -> str:
    """Return `text` with every private number masked: for whatever leaves the program's hands."""
    if not _may_hold_one(text):
        return text
    for number in sorted(find_private(text, key=b""), key=lambda number: number.start, reverse=True):
        text = text[: number.start] + number.masked + text[number.end :]
    return text


def _may_hold_one(text: str) -> bool:
    """Most texts are done with here: each of the numbers has one of these digits, or the word before it."""
    return "1" in text or "2" in text or "１" in text or "２" in text or "护照" in text


def _matches(text: str) -> Iterator[tuple[PrivateKind, str, int]]:
    if any(year.search(text) for year in _YEARS_OF_BIRTH):
        for match in _IDENTITY.finditer(text):
            yield "identity-card", match[0], match.start()
    for match in _BANK_CARD.finditer(text):
        yield "bank-card", match[0], match.start()
    for match in _PASSPORT.finditer(text):
        yield "passport", match["number"], match.start("number")
    for match in _MOBILE.finditer(text):
        yield "mobile", match[0], match.start()


def _is_real(kind: PrivateKind, number: str) -> bool:
    if kind == "identity-card":
        return _is_identity_card(number)
    if kind == "bank-card":
        return len(number) in range(16, 20) and luhn.is_valid(number) and not _is_identity_card(number)
    return True


def _is_identity_card(number: str) -> bool:
    """Whether the number was issued; the region is asked for without its years, because people move and codes end."""
    if len(number) != 18:
        return False
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    known_region = any(facts for _, facts in numdb.get("cn/loc").info(number[:6]))
    return known_region and ric.calc_check_digit(number) == number[-1]


def _mask(kind: PrivateKind, number: str) -> str:
    head, tail = _KEPT[kind]
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]
