"""What drawing pages needs from the machine: Playwright, and a Chromium that the system installed."""

import importlib.util
import shutil
from pathlib import Path

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def has_playwright() -> bool:
    """True where the optional part `duwang[browser]` is installed."""
    return importlib.util.find_spec("playwright") is not None


def find_chromium() -> Path | None:
    """The system's Chromium; never one that Playwright downloads for itself, which nobody would keep up to date."""
    found = (shutil.which(name) for name in _PROGRAMS)
    return next((Path(path) for path in found if path), None)


def can_draw() -> bool:
    """True where both are there."""
    return has_playwright() and find_chromium() is not None
