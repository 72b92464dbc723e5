"""The block of a policy document, and what a page without one shows of its document."""

import functools
import itertools
import re
from collections.abc import Mapping
from datetime import date

from checks.observations.document import DocumentSeen
from checks.telling_words import words_in
from config.words.document_words import DocumentWords, document_words
from crawler.extract.block import Block, read_block
from crawler.extract.dates import find_dates
from crawler.extract.hints import has_one
from crawler.extract.labelled import Vocabulary, fold, squeeze
from crawler.extract.tree import ParsedPage

FIELDS = ("index_number", "number", "issuer", "written_on", "published_on", "subject", "validity")
"""The contract's names, in the order in which a block usually gives them."""
# Expressions with a whole script in them are dear to compile: these `re` compiles when a page first asks for them.
_OPEN, _CLOSE = r"[〔\[［【（(﹝〈]", r"[〕\]］】）)﹞〉]"
_NUMBER = (
    rf"[\u4e00-\u9fff](?:[\u4e00-\u9fffA-Za-z]|（[\u4e00-\u9fff]{{1,6}}）){{0,19}}\s?{_OPEN}\s?(?:19|20)\d\d\s?年?{_CLOSE}"
    r"\s?第?\s?\d{1,5}(?:[-－]\d{1,3})?\s?号"
)
_ORDER = r"(?:[\u4e00-\u9fff]{2,20})?令\s?(?:[（(]?第?\s?[\d一二三四五六七八九十百〇○零]{1,6}\s?号[）)]?)"
_TITLE_END = (
    r"(?:[》」”\"]|[（(](?:试行|暂行|修订|修正|修订稿|修正案|[^（）()]{0,12}年?(?:版|修订|本))[）)]|的通知|全文)*"
    rf"(?:\s*[（(]?{_NUMBER}[）)]?)?$"
)
_LINE_NUMBER = rf"[（(]?\s*({_NUMBER}|{_ORDER})\s*[）)]?"
_SIGNER = re.compile(r"(?:政府|办公室|办公厅|委员会|委|局|厅|部|署|行|院|中心|管委会|指挥部|领导小组|协会)$")
_TITLE_ISSUER = r"^([\u4e00-\u9fff、（）\s]{2,60}?(?:政府|办公室|办公厅|委员会|局|厅|部|署|管委会|委))\s*关于"
_HEAD_LINES = 8
_MARKED_WITHIN = 300
"""Characters at a text's end among which a mark may have spaces inside: （此 件 公 开 发 布）."""
_MOST_LOOKS = 2000
"""A page with more places that might end a label is no page that people wrote."""
_BREADCRUMB = re.compile(r"位置(.{0,1500}?)(?:</div>\s*<div|</ul>|</td>|<h1|<script)", re.S)
_COLUMN_NAME = re.compile(
    r"<meta\b(?:[^<>]{0,80}ColumnName[\"'\s]+content\s*=\s*[\"']([^\"'<>]*)|\s+content\s*=\s*[\"']([^\"'<>]*)[\"']\s*name=[\"']ColumnName)",
    re.I,
)
_HEAD = 12_000
"""Characters of source among which the meta tags stand."""
_TAG = re.compile(r"<[^<>]*>")
_IMAGE = re.compile(r"<img\b[^<>]*>", re.I)
_STAMP = re.compile(
    r"(?:alt|title)\s*=\s*[\"']?(?:该文件|本文件)?(?:已|被|现行)?(?:失效|废止|有效)[\"'\s>]|src\s*=[^<>\s]*(?:shixiao|feizhi)",
    re.I,
)
_STATE_NOTE = re.compile(
    r"^[（(【\[\s]*(?:注[:：]\s*)?本(?:文|件|文件|通知|办法|规定|意见|方案|细则)现?已(?:经|被|于)?[^，。；同原《\n]{0,40}?(废止|失效)",
    re.M,
)
"""（本文件已于2026年10月1日废止）: of the document itself, not of those that it replaces."""
_QUOTED_RULES = re.compile(r"《[^《》]*(?:办法|细则|规定|条例)[^《》]{0,6}》")
"""《校外培训管理办法》 orders training, it invites nobody to it."""
_STAMP_WORDS = (("废止", re.compile(r"废止|feizhi", re.I)), ("失效", re.compile(r"失效|shixiao", re.I)))
_SIGNS = {
    "号": ("索引号", "索取号", "文号", "发文字号", "文件编号", "文件字号"),
    "期": ("成文日期", "生成日期", "发文日期", "印发日期"),
    "引": ("信息索引",),
}
"""Last character of a label that only a block has -> such labels. Looking for one character costs next to nothing."""
_BEFORE_SIGN = frozenset("引取文字编日索 \u3000\xa0\u2002\u2003;>")
_ENTITY = re.compile(r"&\w+;|<[^<>]*>")


@functools.cache
def _words() -> DocumentWords:
    return document_words()


@functools.cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(_words().labels)


_WAY_OF_DISCLOSURE = re.compile(r"公开(?:形式|选项|类别|属性|方式)\s*[:：]\s*([\u4e00-\u9fff]{2,8})")


@functools.cache
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_words().disclosure.marks, key=len, reverse=True))))


@functools.cache
def _mark_beginnings() -> tuple[str, ...]:
    """What a text must hold for a mark to be in it: told apart far quicker than by the pattern."""
    return tuple({mark[:2]: None for mark in _words().disclosure.marks})


@functools.cache
def _title_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(names a kind of policy, passes one on)."""
    words = _words().policy
    kinds = "|".join(map(re.escape, sorted(words.kinds, key=len, reverse=True)))
    carriers = "|".join(map(re.escape, words.carriers))
    verbs = "|".join(map(re.escape, words.carrying_verbs))
    return (
        re.compile(rf"(?:{kinds}){_TITLE_END}"),
        re.compile(rf"关于.{{0,40}}?(?:{verbs}).*(?:{carriers}){_TITLE_END}", re.S),
    )


@functools.cache
def _numbered_title() -> re.Pattern[str]:
    """A title as documents with a number bear it."""
    numbered = "|".join(map(re.escape, _words().policy.numbered_kinds))
    return re.compile(rf"(?:{numbered}){_TITLE_END}")


def read_document(doc: ParsedPage, *, title: str | None, text: str) -> DocumentSeen | None:
    """What the page shows of a policy document; None where it carries neither a block nor a sign of a document.

    `text` is the article's main text, paragraphs parted by newlines.
    """
    name = squeeze(title or "")
    number = _number_in(name, text)
    signed = number is not None or _is_titled(name)
    has_signs = _has_block_signs(doc.html)
    mark = _disclosure_mark(text)
    if not signed and not has_signs and mark is None:
        return None
    block = _block(doc) if has_signs or signed else None
    if block is None and not signed and mark is None:
        return None
    if block is not None and block.fields.get("title"):
        name = _better_title(name, squeeze(block.fields["title"]))
    return _document(doc, name, text, block, number or _number_in(name, ""), mark)


def _better_title(name: str, named: str) -> str:
    """The block's own title, unless it is cut or adds nothing: a page's title may be only the site's name."""
    if named.rstrip("（(0123456789").endswith(("...", "…")):
        return name
    return name if named in name or len(name) > len(named) else named


def _document(
    doc: ParsedPage, name: str, text: str, block: Block | None, number: str | None, mark: str | None
) -> DocumentSeen:
    fields: Mapping[str, str] = block.fields if block else {}
    named = _value(fields, "number")
    number = named or number or named
    is_policy = _is_policy(name, number, block)
    written = _date(fields, "written_on")
    if written is None and "written_on" not in fields and (is_policy or number):
        written = _signed_on(text)
    return DocumentSeen(
        index_number=_value(fields, "index_number"),
        number=number,
        issuer=_value(fields, "issuer") if "issuer" in fields else _title_issuer(name),
        written_on=written,
        published_on=_date(fields, "published_on"),
        subject=_value(fields, "subject"),
        validity=_value(fields, "validity") or _stamp(doc.html, text) or _value(fields, "validity"),
        is_policy=is_policy,
        is_normative=is_policy and _is_normative(doc, number or "", name, block),
        disclosure_mark=mark or fields.get("disclosure") or None,
        length=len(text),
        has_block=block is not None,
        labels=tuple(field for field in FIELDS if field in fields or (block is not None and field in block.unseen)),
        empty=tuple(field for field in FIELDS if field in fields and not fields[field]),
    )


def _has_block_signs(html: str) -> bool:
    """Whether the source has a label that only a block has, with or without spaces inside."""
    return any(_has_label(html, char, labels) for char, labels in _SIGNS.items())


def _has_label(html: str, last: str, labels: tuple[str, ...]) -> bool:
    at = html.find(last, 1)
    for _ in range(_MOST_LOOKS):
        if at < 0:
            return False
        if html[at - 1] in _BEFORE_SIGN and squeeze(_ENTITY.sub("", html[max(0, at - 48) : at + 1])).endswith(labels):
            return True
        at = html.find(last, at + 1)
    return False


def _block(doc: ParsedPage) -> Block | None:
    words = _words().block
    return read_block(doc.root, _vocabulary(), least_fields=words.least_fields, needs_one_of=words.needs_one_of)


def _value(fields: Mapping[str, str], field: str) -> str | None:
    """The field's value; "" where it is empty or says that there is none, None where the page does not name it."""
    value = fields.get(field)
    if value is None:
        return None
    return "" if squeeze(value) in _words().block.none_words else value


def _date(fields: Mapping[str, str], field: str) -> date | None:
    return next(iter(find_dates(fields.get(field, ""))), None)


def _number_in(name: str, text: str) -> str | None:
    """The number in the title, or alone on a line under it."""
    found = re.search(_NUMBER, name) if "号" in name else None
    if found:
        return _tidy(found.group(0))
    for line in text[:600].split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        if "号" not in line:
            continue
        whole = re.fullmatch(_LINE_NUMBER, line.strip())
        if whole:
            return _tidy(whole.group(1))
    return None


def find_number(text: str) -> str | None:
    """The first document number of a text, wherever it stands."""
    found = re.search(_NUMBER, text)
    return _tidy(found.group(0)) if found else None


def _tidy(number: str) -> str:
    """The number without what ran into it from the title: 关于…的通知临政发〔2026〕1号."""
    tail = re.split(r"的?(?:通知|意见|决定|办法|批复|通报|公告|通告|函|方案|规定)(?=[\u4e00-\u9fff])", squeeze(number))[
        -1
    ]
    return tail.lstrip("（(")


def _is_titled(name: str) -> bool:
    kind, carried = _title_patterns()
    if len(name) < 8 or _is_no_document(name):
        return False
    return bool(carried.search(name) or (kind.search(name) and re.match(_TITLE_ISSUER, name)))


def _is_no_document(name: str) -> bool:
    """True: a title of news, a notice of one case, an interpretation; rules about such matters are documents."""
    words = _words().policy
    telling = words_in(name, words.not_in_title)
    return bool(telling) and not (words.subjects.issuperset(telling) and words.rules.search(name))


def _is_policy(name: str, number: str | None, block: Block | None) -> bool:
    """True for a document that sets policy: by its title's form, backed by a number, a block or the issuer's name."""
    words = _words().policy
    kind, carried = _title_patterns()
    if _is_no_document(name) or any(verb in name for verb in words.news_verbs):
        return False
    own_series = bool(number) and any(series in (number or "") for series in _words().number.government_series)
    if own_series:
        return bool(kind.search(name) or carried.search(name) or _numbered_title().search(name))
    called = _QUOTED_RULES.sub("", name)
    if any(event in called for event in words.event_words):
        return False
    backed = bool(number) or re.match(_TITLE_ISSUER, name) is not None or (block is not None and _is_filled(block))
    return backed and bool(kind.search(name) or carried.search(name))


def _is_filled(block: Block) -> bool:
    return bool(block.fields.get("index_number")) and "number" in block.fields


def _is_normative(doc: ParsedPage, number: str, name: str, block: Block | None) -> bool:
    words = _words().normative
    series = re.split(_OPEN, number)[0]
    if re.fullmatch(_ORDER, number) or re.search(_ORDER, name) or series.endswith(_words().number.normative_series):
        return True
    if block is not None and block.fields.get("registration"):
        return True
    places = "".join(block.fields.values()) if block else ""
    return _names_one(places, words.words, words.not_words) or _names_one(
        _column_words(doc.html), words.words, words.not_words
    )


def _names_one(text: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
    for words in unwanted:
        text = text.replace(words, "")
    return any(words in text for words in wanted)


def _column_words(html: str) -> str:
    """Names of the columns that the page says it stands in: meta ColumnName and the breadcrumb."""
    meta = _COLUMN_NAME.search(html, 0, _HEAD)
    at = html.find("位置")
    crumbs = _BREADCRUMB.match(html, at) if at >= 0 else None
    return (meta.group(1) or meta.group(2) if meta else "") + (_TAG.sub("", crumbs.group(1)) if crumbs else "")


def _disclosure_mark(text: str) -> str | None:
    found = {match.start(): match[1] for match in _WAY_OF_DISCLOSURE.finditer(text)}
    if has_one(text, _mark_beginnings()):
        found |= {match.start(): match[0] for match in _marks().finditer(text)}
    if not found and "此" in text[-_MARKED_WITHIN:]:
        spaced = _marks().search(squeeze(text[-_MARKED_WITHIN:]))
        return spaced[0] if spaced else None
    return found[max(found)] if found else None


def _stamp(html: str, text: str) -> str | None:
    """The state that an image, a mark under the title (【已废止】) or a note about the document itself gives."""
    head = text[:200]
    for state in _words().validity.states:
        if any(f"{left}{state}{right}" in head for left, right in ("【】", "[]", "（）", "()")):
            return state
    if note := _STATE_NOTE.search(text):
        return note[1]
    for image in _IMAGE.findall(html):
        if _STAMP.search(image):
            return next((state for state, word in _STAMP_WORDS if word.search(image)), "有效")
    return None


def _signed_on(text: str) -> date | None:
    """The date under the signature: a line of its own, after a line that names an authority."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for before, line in itertools.pairwise(lines):
        if len(line) > 24 or "年" not in line:
            continue
        days = find_dates(line)
        bare = re.sub(r"[\d年月日\s〇○零一二三四五六七八九十（）()]", "", line)
        if len(days) == 1 and not bare and len(before) <= 60 and _SIGNER.search(squeeze(before)):
            return days[0]
    return None


def _title_issuer(name: str) -> str | None:
    found = re.match(_TITLE_ISSUER, name)
    return fold(found.group(1)) if found else None
