"""The meta tags of the government website standard, from `standards/meta-tags.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml


@cache
def standard_names() -> Mapping[str, str]:
    """Return lower-case name -> the standard's spelling (`sitename` -> `SiteName`), in the standard's order.

    The standard is read case-insensitively (`checks` MT6 of the file).
    """
    text = (files("config") / "standards" / "meta-tags.yaml").read_text("utf-8")
    groups = yaml.load(text, Loader=yaml.CSafeLoader)["groups"]
    return MappingProxyType({tag["name"].lower(): tag["name"] for tags in groups.values() for tag in tags})
