"""`duwang inspect`: one page as Duwang sees it, to answer "why did it say that?"."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from datetime import date

    from checks.observations.fetch import Fetched
    from checks.observations.page import PageSeen
    from config.settings import Settings

_ADDRESS = re.compile(r"https?://\S+$", re.I)


@click.command(help="看读网怎样理解一个页面：标题、日期、列表、文件信息、页脚标识和链接。")
@click.argument("target", metavar="URL_OR_FILE")
@click.option("--url", "base", metavar="BASE", help="文件原来的网址，用来补全相对链接；只用于本地文件。")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="text 给人看；json 只在标准输出写 JSON。",
)
def command(target: str, base: str | None, form: str) -> None:
    """Read one page, from the network or from a file, and show everything that was seen."""
    import asyncio  # these take longer to import than `duwang --help` may

    from config.settings import load_settings
    from duwang.workspace import today as day_of

    settings = load_settings()
    today = day_of(settings)
    if _ADDRESS.match(target):
        if base is not None:
            raise click.UsageError("--url 只用于本地文件；读网址时不需要。")
        page = asyncio.run(_read_address(target, settings, today))
    else:
        page = _read_file(target, base, today)
    _show(page, form)


def _read_file(name: str, base: str | None, today: date) -> PageSeen:
    from crawler.extract.page import read_page

    if base is not None and not _is_whole(base):
        raise click.BadParameter(f"“{base}”不是完整的网址，应以 http:// 或 https:// 开头。", param_hint="--url")
    path = Path(name)
    if not path.exists():
        hint = "；如果是网址，请写全，以 http:// 或 https:// 开头" if "." in name and "/" not in name[:1] else ""
        raise click.ClickException(f"找不到文件“{name}”{hint}。")
    if not path.is_file():
        raise click.ClickException(f"“{name}”不是文件。")
    return read_page(path.read_bytes(), url=base or "", today=today)


def _is_whole(address: str) -> bool:
    try:
        return bool(_ADDRESS.match(address) and urlsplit(address).hostname)
    except ValueError:
        return False  # http://[…


async def _read_address(url: str, settings: Settings, today: date) -> PageSeen:
    """Fetch a page, and once more what its scripts and frames would bring."""
    from checks.observations.fetch import Fetched
    from crawler.fetch.simple import fetch_many
    from duwang.workspace import registered_hosts

    hosts = registered_hosts(settings)
    fetched = await _fetch(url, settings, hosts)
    page = _page(fetched, today, {})
    if not page.wants:
        return page
    parts: dict[str, bytes] = {}
    async for address, part in fetch_many([want.url for want in page.wants], settings, own_hosts=hosts):
        if isinstance(part, Fetched):
            parts[address] = part.body
    return _page(fetched, today, parts) if parts else page


async def _fetch(url: str, settings: Settings, hosts: list[str]) -> Fetched:
    from checks.observations.fetch import NotFetched
    from crawler.fetch.simple import fetch_one
    from duwang.failures import unread

    fetched = await fetch_one(url, settings, own_hosts=hosts)
    if isinstance(fetched, NotFetched):
        raise unread(f" {url}", fetched.cause, waited=settings.fetch.timeout_seconds)
    return fetched


def _page(fetched: Fetched, today: date, parts: dict[str, bytes]) -> PageSeen:
    from crawler.extract.dates import http_date
    from crawler.extract.page import read_page

    return read_page(
        fetched.body,
        url=fetched.final_url,
        today=today,
        content_type=fetched.headers.get("content-type"),
        last_modified=http_date(fetched.headers.get("last-modified")),
        policy=fetched.headers.get("content-security-policy"),
        parts=parts,
    )


def _show(page: PageSeen, form: str) -> None:
    if form == "json":
        from duwang.inspect_json import page_json

        click.echo(json.dumps(page_json(page), ensure_ascii=False, indent=2))
        return
    from duwang.inspect_view import page_view
    from duwang.terminal import console

    console().print(page_view(page))
