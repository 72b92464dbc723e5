"""A finding's facts + its rule's message -> the sentence that people read."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from checks.findings import Finding
from checks.observations.link import Attempt
from checks.trust import Jump
from config.rule_file import RuleData
from config.words.term_words import load_terms

TRY_SECONDS = 15
"""What an inspection waits for a page; the time limit that a sentence names where no try tells how long it waited."""
_LONG_LIST = 5
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AFTER_DAY = r"(?<=\d日) (?=[\u4e00-\u9fff])"
"""A message parts its placeholders from its words; a day in words needs no such space."""
_INNER_MARKS = {"《": "〈", "》": "〉"}
_HTTP = re.compile(r"http-(\d{3})")
_FORMAT = "format-"
"""Before the ending of a file that cannot be opened."""


def sentence(rule: RuleData, finding: Finding) -> str:
    """The rule's message with the finding's facts, codes told in Chinese.

    `{subject}`, `{page}` and `{column}` are at hand besides the facts. A fact that an older reading did not record
    yet reads （未记录）.
    """
    given = {"subject": finding.subject, "page": finding.page, "column": finding.column, **finding.facts}
    keys = (finding.verdict, str(finding.facts.get("kind")))
    message = next((rule.messages[key] for key in keys if key in rule.messages), rule.message)
    shown = {key: _shown(key, value) for key, value in given.items()}
    if isinstance(given.get("cause"), str):
        shown["cause"] = cause(given["cause"], seconds=_waited(finding.attempts))
    told = message.format_map(_Shown(shown))
    return _nested(re.sub(_AFTER_DAY, "", told))


def _nested(words: str) -> str:
    """Titles inside titles in their own marks, GB/T 15834—2011, 4.15: 《关于印发〈办法〉的通知》.

    Words whose marks do not pair off stay as they are.
    """
    if words.count("《") != words.count("》"):
        return words
    shown, depth = [], 0
    for char in words:
        if char == "》":
            depth -= 1
        shown.append(_INNER_MARKS.get(char, char) if depth > 0 else char)
        if char == "《":
            depth += 1
    return "".join(shown)


def cause(outcome: str, *, seconds: int = TRY_SECONDS) -> str:
    """The plain words for an `Attempt.outcome` or a `NotFetched.cause`: 页面不存在（404）."""
    terms = load_terms()
    status = _HTTP.fullmatch(outcome)
    if outcome.startswith(_FORMAT):
        return terms["outcomes"]["format"].format(format=outcome.removeprefix(_FORMAT))
    if status is None:
        return terms["outcomes"].get(outcome, terms["outcomes"]["error"]).format(seconds=seconds)
    code = status[1]
    words = terms["http"]
    told = words.get(code) or words.get(f"other-{code[0]}xx") or words["other"]
    return f"{told}（{code}）"


def tried(attempt: Attempt) -> str:
    """The plain words for what one try met; a time-out names how long that try waited."""
    return cause(attempt.outcome, seconds=_waited((attempt,)))


def _waited(attempts: Iterable[Attempt]) -> int:
    """For how many seconds there was surely no answer: as long as the shortest of the tries that waited in vain."""
    shortest = min((attempt.ms for attempt in attempts if attempt.outcome == "timeout"), default=0)
    return round(shortest / 1000) or TRY_SECONDS


def unopened(causes: Mapping[str, int]) -> str:
    """附件 3 个未能打开：.rar 格式 2 个、加密 1 个; nothing where all were opened."""
    if not causes:
        return ""
    told: Counter[str] = Counter()
    for code, count in causes.items():
        told[_file_cause(code)] += count
    reasons = "、".join(f"{words} {count} 个" for words, count in told.most_common())
    return f"附件 {told.total()} 个未能打开：{reasons}"


def _file_cause(code: str) -> str:
    terms = load_terms()["files"]
    if code.startswith(_FORMAT):
        return terms["format"].format(format=code.removeprefix(_FORMAT))
    return terms.get(code) or cause(code)


def jump(jumped: Jump) -> str:
    """今天新增 90 个，平常 2 个左右，不超过 12 个."""
    usual = f"平常 {jumped.usual} 个左右" if jumped.usual else "平常几乎没有"
    return f"今天新增 {jumped.count} 个，{usual}，不超过 {jumped.most} 个"


def kind(code: str) -> str:
    """The word for a link's or a page's kind: 附件."""
    return load_terms()["kinds"].get(code, code)


def repair(code: str) -> str:
    """The word for the place where a finding is mended: 页面模板."""
    return load_terms()["repairs"].get(code, code)


def day(value: date) -> str:
    """2026年11月20日."""
    return f"{value.year}年{value.month}月{value.day}日"


class _Shown(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "（未记录）"


def _shown(key: str, value: Any) -> Any:
    if value is None:
        return "（未记录）"
    if isinstance(value, str):
        return _word(key, value)
    if isinstance(value, list | tuple):
        words = "、".join(str(_shown(key, part)) for part in value[:_LONG_LIST])
        return words if len(value) <= _LONG_LIST else f"{words}等 {len(value)} 项"
    if isinstance(value, Mapping):
        return "；".join(f"{name}：{_shown(name, part)}" for name, part in value.items())
    return value


def _word(key: str, value: str) -> str:
    if key == "kind":
        return kind(value)
    if not _ISO_DAY.fullmatch(value):
        return value
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value  # 30 February is what the page says
