"""Turns whatever ended a command into one Chinese line and an exit status."""

import errno
import os
import re
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

import click

from config.errors import ConfigError

COULD_NOT, WRONG_USAGE, INTERRUPTED = 1, 2, 130

_FILES = {
    errno.ENOSPC: "磁盘已满，写不进去；已保存的数据完好。请腾出空间后重试。",
    errno.EDQUOT: "磁盘配额已用完，写不进去；已保存的数据完好。请腾出空间后重试。",
    errno.EACCES: "没有权限读写“{file}”。请检查权限后重试。",
    errno.EPERM: "没有权限读写“{file}”。请检查权限后重试。",
    errno.EROFS: "“{file}”所在的磁盘只能读、不能写。请换一个文件夹。",
    errno.ENOENT: "没有“{file}”这个文件或文件夹。请检查路径后重试。",
    errno.ENOTDIR: "“{file}”的上级不是文件夹。请检查路径后重试。",
    errno.EISDIR: "“{file}”是文件夹，不是文件。请检查路径后重试。",
    errno.EMFILE: "同时打开的文件太多。请把 processes 调小，或提高系统的打开文件数上限。",
}


def report(error: BaseException) -> int:
    """Tell on standard error what went wrong; return the exit status."""
    if os.environ.get("DUWANG_DEBUG") == "1" and not isinstance(error, click.UsageError | click.Abort):
        click.echo("".join(traceback.format_exception(error)), err=True, nl=False)
    if isinstance(error, click.UsageError):
        return _report_usage(error)
    if isinstance(error, click.Abort):
        click.echo("已中断，进度已保存。", err=True)
        return INTERRUPTED
    click.echo(f"错误：{explain(error) or _unknown(error)}", err=True)
    return WRONG_USAGE if _is_mistake(error) else COULD_NOT


def _is_mistake(error: BaseException) -> bool:
    """Whether a person wrote something wrong; a database out of reach or locked is nobody's mistake."""
    cause = error.__cause__
    return isinstance(error, ConfigError) and (cause is None or _explain_database(cause) is None)


def explain(error: BaseException) -> str | None:
    """Say in one Chinese line what happened and what to do; None for what nobody foresaw."""
    if isinstance(error, ConfigError):
        return str(error)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError) and error.errno in _FILES:
        return _FILES[error.errno].format(file=error.filename or "目标文件")
    return _explain_database(error)


def unread(what: str, cause: str, *, waited: float) -> click.ClickException:
    """The error for a page that could not be had, by the cause of `NotFetched`; `waited`: the time limit in seconds."""
    from checks import message  # these take longer to import than `duwang --help` may

    remedy = "要读内网的网站，请设置环境变量 DUWANG_ALLOW_PRIVATE=1。" if cause == "inside-address" else ""
    return click.ClickException(f"读不到{what}：{message.cause(cause, seconds=round(waited))}。{remedy}")


def _explain_database(error: BaseException) -> str | None:
    if "storage.engine" not in sys.modules:
        return None  # nothing has asked a database yet
    from storage.engine import trouble_of

    trouble = trouble_of(error)
    return None if trouble is None else "".join(trouble)


def _report_usage(error: click.UsageError) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    message = _in_chinese_quotes(error.format_message())
    if message.endswith("."):  # click sets this full stop itself, outside its catalogue
        message = message[:-1] + "。"
    click.echo(f"错误：{message}", err=True)
    if error.ctx is not None:
        click.echo(f"用法说明见：{error.ctx.command_path} --help", err=True)
    return WRONG_USAGE


def _in_chinese_quotes(message: str) -> str:
    """Click quotes and lists names itself, outside its catalogue: 'table', 'json'."""
    return re.sub(r" ?'([^']*)' ?", r"“\1”", message).replace("”,“", "”、“")


def _unknown(error: BaseException) -> str:
    """Keep the traceback in a file, and say where."""
    text = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z}\n{''.join(traceback.format_exception(error))}\n"
    path = Path(tempfile.gettempdir()) / f"duwang-error-{os.getpid()}.log"
    try:
        path.write_text(text, "utf-8")
    except OSError:  # nowhere to keep it: the way to see it is all that can be told
        kept = "设置环境变量 DUWANG_DEBUG=1 再运行一次，可看到全部经过。"
    else:
        kept = f"经过已记入 {path}；设置环境变量 DUWANG_DEBUG=1 可直接显示。"
    return f"程序出现意外（{type(error).__name__}：{_first_line(error)}）。{kept}"


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or ["没有更多说明"])[0].rstrip(".。")
