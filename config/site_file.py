"""Reads the register of sites: YAML, CSV (UTF-8 or GB18030) or XLSX."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from config.errors import ConfigError
from config.site_entry import read_entry
from config.sites import Site
from config.table_file import Entry, TableForm, read_entries, refuse
from config.words.register_words import register_words

_NESTED = ("columns", "exempt")


def load_sites(path: Path) -> list[Site]:
    """Every site of the file, in its order.

    Raises `ConfigError` with all that is wrong in the file at once: place, field, what was expected, what to do.
    """
    form = TableForm(
        entry="网站",
        list_key="sites",
        first_field="code",
        headings="网站标识码、网站名称、网址、级别、责任单位、联系方式",
        header=register_words().header,
    )
    return _sites(path, [(place, _unfolded(path, place, raw)) for place, raw in read_entries(path, form)])


def _sites(path: Path, entries: Sequence[Entry]) -> list[Site]:
    if not entries:
        raise ConfigError(str(path), "里面还没有网站。", "请至少填写一个网站的标识码、名称、网址和级别。")
    sites: list[Site] = []
    problems: list[str] = []
    first: dict[str, str] = {}
    at: dict[str, str] = {}
    for place, raw in entries:
        read = read_entry(raw)
        if isinstance(read, Site):
            sites.append(read)
        else:
            problems += [f"{place}，{problem}" for problem in read]
        code = str(raw.get("code") or "")
        if code and first.setdefault(code, place) != place:
            problems.append(f"{place}，网站标识码：{code} 与{first[code]}重复。请删去一处，或按网站页脚改正。")
        elif isinstance(read, Site) and at.setdefault(_home(read), place) != place:
            problems.append(f"{place}，网址：{read.url} 与{at[_home(read)]}相同。请按各自的首页网址改正。")
    refuse(path, problems, entry="网站")
    return sites


def _home(site: Site) -> str:
    """A site's address without what makes no difference: http or https, upper case, a last slash."""
    return site.url.partition("://")[2].casefold().rstrip("/")


def _unfolded(path: Path, place: str, raw: dict[str, Any]) -> dict[str, Any]:
    """Columns and exemptions in a cell are written as in YAML, `[{name: 统计数据, url: /tjsj/, type: …}]`."""
    folded = {key: raw[key] for key in _NESTED if isinstance(raw.get(key), str) and raw[key]}
    try:
        return raw | {key: yaml.load(text, Loader=yaml.BaseLoader) for key, text in folded.items()}
    except yaml.YAMLError as error:
        raise ConfigError(f"{path} {place}", "栏目或不适用项的写法不对。", "请按 sites.yaml 的写法填写。") from error
