"""What the demo says at its end can be typed as it stands."""

import io
import subprocess
from pathlib import Path
from sysconfig import get_path

import pytest
from rich.console import Console

from duwang.demo.summary import show_next_steps

PROGRAMS = get_path("scripts")


def next_steps(folder: Path) -> list[str]:
    out = io.StringIO()
    show_next_steps(Console(file=out), folder)
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
