"""A new-media account of a unit, as the ledger knows it: no crawler can see inside the platforms."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSeen:
    """One registered account."""

    platform: str
    """`微信`, `微博`, `抖音`, … as the register writes it."""
    name: str
    last_post: date | None = None
    """None: no post is known yet, which says nothing about the account."""
    recorded_on: date
    """The day up to which the ledger knows the account's posts."""

    @property
    def key(self) -> str:
        """How findings name the account."""
        return f"{self.platform}:{self.name}"
