"""The register's entries as values. Reading them from files is `config.site_file`'s business."""

from datetime import date
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

Level = Literal["province", "city", "county", "township", "department"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class ProfileColumn(_Entry):
    """A column that the profile fixes, over what discovery finds; matched by address."""

    name: str
    url: str
    """As written: may be relative to the site's address."""
    type: str
    """An id of `standards/column-types.yaml`."""
    max_age_days: int | None = Field(default=None, gt=0)
    items: str | None = None
    """CSS selector of the list's items, where detection must be helped."""


class Exemption(_Entry):
    """What does not apply to a site; reports print the reason."""

    check: str
    item: str | None = None
    """What is exempt, by code, address or name, or by the name of its column; None: the whole check."""
    reason: str = Field(min_length=1)
    until: date | None = None
    """A declaration that there is nothing to publish ends on this day, inclusive."""


class Site(_Entry):
    """One government site, as the register knows it."""

    code: str = Field(pattern=r"^([0-9]{10}|bm[0-9]{8})$")
    """网站标识码: the site's key everywhere."""
    name: str = Field(min_length=1)
    url: str = Field(pattern=r"^https?://\S+$")
    level: Level
    unit: str = ""
    """责任单位; where the register names none, the site answers for itself: its own name."""
    contact: str | None = None
    columns: tuple[ProfileColumn, ...] = ()
    exempt: tuple[Exemption, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _answers_for_itself(cls, values: Any) -> Any:
        """Four fields are enough to start with: code, name, url, level."""
        if isinstance(values, dict) and not values.get("unit"):
            return {**values, "unit": values.get("name") or ""}
        return values

    @property
    def folder(self) -> str:
        """Path below which the register says that the site lies: `/`, or `/jyj/` of a site in a portal's folder."""
        path = urlsplit(self.url).path
        whole = path.endswith("/") or "." in path.rpartition("/")[2]
        return path.rpartition("/")[0] + "/" if whole else path + "/"

    def exemption(self, check: str, subject: str, today: date) -> Exemption | None:
        """The exemption that spares a check's finding on a day, if any."""
        for entry in self.exempt:
            if entry.check == check and entry.item in (None, subject) and (entry.until is None or entry.until >= today):
                return entry
        return None
