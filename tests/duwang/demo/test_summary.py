"""What the demo says at its end can be typed as it stands."""

import io
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path
from sysconfig import get_path

import pytest
from rich.console import Console

from checks.lifecycle.case import Move
from duwang.demo.summary import DayTold, days_table, days_told, show_next_steps

PROGRAMS = get_path("scripts")


def next_steps(folder: Path) -> list[str]:
    out = io.StringIO()
    show_next_steps(Console(file=out), folder, date(2026, 11, 22))
    return [line.strip() for line in out.getvalue().splitlines()]


def test_what_is_to_be_typed_runs_in_a_shell_that_does_not_know_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    steps = next_steps(tmp_path)
    way, there = steps[2:4]
    assert there == f"cd {tmp_path}"
    ran = subprocess.run(["/bin/sh", "-c", f"{way} && {there} && duwang --help"], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_a_shell_that_knows_the_program_is_told_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{PROGRAMS}:/usr/bin:/bin")
    assert next_steps(tmp_path)[2] == f"cd {tmp_path}"


def test_a_folder_with_a_space_can_be_typed_too(tmp_path: Path) -> None:
    assert f"cd '{tmp_path}/my demo'" in next_steps(tmp_path / "my demo")


def test_the_report_is_asked_for_by_its_day_because_midnight_may_have_passed(tmp_path: Path) -> None:
    assert any(step.startswith("duwang report daily --date 2026-11-22 ") for step in next_steps(tmp_path))


def test_a_narrow_window_breaks_the_note_and_not_the_day() -> None:
    told = DayTold(date(2026, 11, 19), 663, Counter({Move.FOUND: 7}), 65, ("安和市市场监督管理局",))
    out = io.StringIO()
    Console(file=out, width=80).print(days_table([told]))
    shown = out.getvalue()
    assert "11-19 星期四" in shown
    assert "…" not in shown


def test_a_single_day_is_told_once() -> None:
    first, last = date(2026, 11, 21), date(2026, 11, 22)
    assert days_told([last]) == "1 天（2026年11月22日）"
    assert days_told([first, last]) == "2 天（2026年11月21日至2026年11月22日）"
