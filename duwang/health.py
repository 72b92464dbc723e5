"""What `duwang doctor` looks at: each check says how things are and, where they are not well, what to do."""

import asyncio
import platform
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from checks.workdays import is_certain
from config.errors import ConfigError, told
from config.settings import Settings
from config.site_file import load_sites
from config.sites import Site
from config.zone import BEIJING
from crawler.fetch.chromium import find_chromium, has_playwright
from crawler.fetch.host import refuses_everybody, tells_ipv6
from duwang.workspace import database_file, today
from storage.engine import open_engine
from storage.queries.days import last_day_read
from storage.queries.sites import all_sites
from storage.schema import newest_revision, revision

Grade = Literal["正常", "注意", "不行"]
_GIB = 1024**3
_LEAST_FREE, _ENOUGH_FREE = _GIB, 5 * _GIB
_MOST_HOSTS = 20
"""Names looked up at most; more would only repeat the same trouble."""
_IPV6_PROBE = ("2400:3200::1", 53)
"""A public name server in China. Connecting a UDP socket sends nothing: it asks the system for a route."""
_DAYS_AHEAD = 31
_FONT_NAMES = ("noto*cjk*", "wqy*", "simsun*", "simhei*", "simfang*", "sourcehan*", "*heiti*", "*song*", "msyh*")
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/Library/Fonts")


@dataclass(frozen=True, slots=True)
class Line:
    """One result."""

    grade: Grade
    what: str
    remedy: str = ""


def examine(settings: Settings) -> Iterator[Line]:
    """Every check, one after another; nothing is changed by looking."""
    yield Line("正常", f"Python {platform.python_version()}")
    yield _workspace(settings.home)
    yield _disk(settings.home)
    engine, line = _database(settings)
    yield line
    with Session(engine) if engine else nullcontext() as session:
        yield _clock(session, today(settings))
        sites, line = _register(settings, session)
        yield line
    if engine:
        engine.dispose()
    yield _names(sites, settings)
    yield _ipv6()
    yield from _controls(settings)
    yield _contact(settings)
    yield _holidays(today(settings))
    yield _fonts()
    yield _browser(settings)


def _workspace(home: Path) -> Line:
    try:
        with tempfile.TemporaryFile(dir=home):
            return Line("正常", f"工作区可以写入：{home.absolute()}")
    except OSError as error:
        remedy = "请检查文件夹是否存在、权限是否足够，或用 DUWANG_HOME 指定别的工作区。"
        return Line("不行", f"工作区不能写入：{home.absolute()}（{told(error)}）", remedy)


def _disk(home: Path) -> Line:
    there = next(folder for folder in (home.absolute(), *home.absolute().parents) if folder.exists())
    free = shutil.disk_usage(there).free
    left = f"磁盘剩余 {free / _GIB:.1f} GiB"
    if free < _LEAST_FREE:
        return Line("不行", left, "请腾出空间：少于 1 GiB 时读网可能中断。")
    if free < _ENOUGH_FREE:
        return Line("注意", left, "建议保留 5 GiB 以上，供数据库和报告使用。")
    return Line("正常", left)


def _database(settings: Settings) -> tuple[Engine | None, Line]:
    """The engine where the database can be asked; it may not be there yet."""
    try:
        file = database_file(settings)
        if file is not None and not file.exists():
            return None, Line("注意", "还没有数据库", "首次读网时会自动建立；也可以运行 duwang db upgrade。")
        engine = open_engine(settings.database)
    except ConfigError as error:
        return None, Line("不行", f"数据库：{error.problem}", error.remedy)
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(engine.dialect.name, engine.dialect.name)
    with engine.connect() as connection:
        known, needed = revision(connection), newest_revision()
    if known == needed:
        return engine, Line("正常", f"数据库（{kind}）可用，表是最新的")
    engine.dispose()
    if known is None or known < needed:
        remedy = "下次读网时会自动更新；也可以运行 duwang db upgrade。"
        return None, Line("注意", f"数据库（{kind}）的表还不是最新", remedy)
    return None, Line("不行", f"数据库（{kind}）由更新的版本建立", "请升级读网程序，或换用与程序对应的备份。")


def _clock(session: Session | None, day: date) -> Line:
    last = last_day_read(session, date.max) if session else None
    if last is not None and last > day:
        remedy = "请校准系统时间（建议启用 NTP）；如设了 today 或 DUWANG_TODAY，请去掉。"
        return Line("不行", f"今天是 {day}，早于最近一次读网的 {last}", remedy)
    return Line("正常", f"今天是 {day}，现在是北京时间 {datetime.now(BEIJING):%H:%M}；请核对是否准确")


def _register(settings: Settings, session: Session | None) -> tuple[list[Site], Line]:
    """The sites of the workspace's file; without one, those that were imported."""
    file = settings.home / "sites.yaml"
    try:
        sites = load_sites(file) if file.exists() else all_sites(session) if session else []
    except ConfigError as error:
        return [], Line("不行", f"网站登记表 {file.name}：{error.problem}", error.remedy)
    if not sites:
        remedy = "请用 duwang init 新建工作区并填写 sites.yaml，或用 duwang sites import 导入。"
        return [], Line("不行", "还没有登记网站", remedy)
    return sites, Line("正常", f"登记了 {len(sites)} 个网站")


def _names(sites: Sequence[Site], settings: Settings) -> Line:
    """Whether the name service answers: for the sites' own names, since no other name has to be there."""
    hosts = sorted({urlsplit(site.url).hostname or "" for site in sites} - settings.fetch.hosts.keys())
    asked = hosts[:_MOST_HOSTS]
    unknown = [host for host in asked if not _resolves(host)]
    if sites and not asked:
        return Line("正常", "各网站的 IP 地址由 fetch.hosts 指定，不必解析域名")
    if not asked:
        return Line("注意", "没有可供核对域名解析的网站", "登记网站后再运行一次。")
    if len(unknown) == len(asked):
        remedy = "请检查本机的网络和 DNS 设置；读网须能解析各网站的域名。"
        return Line("不行", f"{len(asked)} 个网站的域名都无法解析", remedy)
    if unknown:
        return Line("注意", f"域名无法解析：{'、'.join(unknown)}", "请核对 sites.yaml 里的网址；也可能是网站停止解析。")
    return Line("正常", f"域名解析正常（核对了 {len(asked)} 个）")


def _resolves(host: str) -> bool:
    try:
        return bool(socket.getaddrinfo(host, None))
    except (OSError, UnicodeError):
        return False


def _ipv6() -> Line:
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as probe:
            probe.connect(_IPV6_PROBE)
    except OSError:
        remedy = "不影响读网：是否支持 IPv6 按域名解析记录判断，不需要本机有 IPv6。"
        return Line("注意", "本机没有 IPv6 出口", remedy)
    return Line("正常", "本机有 IPv6 出口")


def _controls(settings: Settings) -> Iterator[Line]:
    """Whether hosts that are surely in order look so from here; without controls nothing can be said."""
    if not settings.fetch.controls:
        return
    if asyncio.run(refuses_everybody(settings.fetch)):
        remedy = "请校准系统时间；网络出口有解密审计的，请对读网放行。在此之前，安全证书的检查不作结论。"
        yield Line("注意", "对照网站的证书在本机显示无效", remedy)
    if asyncio.run(tells_ipv6(settings.fetch)):
        yield Line("正常", "域名解析能查到 IPv6 地址")
    else:
        remedy = "IPv6 的检查不作结论。请换用提供 AAAA 记录的域名服务器；不连外网的，在 fetch.controls 里写内网的网站。"
        yield Line("注意", "域名解析查不到对照网站的 IPv6 地址", remedy)


def _contact(settings: Settings) -> Line:
    if settings.fetch.contact:
        return Line("正常", f"读网时注明的联系方式：{settings.fetch.contact}")
    return Line("注意", "没有填写联系方式", "请在 duwang.toml 的 [fetch] 里填写 contact，便于网站管理员联系您。")


def _holidays(day: date) -> Line:
    if is_certain(day, day + timedelta(days=_DAYS_AHEAD)):
        return Line("正常", "近期的法定节假日安排已有")
    remedy = "在此之前按周一至周五计算工作日；公布后请升级 chinesecalendar，或填写 config/workdays.toml。"
    return Line("注意", f"{_DAYS_AHEAD} 天内将用到的法定节假日安排还没有", remedy)


def _fonts() -> Line:
    if any(_chinese_fonts()):
        return Line("正常", "有中文字体")
    remedy = "网页和 Word、Excel 报告不受影响；生成图表和 PDF 需要中文字体，可安装 fonts-noto-cjk。"
    return Line("注意", "没有找到中文字体", remedy)


def _chinese_fonts() -> Iterator[str]:
    program = shutil.which("fc-list")
    if program:
        yield from subprocess.run([program, ":lang=zh", "family"], capture_output=True, text=True).stdout.splitlines()
        return
    for folder in _FONT_FOLDERS:
        for file in Path(folder).expanduser().rglob("*"):
            if any(file.match(name) for name in _FONT_NAMES):
                yield file.name


def _browser(settings: Settings) -> Line:
    without = "由脚本生成、又没有数据接口的列表和页脚，按“没有读到，不作结论”处理，也不截图"
    if not settings.fetch.browser:
        return Line("正常", f"浏览器没有启用（fetch.browser = false）：{without}")
    chromium = find_chromium()
    if chromium is not None and has_playwright():
        return Line("正常", f"可以读取由脚本生成的页面，并给问题截图（{chromium}）")
    remedies = [
        *([] if has_playwright() else ["用 pip 安装 duwang[browser]"]),
        *([] if chromium else ["从系统软件源安装 chromium"]),
    ]
    return Line("注意", f"没有可用的浏览器：{without}", f"不影响一般网站；需要时，请{'，并'.join(remedies)}。")
