"""The demo's own workspace: settings, register, nothing else; fresh each time."""

import shutil
from datetime import date
from importlib.resources import files
from pathlib import Path

import yaml
from jinja2 import Template

from config.settings import SETTINGS_FILE
from duwang.demo.calendar import days_before
from duwang.demo.city import City, known_hosts
from duwang.demo.server import HOST
from duwang.demo.texts import identities, load

MARK = "# 读网演示工作区"
"""First words of the settings: how the demo knows a folder that it may empty."""


class NotOursError(OSError):
    """The folder holds something that the demo did not make."""


def lay_workspace(folder: Path, city: City) -> None:
    """Make `folder` a fresh workspace for the city's sites.

    Raises `NotOursError` where the folder holds something else, `OSError` where it cannot be written.
    """
    settings = folder / SETTINGS_FILE
    if folder.exists() and any(folder.iterdir()):
        if not settings.is_file() or not settings.read_text("utf-8").startswith(MARK):
            raise NotOursError(str(folder))
        shutil.rmtree(folder)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "reports").mkdir(exist_ok=True)
    settings.write_text(_settings(city.anchor), "utf-8")
    (folder / "sites.yaml").write_text(_register(city), "utf-8")


def _settings(anchor: date) -> str:
    template = files("duwang.demo").joinpath("content", "duwang.toml.jinja").read_text("utf-8")
    documents = [
        {"title": one["title"], "published_on": days_before(anchor, one["age"])}
        for one in load("interaction")["important"]
    ]
    return f"{Template(template).render(mark=MARK, hosts=known_hosts(), address=HOST, documents=documents)}\n"


def _register(city: City) -> str:
    sites = [
        {
            "code": one.code, "name": one.name, "url": f"http://{one.host}:{city.port}/", "level": one.level,
            "unit": one.office, "contact": f"office@{one.host}",
        }
        for one in identities()
    ]  # fmt: skip
    return "# 演示用的网站登记表：地名、单位都是虚构的。\n" + yaml.safe_dump(
        {"sites": sites}, allow_unicode=True, sort_keys=False
    )
