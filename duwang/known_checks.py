"""Ids of checks as people type them."""

import difflib
from collections.abc import Iterable

import click


def must_be_known(checks: Iterable[str], rules: Iterable[str]) -> None:
    """Raise `click.ClickException` for the first of `checks` that is no rule's id, with the ids that look like it."""
    known = tuple(rules)
    for check in checks:
        if check not in known:
            near = difflib.get_close_matches(check, known, n=3, cutoff=0.4)
            hint = f"是不是 {'、'.join(near)}？" if near else "运行 duwang checks 可查看全部检查项。"
            raise click.ClickException(f"没有检查项 {check}。{hint}")
