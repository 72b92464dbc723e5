"""Makes click speak Chinese: it asks gettext for its words, and gettext finds them in `duwang/locale`."""

import gettext
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def speak_chinese() -> None:
    """Bind gettext's default domain, the one that click uses, to the catalogue; child processes inherit it."""
    gettext.bindtextdomain("messages", str(LOCALE))
    os.environ["LANGUAGE"] = "zh_CN"
