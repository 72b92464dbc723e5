"""`duwang checks`: the catalogue, and a rule's page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from checks.trust import Record
    from config.rule_file import RuleData


@click.command(help="列出全部检查项；给出编号则显示该项的含义、依据、参数和例子。")
@click.argument("check", metavar="[ID]", required=False)
@click.option(
    "--format", "file_format", type=click.Choice(("table", "json")), default="table", help="输出格式；默认 table。"
)
def command(check: str | None, file_format: str) -> None:
    """Print the catalogue, or one rule's page with the limits that hold in this workspace."""
    from checks.rulebook import load_rulebook
    from config.rule_file import load_rules
    from config.settings import load_settings
    from duwang.known_checks import must_be_known
    from duwang.rule_records import workspace_records
    from duwang.rule_view import print_rule

    settings = load_settings()
    own = settings.checks
    load_rulebook(own)  # an override that fits no rule is told before anything is shown
    rules = load_rules()
    if check is not None:
        must_be_known((check,), rules)
        rules = {check: rules[check]}
    records = workspace_records(settings)
    if file_format == "json":
        _print_json(rules, own, records, alone=check is not None)
    elif check is not None:
        print_rule(rules[check], own.get(check, {}), records.get(check))
    else:
        _print_catalogue(rules, records)


def _print_json(
    rules: "Mapping[str, RuleData]",
    own: Mapping[str, Mapping[str, Any]],
    records: "Mapping[str, Record]",
    *,
    alone: bool,
) -> None:
    import json

    from duwang.rule_page import rule_object
    from duwang.rule_records import record_object

    objects = [
        {**rule_object(rule, own.get(rule.id)), "record": record_object(records.get(rule.id))}
        for rule in rules.values()
    ]
    click.echo(json.dumps(objects[0] if alone else objects, ensure_ascii=False, indent=2))


def _print_catalogue(rules: "Mapping[str, RuleData]", records: "Mapping[str, Record]") -> None:
    from rich.table import Column, Table

    from config.words.handbook_words import load_handbook_words
    from dashboards.wording import SEVERITIES
    from duwang.rule_records import short, window
    from duwang.terminal import show

    days = "整改期限（工作日）"
    table = Table("分类", Column("编号", no_wrap=True), "检查项", "严重程度", "指标", days, f"{window()}维持/排除")
    for family, name in load_handbook_words().families.items():
        mine = [rule for rule in rules.values() if rule.family == family]
        for number, rule in enumerate(mine):
            table.add_row(
                "" if number else name,
                rule.id,
                rule.title,
                SEVERITIES[rule.severity],
                rule.indicator,
                str(rule.due_days),
                short(records.get(rule.id)),
                end_section=rule is mine[-1],
            )
    show(table)
    click.echo(f"共 {len(rules)} 项。duwang checks 编号 可看详情。", err=True)
