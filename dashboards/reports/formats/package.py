"""Makes an office file depend on its content alone: its libraries write the time of saving into it."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def save_settled(saved: BytesIO, path: Path, day: date) -> None:
    """Write a saved docx or xlsx to `path`, every time in it set to the beginning of `day`."""
    moment = (day.year, day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = source.read(name)
            if name == _CORE:
                content = _TIMES.sub(rf"\g<1>{day.isoformat()}T00:00:00Z\g<3>".encode(), content)
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
