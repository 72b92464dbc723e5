"""Finds the sites that a command names, and helps where a code is mistyped."""

from collections.abc import Sequence

import click
from sqlalchemy.orm import Session

from config.sites import Site
from storage.queries.sites import all_sites, similar_sites, site_by_code


def find_site(session: Session, code: str) -> Site:
    """The site of this code. Raises `ClickException` naming similar ones."""
    site = site_by_code(session, code)
    if site is None:
        raise click.ClickException(f"登记表里没有网站 {code}。{_hint(session, code)}")
    return site


def find_sites(session: Session, codes: Sequence[str]) -> list[Site]:
    """The sites of these codes, each once; all of the register where none are named.

    Raises `ClickException` for a code that nobody registered, and where the register is empty.
    """
    if codes:
        return [find_site(session, code) for code in dict.fromkeys(codes)]
    sites = all_sites(session)
    if not sites:
        raise click.ClickException("登记表里还没有网站。请编辑 sites.yaml，或运行 duwang sites import 文件。")
    return sites


def _hint(session: Session, code: str) -> str:
    similar = similar_sites(session, code)
    if not similar:
        return "运行 duwang sites list 可查看全部网站。"
    return f"是不是：{'；'.join(f'{site.code} {site.name}' for site in similar)}？"
