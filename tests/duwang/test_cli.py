"""The command line's own manners: Chinese, exit statuses, a quick start."""

import io
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from config.errors import ConfigError
from duwang.chinese import LOCALE, speak_chinese
from duwang.cli import LazyGroup, cli
from duwang.failures import explain, report

CATALOGUE = LOCALE / "zh_CN" / "LC_MESSAGES"
FOR_PROGRAMMERS = (
    "Windows error", "Couldn't detect Bash", "Shell completion is not", "Unknown color", "Unknown standard stream",
    "Could not determine name", "No options defined", "Arguments take exactly", "defined twice", "Boolean option",
    "d",
)  # fmt: skip
"""Messages that only a mistake in our own code, or a system we do not serve, brings up."""


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, prog_name="duwang")


def failing(error: BaseException) -> click.Group:
    """A command group like ours whose only command ends with `error`."""
    group = LazyGroup("duwang", callback=lambda: None, invoke_without_command=True)

    @group.result_callback()
    def fail(_result: object) -> None:
        raise error

    return group


def test_help_speaks_chinese_and_names_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "用法: duwang [选项] 命令 [参数]..." in result.output
    assert not {"Usage", "Options", "Commands", "Show this"} & set(result.output.split())
    for name in cli.list_commands(click.Context(cli)):
        assert f"  {name} " in result.output


def test_every_command_explains_itself_in_chinese() -> None:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=300)[0] > "\u4e00", name
        told = run(name, "--help").output
        assert "Options:" not in told
        assert " ..." not in told, "a group's command needs a first sentence that fits its line"


@pytest.mark.parametrize(
    ("args", "line"),
    [
        pytest.param(("inti",), "没有“inti”这个命令。", id="no such command"),
        pytest.param(("init", "--forse"), "没有“--forse”这个选项。", id="no such option"),
        pytest.param(("init", "a", "b"), "多余的参数：b", id="too many arguments"),
        pytest.param(("confirm", "x"), "“x”不是有效的数字。", id="no number"),
        pytest.param(("demo", "--days", "0"), "“--days”的值不对：应是 1 至 14 之间的整数，现在是 0。", id="too few"),
        pytest.param(
            ("findings", "--format", "xml"),
            "“--format”的值不对：“xml”不在可选的值之内：“table”、“json”、“csv”。",
            id="no such value",
        ),
    ],
)
def test_wrong_usage_is_explained_and_leaves_with_two(args: tuple[str, ...], line: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert line in result.stderr


def test_a_missing_argument_ends_with_a_chinese_full_stop(capsys: pytest.CaptureFixture[str]) -> None:
    speak_chinese()
    assert report(click.MissingParameter(param_type="argument", param_hint="'URL'")) == 2
    assert capsys.readouterr().err == "错误：缺少参数“URL”。\n"


def test_no_word_of_click_is_left_in_english() -> None:
    """Fails when a newer click brings a message that the catalogue does not have."""
    folder = Path(click.__file__).parent
    found = {message for _, _, message, _, _ in extract_from_dir(folder, method_map=[("**.py", "python")])}
    asked = {message if isinstance(message, str) else message[0] for message in found}
    catalogue = {
        message.id if isinstance(message.id, str) else message.id[0]
        for message in read_po((CATALOGUE / "messages.po").open("rb"))
    }
    missing = {text for text in asked - catalogue if not any(words in text for words in FOR_PROGRAMMERS[:-1])}
    assert missing - {"d"} == set()


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, read_po((CATALOGUE / "messages.po").open("rb"), locale="zh_CN"))
    assert compiled.getvalue() == (CATALOGUE / "messages.mo").read_bytes(), "run `make locale`"


def test_a_config_error_is_one_line_and_leaves_with_two() -> None:
    result = CliRunner().invoke(failing(ConfigError("sites.yaml 第 3 行", "缺少 name。", "请补上。")))
    assert result.exit_code == 2
    assert result.stderr == "错误：sites.yaml 第 3 行：缺少 name。请补上。\n"


def test_a_database_out_of_reach_is_no_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    monkeypatch.setenv("DUWANG_DATABASE_URL", f"postgresql+psycopg://nobody@/none?host={tmp_path}")
    result = run("report", "daily")
    assert result.exit_code == 1
    assert "连不上数据库" in result.stderr
    monkeypatch.setenv("DUWANG_DATABASE_URL", "no address")
    assert run("report", "daily").exit_code == 2


def test_what_could_not_be_done_leaves_with_one() -> None:
    result = CliRunner().invoke(failing(click.ClickException("没有 2026年11月20日 的读网记录。")))
    assert result.exit_code == 1
    assert result.stderr == "错误：没有 2026年11月20日 的读网记录。\n"


def test_an_interrupt_says_that_progress_is_kept() -> None:
    result = CliRunner().invoke(failing(KeyboardInterrupt()))
    assert result.exit_code == 130
    assert "已中断，进度已保存。" in result.stderr


def test_a_surprise_says_where_the_traceback_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = CliRunner().invoke(failing(ZeroDivisionError("division by zero")))
    assert result.exit_code == 1
    assert "程序出现意外（ZeroDivisionError：division by zero）" in result.stderr
    (log,) = tmp_path.iterdir()
    assert str(log) in result.stderr
    assert "Traceback" in log.read_text("utf-8")
    assert "Traceback" not in result.stderr


def test_debugging_shows_the_traceback_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("DUWANG_DEBUG", "1")
    assert "Traceback" in CliRunner().invoke(failing(ZeroDivisionError())).stderr


def test_trouble_of_the_database_is_told_in_storages_words() -> None:
    memory = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError) as caught:
        memory.execute("SELECT * FROM sites")
    assert explain(caught.value) == "数据库还没有建好表。请运行 duwang db upgrade。"


def test_a_full_disk_and_a_forbidden_file_are_told_apart() -> None:
    assert "磁盘已满" in (explain(OSError(28, "No space left on device")) or "")
    assert "没有权限读写“a.html”" in (explain(PermissionError(13, "Permission denied", "a.html")) or "")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (FileNotFoundError(2, "No such file or directory", "/none/a"), "没有“/none/a”这个文件或文件夹"),
        (NotADirectoryError(20, "Not a directory", "/etc/hostname/a"), "“/etc/hostname/a”的上级不是文件夹"),
        (IsADirectoryError(21, "Is a directory", "/etc"), "“/etc”是文件夹，不是文件"),
    ],
)
def test_a_wrong_place_is_no_surprise(error: OSError, line: str) -> None:
    assert line in (explain(error) or "")


def ran(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program itself, with standard output and errors as a shell gives them."""
    code = "from duwang.cli import main; main()"
    env = {**os.environ, **environment}
    return subprocess.run([sys.executable, "-c", code, *args], capture_output=True, env=env, check=False)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_locale_without_chinese_does_not_silence_it(encoding: str) -> None:
    done = ran("--help", PYTHONIOENCODING=encoding)
    assert (done.returncode, "读网：每天读政府网站" in done.stdout.decode("utf-8")) == (0, True)


def test_a_page_with_signs_that_the_locale_lacks_is_shown_with_marks_in_their_place(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text('<meta charset="utf-8"><title>便民服务😀</title>', "utf-8")
    done = ran("inspect", str(page), PYTHONIOENCODING="gbk", DUWANG_HOME=str(tmp_path))
    assert (done.returncode, "便民服务?" in done.stdout.decode("gbk")) == (0, True)


def test_a_closed_standard_output_does_no_harm() -> None:
    code = "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-c', sys.argv[1], 'checks'])"
    main = "from duwang.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, main], capture_output=True, check=False)
    assert (done.returncode, b"41" in done.stderr or "共".encode() in done.stderr) == (0, True)


def test_no_colour_where_none_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("DUWANG_HOME", str(tmp_path))
    assert "\x1b" not in CliRunner().invoke(cli, ["doctor"], color=True).output


def test_help_loads_nothing_heavy() -> None:
    """Commands import what they need when they run; a slow `--help` is felt at every tab and typing error."""
    code = (
        "import sys; from duwang.cli import cli\n"
        "try: cli(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'scrapy', 'lxml', 'pydantic', 'openpyxl', 'docx', 'rich', 'jinja2', 'aiohttp'}\n"
        "sys.exit('loaded: ' + ' '.join(sorted(heavy & set(sys.modules))) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=False)
    assert done.returncode == 0, done.stderr
