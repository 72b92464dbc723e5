"""`duwang discover`: a draft profile of a site, from one reading of its home page, navigation and first list pages."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from duwang.draft_profile import DraftProfile


@click.command(
    help="读一遍网站的首页、导航和各列表首页，写出网站登记的草稿：栏目、类型、网址、条数、最新日期和把握程度。"
)
@click.argument("url", metavar="URL")
@click.option(
    "--format",
    "form",
    type=click.Choice(("yaml", "json")),
    default="yaml",
    show_default=True,
    help="yaml 可直接贴进 sites.yaml；json 只在标准输出写 JSON。",
)
def command(url: str, form: str) -> None:
    """Read a site's home page and what it links to, and print the draft."""
    from config.settings import load_settings  # these take longer to import than `duwang --help` may
    from duwang.draft_profile import draft_profile
    from duwang.workspace import today

    if not url.lower().startswith(("http://", "https://")):
        raise click.BadParameter(f"“{url}”不是完整的网址，应以 http:// 或 https:// 开头。", param_hint="URL")
    settings = load_settings()
    draft = asyncio.run(draft_profile(url, settings, today=today(settings), progress=_say))
    if form == "json":
        click.echo(json.dumps(draft.as_json(), ensure_ascii=False, indent=2))
    else:
        _show_yaml(draft)


def _say(text: str) -> None:
    click.echo(text, err=True)


def _show_yaml(draft: DraftProfile) -> None:
    click.echo(draft.as_yaml(), nl=False)
    remedy = f"没有识别出{'、'.join(draft.missing)}，请补上后再登记。" if draft.missing else ""
    click.echo(f"共找到 {len(draft.columns)} 个栏目。{remedy}", err=True)
