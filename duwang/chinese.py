"""Makes click speak Chinese: it asks gettext for its words, and gettext finds them in `duwang/locale`.

And makes sure that Chinese can be written wherever the output goes.
"""

import gettext
import io
import os
import sys
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def speak_chinese() -> None:
    """Bind gettext's default domain, the one that click uses, to the catalogue; child processes inherit it."""
    gettext.bindtextdomain("messages", str(LOCALE))
    os.environ["LANGUAGE"] = "zh_CN"


def write_chinese() -> None:
    """Prepare standard output and errors for Chinese.

    A locale that knows none gets UTF-8, as terminals read it; one that lacks a page's rare sign gets a question mark.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as long as the program
        elif isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if _knows_chinese(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _knows_chinese(encoding: str) -> bool:
    try:
        return bool("读网".encode(encoding))
    except UnicodeEncodeError:
        return False
