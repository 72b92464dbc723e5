"""Turns whatever ended a command into one Chinese line and an exit status."""

import errno
import os
import sqlite3
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

import click

from config.errors import ConfigError

DONE, COULD_NOT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_DATABASE = {
    "SQLITE_BUSY": "数据库正被另一个程序占用。请等它结束后重试。",
    "SQLITE_LOCKED": "数据库正被另一个程序占用。请等它结束后重试。",
    "SQLITE_FULL": "磁盘已满，数据库写不进去；已保存的数据完好。请腾出空间后重试。",
    "SQLITE_CANTOPEN": "打不开数据库文件。请确认工作区已建好（duwang init），且对 data 文件夹有读写权限。",
    "SQLITE_READONLY": "数据库文件只能读、不能写。请检查 data 文件夹的权限。",
    "SQLITE_NOTADB": "数据库文件不是有效的 SQLite 数据库。请检查 database_url，或用备份恢复。",
    "SQLITE_CORRUPT": "数据库文件已损坏。请用备份恢复。",
    "SQLITE_IOERR": "读写数据库文件时磁盘出错。请检查磁盘后重试。",
    "53100": "数据库服务器的磁盘已满；已保存的数据完好。请腾出空间后重试。",
    "53300": "数据库服务器的连接数已满。请稍后重试，或提高连接数上限。",
    "55P03": "数据库正被另一个程序占用。请等它结束后重试。",
    "57P03": "数据库服务器正在启动。请稍后重试。",
    "28": "数据库拒绝登录。请检查 database_url 里的用户名和密码。",
    "3D000": "数据库服务器上没有这个数据库。请先建库，或改正 database_url。",
    "42P01": "数据库里还没有读网的表。请先运行 duwang db upgrade。",
    "42501": "数据库账号的权限不够。请为它授予建表和读写的权限。",
}
"""SQLite's error name or PostgreSQL's SQLSTATE, whole or its beginning -> what to tell."""

_FILES = {
    errno.ENOSPC: "磁盘已满，写不进去；已保存的数据完好。请腾出空间后重试。",
    errno.EDQUOT: "磁盘配额已用完，写不进去；已保存的数据完好。请腾出空间后重试。",
    errno.EACCES: "没有权限读写“{file}”。请检查权限后重试。",
    errno.EPERM: "没有权限读写“{file}”。请检查权限后重试。",
    errno.EROFS: "“{file}”所在的磁盘只能读、不能写。请换一个文件夹。",
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


def _explain_database(error: BaseException) -> str | None:
    cause = getattr(error, "orig", None) or error  # SQLAlchemy keeps the driver's error in `orig`
    name = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    if name is not None:
        for beginning, line in _DATABASE.items():
            if name.startswith(beginning):
                return line
    if isinstance(cause, sqlite3.OperationalError) and "no such table" in str(cause):
        return _DATABASE["42P01"]
    if type(cause).__module__.startswith("psycopg") and name is None:
        return f"连不上数据库：{_first_line(cause)}。请检查 database_url，并确认数据库服务器已启动。"
    return None


def _report_usage(error: click.UsageError) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    if error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
    message = error.format_message()
    if message.endswith("."):  # click sets this full stop itself, outside its catalogue
        message = message[:-1] + "。"
    click.echo(f"错误：{message}", err=True)
    if error.ctx is not None:
        click.echo(f"用法说明见：{error.ctx.command_path} --help", err=True)
    return WRONG_USAGE


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
