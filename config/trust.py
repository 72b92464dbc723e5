"""When a rule's findings are held back for a look: `trust.toml`."""

import functools
import tomllib
from importlib.resources import files

from pydantic import BaseModel, ConfigDict


class PrecisionLimits(BaseModel):
    """When a rule drops from "notify" to "review"."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    window_days: int
    min_share: float
    """Upheld among decided, 0 to 1."""
    min_decisions: int


class BrakeLimits(BaseModel):
    """When a rule's count leaves its usual band."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    readings: int
    """How many of the last readings make the band."""
    min_readings: int
    """With fewer there is no band yet."""
    spread: float
    """Width of the band in median absolute deviations."""
    margin: int
    """Findings by which a count must at least exceed the median."""


class CoverageLimits(BaseModel):
    """When a gap in what was read has to be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    unseen_days: int


class NetworkLimits(BaseModel):
    """When hosts that cannot be reached are likelier our network's fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    most_failed: float
    """Share of other people's hosts, 0 to 1, above which none of the failed ones is at fault."""
    min_hosts: int
    """Failed hosts from which on the share counts."""


class Trust(BaseModel):
    """What keeps our own mistakes from becoming somebody's fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    precision: PrecisionLimits
    coverage: CoverageLimits
    brake: BrakeLimits
    network: NetworkLimits


@functools.cache
def load_trust() -> Trust:
    """Read `trust.toml`."""
    return Trust.model_validate(tomllib.loads(files("config").joinpath("trust.toml").read_text("utf-8")))
