"""The page in a real browser, as narrow as a phone and as wide as a desk."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from dashboards.reports.daily import daily_report
from dashboards.reports.formats import write_report
from tests.dashboards.sample_day import DAY, RULES, seen
from tests.factories import HOME

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FRAME = """<iframe src="{name}" style="width:{width}px;height:800px;border:0" onload="
  const page = contentDocument.documentElement;
  document.body.dataset.overflow = page.scrollWidth - page.clientWidth;
  document.body.dataset.heading = contentDocument.querySelector('h1').getBoundingClientRect().width;
"></iframe>"""


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("width", [390, 1366])
def test_nothing_scrolls_sideways(tmp_path: Path, width: int) -> None:
    facts = {"text": f"{HOME}css/{'long' * 30}.css", "cause": "http-404", "count": 1}
    day = replace(DAY, findings=(*DAY.findings, seen("link-broken", f"{HOME}x.css", facts=facts)))
    page = write_report(daily_report(day, RULES), tmp_path, "html")
    (tmp_path / "frame.html").write_text(FRAME.format(name=page.name, width=width), "utf-8")
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--allow-file-access-from-files",
        f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom",
        (tmp_path / "frame.html").as_uri(),
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    body = BeautifulSoup(shown, "lxml").body
    assert body is not None
    assert float(str(body["data-heading"])) > 50
    assert body["data-overflow"] == "0"
